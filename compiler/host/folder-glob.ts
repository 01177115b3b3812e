import { compareText } from '../util/compare-text.ts';
import type { FileSystem } from './file-system.ts';
import { globAdapter, leadsToFolder } from './glob-adapter.ts';
import { absolutePath } from './path.ts';

const IGNORED = 'node_modules';

/** Returns the folders that match a glob: see `globFolders` of `Host`. */
export async function folderGlob(
  pattern: string,
  files: FileSystem,
  cwd: string,
): Promise<readonly string[]> {
  const found = foldersInside(pattern, files, cwd);
  if (found !== undefined) return found;
  const { glob } = await import('tinyglobby');
  const matches = await glob(pattern, {
    fs: globAdapter(files, cwd, pattern),
    cwd,
    onlyDirectories: true,
    expandDirectories: false,
    ignore: [`**/${IGNORED}/**`, '**/.git/**'],
  });
  return matches.map((path) => (path.length > 1 ? path.replace(/\/$/, '') : path)).sort(compareText);
}

/** A glob such as `projects/*` or `projects/web-*`: a folder, and what the names in it start and end with. */
const INSIDE = /^((?:\w[\w.-]*\/)*)((?:[\w-][\w.-]*)?)\*([\w.-]*)$/;

/** What means something to the matcher, or is no `.` of its expressions. */
const ODD = /[\\\n\r\u2028\u2029]/;

/**
 * Returns the folders in one folder whose names match, which is what nearly all globs ask for; undefined for other globs, and
 * where a name is out of the ordinary. Loading the matcher takes longer than checking a project.
 */
function foldersInside(pattern: string, files: FileSystem, cwd: string): readonly string[] | undefined {
  const [, folder, start = '', end = ''] = INSIDE.exec(pattern) ?? [];
  if (folder === undefined || folder.split('/').includes(IGNORED)) return undefined;
  const at = absolutePath(cwd, folder);
  const listed = files.list(at);
  if (!listed.ok) return [];
  if (listed.value.some(({ name }) => ODD.test(name))) return undefined;
  return listed.value
    .filter(({ name, kind }) => {
      const isHidden = start === '' && name.startsWith('.');
      const isMatch =
        name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
      if (isHidden || !isMatch || name === IGNORED) return false;
      return kind === 'folder' || (kind === 'link' && leadsToFolder(files, absolutePath(at, name)));
    })
    .map(({ name }) => `${folder}${name}`)
    .sort(compareText);
}
