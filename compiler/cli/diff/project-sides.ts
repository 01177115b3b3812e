import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Host } from '../../host/host.ts';
import { absolutePath, fixedPart, folderOf, tidyPath } from '../../host/path.ts';
import { type GitBase, openGitBase } from '../../read/git-base.ts';
import { holdsSpecs } from '../../read/read-project.ts';
import { findProjects } from '../../run/plan/find-projects.ts';
import { specKindOf } from '../../source/spec-kind.ts';
import { compareText } from '../../util/compare-text.ts';

/** A project folder as one of the two things that are compared has it. */
export interface Side {
  readonly host: Host;
  readonly folder: string;
}

/** A project folder before and after; one that is not there on a side, or has no specs there, is absent on it. */
export interface ProjectSides {
  /** As the user named it; empty for the working folder. */
  readonly folder: string;
  readonly before: Side | undefined;
  readonly after: Side | undefined;
}

/** What is to be compared, or what is wrong with the command line. */
export type FoundSides =
  | {
      readonly ok: true;
      readonly projects: readonly ProjectSides[];
      /** Whether there may be several: more than one argument, or a glob. */
      readonly isFleet: boolean;
    }
  | { readonly ok: false; readonly problem: string };

/**
 * Returns the projects that the arguments name, in the working tree and at a git ref. A glob is matched on both sides:
 * a project that only one of them has counts as added or removed.
 */
export async function findSides(host: Host, names: readonly string[], ref: string): Promise<FoundSides> {
  const bases: GitBase[] = [];
  const found = new Map<string, ProjectSides>();
  let isFleet = names.length > 1;
  for (const name of names.length === 0 ? ['.'] : names.map((given) => folderOfSpec(host, given))) {
    const base = baseFor(host, bases, name, ref);
    if (typeof base === 'string') return { ok: false, problem: base };
    const now = await findProjects(host, [name]);
    const then = await findProjects(base.host, [name]);
    const wrong = problemOf(now.diagnostics, then.diagnostics);
    if (wrong !== undefined) return { ok: false, problem: wrong };
    isFleet ||= now.isFleet;
    for (const folder of [...new Set([...now.folders, ...then.folders])].sort(compareText)) {
      const side = (on: Host) => (holdsSpecs(on.files, folder) ? { host: on, folder } : undefined);
      const project = { folder, before: side(base.host), after: side(host) };
      if (project.before === undefined && project.after === undefined)
        return {
          ok: false,
          problem: `there are no specs in \`${shown(folder)}\`, and there were none at \`${ref}\``,
        };
      found.set(absolutePath(host.cwd, folder), project);
    }
  }
  const projects = [...found.values()];
  for (const base of bases) {
    const problem = base.loadSpecs(projects.map(({ folder }) => folder));
    if (problem !== undefined) return { ok: false, problem };
  }
  return { ok: true, projects, isFleet };
}

/** A spec stands for its folder, also one that is gone. */
function folderOfSpec(host: Host, name: string): string {
  if (specKindOf(name) === undefined || host.files.list(name).ok) return name;
  return folderOf(name) === '' ? '.' : folderOf(name);
}

/** Asks git only for the first folder of each repository. */
function baseFor(host: Host, bases: GitBase[], name: string, ref: string): GitBase | string {
  const start = absolutePath(host.cwd, fixedPart(name));
  const known = bases.find((base) => base.holds(start));
  if (known !== undefined) return known;
  const opened = openGitBase(host, fixedPart(name), ref);
  if (!opened.ok) return opened.problem;
  // A folder may be named by a path with links in it.
  const same = bases.find(({ top }) => top === opened.base.top);
  if (same === undefined) bases.push(opened.base);
  return same ?? opened.base;
}

/** What a name means must be wrong on both sides, unless it names a file that is no spec. */
function problemOf(now: readonly Diagnostic[], then: readonly Diagnostic[]): string | undefined {
  const [first] = now;
  const [second] = then;
  const isFile = (found: Diagnostic | undefined) => found?.code === 'file/not-a-spec';
  if (first !== undefined && (second !== undefined || isFile(first))) return first.message;
  return isFile(second) ? second?.message : undefined;
}

function shown(folder: string): string {
  return folder === '' ? '.' : folder;
}

/** Returns one project that is compared in two folders, the old one first. A folder without specs has nothing in it. */
export function twoFolders(host: Host, names: readonly string[]): FoundSides {
  const [before = '', after = ''] = names.map(tidyPath);
  for (const folder of [before, after]) {
    if (host.files.list(folder === '' ? '.' : folder).ok) continue;
    const why = specKindOf(folder) === undefined ? 'is not there' : 'is a spec: name its folder';
    return { ok: false, problem: `the folder \`${folder}\` ${why}` };
  }
  const project = {
    folder: after,
    before: { host, folder: before },
    after: { host, folder: after },
  };
  return { ok: true, projects: [project], isFleet: false };
}
