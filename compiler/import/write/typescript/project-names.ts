import { isReserved } from '../../../specs-as-code/convert/find-rows.ts';
import { constantName } from '../../../specs-as-code/convert/names.ts';
import { type Declaration, type Hole, partsOf, type Term } from './term.ts';

/** The names of a project of several modules: none stands for two things, whichever module it is in. */
export class ProjectNames {
  private readonly taken = new Set(['job', 'jobs', 'each']);
  private readonly names = new Map<number, string>();

  /** Returns a name that nothing has yet. */
  claim(hint: string): string {
    const name = freeName(hint, this.taken);
    this.taken.add(name);
    return name;
  }

  /** From now on a declaration has a name that was claimed. */
  know(declaration: Declaration, name: string): void {
    this.names.set(declaration.id, name);
  }

  /** Names declarations: those with the same hint are told apart by a word that only one of them has. */
  nameAll(declarations: readonly Declaration[]): void {
    const byHint = new Map<string, Declaration[]>();
    for (const each of declarations) byHint.set(each.hint, [...(byHint.get(each.hint) ?? []), each]);
    const hints = new Map<Declaration, string>();
    for (const [hint, alike] of byHint) {
      for (const [declaration, word] of ownWords(alike))
        hints.set(declaration, word === undefined ? hint : `${hint}-${word}`);
    }
    for (const each of declarations) this.names.set(each.id, this.claim(hints.get(each) ?? each.hint));
  }

  /** Returns the name of a constant or function. */
  of(declaration: Declaration): string {
    const known = this.names.get(declaration.id);
    if (known !== undefined) return known;
    const name = this.claim(declaration.hint);
    this.names.set(declaration.id, name);
    return name;
  }

  /** Returns names for the parameters of a function, by the numbers of their holes: none hides what a module has. */
  ofParameters(holes: readonly Hole[]): ReadonlyMap<number, string> {
    const taken = new Set(this.taken);
    const names = new Map<number, string>();
    for (const { id, hint } of holes) {
      const name = freeName(hint, taken);
      taken.add(name);
      names.set(id, name);
    }
    return names;
  }
}

/** The longest name that a person wants to read. */
const LONGEST_NAME = 40;

function freeName(hint: string, taken: ReadonlySet<string>): string {
  const all = hint.match(/[A-Za-z0-9]+/g) ?? [];
  const words = all.filter((word, index) => word.toLowerCase() !== all[index - 1]?.toLowerCase());
  // Words in capitals are variables of the environment: `ZUUL_URL` is `zuulUrl`.
  const plain = words.map((word) => (/^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word));
  let short = plain;
  while (short.length > 1 && short.join('').length > LONGEST_NAME) short = short.slice(0, -1);
  const name = constantName(short.join('-').slice(0, LONGEST_NAME), taken);
  return isReserved(name) ? constantName(`${name}-value`, taken) : name;
}

/** Returns the declarations that terms name, and those that these need: each after what it needs. */
export function declarationsIn(terms: readonly Term[]): readonly Declaration[] {
  const found = new Set<Declaration>();
  const visited = new Set<Declaration>();
  const visit = (term: Term): void => {
    if (term.kind === 'name' || term.kind === 'call' || term.kind === 'lookup') {
      const { of } = term;
      if (!visited.has(of)) {
        visited.add(of);
        visit(of.body);
        found.add(of);
      }
    }
    for (const part of partsOf(term)) visit(part);
  };
  for (const term of terms) visit(term);
  return [...found];
}

/** Returns for each of some declarations a word that it has, and that few of the others have. */
function ownWords(declarations: readonly Declaration[]): ReadonlyMap<Declaration, string | undefined> {
  const found = new Map<Declaration, string | undefined>();
  const counts = new Map<string, number>();
  const words = new Map(
    declarations.map((each) => [each, declarations.length > 1 ? wordsIn(each.body) : []]),
  );
  for (const own of words.values())
    for (const word of new Set(own)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const used = new Set<string>();
  for (const [declaration, own] of words) {
    const word =
      own.find((each) => counts.get(each) === 1) ??
      own.find((each) => !used.has(each) && (counts.get(each) ?? 0) * 3 <= declarations.length);
    if (word !== undefined) used.add(word);
    found.set(declaration, word);
  }
  return found;
}

/** The most words that are looked at to tell things apart. */
const MOST_WORDS = 400;

function wordsIn(term: Term): readonly string[] {
  const words: string[] = [];
  const visit = (part: Term): void => {
    if (words.length > MOST_WORDS) return;
    if (part.kind === 'scalar') words.push(...wordsOf(String(part.value)));
    if (part.kind === 'template')
      for (const each of part.parts) if (typeof each === 'string') words.push(...wordsOf(each));
    if (part.kind === 'name') words.push(...wordsOf(part.of.hint));
    for (const inner of partsOf(part)) visit(inner);
  };
  visit(term);
  return words;
}

function wordsOf(text: string): readonly string[] {
  return text.slice(0, 2_000).match(/[A-Za-z][a-z]{2,15}(?![A-Za-z])/g) ?? [];
}
