import type { FileSystem } from '../../host/file-system.ts';
import { folderOf } from '../../host/path.ts';
import type { Look } from '../project/look.ts';
import { nearestFolders } from './nearest-folder.ts';

/** Where a project has to be watched. */
export interface Interest {
  /** The folders, absolute, each with what tells it from another one that takes its place. */
  readonly folders: ReadonlyMap<string, string>;
  /** Returns whether a change at a path may change the project. */
  readonly concerns: (path: string) => boolean;
}

/** Returns where a project has to be watched that looked at these files, be they there or not. */
export function interestOf(files: FileSystem, looks: readonly Look[]): Interest {
  const paths = new Set<string>();
  const listed = new Set<string>();
  const wanted = new Set<string>();
  const add = (path: string) => {
    for (let at = path; !paths.has(at); at = folderOf(at)) paths.add(at);
    const status = files.status(path);
    const kind = status.ok ? status.value.kind : undefined;
    // A folder tells of its own end.
    wanted.add(kind === 'folder' ? path : folderOf(path));
    if (kind !== 'link') return;
    // Where a link leads to, events have the name of the file that is there.
    const target = files.realPath(path);
    if (target.ok) add(target.value);
  };
  for (const path of new Set(looks.map((look) => look.path))) add(path);
  for (const { question, path } of looks) if (question === 'list') listed.add(path);
  return {
    folders: nearestFolders(files, wanted),
    concerns: (path) => paths.has(path) || listed.has(folderOf(path)),
  };
}
