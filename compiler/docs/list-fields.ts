import type { JsonValue, SchemaNode } from '../../schema/schema-node.ts';
import { resolveSchema } from '../../schema/schema-node.ts';
import type { SpecKind } from '../source/spec-kind.ts';
import { sourceSchemas, specKinds } from './source-schemas.ts';

/** A field of a spec as the reference lists it. */
export interface DocField {
  readonly kind: SpecKind;
  /** Such as `environments.services.replicas`: the names on the way, without marks for lists. */
  readonly path: string;
  /** The name in the page's address: `environments.environments.services.replicas`. It never changes. */
  readonly anchor: string;
  readonly name: string;
  /** The field with its reference resolved. */
  readonly node: SchemaNode;
  readonly owner: SchemaNode;
  readonly isList: boolean;
  readonly isRequired: boolean;
  readonly parent: DocField | undefined;
  /** The first field with the same definition, when that is another one. */
  readonly sameAs: DocField | undefined;
}

/** Returns every field of all kinds of specs, in the order of the schemas, outer ones before inner ones. */
export function listFields(): readonly DocField[] {
  const first = new Map<SchemaNode | string, DocField>();
  const homes = new Map(specKinds.flatMap((kind) => [...homesOf(kind)]));
  const fields = specKinds.flatMap((kind) =>
    fieldsOf(kind, sourceSchemas[kind], undefined, { first, homes }),
  );
  const byAnchor = new Map(fields.map((field) => [field.anchor, field]));
  return fields.map((field) => {
    const shared = byAnchor.get(sharedAnchor(field) ?? '');
    return shared !== undefined && JSON.stringify(shared.node) === JSON.stringify(field.node)
      ? { ...field, sameAs: shared.sameAs ?? shared }
      : field;
  });
}

/** What a controller says of its Jenkins, a project may say of its own, in the same words. */
function sharedAnchor({ anchor, kind }: DocField): string | undefined {
  const [, name] =
    /^controllers\.jenkins\.(.*)/.exec(kind === 'controllers' ? anchor.slice(kind.length + 1) : '') ?? [];
  return name && `jenkins.jenkins.${name}`;
}

/** What all fields are listed with. */
interface Listing {
  readonly first: Map<SchemaNode | string, DocField>;
  /** The anchor of the list in which the things of a family are shown, by the fields of its entry. */
  readonly homes: ReadonlyMap<SchemaNode['properties'], string>;
}

/** Returns where the things of each family are looked for: the outermost list of them, and the first of several. */
function homesOf(kind: SpecKind): ReadonlyMap<SchemaNode['properties'], string> {
  const root = sourceSchemas[kind];
  const homes = new Map<SchemaNode['properties'], string>();
  const seen = new Set<SchemaNode['properties']>();
  let level: readonly (readonly [string, SchemaNode])[] = [[kind, root]];
  while (level.length > 0) {
    level = level.flatMap(([path, owner]) =>
      ownFields(owner).flatMap(([name, written]) => {
        const node = resolveSchema(written, root);
        const inside = resolveSchema(node.items ?? node, root);
        const { properties } = inside;
        if (properties === undefined || seen.has(properties)) return [];
        seen.add(properties);
        if (inside['x-entry'] === true) homes.set(properties, `${path}.${name}`);
        return [[`${path}.${name}`, inside] as const];
      }),
    );
  }
  return homes;
}

function fieldsOf(
  kind: SpecKind,
  owner: SchemaNode,
  parent: DocField | undefined,
  listing: Listing,
  owners: readonly SchemaNode[] = [],
): DocField[] {
  const root = sourceSchemas[kind];
  // What holds itself, such as build steps in a build step, is listed once.
  if (owners.includes(owner)) return [];
  // So is what stands in several places, such as build steps in jobs of each kind, and in their defaults.
  const { first, homes } = listing;
  if (owner['x-entry'] === true && homes.get(owner.properties) !== parent?.anchor) return [];
  return ownFields(owner).flatMap(([name, written]) => {
    const key = isOfJobKind(parent) ? `${name} ${JSON.stringify(written)}` : written;
    const field = fieldIn(kind, owner, parent, name, written, first.get(key));
    const { node, isList } = field;
    if (!first.has(key)) first.set(key, field);
    const inside = isList ? resolveSchema(node.items ?? {}, root) : node;
    return [field, ...fieldsOf(kind, inside, field, listing, [...owners, owner])];
  });
}

/** Returns a field of an object, whose schema is resolved; `sameAs` is the first field with the same definition. */
export function fieldIn(
  kind: SpecKind,
  owner: SchemaNode,
  parent: DocField | undefined,
  name: string,
  written: SchemaNode,
  sameAs?: DocField,
): DocField {
  const node = resolveSchema(written, sourceSchemas[kind]);
  const path = parent === undefined ? name : `${parent.path}.${name}`;
  return {
    kind,
    path,
    anchor: `${kind}.${path}`,
    name,
    node,
    owner,
    isList: node.items !== undefined && node['x-read'] === undefined,
    isRequired: owner.required?.includes(name) === true,
    parent,
    sameAs,
  };
}

/** The fields of an object; of jobs.bitesize the jobs come first, since what they may say is a default, too. */
function ownFields(owner: SchemaNode): readonly (readonly [string, SchemaNode])[] {
  const fields = Object.entries(owner['x-kinds'] ?? owner.properties ?? {});
  const isDefaults = ([, { $ref }]: (typeof fields)[number]) => $ref === '#/definitions/JobDefaults';
  return [...fields.filter((field) => !isDefaults(field)), ...fields.filter(isDefaults)];
}

/** Jobs of several kinds, and their defaults, have many fields in common. */
function isOfJobKind(parent: DocField | undefined): boolean {
  return parent?.owner['x-kinds'] !== undefined || parent?.parent?.anchor === 'jobs.defaults';
}

/** Returns the example of the object or list item that a field opens; undefined for one that holds no fields. */
export function exampleInside(field: DocField): JsonValue | undefined {
  const root = sourceSchemas[field.kind];
  const inside = field.isList ? resolveSchema(field.node.items ?? {}, root) : field.node;
  return inside.properties === undefined ? undefined : exampleOf(inside, field, root);
}

function exampleOf(inside: SchemaNode, field: DocField, root: SchemaNode): JsonValue | undefined {
  const definition = Object.values(root.definitions ?? {}).find(
    (each) => each.properties === inside.properties,
  );
  return definition?.examples?.[0] ?? (field.isList ? undefined : field.node.examples?.[0]);
}
