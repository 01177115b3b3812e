/** A path in a repository, from its top; or words that follow it in a message. */
export type RepositoryPath =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly problem: string };

/**
 * Returns where a path leads that is written relative to a folder of a repository: from the top, without `.` and `..`,
 * empty for the top itself. What leads out of the repository is a problem, and so is what is no relative path.
 */
export function repositoryPath(folder: string, path: string): RepositoryPath {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return problem('is an address, not a path of the repository');
  if (/^(?:[/~\\]|[A-Za-z]:[\\/])/.test(path))
    return problem('is no path of the repository, but one of a machine');
  const parts: string[] = [];
  for (const part of [...folder.split('/'), ...path.split('/')]) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return problem('leads out of the repository');
  }
  return { ok: true, path: parts.join('/') };
}

/** Returns whether a path can only be that of a folder. */
export function isFolderPath(path: string): boolean {
  return /(?:^|\/)\.{0,2}$/.test(path);
}

function problem(text: string): RepositoryPath {
  return { ok: false, problem: text };
}
