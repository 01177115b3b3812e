import type { Node, ScalarNode } from '../source/node.ts';
import type { Range } from './place.ts';
import { type SpecField, type SpecTree, scalarsOf } from './spec-tree.ts';

/** What stands at a place of a spec: a field, and the single value of it, or none where it is the key or an alias. */
export interface FieldAt {
  readonly field: SpecField;
  readonly scalar?: ScalarNode;
  /** Where the key or the alias is. */
  readonly place?: Range;
}

/** Returns the field at a place; undefined between them, and for what no schema knows. */
export function fieldAt({ fields }: SpecTree, offset: number): FieldAt | undefined {
  let best: FieldAt | undefined;
  for (const field of fields) {
    const { key, value } = field;
    if (key !== undefined && isAt(key, offset)) return { field, place: key.span };
    if (value.alias !== undefined && isIn(value.alias, offset)) best = { field, place: value.alias };
    const scalar = scalarsOf(value).find((each) => isAt(each, offset));
    // A value that starts where another one ends is the one that is meant.
    if (scalar !== undefined && (best?.scalar === undefined || scalar.span.start === offset))
      best = { field, scalar };
  }
  return best;
}

function isAt({ span, alias }: Node, offset: number): boolean {
  return alias === undefined && span.end > span.start && isIn(span, offset);
}

function isIn({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}
