import { describe, expect, it } from 'vitest';
import { fieldsOnlyOf, isUsed, unusedFields } from '../../../compiler/check/field-uses.ts';
import { serviceFields } from '../../../compiler/check/service-fields.ts';
import { specSchemas } from '../../../compiler/check/spec-schemas.ts';
import { resolveSchema } from '../../../schema/schema-node.ts';

const { schema } = specSchemas.environments;
const service = resolveSchema({ $ref: '#/definitions/Service' }, schema);

describe('serviceFields', () => {
  it('knows every field of the schema, and calls dead what the schema calls dead', () => {
    const properties = Object.entries(service.properties ?? {});
    expect(properties.length).toBeGreaterThan(60);
    expect(Object.keys(serviceFields).sort()).toEqual(properties.map(([name]) => name).sort());
    const dead = properties.filter(([, node]) => resolveSchema(node, schema)['x-dead'] !== undefined);
    const none = Object.entries(serviceFields).filter(([, kinds]) => kinds === 'none');
    expect(none.map(([name]) => name).sort()).toEqual(dead.map(([name]) => name).sort());
  });

  it('says what means something for which service', () => {
    expect(isUsed(serviceFields, 'replicas', 'workload')).toBe(true);
    expect(isUsed(serviceFields, 'replicas', 'cron')).toBe(false);
    expect(isUsed(serviceFields, 'name', 'service-entry')).toBe(true);
    expect(isUsed(serviceFields, 'nobody', 'workload')).toBe(false);
    expect(unusedFields(serviceFields, 'service-entry')).toContain('version');
    expect(unusedFields(serviceFields, 'cron')).not.toContain('status');
    expect(fieldsOnlyOf(serviceFields, 'cron')).toEqual(['schedule']);
  });
});
