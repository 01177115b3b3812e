import type { JsonValue } from '../../../schema-node.ts';
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
