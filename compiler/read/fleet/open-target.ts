import { compileFully } from '../../compile.ts';
import { compileController } from '../../compile-controller.ts';
import { pathBelow } from '../../host/confined-files.ts';
import type { Host } from '../../host/host.ts';
import { absolutePath, joinPath } from '../../host/path.ts';
import type { Compilation, CompileOptions } from '../../pipeline.ts';
import { openProject } from '../open-project.ts';
import { holdsSpecs, type ProjectFiles } from '../read-project.ts';
import { fleetRoot } from './fleet-root.ts';
import type { Fleet } from './open-fleet.ts';

/** What a folder stands for that a command is about. */
export interface Target {
  /** A project with its own Jenkins, or all projects of a shared controller; the root of a fleet may have several. */
  readonly files: readonly ProjectFiles[];
  /** The fleet that decides on it. */
  readonly fleet?: Fleet;
  /** Path of the named project from the root of the fleet, where a shared controller serves it. */
  readonly path?: string;
}

/**
 * Returns what a folder stands for: a project with its own Jenkins, the controller that serves it with all its projects,
 * or all controllers of a fleet.
 */
export async function openTarget(host: Host, folder: string): Promise<Target> {
  const root = fleetRoot(host, folder);
  if (root === undefined) return { files: [await openProject(host, folder)] };
  const { openFleet } = await import('./open-fleet.ts');
  const fleet = await openFleet(host, root.folder, { unknownFields: 'warn', allowPlainSecrets: true });
  if (!fleet.isSound) return { files: [fleet.files], fleet };
  const path = pathBelow(absolutePath(host.cwd, root.folder), absolutePath(host.cwd, folder)) ?? '';
  const serving = fleet.controllers.filter(({ paths }) => path === '' || paths.includes(path));
  const isOwn = path === '' ? holdsSpecs(host.files, folder) : serving.length === 0;
  const own = isOwn && !serving.some(({ paths }) => paths.includes(path));
  const { openServed } = await import('./open-served.ts');
  const files: ProjectFiles[] = [];
  for (const { spec, paths } of serving)
    files.push(await openServed(host, root.folder, { controller: spec.name.value, paths }));
  if (own) files.push(await openProject(host, folder));
  return { files, fleet, ...(path === '' || serving.length === 0 ? {} : { path }) };
}

/** Returns what the specs of a project, or of a shared controller with its projects, become. */
export function compileTarget(
  { sources, files, trees, served }: ProjectFiles,
  options: CompileOptions = {},
): Promise<Compilation> {
  return served === undefined
    ? compileFully(sources, { ...options, files, trees })
    : compileController(served.controller, served.projects, { ...options, files });
}

/**
 * Returns why a command that knows only projects with a Jenkins of their own cannot be used for some folders, or
 * undefined: what a project on a shared controller becomes is a part of another output.
 */
export async function servedProblem(host: Host, folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const root = fleetRoot(host, folder);
    if (root === undefined) continue;
    const { openFleet } = await import('./open-fleet.ts');
    const fleet = await openFleet(host, root.folder, { unknownFields: 'warn', allowPlainSecrets: true });
    if (!fleet.isSound)
      return `\`${joinPath(root.folder, 'controllers.bitesize')}\` has errors: \`bitesize check\` shows them`;
    const path = pathBelow(absolutePath(host.cwd, root.folder), absolutePath(host.cwd, folder)) ?? '';
    const serving = fleet.controllers.find(({ paths }) => paths.includes(path));
    if (serving !== undefined)
      return `the shared controller \`${serving.spec.name.value}\` serves \`${folder === '' ? '.' : folder}\`: this command knows only projects with a Jenkins of their own`;
  }
  return undefined;
}
