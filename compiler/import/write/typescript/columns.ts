import type { Generalized } from './generalize.ts';
import { hintInText } from './hints.ts';
import { anyText, type Place } from './place.ts';
import {
  type Hole,
  mapParts,
  newId,
  type Term,
  type TermNumbers,
  templateTerm,
  textOf,
  textTerm,
} from './term.ts';

/** A body with holes and a table: for each row what stands in each hole. */
export interface Table {
  readonly body: Term;
  readonly parameters: readonly Hole[];
}

/**
 * Returns the body with as few holes as its rows allow: what is equal in all rows is one hole, what follows from others
 * is written with them. A text is made of others where it contains them in all rows.
 */
export function fewestColumns({ term, holes }: Generalized, numbers: TermNumbers): Table {
  const replaced = new Map<number, Term>();
  const columns = distinctColumns(holes, numbers, replaced).flatMap((column) => inWords(column, replaced));
  const texts = columns.filter(isText).sort((a, b) => lengthOf(b) - lengthOf(a));
  const made: Hole[] = [];
  for (const column of texts) {
    const shorter = [...texts, ...made].filter(
      (other) => other !== column && !replaced.has(other.id) && lengthOf(other) < lengthOf(column),
    );
    const found = madeOf(column, shorter);
    if (found === undefined) continue;
    replaced.set(column.id, found.term);
    made.push(...found.rest);
  }
  const named = hintsOfName(columns, replaced);
  const parameters = [...columns, ...made]
    .filter(({ id }) => !replaced.has(id))
    .map((hole) => ({ ...hole, hint: named.get(hole.id) ?? hole.hint }));
  return { body: substitute(term, replaced), parameters: ordered(parameters) };
}

/** Returns better names for what the names of jobs are made of, where only a place is known. */
function hintsOfName(
  columns: readonly Hole[],
  replaced: ReadonlyMap<number, Term>,
): ReadonlyMap<number, string> {
  const hints = new Map<number, string>();
  const name = columns.find(({ isName }) => isName === true);
  const made = name && replaced.get(name.id);
  if (made?.kind !== 'template') return hints;
  const parts = substitute(made, replaced);
  for (const [index, part] of (parts.kind === 'template' ? parts.parts : []).entries()) {
    if (typeof part === 'string' || part.kind !== 'variable' || !isVague(part.hole)) continue;
    const texts = part.hole.values.map((value) => textOf(value) ?? '');
    hints.set(part.hole.id, hintInText('', texts) ?? (index === 0 ? 'project' : 'variant'));
  }
  return hints;
}

function isVague({ hint, isVague: saysPlace, isName }: Hole): boolean {
  return isName !== true && (saysPlace === true || ['text', 'value', 'words', 'description'].includes(hint));
}

/** The most words that a text is parted in. */
const MOST_WORDS = 4;

/** Returns the words of a column, where they go together in several ways: `oven live`, `shop live`, `oven stage`. */
function inWords(column: Hole, replaced: Map<number, Term>): readonly Hole[] {
  if (!isText(column) || column.isName === true) return [column];
  const texts = column.values.map((value) => textOf(value) ?? '');
  const words = texts.map((text) => text.split(' '));
  const count = words[0]?.length ?? 1;
  if (count < 2 || count > MOST_WORDS || words.some((each) => each.length !== count || each.includes('')))
    return [column];
  const parts = Array.from({ length: count }, (_, index) => words.map((each) => each[index] ?? ''));
  const distinct = parts.map((part) => new Set(part).size);
  if (distinct.reduce((sum, size) => sum + (size === 1 ? 0 : size), 0) >= new Set(texts).size)
    return [column];
  const own: Hole[] = [];
  const pieces = parts.map((part, index): string | Term => {
    if (distinct[index] === 1) return part[0] ?? '';
    const hint = hintInText('', part);
    const hole: Hole = {
      id: newId(),
      place: anyText,
      hint: hint ?? column.hint,
      wants: 'text',
      values: part.map(textTerm),
      ...(hint === undefined ? { isVague: true as const } : {}),
    };
    own.push(hole);
    return { kind: 'variable', hole };
  });
  const spaced = pieces.flatMap((piece, index) => (index === 0 ? [piece] : [' ', piece]));
  replaced.set(column.id, templateTerm(spaced));
  return own;
}

/** Returns a term in which variables are replaced by terms, again in those. */
export function substitute(term: Term, replaced: ReadonlyMap<number, Term>): Term {
  if (term.kind !== 'variable') return mapParts(term, (part) => substitute(part, replaced));
  const other = replaced.get(term.hole.id);
  return other === undefined ? term : substitute(other, replaced);
}

function distinctColumns(
  holes: readonly Hole[],
  numbers: TermNumbers,
  replaced: Map<number, Term>,
): readonly Hole[] {
  const known = new Map<string, Hole>();
  const places = new Map<Hole, Place>();
  const names = new Set<Hole>();
  const hints = new Map<Hole, Hole>();
  for (const hole of holes) {
    const key = `${likenessKey(hole)} ${hole.values.map((value) => numbers.of(value)).join()}`;
    const same = known.get(key);
    if (same === undefined) known.set(key, hole);
    else replaced.set(hole.id, { kind: 'variable', hole: same });
    if (same === undefined) continue;
    // What may only be one of some words says so for all, and so does the name.
    if (hole.place.schema?.enum !== undefined) places.set(same, hole.place);
    if (hole.isName === true) names.add(same);
    if (isVague(hints.get(same) ?? same) && !isVague(hole)) hints.set(same, hole);
  }
  return [...known.values()].map((hole) => {
    const place = places.get(hole) ?? hole.place;
    if (names.has(hole)) return { ...hole, place, hint: 'name', isName: true as const };
    const named = hints.get(hole);
    return named === undefined
      ? { ...hole, place }
      : { ...hole, place, hint: named.hint, isVague: undefined };
  });
}

/** Texts and optional parts that go together have one reason; numbers, yes and no are equal by chance. */
function likenessKey(hole: Hole): string {
  if (hole.wants !== 'value' || hole.values.some((value) => value !== undefined && value.kind !== 'scalar'))
    return hole.wants === 'text' ? 'value' : hole.wants;
  const isPlain = hole.values.some((value) => value !== undefined && textOf(value) === undefined);
  return isPlain ? `value ${hole.hint}` : 'value';
}

function isText({ values, wants }: Hole): boolean {
  return wants !== 'flag' && values.every((value) => textOf(value) !== undefined);
}

function lengthOf({ values }: Hole): number {
  return values.reduce((sum, value) => sum + (textOf(value)?.length ?? 0), 0);
}

/** The name comes first, then what differs in most rows. */
function ordered(holes: readonly Hole[]): readonly Hole[] {
  const weight = (hole: Hole) =>
    hole.isName === true ? 0 : hole.wants === 'items' ? 3 : hole.values.includes(undefined) ? 2 : 1;
  return [...holes].sort((a, b) => weight(a) - weight(b));
}

/** A piece of a text in each row: a column, or what is not known yet. */
type Piece = { readonly column: Hole } | { readonly texts: readonly string[] };

interface Made {
  readonly term: Term;
  readonly rest: readonly Hole[];
}

/** Returns how a column is made of others; the name of a job may have one piece more of its own. */
function madeOf(column: Hole, others: readonly Hole[]): Made | undefined {
  const texts = column.values.map((value) => textOf(value) ?? '');
  let pieces: readonly Piece[] = [{ texts }];
  const longestFirst = [...others].sort((a, b) => lengthOf(b) - lengthOf(a));
  for (const other of longestFirst)
    pieces = pieces.flatMap((piece) => ('column' in piece ? [piece] : cut(piece.texts, other)));
  if (!pieces.some((piece) => 'column' in piece)) return undefined;
  const rest: Hole[] = [];
  const parts = pieces.flatMap((piece): readonly (string | Term)[] => {
    if ('column' in piece) return [{ kind: 'variable', hole: piece.column }];
    const { start, middle, end } = apart(piece.texts);
    if (middle === undefined) return [start];
    const hole = ownHole(column, middle, rest.length);
    rest.push(hole);
    return [start, { kind: 'variable', hole }, end];
  });
  // A piece of its own is worth it when much of the text is said by others.
  const own = rest.reduce((sum, hole) => sum + lengthOf(hole), 0);
  if (rest.length > 1 || (column.isName !== true && own * 2 > lengthOf(column))) return undefined;
  return { term: templateTerm(parts), rest };
}

function ownHole(column: Hole, texts: readonly string[], index: number): Hole {
  const place: Place = anyText;
  const hint = index === 0 ? column.hint : `${column.hint}-${index}`;
  const values = texts.map(textTerm);
  return {
    id: newId(),
    place,
    hint,
    wants: 'text',
    values,
    ...(column.isName ? { isVague: true as const } : {}),
  };
}

/** Returns what all texts begin and end with, and what is between that in each, if anything is. */
function apart(texts: readonly string[]): {
  readonly start: string;
  readonly middle?: readonly string[];
  readonly end: string;
} {
  const [first = ''] = texts;
  if (texts.every((text) => text === first)) return { start: first, end: '' };
  const start = shared(texts, (text) => text);
  const rest = texts.map((text) => text.slice(start.length));
  const end = [...shared(rest, (text) => [...text].reverse().join(''))].reverse().join('');
  return { start, middle: rest.map((text) => text.slice(0, text.length - end.length)), end };
}

/** Returns the common start of texts up to a place where no word is cut. */
function shared(texts: readonly string[], turned: (text: string) => string): string {
  const all = texts.map(turned);
  const [first = ''] = all;
  let length = 0;
  while (length < first.length && all.every((text) => text[length] === first[length])) length++;
  while (
    length > 0 &&
    all.some((text) => /\w/.test(text.charAt(length - 1)) && /\w/.test(text.charAt(length)))
  )
    length--;
  return first.slice(0, length);
}

/** Returns texts cut where each has the text of a column. */
function cut(texts: readonly string[], column: Hole): readonly Piece[] {
  const values = column.values.map((value) => textOf(value) ?? '');
  if (values.includes('')) return [{ texts }];
  for (const find of [wordAt, lastWordAt]) {
    const at = texts.map((text, row) => find(text, values[row] ?? ''));
    if (at.includes(-1)) continue;
    const left = texts.map((text, row) => text.slice(0, at[row]));
    const right = texts.map((text, row) => text.slice((at[row] ?? 0) + (values[row]?.length ?? 0)));
    return [...rest(left), { column }, ...(right.some((text) => text !== '') ? cut(right, column) : [])];
  }
  return [{ texts }];
}

function rest(texts: readonly string[]): readonly Piece[] {
  return texts.some((text) => text !== '') ? [{ texts }] : [];
}

function wordAt(text: string, word: string): number {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (isWhole(text, word, at)) return at;
  return -1;
}

function lastWordAt(text: string, word: string): number {
  for (let at = text.lastIndexOf(word); at !== -1; at = at === 0 ? -1 : text.lastIndexOf(word, at - 1))
    if (isWhole(text, word, at)) return at;
  return -1;
}

function isWhole(text: string, word: string, at: number): boolean {
  const end = at + word.length;
  return (
    !(/\w/.test(text.charAt(at - 1)) && /\w/.test(word.charAt(0))) &&
    !(/\w/.test(text.charAt(end)) && /\w/.test(word.at(-1) ?? ''))
  );
}
