import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { spanOf } from '../../text/origin.ts';
import { Sourced } from '../../text/sourced.ts';
import type { Specs } from '../check-spec.ts';
import type { Rule } from './rule.ts';

/** A number with a leading zero is one to one reader of YAML, and another to the next. */
export const leadingZerosRule: Rule = {
  name: 'leading-zeros',
  *check(specs: Specs) {
    for (const spec of Object.values(specs)) {
      const text = spec?.$.span?.file.text;
      // Hardly any file has one where a value may start: its values are looked at one by one only then.
      if (text === undefined || !/(?<![\w.+-])[+-]?0\d/.test(text)) continue;
      yield* numbersIn(spec);
    }
  },
};

function* numbersIn(value: unknown): Generator<Diagnostic> {
  if (value instanceof Sourced) {
    if (typeof value.value === 'number') yield* checkNumber(value);
  } else if (Array.isArray(value)) {
    for (const item of value) yield* numbersIn(item);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) if (key !== '$') yield* numbersIn(item);
  }
}

function* checkNumber({ value, origin }: Sourced<unknown>): Generator<Diagnostic> {
  const span = spanOf(origin);
  const written = span?.file.text.slice(span.start, span.end) ?? '';
  const digits = /^["']?[+-]?0+([1-9]\d*)["']?$/.exec(written)?.[1];
  if (span === undefined || digits === undefined) return;
  const octal = /[89]/.test(digits) ? undefined : Number.parseInt(digits, 8);
  yield diagnose('check/leading-zero', { written, value: String(value) }, span, {
    help: [
      `write \`${value}\``,
      ...(octal === undefined || octal === value ? [] : [`or \`${octal}\`, which YAML 1.1 makes of it`]),
    ],
    fixes: [{ title: `write \`${value}\``, edits: [{ span, text: String(value) }], safe: false }],
  });
}
