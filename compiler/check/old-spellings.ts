import { definitionName, resolveSchema, type SchemaNode } from '../../schema/schema-node.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Entry, MappingNode, Node } from '../source/node.ts';
import { groupBy } from '../util/group-by.ts';
import { allOldSpellings } from './old-spellings/all-old-spellings.ts';
import { dropEmptyValues } from './old-spellings/empty-values.ts';
import { respellLetterCase } from './old-spellings/letter-case.ts';
import { unwrapListsOfOne } from './old-spellings/lists-of-one.ts';
import { oldSpellingTest } from './old-spellings/may-be-old.ts';
import { quotedBooleans } from './old-spellings/quoted-booleans.ts';
import { holdsSecret } from './rules/secrets/find-secrets.ts';

const spellingsOf = groupBy(allOldSpellings, ({ on }) => on);

/** What the walk asks about every object of a schema. */
interface SpellingPlan {
  readonly fields: ReadonlyMap<string, SchemaNode>;
  readonly mayBeOld: (owner: MappingNode) => boolean;
}

/** One definition has one resolved schema, or some that differ only in their descriptions. */
const plans = new WeakMap<SchemaNode, SpellingPlan>();

function spellingPlan(schema: SchemaNode, root: SchemaNode, name: string): SpellingPlan {
  const known = plans.get(schema);
  if (known !== undefined) return known;
  const plan: SpellingPlan = {
    fields: new Map(Object.entries(schema.properties ?? {})),
    mayBeOld: oldSpellingTest(schema, root, spellingsOf.get(name) ?? []),
  };
  plans.set(schema, plan);
  return plan;
}

/**
 * Returns a spec in today's spelling, with a finding for every old one. What a spelling cannot be sure about stays
 * as it is, for the schema and the rules to report.
 */
export function applyOldSpellings<N extends Node>(
  root: N,
  schema: SchemaNode,
): { readonly root: N; readonly diagnostics: readonly Diagnostic[] } {
  const speller = new Speller(schema);
  // The kind of a node never changes.
  return { root: speller.respell(root, schema) as N, diagnostics: speller.diagnostics };
}

/** Walks a tree along its schema. What is spelt as today stays the node that it is. */
class Speller {
  readonly diagnostics: Diagnostic[] = [];
  private readonly root: SchemaNode;
  /** By definition, what was old: a value that aliases repeat is one node, and is reported once. */
  private readonly done = new Map<string, Map<Node, Node>>();

  constructor(root: SchemaNode) {
    this.root = root;
  }

  respell(node: Node, schema: SchemaNode): Node {
    if (node.kind === 'scalar' || schema['x-read'] === 'any') return node;
    const name = definitionName(schema);
    const before = this.done.size === 0 ? undefined : this.done.get(name)?.get(node);
    if (before !== undefined) return before;
    const found = this.diagnostics.length;
    const after = this.respellInside(node, schema, name);
    if (name !== '' && this.diagnostics.length > found) {
      const known = this.done.get(name) ?? new Map<Node, Node>();
      this.done.set(name, known.set(node, after));
    }
    return after;
  }

  private report(found: readonly Diagnostic[]): void {
    for (const each of found) this.diagnostics.push(each);
  }

  private respellInside(node: Exclude<Node, { kind: 'scalar' }>, schema: SchemaNode, name: string): Node {
    if (node.kind === 'sequence') {
      const { items } = schema;
      if (items === undefined) return node;
      const respelled = replaced(node.items, (item) => this.respell(item, items));
      return respelled === node.items ? node : { ...node, items: respelled };
    }
    const resolved = resolveSchema(schema, this.root);
    const { fields, mayBeOld } = spellingPlan(resolved, this.root, name);
    let owner = node;
    if (mayBeOld(node)) {
      owner = this.respellOwner(node, resolved, name);
      this.report(quotedBooleans(owner, resolved, this.root));
    }
    const entries = replaced(owner.entries, (entry) => this.respellEntry(entry, fields));
    return entries === owner.entries ? owner : { ...owner, entries };
  }

  private respellEntry(entry: Entry, fields: ReadonlyMap<string, SchemaNode>): Entry {
    if (entry.value.kind === 'scalar') return entry;
    const field = fields.get(entry.key.text);
    const value = field === undefined ? entry.value : this.respell(entry.value, field);
    return value === entry.value ? entry : { ...entry, value };
  }

  private respellOwner(node: MappingNode, schema: SchemaNode, name: string): MappingNode {
    const steps = [
      ...(spellingsOf.get(name) ?? []).map(({ apply }) => apply),
      (owner: MappingNode) => respellLetterCase(owner, schema),
      (owner: MappingNode) => unwrapListsOfOne(owner, schema, this.root),
      (owner: MappingNode) => dropEmptyValues(owner, schema, this.root),
    ];
    let owner = node;
    for (const step of steps) {
      const respelled = step(owner);
      if (respelled === undefined) continue;
      owner = respelled.owner;
      this.report(respelled.diagnostics.map(withoutSecrets));
    }
    return owner;
  }
}

/** Returns a list with other items; the very list where none is another one. */
function replaced<T>(items: readonly T[], replace: (item: T) => T): readonly T[] {
  let others: T[] | undefined;
  let index = 0;
  for (const item of items) {
    const after = replace(item);
    if (after !== item) {
      others ??= [...items];
      others[index] = after;
    }
    index++;
  }
  return others ?? items;
}

/** A fix that moves text is shown as a diff, and no report shows a secret. */
function withoutSecrets(found: Diagnostic): Diagnostic {
  const fixes = found.fixes.filter(({ edits }) => !edits.some(({ text }) => holdsSecret(text)));
  return fixes.length === found.fixes.length ? found : { ...found, fixes };
}
