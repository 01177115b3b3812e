import { diagnose } from '../../diagnostics/diagnose.ts';
import type { LocatedObject } from '../../source/node.ts';
import type { Span } from '../../text/span.ts';
import { at, type Rule } from './rule.ts';

/** What seems to guard or to run something and does nothing: tests that run no command, and services that are none. */
export const openGatesRule: Rule = {
  name: 'open-gates',
  *check({ environments }) {
    for (const environment of environments?.environments ?? []) {
      const { name, services, tests } = environment;
      const key = services.length === 0 ? servicesKey(environment) : undefined;
      if (key !== undefined)
        yield diagnose('check/no-services', { environment: name.value }, key, {
          help: 'list the services, or leave `services` out where the environment only runs tests',
        });
      for (const test of tests) {
        if (test.commands.length > 0 || isRefused(test)) continue;
        yield diagnose('check/no-commands', { test: test.name.value }, at(test.name), {
          help: 'add what has to succeed: `commands: [{ shell: make test }]`',
        });
      }
    }
  },
};

/** Returns where `services` stands without an entry. A key without a value counts as not written, so it is looked up. */
function servicesKey(environment: LocatedObject): Span | undefined {
  const { fields, hasUnknown, span } = environment.$;
  if (hasUnknown === true || span === undefined) return undefined;
  const written = fields.get('services');
  if (written !== undefined) return isEmptyList(written.value) ? written.key : undefined;
  const text = span.file.text.slice(span.start, span.end + MOST_AFTER);
  const empty = /(?:^|[\s{,])(services):[ \t]*(?:~|null)?[ \t]*(?:#.*)?(?:[,}\r\n]|$)/.exec(text);
  if (empty === null) return undefined;
  const start = span.start + empty[0].indexOf('services') + empty.index;
  return start > span.end ? undefined : { file: span.file, start, end: start + 'services'.length };
}

/** A last key without a value is not part of its mapping's span in every case. */
const MOST_AFTER = 40;

/** Commands that the schema refused are reported already, and so is a field that may be them. */
function isRefused({ $: { hasUnknown, fields } }: LocatedObject): boolean {
  const value = fields.get('commands')?.value;
  return hasUnknown === true || (value !== undefined && !isEmptyList(value));
}

/** What was written and is not there was refused, but for `[]`. */
function isEmptyList({ start, end }: Span): boolean {
  return end - start <= '[]'.length;
}
