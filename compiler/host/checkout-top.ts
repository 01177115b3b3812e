import type { Host } from './host.ts';
import { absolutePath, folderOf, joinPath } from './path.ts';

/** The top folder of a checkout, absolute and without links, or why there is none. */
export type CheckoutTop =
  | { readonly ok: true; readonly top: string }
  | { readonly ok: false; readonly problem: string };

/** A `.git` file is one line, or two with a comment. */
const GIT_FILE_BYTES = 64 * 1024;

/**
 * Returns the top folder of the checkout that a path belongs to; the path need not be there any more. Nothing is asked
 * of git, which would take a folder that only looks like a repository for one: a change may commit `HEAD`, `objects`,
 * `refs` and `config`, but git checks out nothing that is called `.git`.
 *
 * Of several checkouts in one another the innermost counts, as for git: its history is the one that the files belong to.
 * A nested clone and a submodule are made by whoever runs the job, not by a change.
 */
export function checkoutTop({ files, cwd }: Pick<Host, 'files' | 'cwd'>, path: string): CheckoutTop {
  const none = { ok: false, problem: 'no folder above it has a `.git`' } as const;
  const start = existingFolder(files, absolutePath(cwd, path));
  const status = files.status(start);
  if (!status.ok) return none;
  for (let folder = start; ; folder = folderOf(folder)) {
    const here = files.status(folder);
    // Like git, stay on one file system: what is mounted above is of somebody else.
    if (!here.ok || here.value.device !== status.value.device) return none;
    const found = gitFolder(files, folder);
    if (found === 'planted')
      return {
        ok: false,
        problem: `the \`.git\` in \`${folder}\` leads to a folder that is part of a checkout`,
      };
    if (found === 'real') return { ok: true, top: folder };
    if (folder === '/') return none;
  }
}

/** The real path of the folder itself, or of the nearest one above it that is there. */
function existingFolder(files: Host['files'], path: string): string {
  const real = files.realPath(path);
  const status = real.ok ? files.status(real.value) : real;
  if (real.ok && status.ok && status.value.kind === 'folder') return real.value;
  return path === '/' ? path : existingFolder(files, folderOf(path));
}

function gitFolder(files: Host['files'], folder: string): 'real' | 'planted' | undefined {
  const path = joinPath(folder, '.git');
  const status = files.status(path);
  if (!status.ok) return undefined;
  if (status.value.kind === 'folder') return holdsHead(files, path) ? 'real' : undefined;
  const target = status.value.kind === 'file' ? namedFolder(files, folder) : path;
  const real = target === undefined ? undefined : files.realPath(target);
  if (real?.ok !== true || !holdsHead(files, real.value)) return undefined;
  return isPartOfCheckout(files, real.value) ? 'planted' : 'real';
}

/** Returns the folder that the `.git` file of a submodule or a further working tree names. */
function namedFolder(files: Host['files'], folder: string): string | undefined {
  const read = files.read(joinPath(folder, '.git'), { limit: GIT_FILE_BYTES, noFollow: true });
  const [, named] = /^gitdir: (.+?)[\r\n]*$/.exec(read.ok ? new TextDecoder().decode(read.value) : '') ?? [];
  return named === undefined ? undefined : absolutePath(folder, named);
}

function holdsHead(files: Host['files'], folder: string): boolean {
  return files.status(joinPath(folder, 'HEAD')).ok;
}

/** A `.git` that is a file or a link cannot be committed, but unpacked: then it would name a folder beside it. */
function isPartOfCheckout(files: Host['files'], folder: string): boolean {
  if (folder.split('/').includes('.git')) return false;
  for (let above = folder; above !== '/'; ) {
    above = folderOf(above);
    if (files.status(joinPath(above, '.git')).ok) return true;
  }
  return false;
}
