import type { ServedSources } from '../../compile-controller.ts';
import type { Host } from '../../host/host.ts';
import { joinPath } from '../../host/path.ts';
import { displayPath } from '../../report/finding.ts';
import { isCode } from '../../source/spec-kind.ts';
import { withFiles } from '../../specs-as-code/with-files.ts';
import type { SourceFile } from '../../text/span.ts';
import { type CacheFolder, specCacheFolder } from '../cache-folder.ts';
import { type ProjectFiles, type ReplacedFile, readProject } from '../read-project.ts';
import { withTrees } from '../repository-trees.ts';
import { openFleetFile, readableFleet } from './open-fleet.ts';

/** Projects of one controller that are looked at together. Plain data. */
export interface ServedNames {
  /** Name of the controller. */
  readonly controller: string;
  /** Paths of the folders of all its projects from the root of the fleet. */
  readonly paths: readonly string[];
  /** Those that are to be looked at, where the others only matter to what they have in common. */
  readonly named?: readonly string[];
}

/**
 * Returns the specs of projects that a shared controller serves, as if they were one project in the root of the fleet:
 * the names of its files start with the paths of the projects. Of projects that are not named, only contents are. What is wrong with controllers.bitesize is told by
 * whoever has found the projects. `replaced` takes the place of a file by such a name.
 */
export async function openServed(
  host: Host,
  root: string,
  { controller: name, paths, named }: ServedNames,
  replaced?: ReplacedFile,
  cache: () => CacheFolder | undefined = () => specCacheFolder(host, [root]),
): Promise<ProjectFiles> {
  const fleet = await openFleetFile(host, root, undefined, cache);
  const isNamed = (path: string): boolean => named?.includes(path) ?? true;
  const [fleetFile] = fleet.sources;
  const controller = readableFleet(fleet).spec?.controllers.find((each) => each.name.value === name);
  if (fleetFile === undefined || controller === undefined)
    // Somebody has changed the file between planning and now.
    return { ...fleet, files: new Map() };
  const parts: ServedPart[] = [];
  for (const path of paths) {
    const part = await openPart(host, root, path, replaced, cache);
    // Of one that cannot be read whole nobody knows what it has in common with others.
    if (isNamed(path) || part.files.diagnostics.length === 0) parts.push(part);
  }
  const own = parts.filter(({ path }) => isNamed(path));
  const served = {
    controller,
    paths,
    fleetFile,
    ...(named === undefined ? {} : { named: new Set(named) }),
    projects: parts.map(
      ({ path, files }): ServedSources => ({
        path,
        sources: files.sources,
        files: files.files,
        get trees() {
          return files.trees;
        },
      }),
    ),
  };
  return {
    folder: root,
    names: own.flatMap(({ files }) => files.names),
    sources: own.flatMap(({ files }) => files.sources),
    files: fleet.files,
    contents: new Map([...fleet.contents, ...parts.flatMap(({ files }) => [...files.contents])]),
    diagnostics: own.flatMap(({ files }) => files.diagnostics),
    served,
  };
}

interface ServedPart {
  readonly path: string;
  readonly files: ProjectFiles;
}

async function openPart(
  host: Host,
  root: string,
  path: string,
  replaced: ReplacedFile | undefined,
  cache: () => CacheFolder | undefined,
): Promise<ServedPart> {
  const start = path === '' ? '' : `${path}/`;
  const name = replaced?.name.startsWith(start) ? replaced.name.slice(start.length) : '';
  const own =
    replaced !== undefined && name !== '' && !name.includes('/') ? { ...replaced, name } : undefined;
  const read = inFleet(readProject(host, joinPath(root, path), own), root, path);
  const files = read.sources.some(isCode) ? await evaluated(host, read, cache(), path) : read;
  return { path, files: withTrees(host, joinPath(root, path), files) };
}

async function evaluated(
  host: Host,
  project: ProjectFiles,
  cache: CacheFolder | undefined,
  path: string,
): Promise<ProjectFiles> {
  const { evaluateProject } = await import('../evaluate-project.ts');
  return evaluateProject(host, project, cache, path);
}

/** Returns a project whose files have their names from the root of the fleet; those that specs name keep theirs. */
function inFleet(project: ProjectFiles, root: string, path: string): ProjectFiles {
  if (path === '') return { ...project, folder: root };
  const shown = (name: string) => displayPath(path, name);
  const files = new Map<SourceFile, SourceFile>();
  const renamed = (file: SourceFile) => {
    const known = files.get(file) ?? { ...file, name: shown(file.name) };
    files.set(file, known);
    return known;
  };
  return {
    ...project,
    folder: root,
    names: project.names.map(shown),
    sources: project.sources.map(renamed),
    contents: new Map([...project.contents].map(([name, bytes]) => [shown(name), bytes])),
    diagnostics: project.diagnostics.map((found) => withFiles(found, renamed)),
  };
}
