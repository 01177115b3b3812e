import type { Folder } from '../../../jenkins/items/folder.ts';
import { fromDefault } from '../../text/origin.ts';
import { sourced } from '../../text/sourced.ts';
import { folderPath, type JobScope } from './job-scope.ts';

/** Returns the folder that holds the jobs, below the folders that hold it; none for the top level. */
export function folders({ settings }: JobScope): readonly Folder[] {
  const path = folderPath(settings);
  if (path === '') return [];
  const origin = settings.folder?.origin ?? fromDefault('jenkins.folder');
  const parts = path.split('/');
  return parts.map((_, index) => ({
    kind: 'folder',
    family: 'folders',
    name: sourced(parts.slice(0, index + 1).join('/'), origin),
    origin,
  }));
}
