import { done, type FileResult, failed, success } from './file-result.ts';
import type { FileStatus } from './file-system.ts';
import type { Host } from './host.ts';
import { absolutePath, folderOf, joinPath } from './path.ts';

/** What of a host it takes. */
type LookingHost = Pick<Host, 'cwd' | 'files'>;

/** Where a file that was named on the command line, or has a fixed name, is written. */
export interface ConfinedPath {
  /** Absolute; no folder of it is a link that somebody may have planted. */
  readonly path: string;
  /** What stands there: a link is itself. Undefined when nothing does. */
  readonly status: FileStatus | undefined;
  /** Whether it lies where a change that nobody reviewed can put links: then a link at its end is not followed, either. */
  readonly isConfined: boolean;
}

/**
 * Returns where a path leads without following a link that lies below the working folder, in a checkout, in a project
 * or below `within`; such links come with the change that is looked at. Fails when a folder of the path is one. Links
 * elsewhere are the user's own (`/tmp` of macOS is one): they are followed.
 */
export function confinedPath(host: LookingHost, path: string, within?: string): FileResult<ConfinedPath> {
  const fence = within === undefined ? undefined : absolutePath(host.cwd, within);
  const names = absolutePath(host.cwd, path).slice(1).split('/');
  let folder = '/';
  let named = '/';
  let isConfined = false;
  for (const [index, name] of names.entries()) {
    const place = joinPath(folder, name);
    isConfined ||= isOpenToChanges(host, folder) || named === fence;
    named = joinPath(named, name);
    const found = host.files.status(place);
    if (!found.ok && found.failure.kind !== 'not-found') return found;
    const status = found.ok ? found.value : undefined;
    // Folders are listed for specs only where the answer matters: it would cost a large fleet much time.
    if (status?.kind === 'link' || status?.kind === 'other')
      isConfined ||= foldersTo(folder).some((above) => holdsSpec(host, above));
    if (index === names.length - 1) return success({ path: place, status, isConfined });
    if (status === undefined)
      return success({ path: joinPath(place, names.slice(index + 1).join('/')), status, isConfined });
    if (status.kind !== 'link') folder = place;
    else if (isConfined) return failed('denied', linkReason(named));
    else {
      const real = host.files.realPath(place);
      if (!real.ok) return real;
      folder = real.value;
      isConfined = foldersTo(folder).some((above) => isOpenToChanges(host, above));
    }
  }
  return success({ path: folder, status: undefined, isConfined });
}

/** Makes a folder and those above it, as `confinedPath` allows; the last one may not be a link, either. */
export function makeConfinedFolder(host: LookingHost, path: string): FileResult<undefined> {
  const place = confinedPath(host, path);
  if (!place.ok) return place;
  const { status, isConfined } = place.value;
  if (status?.kind === 'folder') return done;
  if (status?.kind === 'link' && isConfined) return failed('denied', linkReason(path));
  return host.files.makeFolder(place.value.path);
}

/** Returns why a link is not followed, as the end of a sentence. */
export function linkReason(path: string): string {
  return `\`${path}\` is a link, and links in a checkout are not followed`;
}

/** The root of the machine is nobody's working folder: all of it would be closed. */
function isOpenToChanges({ cwd, files }: LookingHost, folder: string): boolean {
  return (folder === cwd && folder !== '/') || files.status(joinPath(folder, '.git')).ok;
}

/** A project may come without its `.git`, as from an archive, and the command may be run from elsewhere. */
function holdsSpec({ files }: LookingHost, folder: string): boolean {
  const listed = files.list(folder);
  return listed.ok && listed.value.some(({ name }) => /\.bitesize(\.ts)?$/.test(name));
}

function foldersTo(path: string): readonly string[] {
  return path === '/' ? ['/'] : [...foldersTo(folderOf(path)), path];
}
