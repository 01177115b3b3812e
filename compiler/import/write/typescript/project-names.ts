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
  const words = hint.match(/[A-Za-z0-9]+/g) ?? [];
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
