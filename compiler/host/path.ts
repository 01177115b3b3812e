import { withoutSlashesAtEnd } from '../util/without-slashes.ts';

/** Returns the path of `name` in `folder`; the empty folder is the working folder. */
export function joinPath(folder: string, name: string): string {
  if (folder === '' || folder === '.') return name;
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

/** Returns the last part of a path, without a slash at its end. */
export function baseName(path: string): string {
  const trimmed = trimSlashes(path);
  return trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

/** Returns the folder that a path lies in; empty when it has only one part. */
export function folderOf(path: string): string {
  const trimmed = trimSlashes(path);
  const cut = trimmed.lastIndexOf('/');
  return cut === 0 ? '/' : trimmed.slice(0, Math.max(cut, 0));
}

/** Returns the absolute path without `.`, `..` and repeated slashes. */
export function absolutePath(cwd: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Returns the path in short form as a user would write it: no `./`, no slash at the end, empty for `.`. */
export function tidyPath(path: string): string {
  const tidy = trimSlashes(path.replace(/^(\.\/+)+/, '').replaceAll(/\/+/g, '/'));
  return tidy === '.' ? '' : tidy;
}

function trimSlashes(path: string): string {
  return path.length > 1 ? withoutSlashesAtEnd(path) : path;
}

/** Returns the folders of a glob before its first part with a wildcard in it; empty when there are none. */
export function fixedPart(pattern: string): string {
  const parts = pattern.split('/');
  const wild = parts.findIndex((part) => /[*?[{(]/.test(part));
  if (wild === -1) return pattern;
  const fixed = parts.slice(0, wild).join('/');
  return fixed === '' && pattern.startsWith('/') ? '/' : fixed;
}
