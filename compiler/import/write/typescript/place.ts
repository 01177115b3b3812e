import { definitionName, resolveSchema, type SchemaNode } from '../../../../schema/schema-node.ts';
import { specSchemas } from '../../../check/spec-schemas.ts';

/** A place of jobs.bitesize: the schema of what stands there, and how its type is written. */
export interface Place {
  /** Nothing is known where any value may stand. */
  readonly schema: SchemaNode | undefined;
  /** The interface of what stands there. */
  readonly name?: string;
  /** The field that it is the value of, or in whose list it stands. */
  readonly within?: { readonly owner: string; readonly field: string; readonly isItem: boolean };
}

/** The place of any text. */
export const anyText: Place = { schema: { type: 'string' } };

/** The place of any list of texts. */
export const anyTexts: Place = { schema: { type: 'array', items: { type: 'string' } } };

/** Returns the place of the jobs of a kind. */
export function jobPlace(kind: string): Place {
  return placed(specSchemas.jobs.schema.definitions?.Job?.['x-kinds']?.[kind], undefined);
}

/** Returns the place of a field of what stands at a place. */
export function fieldPlace({ schema, name }: Place, field: string): Place {
  const own = schema?.properties?.[field];
  if (own !== undefined)
    return placed(own, name === undefined ? undefined : { owner: name, field, isItem: false });
  const any = schema?.additionalProperties;
  return placed(typeof any === 'object' ? any : undefined, undefined);
}

/** Returns the place of the items of a list. */
export function itemPlace({ schema, within }: Place): Place {
  return placed(schema?.items, within && { ...within, isItem: true });
}

function placed(schema: SchemaNode | undefined, within: Place['within']): Place {
  const around = within === undefined ? {} : { within };
  if (schema === undefined) return { schema, ...around };
  const name = definitionName(schema);
  const whole = resolveSchema(schema, specSchemas.jobs.schema);
  return name === '' ? { schema: whole, ...around } : { schema: whole, name, ...around };
}

/** Returns a text that is the same for places of the same type. */
export function placeKey({ name, within, schema }: Place): string {
  if (name !== undefined) return name;
  // The lists of all kinds of jobs have the same items.
  const items = schema?.items?.$ref;
  if (items !== undefined) return `${within?.field} ${items}`;
  return within === undefined ? String(schema?.type) : `${within.owner}.${within.field} ${within.isItem}`;
}
