import { fewestColumns, type Table } from './columns.ts';
import { generalize } from './generalize.ts';
import type { Place } from './place.ts';
import {
  type CallTerm,
  type FunctionDeclaration,
  type Hole,
  newId,
  sizeOf,
  type TermNumbers,
  textOf,
} from './term.ts';

/** Rows of a table that are alike: what they have in common is said once, in a call of the function with holes. */
export interface RowGroup {
  /** The numbers of the rows, in their order. */
  readonly rows: readonly number[];
  /** A call of the family's function, and what varies in the group. */
  readonly table: Table;
}

/** The rows of a table: in groups, and alone. */
export interface GroupedRows {
  readonly of: FunctionDeclaration;
  readonly groups: readonly RowGroup[];
  readonly alone: readonly number[];
}

/** Fewer rows are no group. */
const FEWEST_ROWS = 3;

/** The most that may vary in a group, and what a group takes beside its call. */
const MOST_COLUMNS = 4;
const PER_GROUP = 60;
const PER_CELL = 4;

/** Returns the rows of a table in groups, by the column whose values part them best. */
export function groupRows(
  { body, parameters }: Table,
  count: number,
  place: Place,
  hint: string,
  numbers: TermNumbers,
): GroupedRows {
  const of: FunctionDeclaration = {
    kind: 'function',
    id: newId(),
    home: 'families',
    hint,
    place,
    parameters,
    body,
  };
  const rows = Array.from({ length: count }, (_, row) => row);
  const calls = rows.map(
    (row): CallTerm => ({ kind: 'call', of, values: parameters.map(({ values }) => values[row]) }),
  );
  const grouper = new Grouper(calls, numbers);
  let best: GroupedRows = { of, groups: [], alone: rows };
  let most = 0;
  for (const column of parameters.filter(canPart)) {
    const found = grouper.groupsBy(column);
    if (found.saved > most) [best, most] = [{ of, groups: found.groups, alone: found.alone }, found.saved];
  }
  return best;
}

/** A column with some values, each of which several rows have. */
function canPart({ values, isName }: Hole): boolean {
  return isName !== true && new Set(values.map((value) => textOf(value))).size * 2 < values.length;
}

class Grouper {
  private readonly calls: readonly CallTerm[];
  private readonly numbers: TermNumbers;

  constructor(calls: readonly CallTerm[], numbers: TermNumbers) {
    this.calls = calls;
    this.numbers = numbers;
  }

  groupsBy({ values }: Hole): {
    readonly saved: number;
    readonly groups: readonly RowGroup[];
    readonly alone: readonly number[];
  } {
    const parts = new Map<number, number[]>();
    for (const [row, value] of values.entries()) {
      const number = this.numbers.of(value);
      parts.set(number, [...(parts.get(number) ?? []), row]);
    }
    const groups: RowGroup[] = [];
    const alone: number[] = [];
    let saved = 0;
    for (const rows of parts.values()) {
      const group = rows.length < FEWEST_ROWS ? undefined : this.group(rows);
      if (group === undefined) alone.push(...rows);
      else {
        groups.push(group.group);
        saved += group.saved;
      }
    }
    return { saved, groups, alone: alone.sort((a, b) => a - b) };
  }

  private group(rows: readonly number[]): { readonly group: RowGroup; readonly saved: number } | undefined {
    const calls = rows.flatMap((row) => this.calls[row] ?? []);
    const [first] = calls;
    if (first === undefined) return undefined;
    const table = fewestColumns(generalize(calls, first.of.place, this.numbers), this.numbers);
    if (table.parameters.length > MOST_COLUMNS || !table.parameters.every(isPlain)) return undefined;
    const alone = calls.reduce((sum, call) => sum + rowSize(call), 0);
    const cells = table.parameters.reduce(
      (sum, { values }) => sum + values.reduce((all, value) => all + sizeOf(value) + PER_CELL, 0),
      0,
    );
    const saved = alone - cells - sizeOf(table.body) - PER_GROUP;
    return saved > 0 ? { group: { rows, table }, saved } : undefined;
  }
}

function rowSize({ values, of }: CallTerm): number {
  return values.reduce(
    (sum, value, index) =>
      sum + (value === undefined ? 0 : sizeOf(value) + (of.parameters[index]?.hint.length ?? 0) + PER_CELL),
    6,
  );
}

/** The type of what varies has to be seen from its values. */
function isPlain({ values, place, wants }: Hole): boolean {
  if (wants === 'flag') return true;
  if (wants === 'items' || place.schema?.enum !== undefined || place.within?.isItem === true) return false;
  const kinds = new Set(values.map((value) => (value?.kind === 'scalar' ? typeof value.value : 'other')));
  return kinds.size === 1 && !kinds.has('other') && !kinds.has('object');
}
