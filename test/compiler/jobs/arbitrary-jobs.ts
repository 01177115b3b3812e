import fc from 'fast-check';
import { sourceSchemas } from '../../../compiler/docs/source-schemas.ts';
import { printYaml } from '../../../compiler/print/yaml.ts';
import {
  definitionName,
  type JsonValue,
  resolveSchema,
  type SchemaNode,
} from '../../../schema/schema-node.ts';

const root = sourceSchemas.jobs;

/** An object of a spec as data. */
export type Data = { [name: string]: JsonValue };

/** The kinds of jobs, folders and views, with their fields. */
export const kinds: readonly (readonly [string, SchemaNode])[] = Object.entries(
  root.definitions?.Job?.['x-kinds'] ?? {},
).map(([kind, node]) => [kind, resolveSchema(node, root)]);

/** The fields of a kind that are lists of entries of one thing each, with the definition of the entries. */
export function entryLists(kind: SchemaNode): readonly (readonly [string, SchemaNode])[] {
  return Object.entries(kind.properties ?? {}).flatMap(([name, field]) => {
    const items = resolveSchema(field, root).items;
    const entry = items === undefined ? undefined : resolveSchema(items, root);
    return entry?.['x-entry'] === true ? [[name, entry] as const] : [];
  });
}

/** The forms in which an entry can be written: its object, the value of its short field, its bare name. */
export function entryForms(entry: SchemaNode): readonly JsonValue[] {
  return Object.entries(entry.properties ?? {}).flatMap(([name, field]) => {
    const thing = resolveSchema(field, root);
    const short = thing['x-short'];
    const needs = thing.required ?? [];
    return (thing.examples ?? []).flatMap((example): JsonValue[] => {
      const value = isData(example) && short !== undefined ? example[short] : undefined;
      const isShort = value !== undefined && isData(example) && Object.keys(example).length === 1;
      return [
        { [name]: example },
        ...(isShort && !isData(value) ? [{ [name]: value }] : []),
        ...(needs.length === 0 ? [name] : []),
      ];
    });
  });
}

/** The example of a kind with another name. */
export function exampleJob(kind: SchemaNode, name: string): Data {
  const [example] = kind.examples ?? [];
  return isData(example) ? { ...structuredClone(example), name } : {};
}

/** A job of any kind with some entries in any form; its values are the examples of the schema. */
const anyJob: fc.Arbitrary<Data> = fc.constantFrom(...kinds).chain(([, kind]) =>
  fc
    .tuple(
      ...entryLists(kind).map(([name, entry]) =>
        fc
          .option(fc.array(fc.constantFrom(...entryForms(entry)), { minLength: 1, maxLength: 3 }), {
            nil: undefined,
          })
          .map((entries) => [name, entries] as const),
      ),
    )
    .map((lists) => {
      const job = exampleJob(kind, 'job');
      for (const [name, entries] of lists) if (entries !== undefined) job[name] = entries;
      return job;
    }),
);

/** Specs of up to a dozen jobs. */
export const anyJobs: fc.Arbitrary<readonly Data[]> = fc
  .array(anyJob, { minLength: 1, maxLength: 12 })
  .map((jobs) => jobs.map((job, index) => ({ ...job, name: `job-${index}` })));

/** Every thing of every family in every form, in jobs that have such lists. */
export function everyForm(): readonly Data[] {
  const seen = new Set<string>();
  return kinds.flatMap(([kind, node]) => {
    const jobs: Data[] = [exampleJob(node, kind)];
    for (const [name, entry] of entryLists(node)) {
      const family = definitionName(resolveSchema(node.properties?.[name] ?? {}, root).items ?? {});
      if (seen.has(family)) continue;
      seen.add(family);
      jobs.push({ ...exampleJob(node, `${kind}-${name}`), [name]: [...entryForms(entry)] });
    }
    return jobs;
  });
}

/** Returns the text of a spec with these jobs. */
export function specOf(jobs: readonly Data[]): string {
  return printYaml({ project: 'shop', jobs: [...jobs] }).text;
}

/** Whether a value is an object. */
export function isData(value: JsonValue | undefined): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
