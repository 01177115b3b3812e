import { pathBelow } from '../../host/confined-files.ts';
import type { FileSystem } from '../../host/file-system.ts';
import { absolutePath, folderOf, joinPath } from '../../host/path.ts';
import { fleetSpecNames } from '../../source/spec-kind.ts';
import type { ReadingHost } from '../project-reader.ts';

/** The root of the fleet that a project belongs to. */
export interface FleetRoot {
  /** Its folder, as the user would name it. */
  readonly folder: string;
  /** Folders with a controllers.bitesize, too, which is not read for this project. */
  readonly others: readonly string[];
}

/** Returns whether a folder has the file of a fleet's controllers, readable or not. */
export function holdsFleet(files: FileSystem, folder: string): boolean {
  return fleetSpecNames.some((name) => files.status(joinPath(folder, name)).ok);
}

/** What is known of folders: whether they have the file of a fleet's controllers. */
export type KnownFleets = Map<string, boolean>;

/**
 * Returns the root of the fleet that a project folder belongs to: the folder of `--root`, where it has a
 * controllers.bitesize, otherwise the nearest folder that has one. Above the project folder it is only looked for at and
 * below the working folder and the folders of `bounds`, which the user has named. `known` keeps what was found, for those
 * who ask about many projects at once: most folders above one are above the others, too.
 */
export function fleetRoot(
  { files, cwd, env }: ReadingHost,
  folder: string,
  bounds: readonly string[] = [],
  known: KnownFleets = new Map(),
): FleetRoot | undefined {
  const named = [cwd, ...bounds].map((bound) => absolutePath(cwd, bound));
  const given = env.BITESIZE_ROOT;
  const top = given === undefined ? undefined : absolutePath(cwd, given);
  const isBelowTop = top !== undefined && pathBelow(top, absolutePath(cwd, folder)) !== undefined;
  const found: string[] = [];
  for (let at = folder; ; at = folderOf(at)) {
    const path = absolutePath(cwd, at);
    const isNamed = at === folder || named.some((bound) => pathBelow(bound, path) !== undefined);
    if (!isNamed && !(isBelowTop && pathBelow(top, path) !== undefined)) break;
    const holds = known.get(at) ?? holdsFleet(files, at);
    known.set(at, holds);
    if (holds) found.push(at);
    if (folderOf(at) === at || at === '' || path === top) break;
  }
  if (!isBelowTop) {
    const [nearest, ...others] = found;
    return nearest === undefined ? undefined : { folder: nearest, others };
  }
  const isTop = (at: string) => absolutePath(cwd, at) === top;
  const root = found.find(isTop);
  return root === undefined ? undefined : { folder: root, others: found.filter((at) => !isTop(at)) };
}
