import { definitionName, resolveSchema, type SchemaNode } from '../../../../schema/schema-node.ts';
import { specSchemas } from '../../../check/spec-schemas.ts';
import { itemPlace, type Place } from './place.ts';
import type { Hole, Term } from './term.ts';
import { isWrittenShort } from './write-term.ts';

/** How a type is written, and the interfaces of `bitesize` in it. */
export interface WrittenType {
  readonly type: string;
  readonly names: readonly string[];
}

const plain = (type: string): WrittenType => ({ type, names: [] });

/** Returns the type of what fills a hole. */
export function typeOfHole({ place, wants, values }: Hole): WrittenType {
  if (wants === 'flag') return plain('boolean');
  const there = values.filter((value) => value !== undefined);
  if (wants === 'text') return plain('string');
  return typeAt(place, there);
}

/** Returns the type of a constant; what says it itself needs none. */
export function typeOfConstant(place: Place, body: Term): WrittenType | undefined {
  if (body.kind === 'scalar' || body.kind === 'template' || body.kind === 'call') return undefined;
  return place.schema === undefined ? undefined : typeAt(place, [body]);
}

function typeAt(place: Place, values: readonly Term[]): WrittenType {
  const kinds = new Set(values.map(kindOf));
  const [only] = kinds;
  const { schema, name, within } = place;
  if (kinds.size === 1 && (only === 'number' || only === 'boolean')) return plain(only);
  if (kinds.size === 1 && only === 'string' && isAnyText(schema)) return plain('string');
  const isWhole = !values.some((value) => hasShort(value, place));
  if (name !== undefined && isWhole && [...kinds].every((kind) => kind === 'object'))
    return { type: name, names: [name] };
  if (
    kinds.size === 1 &&
    only === 'list' &&
    schema?.items !== undefined &&
    isAnyText(resolveSchema(schema.items, specSchemas.jobs.schema))
  )
    return plain('readonly string[]');
  const item = schema?.items === undefined ? '' : definitionName(schema.items);
  if (item !== '' && isWhole && kinds.size === 1 && only === 'list')
    return { type: `readonly ${item}[]`, names: [item] };
  if (within !== undefined) {
    const type = `NonNullable<${within.owner}['${within.field}']>`;
    return { type: within.isItem ? `${type}[number]` : type, names: [within.owner] };
  }
  if (kinds.size === 1 && only === 'string') return plain('string');
  if (kinds.size === 1 && only === 'list') return plain('readonly string[]');
  const scalars = [...kinds].filter((kind) => kind !== 'object' && kind !== 'list');
  return scalars.length === kinds.size && kinds.size > 0
    ? plain(scalars.sort().join(' | '))
    : plain('Record<string, string>');
}

/** Words that are chosen from some have a type of their own, and so have the names of things. */
function isAnyText(schema: SchemaNode | undefined): boolean {
  return schema?.enum === undefined && schema?.properties === undefined;
}

/** Returns whether a term is written as a text where its place has objects, or is a list of which one is. */
function hasShort(term: Term, place: Place): boolean {
  switch (term.kind) {
    case 'object':
      return isWrittenShort(term, place);
    case 'scalar':
    case 'template':
      return place.schema?.properties !== undefined;
    case 'list':
      return term.items.some((item) => hasShort(item.term, item.spread ? place : itemPlace(place)));
    case 'name':
    case 'call':
      return hasShort(term.of.body, place);
    case 'when':
      return hasShort(term.value, place);
    case 'variable':
      return term.hole.values.some((value) => value !== undefined && hasShort(value, place));
    default:
      return false;
  }
}

function kindOf(term: Term): string {
  switch (term.kind) {
    case 'scalar':
      return term.value === null ? 'null' : typeof term.value;
    case 'template':
    case 'each':
      return 'string';
    case 'list':
    case 'object':
      return term.kind;
    case 'name':
    case 'call':
      return kindOf(term.of.body);
    case 'lookup':
      return 'string';
    case 'when':
      return kindOf(term.value);
    case 'variable': {
      const [first] = term.hole.values.filter((value) => value !== undefined);
      return first === undefined ? 'string' : kindOf(first);
    }
  }
}
