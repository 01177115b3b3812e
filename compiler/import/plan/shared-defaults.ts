import type { JsonValue } from '../../../schema/schema-node.ts';
import { schemaFields } from '../../check/schema-fields.ts';
import { specSchemas } from '../../check/spec-schemas.ts';
import type { PlainObject } from '../printers.ts';

/** Jobs without what all those of a kind say, and what that is. */
export interface SharedDefaults {
  readonly defaults: PlainObject;
  readonly jobs: readonly PlainObject[];
}

/** Returns the fields that all jobs of a kind have alike as defaults of the kind; a kind with one job has none. */
export function sharedDefaults(jobs: readonly PlainObject[]): SharedDefaults {
  const byKind = new Map<string, PlainObject[]>();
  for (const job of jobs) {
    const kind = String(job.kind);
    byKind.set(kind, [...(byKind.get(kind) ?? []), job]);
  }
  const defaults: Record<string, PlainObject> = {};
  for (const [kind, all] of byKind) {
    const shared = all.length < 2 ? {} : sharedFields(kind, all);
    if (Object.keys(shared).length > 0) defaults[kind] = shared;
  }
  return {
    defaults,
    jobs: jobs.map((job) => {
      const shared = defaults[String(job.kind)];
      return shared === undefined
        ? job
        : Object.fromEntries(Object.entries(job).filter(([name]) => !(name in shared)));
    }),
  };
}

function sharedFields(kind: string, jobs: readonly PlainObject[]): PlainObject {
  const root = specSchemas.jobs.schema;
  const defaults = schemaFields(root.definitions?.JobDefaults ?? {}, root).named.get(kind);
  const allowed = defaults && schemaFields(defaults, root).named;
  const [first = {}, ...others] = jobs;
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]: [string, JsonValue]) => {
      if (allowed?.has(name) !== true) return false;
      const text = JSON.stringify(value);
      return others.every((job) => JSON.stringify(job[name]) === text);
    }),
  );
}
