import { pathBelow } from '../../host/confined-files.ts';
import type { Host } from '../../host/host.ts';
import { absolutePath, fixedPart, joinPath } from '../../host/path.ts';
import { type FleetRoot, fleetRoot, type KnownFleets } from '../../read/fleet/fleet-root.ts';
import type { Fleet, FleetController } from '../../read/fleet/open-fleet.ts';
import { holdsSpecs, type ReplacedFile } from '../../read/read-project.ts';
import type { Finding } from '../../report/finding.ts';
import type { ReportProject } from '../../report/report.ts';
import { count } from '../../report/summary.ts';
import type { FixChoice, ProjectTask } from '../project/project-task.ts';
import type { ShapingOptions } from '../run-options.ts';
import { taskId } from '../task-name.ts';
import { fleetFindings, notAtRootFinding } from './fleet-findings.ts';

/** What a run does with the folders that were named. */
export interface FleetTasks {
  readonly tasks: readonly ProjectTask[];
  /** About the files of fleets. */
  readonly findings: readonly Finding[];
  /** Globs of their controllers, as arguments would have them. */
  readonly globs: readonly string[];
  /** The roots of the fleets, with the names of their files. */
  readonly fleets: readonly ReportProject[];
  /** Lines for people: what was fixed. */
  readonly notes: readonly string[];
}

/** What decides on tasks besides the folders. */
export interface FleetContext {
  /** The arguments that are globs: their first folders are named by them. */
  readonly globs: readonly string[];
  readonly options: ShapingOptions;
  /** Whether a controller is only done with all its projects, since files of its own need them. */
  readonly needsWhole: boolean;
  /** The fixes that are written to the files of fleets. */
  readonly fix?: FixChoice;
  /** Takes the place of a file in the only folder. */
  readonly replaced?: ReplacedFile;
}

/**
 * Returns the tasks for folders that were named: a project that a shared controller serves becomes a part of the task of
 * that controller, the root of a fleet all its controllers. Where the file of a fleet has errors, nobody knows who serves
 * its projects, and none of them is done.
 */
export async function fleetTasks(
  host: Host,
  folders: readonly string[],
  { globs, options, needsWhole, fix, replaced }: FleetContext,
): Promise<FleetTasks> {
  const bounds = globs.map(fixedPart);
  const fleets = new Map<string, Fleet>();
  const findings: Finding[] = [];
  const wanted = new Map<string, WantedTask>();
  const want = (task: ProjectTask, paths: readonly string[] = [], of?: FleetController) => {
    const known = wanted.get(taskId(task));
    wanted.set(taskId(task), { task, ...(of && { of }), paths: [...(known?.paths ?? []), ...paths] });
  };
  const notes: string[] = [];
  const fixed = async (first: Fleet, choice: FixChoice): Promise<Fleet> => {
    const { fixFleet } = await import('./fix-fleet.ts');
    const { state, unwritten, notes: told } = await fixFleet(host, first, options, choice);
    findings.push(...unwritten);
    notes.push(...told);
    return state;
  };
  const open = async (root: FleetRoot): Promise<Fleet> => {
    const known = fleets.get(absolutePath(host.cwd, root.folder));
    if (known !== undefined) return known;
    const { openFleet } = await import('../../read/fleet/open-fleet.ts');
    const isFile = replaced !== undefined && folders.includes(root.folder) && isFleetFile(replaced);
    const first = await openFleet(host, root.folder, options, isFile ? replaced : undefined);
    const fleet = fix === undefined ? first : await fixed(first, fix);
    fleets.set(absolutePath(host.cwd, root.folder), fleet);
    findings.push(...fleetFindings(fleet));
    return fleet;
  };
  const known: KnownFleets = new Map();
  for (const folder of folders) {
    const root = fleetRoot(host, folder, bounds, known);
    if (root === undefined) {
      want({ folder, ...(replaced && { replaced }) });
      continue;
    }
    const fleet = await open(root);
    for (const other of root.others) findings.push(notAtRootFinding(root, other));
    if (!fleet.isSound) continue;
    const path = pathBelow(absolutePath(host.cwd, root.folder), absolutePath(host.cwd, folder)) ?? '';
    // Only its own file is looked at where nobody has saved it yet.
    if (replaced !== undefined && isFleetFile(replaced)) continue;
    const isRoot = path === '';
    for (const controller of isRoot ? fleet.controllers : []) {
      const task = { folder: root.folder, controller: controller.spec.name.value };
      want(task, controller.paths, controller);
    }
    const serving = fleet.controllers.find((controller) => controller.paths.includes(path));
    if (serving === undefined) {
      if (!isRoot || holdsSpecs(host.files, folder)) want({ folder, ...(replaced && { replaced }) });
      continue;
    }
    const start = path === '' ? '' : `${path}/`;
    const task = {
      folder: root.folder,
      controller: serving.spec.name.value,
      ...(replaced && { replaced: { ...replaced, name: `${start}${replaced.name}` } }),
    };
    want(task, [path], serving);
  }
  return {
    tasks: [...wanted.values()].map((each) => finished(each, needsWhole)),
    findings,
    globs: [...fleets.values()].flatMap((fleet) => globsOf(fleet)),
    fleets: [...fleets.values()].map(({ root, files: { names } }) => ({ folder: root, files: names })),
    notes,
  };
}

interface WantedTask {
  readonly task: ProjectTask;
  readonly of?: FleetController;
  /** The paths of the projects that were named. */
  readonly paths: readonly string[];
}

function finished({ task, of, paths: named }: WantedTask, needsWhole: boolean): ProjectTask {
  if (of === undefined) return task;
  const { paths } = of;
  const own = paths.filter((path) => named.includes(path));
  const more = paths.length - own.length;
  if (more === 0) return { ...task, served: { paths } };
  if (!needsWhole) return { ...task, served: { paths, named: own } };
  const note = `${of.spec.name.value}: compiled with ${count(more, 'more project')} that the controller serves: its own files are made of all of them`;
  return { ...task, served: { paths }, notes: [note] };
}

function isFleetFile({ name }: ReplacedFile): boolean {
  return name.startsWith('controllers.');
}

/** Where new projects may come, as arguments name it. */
function globsOf({ root, controllers }: Fleet): readonly string[] {
  return controllers.flatMap(({ spec }) =>
    spec.projects.flatMap(({ value }) => (/[*?]/.test(value) ? [joinPath(root, value)] : [])),
  );
}
