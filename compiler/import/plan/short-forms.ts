import type { JsonValue } from '../../../schema/schema-node.ts';
import { specSchemas } from '../../check/spec-schemas.ts';
import type { PlainObject } from '../printers.ts';
import { mapObjects } from './map-objects.ts';

/**
 * Returns a job as people write it: a thing without settings is its bare name, and one with the field alone that it is
 * about is the value of that field.
 */
export function shortForms(job: PlainObject): PlainObject {
  const root = specSchemas.jobs.schema;
  const node = root.definitions?.Job ?? {};
  return mapObjects(job, node, root, (object, schema): JsonValue => {
    const [only, second] = Object.entries(object);
    if (only === undefined || second !== undefined) return object;
    const [name, value] = only;
    if (schema['x-entry'] === true) return isEmptyObject(value) ? name : object;
    return name === schema['x-short'] && isScalarOrList(value) ? value : object;
  }) as PlainObject;
}

function isEmptyObject(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function isScalarOrList(value: JsonValue): boolean {
  return Array.isArray(value) || (typeof value !== 'object' && value !== '');
}
