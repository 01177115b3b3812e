import type { ProjectChanges } from '../../diff/change.ts';
import type { Host } from '../../host/host.ts';
import { joinPath } from '../../host/path.ts';
import { type ProjectFiles, readProject } from '../../read/read-project.ts';
import { count } from '../../report/summary.ts';
import { isCode } from '../../source/spec-kind.ts';
import { cleanText } from '../../util/log-text.ts';
import { type CompiledSide, compileSide, type DiffDetail, diffSides } from './diff-project.ts';
import { ImportClosure, sameBytes } from './import-closure.ts';
import type { ProjectSides } from './project-sides.ts';

/** What changes in some projects, and what stands in the way of knowing it. */
export interface ProjectsDiff {
  /** Projects in which nothing changes are left out. */
  readonly projects: readonly ProjectChanges[];
  /** Projects that do not compile. */
  readonly problems: readonly string[];
  /** Projects whose base does not compile. */
  readonly notes: readonly string[];
}

/** A project that only one side has, or that both have. */
interface CompiledProject {
  readonly before: CompiledSide | undefined;
  readonly after: CompiledSide | undefined;
}

/**
 * Returns what changes in projects. Only those with a changed input are compiled. A project that leaves one folder and
 * turns up in another has moved.
 */
export async function diffProjects(
  cwd: string,
  projects: readonly ProjectSides[],
  detail: DiffDetail,
): Promise<ProjectsDiff> {
  const closures = new Map<Host, ImportClosure>();
  const lone: CompiledProject[] = [];
  const result: ProjectChanges[] = [];
  const problems: string[] = [];
  const notes: string[] = [];
  for (const project of projects) {
    // One project alone is compiled in any case: whoever asks about it wants to know of its errors.
    if (projects.length > 1 && sameInputs(project, closureOf(closures, cwd, project))) continue;
    const after = project.after && (await compileSide(project.after));
    if (after !== undefined && after.errors > 0) {
      problems.push(
        `\`${shown(project.folder)}\` has ${count(after.errors, 'error')}: \`bitesize check\` shows them`,
      );
      continue;
    }
    const before = project.before && (await compileSide(project.before));
    if (before !== undefined && before.errors > 0) notes.push(baseNote(before, after));
    if (before === undefined || after === undefined) lone.push({ before, after });
    else result.push(diffSides(before, after, detail));
  }
  for (const { before, after } of joinMoved(lone)) result.push(diffSides(before, after, detail));
  const order = new Map(projects.map(({ folder }, index) => [folder, index]));
  const place = ({ folder }: ProjectChanges) => order.get(folder) ?? 0;
  return {
    projects: result
      .filter(
        ({ changes, presence, from }) => changes.length > 0 || presence !== 'changed' || from !== undefined,
      )
      .sort((a, b) => place(a) - place(b)),
    problems,
    notes,
  };
}

/** What is said about a base that does not compile. */
function baseNote({ folder, errors }: CompiledSide, after: CompiledSide | undefined): string {
  const then = after === undefined ? 'what it had is not counted' : 'everything counts as added';
  return `the base of \`${shown(folder)}\` has ${count(errors, 'error')} and gives no output: ${then}`;
}

function closureOf(
  closures: Map<Host, ImportClosure>,
  cwd: string,
  { before, after }: ProjectSides,
): ImportClosure | undefined {
  if (before === undefined || after === undefined) return undefined;
  const known = closures.get(before.host) ?? new ImportClosure(cwd, before.host.files, after.host.files);
  closures.set(before.host, known);
  return known;
}

/** A removed and an added project of the same name are one that moved, unless there are several of them. */
function joinMoved(lone: readonly CompiledProject[]): readonly CompiledProject[] {
  const named = (name: string | undefined, side: 'before' | 'after') =>
    lone.filter((project) => name !== undefined && nameOf(project[side]) === name);
  return lone.flatMap((project) => {
    const { before, after } = project;
    const name = nameOf(before ?? after);
    const [removed, ...moreRemoved] = named(name, 'before');
    const [added, ...moreAdded] = named(name, 'after');
    const isMove =
      removed !== undefined && added !== undefined && moreRemoved.length === 0 && moreAdded.length === 0;
    if (!isMove) return project;
    return before === undefined ? [{ before: removed.before, after }] : [];
  });
}

function nameOf(side: CompiledSide | undefined): string | undefined {
  return side?.compilation.ir?.project.value;
}

function shown(folder: string): string {
  return folder === '' ? '.' : cleanText(folder);
}

/**
 * Returns whether a project is made of the same files before and after, so that it need not be compiled. What cannot be
 * told from the files counts as different.
 */
function sameInputs({ before, after }: ProjectSides, closure: ImportClosure | undefined): boolean {
  if (before === undefined || after === undefined || before.fleetText !== after.fleetText) return false;
  const old = readProject(before.host, before.folder);
  const now = readProject(after.host, after.folder);
  if (!isReadable(old) || !isReadable(now) || !sameContents(old.contents, now.contents)) return false;
  const code = now.sources.filter(isCode);
  return code.length === 0 || closure?.isSame(code.map(({ name }) => joinPath(after.folder, name))) === true;
}

/** Returns whether two sets of files have the same names and contents. */
function sameContents(
  before: ReadonlyMap<string, Uint8Array>,
  after: ReadonlyMap<string, Uint8Array>,
): boolean {
  if (before.size !== after.size) return false;
  return [...before].every(([name, bytes]) => {
    const other = after.get(name);
    return other !== undefined && sameBytes(bytes, other);
  });
}

function isReadable({ names, sources }: ProjectFiles): boolean {
  return names.length === sources.length;
}
