import type { JsonValue } from '../../../schema/schema-node.ts';
import type { Leaf } from './leaf.ts';

/** Returns a value that no other field is learned with. */
export function otherValue({ form }: Leaf): JsonValue {
  if (form.kind === 'number') return Math.max(form.least, Math.min(form.most, 17));
  return form.kind === 'texts' ? [form.values[0] ?? 'zqother'] : 'zqother';
}

/** Returns the value with which a field that has one by default, or has to be there, becomes as if it were absent. */
export function nothingOf({ at, form, isRequired, mayBeEmpty }: Leaf): readonly JsonValue[] {
  if (isRequired && mayBeEmpty) return [[]];
  if (form.kind === 'text') return (form.least ?? 0) > 0 ? [] : [''];
  return form.kind === 'number' && form.least <= 0 && at.length === 1 ? [0] : [];
}
