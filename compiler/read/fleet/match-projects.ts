import { pathBelow } from '../../host/confined-files.ts';
import { absolutePath, joinPath } from '../../host/path.ts';
import { compareText } from '../../util/compare-text.ts';
import type { ReadingHost } from '../project-reader.ts';
import { holdsSpecs } from '../read-project.ts';

/** The project folders that a path of controllers.bitesize names, by their paths from its folder. */
export type MatchedProjects =
  | { readonly kind: 'found'; readonly paths: readonly string[] }
  /** It leads out of the fleet; `link` is the part of it that does. */
  | { readonly kind: 'outside'; readonly link: string };

/**
 * Returns the folders with specs that a path or glob names, from the root of a fleet; `*`, `**` and `?` are special. Globs
 * look neither into hidden folders nor into node_modules, and `**` follows no links. A link counts where it stays in the
 * fleet.
 */
export function matchProjects({ files, cwd }: ReadingHost, root: string, pattern: string): MatchedProjects {
  const parts = pattern.split('/').filter((part) => part !== '' && part !== '.');
  if (pattern.startsWith('/') || parts.includes('..')) return { kind: 'outside', link: pattern };
  const real = files.realPath(absolutePath(cwd, root));
  const place = (path: string) => joinPath(root, path) || '.';
  const isInside = (path: string) => {
    const target = files.realPath(absolutePath(cwd, place(path)));
    return target.ok && real.ok && pathBelow(real.value, target.value) !== undefined;
  };
  const outside: string[] = [];
  const foldersIn = (path: string, withLinks: boolean): readonly string[] => {
    const listed = files.list(place(path));
    if (!listed.ok) return [];
    return listed.value.flatMap(({ name, kind }) => {
      if (name.startsWith('.') || name === 'node_modules') return [];
      return kind === 'folder' || (kind === 'link' && withLinks) ? [name] : [];
    });
  };
  const found = new Set<string>();
  const seen = new Set<string>();
  const enter = (path: string, rest: readonly string[]): void => {
    const status = files.status(place(path));
    if (!status.ok || status.value.kind === 'file' || status.value.kind === 'other') return;
    if (status.value.kind === 'link' && !isInside(path)) outside.push(path);
    else expand(path, rest);
  };
  const expand = (path: string, left: readonly string[]): void => {
    // Several `**` lead to one place on many ways.
    if (seen.size === seen.add(`${left.length} ${path}`).size) return;
    const [part, ...rest] = left;
    if (part === undefined) {
      if (holdsSpecs(files, joinPath(root, path))) found.add(path);
    } else if (part === '**') {
      expand(path, rest);
      for (const name of foldersIn(path, false)) expand(joinPath(path, name), left);
    } else if (/[*?]/.test(part)) {
      for (const name of foldersIn(path, true)) if (isMatch(part, name)) enter(joinPath(path, name), rest);
    } else {
      enter(joinPath(path, part), rest);
    }
  };
  expand('', parts);
  const paths = [...found].sort(compareText);
  const [link] = outside;
  return paths.length === 0 && link !== undefined ? { kind: 'outside', link } : { kind: 'found', paths };
}

/** Returns whether a name matches a part of a glob: where it does not fit, the last star takes one more sign. */
function isMatch(part: string, name: string): boolean {
  let at = 0;
  let from = 0;
  let star: { readonly at: number; readonly from: number } | undefined;
  while (from < name.length) {
    if (part[at] === '*') {
      star = { at, from };
      at++;
    } else if (at < part.length && (part[at] === '?' || part[at] === name[from])) {
      at++;
      from++;
    } else if (star !== undefined) {
      star = { at: star.at, from: star.from + 1 };
      at = star.at + 1;
      from = star.from;
    } else return false;
  }
  return /^\**$/.test(part.slice(at));
}
