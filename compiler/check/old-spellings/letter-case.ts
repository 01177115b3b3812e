import type { SchemaNode } from '../../../schema/schema-node.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Entry, MappingNode } from '../../source/node.ts';
import { groupBy } from '../../util/group-by.ts';
import { type Respelled, renamedEntry } from './old-spelling.ts';

/**
 * Returns a mapping in which keys that differ from a field only in upper case, `-` or `_` have the name of the field
 * (`Files`, `external-url`, `httpsonly`), or undefined when there are none. Their meaning is certain.
 */
export function respellLetterCase(owner: MappingNode, schema: SchemaNode): Respelled | undefined {
  const fields = schema.properties;
  if (fields === undefined || schema.additionalProperties !== false) return undefined;
  const diagnostics: Diagnostic[] = [];
  const plain = plainNames(schema);
  const taken = new Set(owner.entries.map(({ key }) => key.text));
  const respell = (entry: Entry): Entry => {
    const field = fieldLike(entry.key.text, plain);
    if (field === undefined || taken.has(field)) return entry;
    diagnostics.push(otherCase(entry, field));
    return renamedEntry(entry, field);
  };
  const entries = owner.entries.map((entry) =>
    Object.hasOwn(fields, entry.key.text) ? entry : respell(entry),
  );
  return diagnostics.length === 0 ? undefined : { owner: { ...owner, entries }, diagnostics };
}

/** The fields of a schema by their plain names; schemas are constant, so they are looked at once. */
const plainNamesOf = new WeakMap<SchemaNode, ReadonlyMap<string, readonly string[]>>();

function plainNames(schema: SchemaNode): ReadonlyMap<string, readonly string[]> {
  const known = plainNamesOf.get(schema) ?? groupBy(Object.keys(schema.properties ?? {}), plainName);
  plainNamesOf.set(schema, known);
  return known;
}

function fieldLike(key: string, plain: ReadonlyMap<string, readonly string[]>): string | undefined {
  const [field, second] = plain.get(plainName(key)) ?? [];
  return second === undefined ? field : undefined;
}

function plainName(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase();
}

function otherCase({ key }: Entry, to: string): Diagnostic {
  return diagnose('spelling/field-name', { from: key.text, to }, key.span, {
    help: 'the plugin refused a file with such a key, environment-operator ignored the field',
    fixes: [
      { title: `rename \`${key.text}\` to \`${to}\``, edits: [{ span: key.span, text: to }], safe: true },
    ],
  });
}
