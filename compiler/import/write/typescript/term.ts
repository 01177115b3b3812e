import type { Place } from './place.ts';

/** A value of jobs in which some parts are variables, calls of functions, or names of constants. */
export type Term =
  | ScalarTerm
  | TemplateTerm
  | ListTerm
  | ObjectTerm
  | CallTerm
  | VariableTerm
  | NameTerm
  | LookupTerm
  | WhenTerm
  | EachTerm;

/** A text, a number, `true`, `false` or nothing. */
export interface ScalarTerm {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

/** A text with holes: what is no text stands for one. */
export interface TemplateTerm {
  readonly kind: 'template';
  readonly parts: readonly (string | Term)[];
}

/** A list; a spread item is a list whose items stand in its place. */
export interface ListTerm {
  readonly kind: 'list';
  readonly items: readonly ListItem[];
}

/** An item of a list. */
export interface ListItem {
  readonly spread: boolean;
  readonly term: Term;
}

/** An object; fields of the bases hold where it says nothing itself. */
export interface ObjectTerm {
  readonly kind: 'object';
  readonly fields: ReadonlyMap<string, Term>;
  readonly bases?: readonly NameTerm[];
}

/** The call of a function; an argument that is missing is left out. */
export interface CallTerm {
  readonly kind: 'call';
  readonly of: FunctionDeclaration;
  readonly values: readonly (Term | undefined)[];
}

/** What varies: the parameter of a function. */
export interface VariableTerm {
  readonly kind: 'variable';
  readonly hole: Hole;
}

/** A constant by its name. */
export interface NameTerm {
  readonly kind: 'name';
  readonly of: ConstantDeclaration;
}

/** An entry of a table that is a constant, by another value. */
export interface LookupTerm {
  readonly kind: 'lookup';
  readonly of: ConstantDeclaration;
  readonly by: Term;
}

/** A value that is there when a variable says so. In a list it is a list. */
export interface WhenTerm {
  readonly kind: 'when';
  readonly flag: VariableTerm;
  readonly value: Term;
}

/** A text that is one piece for each word of a list. */
export interface EachTerm {
  readonly kind: 'each';
  readonly list: Term;
  /** The piece; `null` stands for the word. */
  readonly piece: readonly (string | null)[];
}

/** A place of a function's body that its callers fill, and what they fill it with, in their order. */
export interface Hole {
  readonly id: number;
  readonly place: Place;
  /** A name that says what it is. */
  readonly hint: string;
  /** What is wanted: a whole value, a piece of a text, whether something is there, or items of a list. */
  readonly wants: 'value' | 'text' | 'flag' | 'items';
  readonly values: readonly (Term | undefined)[];
  /** It is the name of the jobs. */
  readonly isName?: true;
  /** The hint only says where it stands. */
  readonly isVague?: true | undefined;
}

/** Where a declaration belongs. */
export type Home = 'scripts' | 'shared' | 'families';

/** A value that has a name. */
export interface ConstantDeclaration {
  readonly kind: 'constant';
  readonly id: number;
  readonly home: Home;
  readonly hint: string;
  readonly place: Place;
  /** What is shared inside it may be found after it. */
  body: Term;
}

/** A function that returns a value. */
export interface FunctionDeclaration {
  readonly kind: 'function';
  readonly id: number;
  readonly home: Home;
  readonly hint: string;
  readonly place: Place;
  readonly parameters: readonly Hole[];
  /** What is shared inside it may be found after it. */
  body: Term;
}

/** A constant or a function. */
export type Declaration = ConstantDeclaration | FunctionDeclaration;

let lastId = 0;

/** Returns a number that no other declaration or hole has. */
export function newId(): number {
  lastId += 1;
  return lastId;
}

/** Returns a text as a term. */
export function textTerm(value: string): ScalarTerm {
  return { kind: 'scalar', value };
}

/** Returns the parts of a text as a term: neighbours that are texts become one. */
export function templateTerm(parts: readonly (string | Term)[]): Term {
  const joined: (string | Term)[] = [];
  for (const part of parts.flatMap(innerParts)) {
    const last = joined.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  const [only = ''] = joined;
  if (joined.length > 1) return { kind: 'template', parts: joined };
  return typeof only === 'string' ? textTerm(only) : only;
}

function innerParts(part: string | Term): readonly (string | Term)[] {
  if (typeof part === 'string') return [part];
  if (part.kind === 'template') return part.parts;
  return part.kind === 'scalar' && typeof part.value === 'string' ? [part.value] : [part];
}

/** Returns the text of a term that is nothing but a text. */
export function textOf(term: Term | undefined): string | undefined {
  return term?.kind === 'scalar' && typeof term.value === 'string' ? term.value : undefined;
}

/** Returns the terms inside a term, in their order. */
export function partsOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case 'template':
      return term.parts.filter((part) => typeof part !== 'string');
    case 'list':
      return term.items.map((item) => item.term);
    case 'object':
      return [...(term.bases ?? []), ...term.fields.values()];
    case 'call':
      return term.values.filter((value) => value !== undefined);
    case 'lookup':
      return [term.by];
    case 'when':
      return [term.flag, term.value];
    case 'each':
      return [term.list];
    default:
      return [];
  }
}

/** Returns a term in which each part is replaced by what `change` makes of it. */
export function mapParts(term: Term, change: (part: Term) => Term): Term {
  switch (term.kind) {
    case 'template':
      return templateTerm(term.parts.map((part) => (typeof part === 'string' ? part : change(part))));
    case 'list':
      return { kind: 'list', items: term.items.map((item) => ({ ...item, term: change(item.term) })) };
    case 'object':
      return {
        ...term,
        fields: new Map([...term.fields].map(([name, value]) => [name, change(value)])),
      };
    case 'call':
      return { ...term, values: term.values.map((value) => value && change(value)) };
    case 'lookup':
      return { ...term, by: change(term.by) };
    case 'each':
      return { ...term, list: change(term.list) };
    case 'when': {
      const flag = change(term.flag);
      return { ...term, flag: flag.kind === 'variable' ? flag : term.flag, value: change(term.value) };
    }
    default:
      return term;
  }
}

/** Numbers for terms: equal terms have equal numbers. One run has its own, so that nothing is kept behind it. */
export class TermNumbers {
  private readonly numbers = new Map<string, number>();
  private readonly known = new WeakMap<Term, number>();

  of(term: Term | undefined): number {
    if (term === undefined) return 0;
    const known = this.known.get(term);
    if (known !== undefined) return known;
    const text = this.textOf(term);
    const number = this.numbers.get(text) ?? this.numbers.size + 1;
    this.numbers.set(text, number);
    this.known.set(term, number);
    return number;
  }

  private textOf(term: Term): string {
    switch (term.kind) {
      case 'scalar':
        return JSON.stringify(term.value);
      case 'template':
        return `t${term.parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : this.of(part))).join()}`;
      case 'list':
        return `l${term.items.map((item) => (item.spread ? `.${this.of(item.term)}` : this.of(item.term))).join()}`;
      case 'object': {
        const bases = (term.bases ?? []).map((base) => this.of(base)).join();
        return `o${bases}${[...term.fields].map(([name, value]) => `${JSON.stringify(name)}:${this.of(value)}`).join()}`;
      }
      case 'call':
        return `c${term.of.id}(${term.values.map((value) => this.of(value)).join()})`;
      case 'variable':
        return `v${term.hole.id}`;
      case 'name':
        return `n${term.of.id}`;
      case 'lookup':
        return `k${term.of.id}[${this.of(term.by)}]`;
      case 'when':
        return `w${this.of(term.flag)}?${this.of(term.value)}`;
      case 'each':
        return `e${this.of(term.list)}${JSON.stringify(term.piece)}`;
    }
  }
}

const sizes = new WeakMap<Term, number>();

/** Returns about how many characters a term has when it is written. */
export function sizeOf(term: Term | undefined): number {
  if (term === undefined) return 0;
  const known = sizes.get(term);
  if (known !== undefined) return known;
  const size = measure(term);
  sizes.set(term, size);
  return size;
}

/** What a name takes, more or less. */
const NAME = 14;

function measure(term: Term): number {
  switch (term.kind) {
    case 'scalar':
      return typeof term.value === 'string' ? term.value.length + 2 : String(term.value).length;
    case 'template':
      return term.parts.reduce(
        (sum, part) => sum + (typeof part === 'string' ? part.length : sizeOf(part) + 3),
        2,
      );
    case 'list':
      return term.items.reduce((sum, item) => sum + sizeOf(item.term) + 2 + (item.spread ? 3 : 0), 2);
    case 'object':
      return [...term.fields].reduce(
        (sum, [name, value]) => sum + name.length + 4 + sizeOf(value),
        4 + NAME * (term.bases?.length ?? 0),
      );
    case 'call':
      return term.values.reduce((sum, value) => sum + sizeOf(value) + 2, NAME);
    case 'lookup':
      return NAME + sizeOf(term.by) + 2;
    case 'when':
      return sizeOf(term.flag) + sizeOf(term.value) + 12;
    case 'each':
      return term.piece.reduce((sum, part) => sum + (part?.length ?? 7), 30 + sizeOf(term.list));
    case 'variable':
      return 8;
    case 'name':
      return NAME;
  }
}

/** Returns whether a hole may be filled with nothing. */
export function mayLack({ values }: Hole): boolean {
  return values.some((value) => value === undefined || (value.kind === 'variable' && mayLack(value.hole)));
}
