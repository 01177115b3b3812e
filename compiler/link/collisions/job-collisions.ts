import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { fromPolicy } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { requestJobName } from '../link-requests.ts';
import { isViewKind, itemOf, type OwnJobs } from '../own-jobs/link-jobs.ts';
import type { Project } from '../project.ts';
import { type Claim, collisions } from './claims.ts';

const fixedName = fromPolicy('The job has this name in every project.');

/** Returns a finding for every two things that would become one job. Jenkins does not tell upper from lower case. */
export function jobCollisions(project: Project): Diagnostic[] {
  return collisions(jobsOf(project), ({ what, key, name }, first, { span, labels }) =>
    diagnose('collision/job', { what, other: first.what, job: key }, span, {
      labels,
      help: `give ${name.value === first.name.value ? 'one of the two' : `\`${name.value}\``} another name`,
    }),
  );
}

/** A job or folder, and what it is made for; `name` is that of the thing, which the name of the job has in it. */
export interface NamedJob extends Claim {
  /** Its full name, without the folder of the settings. */
  readonly job: string;
}

/** Returns the names of all jobs and folders that the project makes, without the folder of the settings. */
export function jobNamesOf(project: Project): readonly string[] {
  return namedJobs(project).map(({ job }) => job);
}

/** Returns all jobs and folders that the project makes. */
export function namedJobs(project: Project): readonly NamedJob[] {
  const hasEnvironments = project.environments.length > 0;
  return [...jobsOf(project)].filter(
    ({ job }) => hasEnvironments || (job !== 'service-manage' && job !== 'environment-pipeline'),
  );
}

/** Returns the names of the folders of jobs.bitesize: those that it declares, and those that stand in names. */
export function folderNamesOf({ ownJobs }: Project): readonly string[] {
  const declared = ownJobs.jobs.flatMap(({ folder }) => folder?.name.value ?? []);
  return [...declared, ...[...impliedFolders(ownJobs)].map(({ job }) => job)];
}

/** The names are those of the original: a project that moves here keeps its links. */
function* jobsOf(project: Project): Generator<NamedJob> {
  const { components, requests, applications, environments, settings, ownJobs } = project;
  // The seed job stays at the top level when the others are in a folder.
  if (settings.folder === undefined) yield builtIn('seed-job', 'the seed job');
  // Who has jobs of one's own alone, such as those of an import, may call them as a delivery would.
  if (components.length + applications.length + environments.length > 0) {
    yield builtIn('service-manage', 'the job that applies services');
    yield builtIn('environment-pipeline', 'the pipeline of the environments');
  }
  for (const { name } of components) yield claim(name.value, `component \`${name.value}\``, name);
  for (const { component } of requests) {
    const { name } = component;
    yield claim(requestJobName(component).value, `the pull requests of component \`${name.value}\``, name);
  }
  for (const { spec } of applications) {
    const { name } = spec;
    yield claim(`${name.value}-docker-image`, `the image of application \`${name.value}\``, name);
  }
  for (const { spec } of environments) {
    const { name } = spec;
    yield claim(`${name.value}-deploy`, `the deployment of environment \`${name.value}\``, name);
    for (const test of spec.tests) {
      const what = `test \`${test.name.value}\` of environment \`${name.value}\``;
      yield claim(`${name.value}-${test.name.value}`, what, test.name);
    }
  }
  for (const job of ownJobs.jobs) {
    const found = itemOf(job);
    if (found === undefined || isViewKind(found.kind)) continue;
    const { name } = found.item;
    yield claim(name.value, `${found.kind === 'folder' ? 'folder' : 'job'} \`${name.value}\``, name);
  }
  yield* impliedFolders(ownJobs);
}

/** The folders that stand in names and that no entry declares: each is made once. XML can declare one, too. */
function* impliedFolders({ jobs }: OwnJobs): Generator<NamedJob> {
  const items = jobs.flatMap((job) => itemOf(job) ?? []);
  const known = new Set(
    items.flatMap(({ kind, item }) => (kind === 'folder' || kind === 'xml' ? [item.name.value] : [])),
  );
  const names = new Set<string>();
  for (const {
    kind,
    item: { name },
  } of items) {
    // Of two jobs with one name, which are told, only the first says anything about folders.
    const key = `${isViewKind(kind) ? 'view' : 'job'} ${name.value.toLowerCase()}`;
    if (names.has(key)) continue;
    names.add(key);
    const parts = name.value.split('/');
    for (let count = 1; count < parts.length; count++) {
      const folder = parts.slice(0, count).join('/');
      if (folder === '' || known.has(folder)) continue;
      known.add(folder);
      yield claim(folder, `the folder of \`${name.value}\``, name);
    }
  }
}

function builtIn(job: string, what: string): NamedJob {
  return claim(job, what, sourced(job, fixedName));
}

function claim(job: string, what: string, name: Sourced<string>): NamedJob {
  return { key: job.toLowerCase(), job, what, name };
}
