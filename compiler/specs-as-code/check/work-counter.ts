import ts from 'typescript';
import { TooMuch } from './too-much.ts';

/** What is counted: pieces of syntax; types with their signatures and properties. */
type Kind = 'nodes' | 'types';

const words: Readonly<Record<Kind, string>> = {
  nodes: 'pieces of syntax',
  types: 'types to be worked out',
};

/** Every object and property that is written has a type of its own; data may be large. */
const TYPES_PER_NODE = 2;

/** The kinds of objects that TypeScript lets its host make; the editor's services replace them in the same way. */
const kinds: Readonly<Record<string, Kind>> = {
  Node: 'nodes',
  Token: 'nodes',
  Identifier: 'nodes',
  PrivateIdentifier: 'nodes',
  Symbol: 'types',
  Type: 'types',
  Signature: 'types',
};

type Constructor = new (...args: readonly unknown[]) => object;
type Allocator = Record<string, () => Constructor>;

/** The work that is counted now. TypeScript works on one thing at a time. */
let current: { readonly kind: Kind; readonly counter: WorkCounter } | undefined;

/**
 * Counts what TypeScript makes for the files of a project, and stops it with `TooMuch`. Time would depend on the machine
 * and on what else it does; what is made depends on the files alone.
 */
export class WorkCounter {
  private readonly limits: Readonly<Record<Kind, number>>;
  private readonly made: Record<Kind, number> = { nodes: 0, types: 0 };

  constructor(limits: Readonly<Record<Kind, number>>) {
    this.limits = limits;
    observe();
  }

  /** Returns the result of work whose things of one kind are counted. */
  count<T>(kind: Kind, work: () => T): T {
    current = { kind, counter: this };
    try {
      return work();
    } finally {
      current = undefined;
    }
  }

  add(kind: Kind): void {
    const most = kind === 'nodes' ? this.limits.nodes : this.limits.types + TYPES_PER_NODE * this.made.nodes;
    if (++this.made[kind] > most) throw new TooMuch(`has more than ${most} ${words[kind]}`);
  }
}

let isObserved = false;

/** Puts counting constructors in the place of those of TypeScript; once, since they stay there. */
function observe(): void {
  if (isObserved) return;
  isObserved = true;
  // The boundary: not in the published types of TypeScript, whose version is fixed.
  const internal = ts as unknown as {
    readonly objectAllocator: Allocator;
    readonly setObjectAllocator: (allocator: Allocator) => void;
  };
  const counting = Object.entries(kinds).map(([name, kind]): [string, () => Constructor] => {
    const key = `get${name}Constructor`;
    const original = internal.objectAllocator[key]?.() ?? Object;
    const observed = class extends original {
      constructor(...args: readonly unknown[]) {
        super(...args);
        if (current?.kind === kind) current.counter.add(kind);
      }
    };
    return [key, () => observed];
  });
  internal.setObjectAllocator(Object.fromEntries(counting));
}
