import { resolveSchema, type SchemaNode } from '../../schema/schema-node.ts';
import { definitionOf } from './foreign-fields.ts';
import { nameElsewhere } from './foreign-job-names.ts';

/** A list of things in jobs, such as `builders`, and the kinds of jobs that have it. */
interface JobList {
  readonly field: string;
  /** The definition of its entries. */
  readonly entry: string;
  readonly kinds: string[];
}

/**
 * Returns in which list of a job a thing stands that was written into another one, such as `junit` among the builders;
 * undefined for what is in none, and where `schema` is no entry of a list.
 */
export function otherListHelp(name: string, schema: SchemaNode, root: SchemaNode): string | undefined {
  const own = schema['x-entry'] === true ? definitionOf(schema, root) : undefined;
  if (own === undefined) return undefined;
  const lists = jobLists(root);
  const ownField = lists.find(({ entry }) => entry === own)?.field;
  const homes = lists.flatMap(({ field, entry, kinds }) => {
    const known = Object.keys(root.definitions?.[entry]?.properties ?? {});
    const thing = nameElsewhere(name, entry, known);
    return entry === own || thing === undefined ? [] : [{ field, thing, kinds }];
  });
  const same = homes.find(({ field }) => field === ownField);
  if (same !== undefined) return `only jobs of the ${kindsText(same.kinds)} have \`${same.thing}\` there`;
  const exact = homes.filter(({ thing }) => thing === name);
  const places = (exact.length > 0 ? exact : homes).map(({ field, thing }) =>
    thing === name ? `\`${field}\`` : `\`${field}\`, as \`${thing}\``,
  );
  if (places.length === 0) return undefined;
  return `\`${name}\` stands in the list ${[...new Set(places)].join(', or in ')}`;
}

/** Returns which kinds of jobs have a field that this kind does not; undefined where no kind has it. */
export function otherKindHelp(field: string, schema: SchemaNode, root: SchemaNode): string | undefined {
  const all = kindsOf(root);
  if (!all.some(([, kind]) => kind.properties === schema.properties)) return undefined;
  const kinds = all.filter(([, kind]) => Object.hasOwn(kind.properties ?? {}, field)).map(([kind]) => kind);
  if (kinds.length === 0) return undefined;
  const inScript = schema.properties?.script === undefined || !STEPS.has(field);
  return `only jobs of the ${kindsText(kinds)} have it${inScript ? '' : '; what a pipeline does stands in its script'}`;
}

/** What the script of a pipeline says itself. */
const STEPS: ReadonlySet<string> = new Set(['builders', 'publishers', 'wrappers', 'label', 'jdk']);

function kindsText(kinds: readonly string[]): string {
  const names = kinds.map((kind) => `\`${kind}\``).join(', ');
  return kinds.length === 1 ? `kind ${names}` : `kinds ${names}`;
}

function kindsOf(root: SchemaNode): readonly (readonly [string, SchemaNode])[] {
  return Object.entries(root.definitions?.Job?.['x-kinds'] ?? {}).map(
    ([name, kind]) => [name, resolveSchema(kind, root)] as const,
  );
}

/** Returns the lists of things that jobs have, each with all kinds that have it. */
function jobLists(root: SchemaNode): readonly JobList[] {
  const found = new Map<string, JobList>();
  for (const [kind, { properties = {} }] of kindsOf(root)) {
    for (const [field, property] of Object.entries(properties)) {
      const { items } = resolveSchema(property, root);
      const entry = items?.$ref?.replace('#/definitions/', '') ?? '';
      if (root.definitions?.[entry]?.['x-entry'] !== true) continue;
      const list = found.get(`${field} ${entry}`) ?? { field, entry, kinds: [] };
      list.kinds.push(kind);
      found.set(`${field} ${entry}`, list);
    }
  }
  return [...found.values()];
}
