import { sizeOf, type Term, type TermNumbers } from './term.ts';

/** The values inside terms with the paths to them: how much two terms have in common. */
export class Leaves {
  private readonly numbers: TermNumbers;
  private readonly known = new Map<Term, ReadonlyMap<string, number>>();

  constructor(numbers: TermNumbers) {
    this.numbers = numbers;
  }

  /** Returns which part of all values two terms have in common, from 0 to 1; names and kinds do not count. */
  likeness(a: Term, b: Term): number {
    const [left, right] = [this.of(a), this.of(b)];
    let common = 0;
    let all = 0;
    for (const [leaf, size] of left) {
      all += size;
      if (right.has(leaf)) common += size;
    }
    for (const [leaf, size] of right) if (!left.has(leaf)) all += size;
    return all === 0 ? 1 : common / all;
  }

  private of(term: Term): ReadonlyMap<string, number> {
    const known = this.known.get(term);
    if (known !== undefined) return known;
    const leaves = new Map<string, number>();
    if (term.kind !== 'object') this.collect(term, '', leaves);
    else
      for (const [name, value] of term.fields)
        if (name !== 'name' && name !== 'kind') this.collect(value, name, leaves);
    this.known.set(term, leaves);
    return leaves;
  }

  private collect(term: Term, path: string, leaves: Map<string, number>): void {
    switch (term.kind) {
      case 'object':
        if (term.fields.size === 0) leaves.set(`${path}{}`, 10);
        for (const [name, value] of term.fields) {
          this.collect(value, `${path}.${name}`, leaves);
          // That a field is there counts, too.
          leaves.set(`${path}.${name}`, 8);
        }
        return;
      case 'list':
        for (const { term: item } of term.items) this.collect(item, path, leaves);
        return;
      case 'call':
        leaves.set(`${path} call ${term.of.id}`, 40);
        for (const [index, value] of term.values.entries()) {
          if (value !== undefined) this.collect(value, `${path} ${term.of.id}.${index}`, leaves);
        }
        return;
      default:
        leaves.set(`${path}=${this.numbers.of(term)}`, Math.min(40, 6 + sizeOf(term)));
    }
  }
}
