import { diagnose } from '../../diagnostics/diagnose.ts';
import { oneLine } from '../../print/lines.ts';
import type { LocatedObject } from '../../source/node.ts';
import { Sourced } from '../../text/sourced.ts';
import { type Specs, settingsOf } from '../check-spec.ts';
import { eachItem } from './jobs/each-item.ts';
import { at, type Rule } from './rule.ts';

/** What becomes a line of a file that programs read line by line, or a word of one, cannot end it. */
export const lineTextsRule: Rule = {
  name: 'line-texts',
  *check(specs) {
    for (const { field, unit, text } of textsOf(specs)) {
      const isHeld =
        unit === 'line' ? oneLine(text.value) === text.value : !/[\s\0\u0085[\]]/.test(text.value);
      if (isHeld) continue;
      const help = unit === 'line' ? 'write one entry per line' : 'write it without white space and brackets';
      yield diagnose('check/line-text', { field, unit }, at(text), { help });
    }
  },
};

/** The entries of the lists of a job: Jenkins keeps many of them as the lines of one text. */
function* entriesOf(value: unknown, field: string): Generator<LineText> {
  if (Array.isArray(value)) {
    for (const entry of value) {
      if (!(entry instanceof Sourced)) yield* entriesOf(entry, field);
      else if (typeof entry.value === 'string')
        yield { field, unit: 'line', text: entry.map((text) => String(text).replace(/\n$/, '')) };
    }
  } else if (isObject(value)) for (const name of value.$.fields.keys()) yield* entriesOf(value[name], name);
}

function isObject(value: unknown): value is LocatedObject & Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && '$' in value;
}

interface LineText {
  readonly field: string;
  readonly unit: 'line' | 'word';
  readonly text: Sourced<string>;
}

function* textsOf(specs: Specs): Generator<LineText> {
  for (const { item } of eachItem(specs.jobs)) yield* entriesOf(item, '');
  const { apt, known_hosts: hosts, plugins } = settingsOf(specs);
  for (const text of hosts) yield { field: 'known_hosts', unit: 'line', text };
  for (const { version } of plugins) {
    if (version !== undefined) yield { field: 'version', unit: 'word', text: version };
  }
  const { url, distribution, component } = apt;
  for (const [field, text] of Object.entries({ url, distribution, component })) {
    yield { field, unit: 'word', text };
  }
}
