import type { JsonValue } from '../../../schema-node.ts';
import { text } from '../../fields.ts';
import { SINCE } from '../family.ts';

/** Returns what holds for a field that has to be written. */
export function required<const Example extends JsonValue>(...examples: readonly [Example, ...Example[]]) {
  return { required: true, examples, since: SINCE } as const;
}

/** Returns what holds for a field that may be missing, which is said in words. */
export function optional<const Example extends JsonValue>(
  without: string,
  ...examples: readonly [Example, ...Example[]]
) {
  return { without, examples, since: SINCE } as const;
}

/** Returns what holds for a field with a default. */
export function preset<const Value extends JsonValue, const Example extends JsonValue>(
  value: Value,
  ...examples: readonly [Example, ...Example[]]
) {
  return { default: value, examples, since: SINCE } as const;
}

/** Returns what holds for a setting that is off by default. */
export const off = preset(false, true);

/** What holds for a script that may stand in a file. */
export const orFile = {
  ...optional('`file` says where it is', 'make test'),
  minLength: 1,
  secret: true,
} as const;

/** Returns the field that names a file beside the specs instead of a text, which stands in the field `script`. */
export function scriptFile(script: string, example: string) {
  return text(
    'A file beside the specs that is the script. Its lines end with a line feed alone, whatever ends them in the file.',
    { ...optional(`\`${script}\` is the script`, example), minLength: 1, refers: 'file' },
  );
}
