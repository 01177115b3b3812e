import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { MappingNode, Node } from '../source/node.ts';
import { groupBy } from '../util/group-by.ts';
import { allOldSpellings } from './old-spellings/all-old-spellings.ts';
import { dropEmptyValues } from './old-spellings/empty-values.ts';
import { respellLetterCase } from './old-spellings/letter-case.ts';
import { unwrapListsOfOne } from './old-spellings/lists-of-one.ts';
import { quotedBooleans } from './old-spellings/quoted-booleans.ts';
import { holdsSecret } from './rules/secrets/holds-secret.ts';
import { definitionName, resolveSchema, type SchemaNode } from './schema-node.ts';

const spellingsOf = groupBy(allOldSpellings, ({ on }) => on);

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

/** Walks a tree along its schema. A value that aliases repeat is one node, and is done once. */
class Speller {
  readonly diagnostics: Diagnostic[] = [];
  private readonly root: SchemaNode;
  private readonly done = new Map<string, WeakMap<Node, Node>>();

  constructor(root: SchemaNode) {
    this.root = root;
  }

  respell(node: Node, schema: SchemaNode): Node {
    if (node.kind === 'scalar' || schema['x-read'] === 'any') return node;
    const name = definitionName(schema);
    const known = this.done.get(name) ?? new WeakMap<Node, Node>();
    this.done.set(name, known);
    const before = name === '' ? undefined : known.get(node);
    if (before !== undefined) return before;
    const after = this.respellInside(node, schema, name);
    known.set(node, after);
    return after;
  }

  private respellInside(node: Exclude<Node, { kind: 'scalar' }>, schema: SchemaNode, name: string): Node {
    if (node.kind === 'sequence') {
      const { items } = schema;
      return items === undefined
        ? node
        : { ...node, items: node.items.map((item) => this.respell(item, items)) };
    }
    const resolved = resolveSchema(schema, this.root);
    const owner = this.respellOwner(node, resolved, name);
    this.diagnostics.push(...quotedBooleans(owner, resolved, this.root));
    const entries = owner.entries.map((entry) => {
      const field = resolved.properties?.[entry.key.text];
      return field === undefined ? entry : { ...entry, value: this.respell(entry.value, field) };
    });
    return { ...owner, entries };
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
      this.diagnostics.push(...respelled.diagnostics.map(withoutSecrets));
    }
    return owner;
  }
}

/** A fix that moves text is shown as a diff, and no report shows a secret. */
function withoutSecrets(found: Diagnostic): Diagnostic {
  const fixes = found.fixes.filter(({ edits }) => !edits.some(({ text }) => holdsSecret(text)));
  return fixes.length === found.fixes.length ? found : { ...found, fixes };
}
