import type { ConfinedFiles } from '../host/confined-files.ts';
import { joinPath } from '../host/path.ts';
import type { Node } from '../source/node.ts';
import { parseYaml } from '../source/parse-source.ts';
import { parseJson } from '../util/parse-json.ts';

/** A value of a repository, and the file that says so; a value that nobody wrote is `assumed`. */
export interface Found<T> {
  readonly value: T;
  /** Path from the folder that was looked at; absent for what is assumed. */
  readonly from?: string;
}

/** A file that could not be read. */
export interface Unread {
  readonly path: string;
  readonly problem: string;
}

/**
 * A folder of a repository that is looked at. Only regular files below it are read, and of those only small ones: what is
 * in a repository may have been written by anybody.
 */
export interface SourceFolder {
  /** From the folder that was looked at; empty for itself. */
  readonly path: string;
  /** Names of files in it. */
  readonly files: ReadonlySet<string>;
  /** Names of folders in it. */
  readonly folders: ReadonlySet<string>;
  /** A folder below it; undefined when there is none. */
  readonly below: (path: string) => SourceFolder | undefined;
  /** The path of a file, for people. */
  readonly at: (name: string) => string;
  /** The text of a file; undefined when there is none, or when it cannot be read. */
  readonly text: (name: string) => string | undefined;
  /** The value of a file of JSON that holds an object. */
  readonly json: (name: string) => Readonly<Record<string, unknown>> | undefined;
  /** The tree of a file of YAML. */
  readonly yaml: (name: string) => Node | undefined;
  /** Takes note of a file that has not the form that it should have. */
  readonly refuse: (name: string, problem: string) => void;
}

/** Larger files are none that people write. */
const MOST_BYTES = 1024 * 1024;

/** Returns a folder to look at; `unread` takes what cannot be read. Undefined for what is no folder. */
export function openSourceFolder(
  files: ConfinedFiles,
  path: string,
  unread: Unread[],
): SourceFolder | undefined {
  const base = joinPath(files.project, path);
  const listed = files.list(base);
  if (listed.kind !== 'found') return undefined;
  const named = (kind: 'file' | 'folder') =>
    new Set(listed.value.filter((entry) => entry.kind === kind).map(({ name }) => name));
  const at = (name: string) => (path === '' ? name : `${path}/${name}`);
  const refuse = (name: string, problem: string) => {
    if (!unread.some((each) => each.path === at(name))) unread.push({ path: at(name), problem });
  };
  const own = named('file');
  const text = (name: string) => {
    if (!own.has(name)) return undefined;
    const read = files.read(joinPath(base, name), MOST_BYTES);
    if (read.kind === 'unreadable') refuse(name, read.reason);
    return read.kind === 'found' ? new TextDecoder().decode(read.value.bytes) : undefined;
  };
  return {
    path,
    files: own,
    folders: named('folder'),
    below: (below) => openSourceFolder(files, at(below), unread),
    at,
    text,
    refuse,
    json: (name) => {
      const content = text(name);
      if (content === undefined) return undefined;
      const value = parseJson(content);
      if (isObject(value)) return value;
      refuse(name, 'it is no object of JSON');
      return undefined;
    },
    yaml: (name) => {
      const content = text(name);
      if (content === undefined) return undefined;
      const { root, diagnostics } = parseYaml({ name, text: content });
      if (root === undefined) refuse(name, diagnostics[0]?.message ?? 'it is empty');
      return root;
    },
  };
}

/** Returns whether a value is an object with fields. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the text of a field of an object; undefined for anything else. */
export function textIn(value: unknown, ...path: readonly string[]): string | undefined {
  let at = value;
  for (const name of path) at = isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return typeof at === 'string' ? at : undefined;
}
