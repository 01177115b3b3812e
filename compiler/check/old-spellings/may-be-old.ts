import { resolveSchema, type SchemaNode } from '../../../schema/schema-node.ts';
import type { Entry, MappingNode } from '../../source/node.ts';
import { isNothing } from '../read/read-scalar.ts';
import type { OldSpelling } from './old-spelling.ts';

/** Mappings that mean something without a field in them: left empty, they are a mistake that nothing else tells. */
const meaningful: ReadonlySet<string> = new Set(['pull_requests']);

/** Returns whether an entry was left empty that means something as `{}`. */
export function isEmptyMapping({ key, value }: Entry): boolean {
  return meaningful.has(key.text) && value.kind === 'scalar' && isNothing(value);
}

/** Values of a field that an old spelling may be about. */
interface Suspects {
  /** A spelling is about the field whatever its value. */
  readonly always: boolean;
  /** A list of one text may stand for the text. */
  readonly listOfOne: boolean;
}

/**
 * Returns a quick test for the objects of one schema: false where none of the spellings, nor any of those that hold
 * for all objects (another case, lists of one, empty texts, quoted booleans), has anything to do. Nearly every object
 * of nearly every spec is such a one, and a dozen looks at it would tell no more.
 */
export function oldSpellingTest(
  schema: SchemaNode,
  root: SchemaNode,
  spellings: readonly OldSpelling[],
): (owner: MappingNode) => boolean {
  const triggers = new Set(spellings.flatMap(({ keys }) => keys));
  const fields = new Map<string, Suspects>();
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const listOfOne = resolveSchema(property, root)['x-read'] === 'text';
    fields.set(name, { always: triggers.has(name), listOfOne });
  }
  const isClosed = schema.properties !== undefined && schema.additionalProperties === false;
  const isSuspect = (entry: Entry): boolean => {
    const { key, value } = entry;
    const field = fields.get(key.text);
    if (field === undefined) return isClosed || triggers.has(key.text);
    if (field.always || isEmptyMapping(entry)) return true;
    // What is quoted may be an empty text or a boolean.
    if (value.kind === 'scalar') return value.style !== 'plain' && SUSPECT_TEXT.test(value.text);
    return value.kind === 'sequence' && field.listOfOne;
  };
  return (owner) => owner.entries.some(isSuspect);
}

const SUSPECT_TEXT = /^(\s*|true|false)$/i;
