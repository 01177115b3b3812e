import { diffArrays } from 'diff';

/** Edits that are looked for: each further one costs as much as all before it together. */
const MOST_EDITS = 2000;

/** A run of entries that two lists share, or that only one of them has. */
export interface ListPart {
  readonly value: readonly string[];
  readonly count: number;
  readonly added: boolean;
  readonly removed: boolean;
}

/** Returns how a list becomes another; two that differ in thousands of entries have nothing in common. */
export function diffLists(before: readonly string[], after: readonly string[]): readonly ListPart[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
  if (parts !== undefined)
    return parts.map(({ value, added, removed }) => ({
      value,
      count: value.length,
      added: added === true,
      removed: removed === true,
    }));
  return [
    { value: before, count: before.length, added: false, removed: true },
    { value: after, count: after.length, added: true, removed: false },
  ];
}
