import { schemaFields } from '../../check/schema-fields.ts';
import { specSchemas } from '../../check/spec-schemas.ts';
import type { PlainObject } from '../printers.ts';

/** The fields that all jobs of a kind had alike so far. */
interface SharedFields {
  /** How many jobs there were. */
  count: number;
  /** Values, and the same as texts to compare with, by the names of the fields. */
  readonly values: Map<string, { readonly value: PlainObject[string]; readonly text: string }>;
}

/** The fields that all jobs of a kind have alike, found job by job: they are defaults of the kind. */
export class SharedDefaults {
  private readonly kinds = new Map<string, SharedFields>();

  /** Takes one more job into account. */
  add(job: PlainObject): void {
    const kind = String(job.kind);
    const known = this.kinds.get(kind);
    if (known === undefined) {
      this.kinds.set(kind, { count: 1, values: firstFields(kind, job) });
      return;
    }
    known.count++;
    for (const [name, { value, text }] of known.values)
      if (job[name] !== value && JSON.stringify(job[name]) !== text) known.values.delete(name);
  }

  /** Returns the defaults by kind; a kind with one job has none. */
  defaults(): Readonly<Record<string, PlainObject>> {
    return Object.fromEntries(
      [...this.kinds].flatMap(([kind, { count, values }]) =>
        count < 2 || values.size === 0
          ? []
          : [[kind, Object.fromEntries([...values].map(([name, { value }]) => [name, value]))]],
      ),
    );
  }
}

/** Returns the fields of a job that may be defaults of its kind. */
function firstFields(kind: string, job: PlainObject): SharedFields['values'] {
  const root = specSchemas.jobs.schema;
  const defaults = schemaFields(root.definitions?.JobDefaults ?? {}, root).named.get(kind);
  const allowed = defaults && schemaFields(defaults, root).named;
  return new Map(
    Object.entries(job).flatMap(([name, value]) =>
      allowed?.has(name) === true ? [[name, { value, text: JSON.stringify(value) }]] : [],
    ),
  );
}
