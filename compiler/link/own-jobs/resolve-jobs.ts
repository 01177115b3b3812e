import type { Job } from '../../../schema/generated/located.ts';
import { changeReferences, type Reference } from '../../check/references.ts';
import { specSchemas } from '../../check/spec-schemas.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { spanOf } from '../../text/origin.ts';
import { type SuggestionAllowance, suggestion } from '../../util/suggestion.ts';
import { withoutSlashes } from '../../util/without-slashes.ts';
import { folderNamesOf, jobNamesOf } from '../collisions/job-collisions.ts';
import type { Project } from '../project.ts';
import { isViewKind, itemOf, type JobLink } from './link-jobs.ts';
import { type Start, triggerCycles } from './trigger-cycles.ts';

/** The jobs of jobs.bitesize with the names of other jobs as Jenkins finds them, and what is wrong with those names. */
export interface ResolvedJobs {
  readonly jobs: readonly Job[];
  /** What names what; a view only shows. */
  readonly links: readonly JobLink[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Returns the jobs with every name of another job as Jenkins finds it from there. A spec names a job by its full name
 * in the project, or from the folder of the job that names it; one of another project by its full name behind a `/`,
 * or listed as external. `declared` are the names of the entries of the spec, also of those with mistakes; absent where
 * it is not sure which jobs there are.
 */
export function resolveJobs(
  project: Project,
  {
    declared,
    allowance,
  }: { readonly declared: ReadonlySet<string> | undefined; readonly allowance: SuggestionAllowance },
): ResolvedJobs {
  const { jobs } = project.ownJobs;
  if (jobs.length === 0) return { jobs, links: [], diagnostics: [] };
  const names = namesOf(project, declared);
  const diagnostics: Diagnostic[] = [];
  const starts: Start[] = [];
  const uses: JobLink[] = [];
  const { schema } = specSchemas.jobs;
  const node = schema.definitions?.Job ?? {};
  const resolved = jobs.map((job) => {
    const found = itemOf(job);
    if (found === undefined) return job;
    const from: NamingJob = { name: found.item.name.value, isView: isViewKind(found.kind) };
    return changeReferences(job, node, schema, (reference) => {
      const { refers, name } = reference;
      if (refers !== 'job' && refers !== 'upstream-job' && refers !== 'downstream-job') return name;
      const target = findJob(name.value, from, names);
      if (target.kind === 'unknown') {
        if (declared !== undefined) diagnostics.push(unknownJob(reference, from, names, allowance));
        return name;
      }
      if (target.kind === 'own' && refers !== 'job')
        starts.push(
          refers === 'upstream-job'
            ? { from: target.name, to: from.name, at: name }
            : { from: from.name, to: target.name, at: name },
        );
      else if (target.kind === 'own' && !from.isView)
        uses.push({ from: target.name, to: from.name, kind: 'is used by' });
      return target.written === name.value ? name : name.map(() => target.written);
    });
  });
  return {
    jobs: resolved,
    links: [...starts.map(({ from, to }): JobLink => ({ from, to, kind: 'starts' })), ...uses],
    diagnostics: [...diagnostics, ...triggerCycles(starts)],
  };
}

/**
 * Returns a function that finds the job of the project that a text names, by its full name without the folder of the
 * settings: undefined where it names none, a folder, or something that is only known when the job runs.
 */
export function jobFinder(project: Project): (text: string, from: NamingJob) => string | undefined {
  const names = namesOf(project, undefined);
  return (text, from) => {
    const target = findJob(text, from, names);
    return target.kind === 'own' ? target.name : undefined;
  };
}

function namesOf(project: Project, declared: ReadonlySet<string> | undefined): Names {
  const { jobs, external } = project.ownJobs;
  const views = new Set(jobs.flatMap(viewName));
  const written = [...(declared ?? [])].filter((name) => !views.has(name));
  return {
    own: new Map([...written, ...jobNamesOf(project)].map((name) => [name.toLowerCase(), name])),
    external: new Set((external?.jobs ?? []).map(({ value }) => withoutSlashes(value).toLowerCase())),
    branchSources: new Set(jobs.flatMap(branchSource)),
    folders: new Set(folderNamesOf(project).map((name) => name.toLowerCase())),
    folder: withoutSlashes(project.settings.folder?.value ?? ''),
  };
}

/** The jobs that may be named. */
interface Names {
  /** Full names by their small letters, which Jenkins compares. */
  readonly own: ReadonlyMap<string, string>;
  readonly external: ReadonlySet<string>;
  /** Jobs that have a job for each branch, in small letters. */
  readonly branchSources: ReadonlySet<string>;
  /** Folders, in small letters: a view shows them, and nothing can be done with their builds. */
  readonly folders: ReadonlySet<string>;
  /** The folder of the settings; empty for the top level. */
  readonly folder: string;
}

/** What names a job: another job, or a view. */
interface NamingJob {
  /** Its full name; empty for something that is in no folder. */
  readonly name: string;
  readonly isView: boolean;
}

type Target =
  | { readonly kind: 'own'; readonly name: string; readonly written: string }
  | { readonly kind: 'elsewhere'; readonly written: string }
  | { readonly kind: 'unknown' };

function viewName(job: Job): readonly string[] {
  const found = itemOf(job);
  return found !== undefined && isViewKind(found.kind) ? [found.item.name.value] : [];
}

function branchSource(job: Job): readonly string[] {
  const found = itemOf(job);
  return found !== undefined && /^(multibranch|organization)$/.test(found.kind)
    ? [found.item.name.value.toLowerCase()]
    : [];
}

function findJob(text: string, from: NamingJob, names: Names): Target {
  // A variable is filled in when the job runs, and no name has a `*`: it is a pattern.
  if (text.includes('$') || (text.includes('*') && !from.isView)) return { kind: 'elsewhere', written: text };
  const folder = parentOf(from.name);
  const candidates = text.startsWith('/')
    ? absolute(text, names)
    : [withoutSlashes(text), joined(folder, text)].filter((name) => name !== undefined);
  for (const candidate of candidates) {
    const own = names.own.get(candidate.toLowerCase()) ?? branchOf(candidate, names);
    if (own === undefined || (!from.isView && names.folders.has(own.toLowerCase()))) continue;
    const written = writtenName(own, folder, from, names);
    if (written !== undefined) return { kind: 'own', name: own, written };
  }
  if (text.startsWith('/') || names.external.has(withoutSlashes(text).toLowerCase())) {
    const isTop = folder === '' && names.folder === '';
    return { kind: 'elsewhere', written: isTop ? withoutSlashes(text) : `/${withoutSlashes(text)}` };
  }
  return { kind: 'unknown' };
}

/** A name from the top of Jenkins is one of ours where it begins with the folder of the settings. */
function absolute(text: string, { folder }: Names): readonly string[] {
  const name = withoutSlashes(text);
  if (folder === '') return [name];
  return name.startsWith(`${folder}/`) ? [name.slice(folder.length + 1)] : [];
}

/** Returns the path that a relative name leads to, or undefined where it leads out of the project. */
function joined(folder: string, text: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of text.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The branches of a repository are nobody's to know. */
function branchOf(name: string, { branchSources }: Names): string | undefined {
  const parts = name.toLowerCase().split('/');
  const isBranch = parts.some((_, index) => branchSources.has(parts.slice(0, index).join('/')));
  return isBranch ? name : undefined;
}

/** Jenkins looks from the folder of the job, and a view shows what is in its own folder; undefined for a view elsewhere. */
function writtenName(own: string, folder: string, { isView }: NamingJob, names: Names): string | undefined {
  if (folder === '') return own;
  if (own.startsWith(`${folder}/`)) return own.slice(folder.length + 1);
  if (isView) return undefined;
  return names.folder === '' ? `/${own}` : `/${names.folder}/${own}`;
}

function parentOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

function unknownJob(
  { name }: Reference,
  from: NamingJob,
  names: Names,
  allowance: SuggestionAllowance,
): Diagnostic {
  const span = spanOf(name.origin);
  const folder = parentOf(from.name);
  const near = suggestion(name.value, names.own.values(), allowance);
  if (!from.isView && names.folders.has(withoutSlashes(name.value).toLowerCase()))
    return diagnose('link/unknown-job', { job: name.value, from: from.name }, span, {
      help: `\`${name.value}\` is a folder, which has no builds: name a job in it`,
    });
  const elsewhere = near === name.value;
  return diagnose('link/unknown-job', { job: name.value, from: from.name }, span, {
    help: elsewhere
      ? `a view shows jobs of its own folder, here \`${folder}\``
      : [
          near === undefined ? 'correct the name' : `did you mean \`${near}\`?`,
          'or list it in `external.jobs`, should another project make it',
        ],
    fixes:
      near === undefined || elsewhere || span === undefined
        ? []
        : [{ title: `write \`${near}\``, edits: [{ span, text: near }], safe: false }],
  });
}
