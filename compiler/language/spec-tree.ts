import { resolveSchema, type SchemaNode } from '../../schema/schema-node.ts';
import { schemaFields } from '../check/schema-fields.ts';
import { type DocField, fieldIn } from '../docs/list-fields.ts';
import { sourceSchemas } from '../docs/source-schemas.ts';
import type { MappingNode, Node, ScalarNode } from '../source/node.ts';
import type { SpecKind } from '../source/spec-kind.ts';

/** A mapping of a spec with the schema that it is read by. */
export interface SpecObject {
  readonly node: MappingNode;
  /** Resolved; of something that has a kind, that of the kind. */
  readonly schema: SchemaNode;
  /** What the documentation of its fields is found by. */
  readonly parent: DocField | undefined;
  /** What it stands in. */
  readonly outer: SpecObject | undefined;
  readonly fields: readonly SpecField[];
}

/** A field as it stands in a spec. */
export interface SpecField {
  readonly field: DocField;
  /** Absent where the value stands alone: the short form of an object. Of a bare name, the name itself. */
  readonly key: ScalarNode | undefined;
  readonly value: Node;
  readonly owner: SpecObject | undefined;
  /** The objects in its value. */
  readonly objects: readonly SpecObject[];
}

/** A spec along its schema. */
export interface SpecTree {
  readonly kind: SpecKind;
  readonly root: Node;
  /** All fields, outer ones before inner ones. */
  readonly fields: readonly SpecField[];
  /** All mappings that have a schema, outer ones before inner ones. */
  readonly objects: readonly SpecObject[];
}

/** Returns a spec along its schema; what the schema does not know is left out. */
export function specTree(kind: SpecKind, root: Node): SpecTree {
  const walk = new Walk(kind);
  const schema = sourceSchemas[kind];
  walk.value(root, schema, undefined, undefined);
  return { kind, root, fields: walk.fields, objects: walk.objects };
}

class Walk {
  readonly fields: SpecField[] = [];
  readonly objects: SpecObject[] = [];
  private readonly kind: SpecKind;
  private readonly root: SchemaNode;
  /** What repeats by aliases has its documentation once. */
  private readonly docs = new Map<SchemaNode, Map<DocField | undefined, Map<string, DocField>>>();

  constructor(kind: SpecKind) {
    this.kind = kind;
    this.root = sourceSchemas[kind];
  }

  /** Returns the objects of a value. */
  value(
    node: Node,
    written: SchemaNode,
    parent: DocField | undefined,
    outer: SpecObject | undefined,
  ): readonly SpecObject[] {
    const schema = resolveSchema(written, this.root);
    if (schema['x-read'] === 'any') return [];
    if (node.kind !== 'mapping') return this.noMapping(node, schema, parent, outer);
    const kinds = schema['x-kinds'];
    if (kinds !== undefined) return this.ofKind(node, schema, kinds, parent, outer);
    return [this.object(node, schema, parent, outer)];
  }

  private noMapping(
    node: Exclude<Node, MappingNode>,
    schema: SchemaNode,
    parent: DocField | undefined,
    outer: SpecObject | undefined,
  ): readonly SpecObject[] {
    const short = schema['x-short'];
    if (short !== undefined) {
      const written = schema.properties?.[short] ?? {};
      return this.field(this.doc(schema, parent, short, written), undefined, node, outer).objects;
    }
    if (node.kind === 'sequence') {
      const items = schema.items;
      return items === undefined ? [] : node.items.flatMap((item) => this.value(item, items, parent, outer));
    }
    const thing = schema['x-entry'] === true ? ownProperty(schema, node.text) : undefined;
    if (thing !== undefined) this.field(this.doc(schema, parent, node.text, thing), node, node, outer);
    return [];
  }

  private ofKind(
    node: MappingNode,
    schema: SchemaNode,
    kinds: Readonly<Record<string, SchemaNode>>,
    parent: DocField | undefined,
    outer: SpecObject | undefined,
  ): readonly SpecObject[] {
    const kind = node.entries.find(({ key }) => key.text === 'kind')?.value;
    const name = kind?.kind === 'scalar' && Object.hasOwn(kinds, kind.text) ? kind.text : undefined;
    const chosen = name === undefined ? undefined : kinds[name];
    if (name === undefined || chosen === undefined) return [this.object(node, schema, parent, outer)];
    const doc = this.doc(schema, parent, name, chosen);
    return [this.object(node, doc.node, doc, outer)];
  }

  private object(
    node: MappingNode,
    schema: SchemaNode,
    parent: DocField | undefined,
    outer: SpecObject | undefined,
  ): SpecObject {
    const fields: SpecField[] = [];
    const object: SpecObject = { node, schema, parent, outer, fields };
    this.objects.push(object);
    const { named, rest } = schemaFields(schema, this.root);
    for (const { key, value } of node.entries) {
      const written = named.get(key.text) ?? rest;
      if (written === undefined) continue;
      fields.push(this.field(this.doc(schema, parent, key.text, written), key, value, object));
    }
    return object;
  }

  private field(
    field: DocField,
    key: ScalarNode | undefined,
    value: Node,
    owner: SpecObject | undefined,
  ): SpecField {
    const objects: SpecObject[] = [];
    const found: SpecField = { field, key, value, owner, objects };
    this.fields.push(found);
    if (value !== key) objects.push(...this.value(value, field.node, field, owner));
    return found;
  }

  private doc(owner: SchemaNode, parent: DocField | undefined, name: string, written: SchemaNode): DocField {
    const ofOwner = this.docs.get(owner) ?? new Map<DocField | undefined, Map<string, DocField>>();
    this.docs.set(owner, ofOwner);
    const ofParent = ofOwner.get(parent) ?? new Map<string, DocField>();
    ofOwner.set(parent, ofParent);
    const known = ofParent.get(name) ?? fieldIn(this.kind, owner, parent, name, written);
    ofParent.set(name, known);
    return known;
  }
}

function ownProperty({ properties }: SchemaNode, name: string): SchemaNode | undefined {
  return properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** Returns the single values of a field: its scalar, or those of its list. */
export function scalarsOf(value: Node): readonly ScalarNode[] {
  if (value.kind === 'scalar') return [value];
  return value.kind === 'sequence' ? value.items.filter((item) => item.kind === 'scalar') : [];
}

/** Returns the field of an object with a name. */
export function fieldNamed(object: SpecObject, name: string): SpecField | undefined {
  return object.fields.find(({ field }) => field.name === name);
}

const objectsByPlace = new WeakMap<SpecTree, ReadonlyMap<string, SpecObject>>();

/** Returns the object that stands at a place; the outermost of several that an alias stands for. */
export function objectAt(
  tree: SpecTree,
  { start, end }: { readonly start: number; readonly end: number },
): SpecObject | undefined {
  const known =
    objectsByPlace.get(tree) ??
    new Map([...tree.objects].reverse().map((object) => [placeOf(object.node.span), object]));
  objectsByPlace.set(tree, known);
  return known.get(placeOf({ start, end }));
}

function placeOf({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start} ${end}`;
}
