import type { JsonValue } from '../../../schema/schema-node.ts';
import type { Specs } from '../../check/check-spec.ts';
import { checkSpec } from '../../check/check-spec.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Origin } from '../../text/origin.ts';
import { spanOf } from '../../text/origin.ts';
import { type DataPath, numberedNodeOf } from '../node-of.ts';
import type { PlainObject } from '../printers.ts';

/** Jobs as the rules of check see them, and where in the plain data each of their values stands. */
export interface NumberedJobs {
  readonly specs: Specs;
  /** What the schema finds wrong. */
  readonly diagnostics: readonly Diagnostic[];
  /** Returns where a value or an object stands, as a way from the list of the jobs; undefined for what is not written. */
  readonly pathOf: (origin: Origin) => DataPath | undefined;
}

/** Returns the located form of jobs that are plain data. */
export function numberedJobs(jobs: readonly PlainObject[]): NumberedJobs {
  const paths: DataPath[] = [];
  const root = numberedNodeOf({ jobs }, (path) => paths.push(path) - 1);
  const { spec, diagnostics } = checkSpec('jobs', root);
  return {
    specs: spec === undefined ? {} : { jobs: spec },
    diagnostics,
    pathOf: (origin) => {
      const span = spanOf(origin);
      return span === undefined ? undefined : paths[span.start]?.slice(1);
    },
  };
}

/** Returns plain data with another value at a path; `undefined` takes the field away. */
export function withValueAt(data: JsonValue, path: DataPath, value: JsonValue | undefined): JsonValue {
  const [first, ...rest] = path;
  if (first === undefined) return value ?? null;
  if (Array.isArray(data))
    return data.map((item, index) => (index === first ? withValueAt(item, rest, value) : item));
  if (typeof data !== 'object' || data === null) return data;
  const fields = Object.entries(data as PlainObject);
  if (rest.length > 0 || value !== undefined) {
    const isThere = fields.some(([key]) => key === first);
    const changed = fields.map(([key, inner]) => [
      key,
      key === first ? withValueAt(inner, rest, value) : inner,
    ]);
    return Object.fromEntries(isThere || value === undefined ? changed : [...changed, [first, value]]);
  }
  return Object.fromEntries(fields.filter(([key]) => key !== first));
}

/** Returns the value at a path of plain data; undefined where there is none. */
export function valueAt(data: JsonValue, path: DataPath): JsonValue | undefined {
  let found: JsonValue | undefined = data;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Readonly<Record<string | number, JsonValue>>)[step];
  }
  return found;
}

/** Returns a path as people write it: `builders[0].shell.command`. */
export function pathText(path: DataPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}
