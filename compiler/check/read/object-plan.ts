import type { SchemaNode } from '../../../schema/schema-node.ts';
import { locateAbsent } from './locate-absent.ts';

/** A field of an object of the specs, with its path from the root, such as `environments[].services[].port`. */
export interface PlannedField {
  readonly name: string;
  readonly path: string;
}

/** What all objects have in common in which the same fields were written. */
export interface ObjectShape {
  /** The written fields, in the order of the schema. */
  readonly written: readonly PlannedField[];
  /**
   * The object before its own values are filled in: `$`, the written fields and what the absent ones stand for, in the
   * order of the schema. Undefined when a required field is missing.
   */
  readonly template: Readonly<Record<string, unknown>> | undefined;
}

/**
 * How the objects of a schema at one path become located ones. A service has 63 fields, of which ten are written:
 * nobody has to look at the others again in the next service of the same kind. A template has another use: a copy of
 * it is one block of memory, while an object that gets its fields one by one becomes a hash table after the first few.
 */
export class ObjectPlan {
  private readonly fields: readonly (PlannedField & {
    readonly absent: unknown;
    readonly required: boolean;
  })[];
  private readonly shapes = new Map<string, ObjectShape>();

  constructor(schema: SchemaNode, root: SchemaNode, path: string) {
    this.fields = Object.entries(schema.properties ?? {}).map(([name, property]) => {
      const at = path === '' ? name : `${path}.${name}`;
      const required = schema.required?.includes(name) === true;
      return { name, path: at, absent: locateAbsent(property, root, at), required };
    });
  }

  /** Returns the shape of an object in which the fields of these names were written. */
  shapeOf(names: Iterable<string>): ObjectShape {
    const key = [...names].join('\n');
    const known = this.shapes.get(key);
    if (known !== undefined) return known;
    // A fleet has some dozen shapes of each kind of object; more than that is no reason to keep all of them.
    if (this.shapes.size >= MOST_SHAPES) this.shapes.clear();
    const shape = this.makeShape(new Set(key.split('\n')));
    this.shapes.set(key, shape);
    return shape;
  }

  private makeShape(names: ReadonlySet<string>): ObjectShape {
    const written = this.fields.filter(({ name }) => names.has(name));
    const present = this.fields.filter(({ name, absent }) => names.has(name) || absent !== undefined);
    const isMissing = this.fields.some((field) => field.required && !present.includes(field));
    const entries = present.map(({ name, absent }) => [name, absent] as const);
    return { written, template: isMissing ? undefined : Object.fromEntries([['$', undefined], ...entries]) };
  }
}

const MOST_SHAPES = 1000;

const plans = new WeakMap<SchemaNode, Map<string, ObjectPlan>>();

/** Returns the plan for the objects of a schema at a path. The paths are those of the schema, so they are few. */
export function objectPlan(schema: SchemaNode, root: SchemaNode, path: string): ObjectPlan {
  const known = plans.get(schema)?.get(path);
  if (known !== undefined) return known;
  const plan = new ObjectPlan(schema, root, path);
  plans.set(schema, (plans.get(schema) ?? new Map<string, ObjectPlan>()).set(path, plan));
  return plan;
}
