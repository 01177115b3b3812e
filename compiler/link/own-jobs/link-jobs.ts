import type { ExternalNames, Job, JobDefaults, JobsSpec } from '../../../schema/generated/located.ts';
import type { LocatedObject } from '../../source/node.ts';

/** The jobs that jobs.bitesize asks for. */
export interface OwnJobs {
  /** In file order, with the defaults of their kinds filled in; names of other jobs are those that Jenkins finds. */
  readonly jobs: readonly Job[];
  /** Names that the specs do not declare; absent where there is no spec. */
  readonly external?: ExternalNames;
  /** Which jobs name which, by the names in the project. */
  readonly links: readonly JobLink[];
}

/** No jobs of jobs.bitesize. */
export const noOwnJobs: OwnJobs = { jobs: [], links: [] };

/** A job that starts another one, or whose results another one takes. */
export interface JobLink {
  readonly from: string;
  readonly to: string;
  readonly kind: 'starts' | 'is used by';
}

/** What a spec says of a job, folder or view, of whatever kind. */
export type OwnJob = NonNullable<Job[Exclude<keyof Job, '$'>]>;

/** Returns the kind of an entry and what it says. */
export function itemOf(job: Job): { readonly kind: string; readonly item: OwnJob } | undefined {
  const { $: _, ...kinds } = job;
  const [found] = Object.entries(kinds);
  return found && { kind: found[0], item: found[1] };
}

/** Whether a kind of job is one of views. */
export function isViewKind(kind: string): boolean {
  return kind.endsWith('-view');
}

/** Returns the jobs of a spec with the defaults of their kinds: a field that a job has itself counts as a whole. */
export function linkJobs(spec: JobsSpec | undefined): OwnJobs {
  if (spec === undefined) return { jobs: [], links: [] };
  const jobs = spec.jobs.map((job) => withDefaults(job, spec.defaults));
  return { jobs, external: spec.external, links: [] };
}

/** Returns what is said of each job, without the kind that it was found by. */
export function ownJobs({ jobs }: OwnJobs): readonly OwnJob[] {
  return jobs.flatMap((job) => itemOf(job)?.item ?? []);
}

function withDefaults(job: Job, defaults: JobDefaults): Job {
  const filled = Object.entries(job).map(([kind, item]) => {
    const fallback: unknown = defaults[kind as keyof JobDefaults];
    return [
      kind,
      isObject(item) && isObject(fallback) ? { ...item, ...missing(item, fallback) } : item,
    ] as const;
  });
  return Object.fromEntries(filled) as unknown as Job;
}

/** Returns the fields that the defaults say and the item does not. */
function missing(item: LocatedObject, defaults: LocatedObject): object {
  const names = [...defaults.$.fields.keys()].filter((name) => !item.$.fields.has(name));
  const values = new Map<string, unknown>(Object.entries(defaults));
  return Object.fromEntries(names.filter((name) => values.has(name)).map((name) => [name, values.get(name)]));
}

function isObject(value: unknown): value is LocatedObject {
  return typeof value === 'object' && value !== null && '$' in value;
}
