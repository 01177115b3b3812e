import type { SharedController } from '../../../schema/generated/located.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { pathBelow } from '../../host/confined-files.ts';
import type { Host } from '../../host/host.ts';
import { absolutePath, fixedPart, folderOf, joinPath, tidyPath } from '../../host/path.ts';
import { fleetRoot } from '../../read/fleet/fleet-root.ts';
import type { Fleet } from '../../read/fleet/open-fleet.ts';
import { type GitBase, openGitBase } from '../../read/git-base.ts';
import { holdsSpecs } from '../../read/read-project.ts';
import { findProjects, unreadableFolder } from '../../run/plan/find-projects.ts';
import { specKindOf } from '../../source/spec-kind.ts';
import { compareText } from '../../util/compare-text.ts';

/** A project folder as one of the two things that are compared has it. */
export interface Side {
  readonly host: Host;
  readonly folder: string;
  /** The controller that serves the project, where it has no Jenkins of its own. */
  readonly shared?: SharedController;
  /** The text of the file that says so: with another one it is another project. */
  readonly fleetText?: string;
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
    const bounds = now.globs.map(fixedPart);
    const [fleetsNow, fleetsThen] = [new OpenFleets(host, bounds), new OpenFleets(base.host, bounds)];
    const folders = new Set<string>();
    for (const folder of now.folders)
      for (const each of await fleetsNow.projectsAt(folder)) folders.add(each);
    for (const folder of then.folders)
      for (const each of await fleetsThen.projectsAt(folder)) folders.add(each);
    const wrongFile = fleetsNow.problem;
    if (wrongFile !== undefined) return { ok: false, problem: wrongFile };
    isFleet ||= folders.size > 1;
    for (const folder of [...folders].sort(compareText)) {
      const side = async (fleets: OpenFleets, on: Host) =>
        holdsSpecs(on.files, folder) ? { host: on, folder, ...(await fleets.hostingAt(folder)) } : undefined;
      const [before, after] = [await side(fleetsThen, base.host), await side(fleetsNow, host)];
      const project = { folder, before, after };
      const [closed] = after === undefined ? unreadableFolder(host.files, folder) : [];
      if (closed !== undefined) return { ok: false, problem: closed.message };
      if (project.before === undefined && project.after === undefined) {
        // The root of a fleet need not be a project itself.
        if (folders.size > 1) continue;
        return {
          ok: false,
          problem: `there are no specs in \`${shown(folder)}\`, and there were none at \`${ref}\``,
        };
      }
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

/** The fleets that projects of one side belong to. */
class OpenFleets {
  /** What is wrong with the file of one of them. */
  problem: string | undefined;
  private readonly host: Host;
  private readonly bounds: readonly string[];
  private readonly known = new Map<string, Fleet>();

  constructor(host: Host, bounds: readonly string[]) {
    this.host = host;
    this.bounds = bounds;
  }

  /** Returns the project folders that a named folder stands for: those of all its controllers for the root of a fleet. */
  async projectsAt(folder: string): Promise<readonly string[]> {
    const fleet = await this.fleetOf(folder);
    if (fleet === undefined || this.pathIn(fleet, folder) !== '') return [folder];
    const served = fleet.controllers.flatMap(({ paths }) => paths.map((path) => joinPath(fleet.root, path)));
    return holdsSpecs(this.host.files, folder) && !served.includes(folder) ? [folder, ...served] : served;
  }

  /** Returns the controller that serves a project. */
  async hostingAt(folder: string): Promise<Pick<Side, 'shared' | 'fleetText'>> {
    const fleet = await this.fleetOf(folder);
    if (fleet === undefined) return {};
    const path = this.pathIn(fleet, folder);
    const shared = fleet.controllers.find(({ paths }) => paths.includes(path))?.spec;
    if (shared === undefined) return {};
    return { shared, fleetText: fleet.files.sources.map(({ text }) => text).join('\n') };
  }

  private pathIn({ root }: Fleet, folder: string): string {
    const { cwd } = this.host;
    return pathBelow(absolutePath(cwd, root), absolutePath(cwd, folder)) ?? folder;
  }

  private async fleetOf(folder: string): Promise<Fleet | undefined> {
    const root = fleetRoot(this.host, folder, this.bounds)?.folder;
    if (root === undefined) return undefined;
    const { openFleet } = await import('../../read/fleet/open-fleet.ts');
    const fleet =
      this.known.get(root) ??
      (await openFleet(this.host, root, { unknownFields: 'warn', allowPlainSecrets: true }));
    this.known.set(root, fleet);
    if (!fleet.isSound)
      this.problem = `\`${joinPath(root, 'controllers.bitesize')}\` has errors: \`bitesize check\` shows them`;
    return fleet;
  }
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
  const closed = now.find(({ code }) => code === 'file/unreadable');
  if (closed !== undefined) return closed.message;
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
export async function twoFolders(host: Host, names: readonly string[]): Promise<FoundSides> {
  const [before = '', after = ''] = names.map(tidyPath);
  for (const folder of [before, after]) {
    if (host.files.list(folder === '' ? '.' : folder).ok) continue;
    const why = specKindOf(folder) === undefined ? 'is not there' : 'is a spec: name its folder';
    return { ok: false, problem: `the folder \`${folder}\` ${why}` };
  }
  const fleets = new OpenFleets(host, []);
  const side = async (folder: string) => ({ host, folder, ...(await fleets.hostingAt(folder)) });
  const project = { folder: after, before: await side(before), after: await side(after) };
  if (fleets.problem !== undefined) return { ok: false, problem: fleets.problem };
  return { ok: true, projects: [project], isFleet: false };
}
