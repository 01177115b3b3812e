import { quoted } from '../../../specs-as-code/convert/print-typescript.ts';
import type { TsValue } from '../../../specs-as-code/convert/ts-value.ts';
import { type Hole, mayLack, type Term, type TermNumbers, textOf } from './term.ts';
import { typeOfHole, type WrittenType } from './types.ts';
import { type Names, writeTerm } from './write-term.ts';

/** A parameter of a function: its name, its type, and what holds when it is left out. */
export interface Parameter {
  readonly hole: Hole;
  readonly name: string;
  readonly type: WrittenType;
  /** The value in most rows, which they leave out. */
  readonly usual?: Term;
  /** The default as code. */
  readonly fallback?: string;
  readonly isOptional: boolean;
}

/** How a function is called: with values in an order, or with an object. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly style: 'positions' | 'object';
}

/** The most values that are told apart by their order. */
const MOST_POSITIONS = 3;

/** Returns how the function of a table takes its parameters; `nameOf` gives each a name that is not taken. */
export function signatureOf(
  holes: readonly Hole[],
  numbers: TermNumbers,
  nameOf: (hole: Hole) => string,
): Signature {
  const parameters = holes.map((hole) => parameterOf(hole, numbers, nameOf(hole)));
  const inOrder = [...parameters].sort((a, b) => Number(a.isOptional) - Number(b.isOptional));
  const optional = parameters.filter(({ isOptional }) => isOptional).length;
  const style = parameters.length <= MOST_POSITIONS && optional <= 1 ? 'positions' : 'object';
  return { parameters: inOrder, style };
}

function parameterOf(hole: Hole, numbers: TermNumbers, name: string): Parameter {
  const type = typeOfHole(hole);
  if (hole.wants === 'items') return { hole, name, type, fallback: '[]', isOptional: true };
  const usual = usualOf(hole, numbers);
  if (usual !== undefined) return { hole, name, type, usual, fallback: codeOf(usual), isOptional: true };
  return { hole, name, type, isOptional: mayLack(hole) };
}

/** Returns the scalar that more than half of the rows have, when none lacks a value. */
function usualOf({ values, wants }: Hole, numbers: TermNumbers): Term | undefined {
  if (values.some((value) => value?.kind !== 'scalar')) return undefined;
  const counts = new Map<number, number>();
  for (const value of values) counts.set(numbers.of(value), (counts.get(numbers.of(value)) ?? 0) + 1);
  const [number, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  const usual = values.find((value) => numbers.of(value) === number);
  const isShort = (textOf(usual)?.length ?? 0) <= 60;
  return usual !== undefined && isShort && (wants === 'flag' || count * 2 > values.length)
    ? usual
    : undefined;
}

function codeOf(term: Term): string {
  const text = textOf(term);
  return text === undefined && term.kind === 'scalar' ? String(term.value) : quoted(text ?? '');
}

/** Returns the parameters of a function as code: one by one, or the object of all. */
export function writeParameters({ parameters, style }: Signature, rowType: string): readonly string[] {
  const named = parameters.map(({ name, fallback }) =>
    fallback === undefined ? name : `${name} = ${fallback}`,
  );
  if (style === 'object') return [`{ ${named.join(', ')} }: ${rowType}`];
  return parameters.map(({ name, type, fallback, isOptional }) =>
    fallback === undefined
      ? `${name}${isOptional ? '?' : ''}: ${type.type}`
      : writeDefault(name, fallback, type),
  );
}

/** The type of a plain default can be seen. */
function writeDefault(name: string, fallback: string, { type }: WrittenType): string {
  const isSeen = type === 'boolean' || type === 'number' || type === 'string';
  return isSeen ? `${name} = ${fallback}` : `${name}: ${type} = ${fallback}`;
}

/** Returns a row as the function takes it; `cells` stand in the order of its parameters. */
export function writeRow(
  signature: Signature,
  cells: readonly (Term | undefined)[],
  numbers: TermNumbers,
  names: Names,
): TsValue {
  const { parameters, style } = signature;
  if (style === 'object') return writeObjectRow(signature, cells, numbers, names);
  const items = writePositions(signature, cells, numbers, names);
  const [only] = items;
  return parameters.length === 1 && only !== undefined
    ? only
    : { kind: 'list', items: items.map((value) => ({ value, comments: [] })) };
}

/** Returns a call of the function; `cells` stand in the order of its parameters. */
export function writeCallOf(
  name: string,
  signature: Signature,
  cells: readonly (Term | undefined)[],
  numbers: TermNumbers,
  names: Names,
): TsValue {
  const values =
    signature.style === 'object'
      ? [writeObjectRow(signature, cells, numbers, names)]
      : writePositions(signature, cells, numbers, names);
  return { kind: 'call', function: name, arguments: values };
}

function writeObjectRow(
  signature: Signature,
  cells: readonly (Term | undefined)[],
  numbers: TermNumbers,
  names: Names,
) {
  const members = writtenCells(signature, cells, numbers, names).flatMap(({ name, value }) =>
    value === undefined ? [] : [{ kind: 'field' as const, key: name, value, comments: [] }],
  );
  return { kind: 'object' as const, members, isRow: true as const };
}

function writePositions(
  signature: Signature,
  cells: readonly (Term | undefined)[],
  numbers: TermNumbers,
  names: Names,
): readonly TsValue[] {
  const written = writtenCells(signature, cells, numbers, names);
  const last = written.findLastIndex(({ value }) => value !== undefined);
  return written.slice(0, last + 1).map(({ value }): TsValue => value ?? { kind: 'code', code: 'undefined' });
}

/** What most rows have is left out. */
function writtenCells(
  { parameters }: Signature,
  cells: readonly (Term | undefined)[],
  numbers: TermNumbers,
  names: Names,
) {
  return parameters.map(({ hole, name, usual }, index) => {
    const cell = cells[index];
    const isUsual = cell === undefined || (usual !== undefined && numbers.of(cell) === numbers.of(usual));
    return { name, value: isUsual ? undefined : writeTerm(cell, hole.place, names) };
  });
}
