import type { ReadValue } from '../../check/read/value.ts';
import type { MappingNode, Node, ScalarNode } from '../../source/node.ts';
import { findRows, isContainer, type Rows, readLeaves } from './find-rows.ts';

/** What repeats in a spec: values that become constants, mappings that extend others, lists made of rows. */
export interface SharedValues {
  /** Returns whether a value becomes a constant. */
  readonly isShared: (value: ReadValue) => boolean;
  /** Returns the value whose fields a mapping takes by a merge key (`<<`), if it is one. */
  readonly extended: (value: ReadValue) => ReadValue | undefined;
  readonly rowsOf: (value: ReadValue) => Rows | undefined;
  /** Every variable of a row. */
  readonly variables: ReadonlySet<string>;
}

/** A value of fewer leaves is as short as its name. */
const FEWEST_LEAVES = 4;

/** Returns what repeats below a value. `taken` are names that no variable can have. */
export function findSharedValues(root: ReadValue, taken: ReadonlySet<string>, isBare: IsBare): SharedValues {
  const finder = new SharedFinder(taken, isBare);
  finder.own(root.node);
  finder.visit(root);
  return finder;
}

/** Returns whether no comment stands inside a value, which rows would lose. */
export type IsBare = (value: ReadValue) => boolean;

class SharedFinder implements SharedValues {
  readonly variables = new Set<string>();
  private readonly taken: ReadonlySet<string>;
  private readonly isBare: IsBare;
  private readonly owners = new Map<ScalarNode, MappingNode>();
  private readonly firstOf = new Map<Node, ReadValue>();
  private readonly counts = new Map<string, number>();
  private readonly aliased = new Set<string>();
  private readonly bases = new Set<string>();
  private readonly rows = new Map<ReadValue, Rows | undefined>();

  constructor(taken: ReadonlySet<string>, isBare: IsBare) {
    this.taken = taken;
    this.isBare = isBare;
  }

  isShared = (value: ReadValue): boolean => {
    if (!isContainer(value)) return false;
    const id = identity(value);
    if (this.bases.has(id)) return true;
    const leaves = readLeaves(value).length;
    return (this.counts.get(id) ?? 0) > 1 && leaves >= (this.aliased.has(id) ? 2 : FEWEST_LEAVES);
  };

  extended = (value: ReadValue): ReadValue | undefined => {
    const { node, fields } = value;
    if (node.kind !== 'mapping' || fields === undefined) return undefined;
    const owners = new Set([...fields.values()].map(({ key }) => this.owners.get(key)));
    owners.delete(node);
    const [owner] = owners;
    const base = owner === undefined ? undefined : this.firstOf.get(owner);
    if (owners.size !== 1 || base?.fields === undefined) return undefined;
    const isWhole = [...base.fields.keys()].every((name) => fields.has(name));
    return isWhole && base.schema.properties === value.schema.properties ? base : undefined;
  };

  rowsOf = (value: ReadValue): Rows | undefined => {
    if (this.rows.has(value)) return this.rows.get(value);
    const { items = [] } = value;
    const isPlain =
      new Set(items.map(({ node }) => node)).size === items.length &&
      items.every((item) => this.extended(item) === undefined) &&
      this.isBare(value);
    const found = isPlain ? findRows(items, this.taken) : undefined;
    this.rows.set(value, found);
    for (const variable of found?.variables ?? []) this.variables.add(variable);
    return found;
  };

  /** Every key belongs to the mapping that it was written in; a merged one stands in others too. */
  own(node: Node): void {
    if (node.kind === 'sequence') for (const item of node.items) this.own(item);
    if (node.kind !== 'mapping') return;
    for (const { key, value } of node.entries) {
      if (this.owners.has(key)) continue;
      this.owners.set(key, node);
      this.own(value);
    }
  }

  visit(value: ReadValue): void {
    if (!isContainer(value)) return;
    const id = identity(value);
    const count = (this.counts.get(id) ?? 0) + 1;
    this.counts.set(id, count);
    if (this.firstOf.has(value.node)) this.aliased.add(id);
    else this.firstOf.set(value.node, value);
    // What stands inside a repeated value is written once.
    if (count > 1) return;
    const base = this.extended(value);
    if (base !== undefined) this.bases.add(identity(base));
    for (const { key, value: inner } of value.fields?.values() ?? []) {
      if (base === undefined || this.owners.get(key) === value.node) this.visit(inner);
    }
    const rows = this.rowsOf(value);
    for (const item of rows === undefined ? (value.items ?? []) : (value.items ?? []).slice(0, 1))
      this.visit(item);
  }
}

/** Two values of the same type and content are the same. */
function identity({ schema, json }: ReadValue): string {
  const type = Object.keys(schema.properties ?? {}).join() || schema.items?.$ref || schema['x-read'];
  return `${type} ${JSON.stringify(json)}`;
}
