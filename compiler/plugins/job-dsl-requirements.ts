import { groupBy } from '../util/group-by.ts';
import data from './data/job-dsl-requires.json' with { type: 'json' };

/** What a method of Job DSL asks of the controller. */
export interface JobDslRequirement {
  /** Class of the Job DSL plugin that has the method, without its package prefix: `helpers.step.StepContext`. */
  readonly context: string;
  readonly method: string;
  /** Plugin id, or `CORE`. */
  readonly plugin: string;
  /** Least version; undefined where any does. */
  readonly minimum: string | undefined;
  /** Whether the seed build stops without it; else it goes on and ends unstable. */
  readonly fatal: boolean;
  /** Parameter types of the overloads that ask for it, for people. */
  readonly overloads: string;
}

/** A row of the data: the fields of a requirement in their order, as texts. */
type Row = readonly string[];

let rows: ReadonlyMap<string, readonly Row[]> | undefined;
const requirements = new Map<string, readonly JobDslRequirement[]>();

/** Returns what a Job DSL method asks for, per context; empty for a method that any controller has. */
export function jobDslRequirements(method: string): readonly JobDslRequirement[] {
  const known = requirements.get(method);
  if (known !== undefined) return known;
  // Few of the methods are asked for.
  rows ??= groupBy<string, Row>(data.methods, (row) => row[1] ?? '');
  const found = rows.get(method)?.map(readRow);
  if (found !== undefined) requirements.set(method, found);
  return found ?? [];
}

function readRow(cells: Row): JobDslRequirement {
  const [context = '', method = '', plugin = '', minimum = '', fatal = '', overloads = ''] = cells;
  return { context, method, plugin, minimum: minimum || undefined, fatal: fatal === 'true', overloads };
}
