import { type NamedJob, namedJobs } from '../../link/collisions/job-collisions.ts';
import { jobFinder } from '../../link/own-jobs/resolve-jobs.ts';
import type { Project } from '../../link/project.ts';
import { single } from '../../text/origin.ts';
import type { JobText } from './file-names.ts';
import { type NameUse, textPiece, thingId } from './name-use.ts';

/**
 * Returns the names that stand in names of jobs: the job of a test has that of its environment and its own. `declared`
 * are all declarations of the project.
 */
export function namesInJobTexts(
  project: Project,
  texts: readonly JobText[],
  declared: readonly NameUse[],
): readonly NameUse[] {
  if (texts.length === 0) return [];
  const find = jobFinder(project);
  const jobs = new Map(namedJobs(project).map((job) => [job.job.toLowerCase(), job]));
  const places = new Map(declared.map((use) => [placeKey(use), use]));
  return texts.flatMap((text): readonly NameUse[] => {
    const name = find(text.node.text, { name: text.from, isView: text.isView });
    const job = name === undefined ? undefined : jobs.get(name.toLowerCase());
    if (job === undefined) return external(text, declared);
    const owner = ownerOf(job, places);
    if (owner === undefined) return [];
    return owner.kind === 'job' ? ownJob(text, job, owner) : madeJob(text, job, owner, declared);
  });
}

function placeKey({ file, start }: Pick<NameUse, 'file' | 'start'>): string {
  return `${start} ${file.name}`;
}

/** Returns the declaration of the thing that a job is made for. */
function ownerOf({ name }: NamedJob, places: ReadonlyMap<string, NameUse>): NameUse | undefined {
  for (const origin of single(name.origin)) {
    if (origin.kind !== 'spec') continue;
    const { file, start } = origin.span;
    const found = places.get(placeKey({ file, start })) ?? places.get(placeKey({ file, start: start + 1 }));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Names of other projects are looked up as they are listed. */
function external({ node }: JobText, declared: readonly NameUse[]): readonly NameUse[] {
  const id = thingId('job', node.text.toLowerCase());
  return declared.some((use) => use.id === id) ? [wholeUse(node, id, (name) => name)] : [];
}

function wholeUse(node: NameUse['node'], id: string, write: NameUse['write']): NameUse {
  const { file, start, end } = textPiece(node);
  return { kind: 'job', id, name: node.text, file, start, end, isDeclaration: false, node, write };
}

/** The name of a job may be written from the folder of the job that names it, or from the top of Jenkins. */
function ownJob({ node }: JobText, { job }: NamedJob, owner: NameUse): readonly NameUse[] {
  // A folder that only stands in the name of a job, or a branch: nothing here is called so.
  if (owner.name.toLowerCase() !== job.toLowerCase()) return [];
  const { text } = node;
  const before = text.slice(0, Math.max(0, text.length - job.length));
  const isFull = before + job === text;
  const folder = job.slice(0, job.length - text.length);
  const write = (name: string): string => {
    if (isFull) return before + name;
    return folder.endsWith('/') && folder + text === job && name.startsWith(folder)
      ? name.slice(folder.length)
      : name;
  };
  return [wholeUse(node, owner.id, write)];
}

/** A job that is made for something has the name of it, and of its environment, in its own. */
function madeJob(
  { node }: JobText,
  { job }: NamedJob,
  owner: NameUse,
  declared: readonly NameUse[],
): readonly NameUse[] {
  const { file, start, isExact } = textPiece(node);
  if (!isExact || !node.text.endsWith(job)) return [];
  const from = start + node.text.length - job.length;
  const piece = (use: NameUse, at: number): NameUse => ({
    ...use,
    file,
    start: from + at,
    end: from + at + use.name.length,
    isDeclaration: false,
    node,
  });
  if (owner.kind !== 'test') return job.startsWith(owner.name) ? [piece(owner, 0)] : [];
  const at = job.length - owner.name.length;
  const environment = declared.find((use) => use.kind === 'environment' && use.name === job.slice(0, at - 1));
  return [...(environment === undefined ? [] : [piece(environment, 0)]), piece(owner, at)];
}
