import type { JsonValue } from '../../schema-node.ts';
import { type Field, part } from '../fields.ts';
import type { Definitions, ObjectSource } from '../spec-file.ts';

/** The version of bitesize that brought jobs.bitesize. */
export const SINCE = '0.1.0';

/** One thing of a family by its name, such as `email-ext`. */
export type Things = Readonly<Record<string, ObjectSource>>;

/**
 * Returns the definitions of a family of things, such as all build steps: each thing as an object named after both
 * (`EmailExtPublisher`), and the entry (`JobPublisher`) that is exactly one of them. Throws for a name that is there
 * twice.
 */
export function family(suffix: string, description: string, ...tables: readonly Things[]): Definitions {
  const things = tables.flatMap((table) => Object.entries(table));
  const names = new Set(things.map(([name]) => name));
  if (names.size < things.length) throw new Error(`two things of ${suffix} have one name`);
  if (names.has('job')) throw new Error(`the name of the entry of ${suffix} is taken by its thing \`job\``);
  const [first] = things;
  if (first === undefined) throw new Error(`${suffix} has no thing`);
  const fields = things.map(([name, { description: about, examples }]): [string, Field] => [
    name,
    part(pascalCase(name) + suffix, about, { without: 'none', examples, since: SINCE }),
  ]);
  const entry: ObjectSource = {
    description,
    isEntry: true,
    fields: Object.fromEntries(fields),
    examples: [{ [first[0]]: first[1].examples[0] }],
  };
  return {
    [`Job${suffix}`]: entry,
    ...Object.fromEntries(things.map(([name, source]) => [pascalCase(name) + suffix, source])),
  };
}

/**
 * Returns the definitions of the kinds of jobs: each as an object (`ListViewItem`), the same as a default of its kind
 * (`ListViewDefaults`), the entry that is chosen by `kind` (`Job`), and the defaults by kind (`JobDefaults`).
 */
export function jobKinds(kinds: Things): Definitions {
  const all = Object.entries(kinds);
  const definitions: Record<string, ObjectSource> = {};
  const defaults: Record<string, Field> = {};
  for (const [kind, source] of all) {
    definitions[`${pascalCase(kind)}Item`] = source;
    definitions[`${pascalCase(kind)}Defaults`] = defaultsOf(kind, source);
    defaults[kind] = part(
      `${pascalCase(kind)}Defaults`,
      `What all jobs of kind \`${kind}\` say that do not say it themselves.`,
      {
        without: 'none',
        examples: [exampleWithout(source.examples[0])],
        since: SINCE,
      },
    );
  }
  const [first] = all;
  if (first === undefined) throw new Error('there are no kinds');
  return {
    Job: {
      description: 'A job, folder or view; its `kind` says which fields it has.',
      kinds: Object.fromEntries(all.map(([kind]) => [kind, `${pascalCase(kind)}Item`])),
      fields: {},
      examples: first[1].examples,
    },
    JobDefaults: {
      description: 'Fields of all jobs of a kind. A field that a job has itself counts as a whole.',
      fields: defaults,
      examples: [{ [first[0]]: exampleWithout(first[1].examples[0]) }],
    },
    ...definitions,
  };
}

function defaultsOf(kind: string, source: ObjectSource): ObjectSource {
  const fields = Object.entries(source.fields).filter(([name]) => name !== 'name' && name !== 'kind');
  return {
    description: `What all jobs of kind \`${kind}\` say that do not say it themselves.`,
    fields: Object.fromEntries(fields.map(([name, field]) => [name, leftOut(field)])),
    examples: [exampleWithout(source.examples[0])],
  };
}

/** The same field where it may be missing or empty, which a parser reads as null. */
function leftOut({ required, node }: Field): Field {
  if (!required || node.type === undefined) return { required: false, node };
  const types = typeof node.type === 'string' ? [node.type] : node.type;
  return {
    required: false,
    node: { ...node, type: [...types, 'null'], 'x-default': 'none: each job has to say it' },
  };
}

function exampleWithout(example: JsonValue): JsonValue {
  if (typeof example !== 'object' || example === null || Array.isArray(example)) return example;
  return Object.fromEntries(Object.entries(example).filter(([name]) => name !== 'name' && name !== 'kind'));
}

/** Returns the name of a thing as a part of the name of an interface. */
export function pascalCase(name: string): string {
  return name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
