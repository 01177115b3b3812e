import { checkSpec } from '../check/check-spec.ts';
import type { FileSystem } from '../host/file-system.ts';
import { joinPath } from '../host/path.ts';
import { MAX_FILE_BYTES } from '../source/limits.ts';
import { parseSource } from '../source/parse-source.ts';
import { isCode, specKindOf } from '../source/spec-kind.ts';
import type { SourceFile } from '../text/source-file.ts';
import { decodeUtf8 } from './decode-utf8.ts';

/**
 * Returns the bytes of the files that specs name, such as those of gists and the project's own Job DSL, by path
 * relative to the project folder. Of a folder its regular files are read, not those below. Paths that lead out of
 * the project, links and files that are not there are left out: lowering reports what it misses.
 */
export function readNamedFiles(
  files: FileSystem,
  folder: string,
  sources: readonly SourceFile[],
): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const path of new Set(sources.flatMap(namedPaths))) {
    const inside = insidePath(path);
    if (inside !== undefined) readPath(files, folder, inside, found);
  }
  return found;
}

/** Returns the texts of files; one that is not UTF-8 is left out. */
export function namedTexts(contents: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const decoded = [...contents].map(([name, bytes]) => [name, decodeUtf8(bytes)] as const);
  return new Map(
    decoded.flatMap(([name, { text, firstBad }]) => (firstBad === undefined ? [[name, text]] : [])),
  );
}

/**
 * Reads a spec again only where a word says that it may name files: most specs name none. The words of a spec in
 * TypeScript may stand in a file that it imports.
 */
function namedPaths(source: SourceFile): readonly string[] {
  const kind = specKindOf(source.name);
  const names = (word: string) => isCode(source) || source.text.includes(word);
  if (kind === 'environments' && names('gists')) return gistPaths(source);
  return kind === 'jenkins' && names('job_dsl') ? jobDslPaths(source) : [];
}

function gistPaths(source: SourceFile): readonly string[] {
  const { root } = parseSource(source);
  const spec = root && checkSpec('environments', root).spec;
  const gists = spec?.environments.flatMap((environment) => environment.gists) ?? [];
  return gists.flatMap((gist) =>
    [...(gist.path ? [gist.path] : []), ...gist.files].map(({ value }) => value),
  );
}

function jobDslPaths(source: SourceFile): readonly string[] {
  const { root } = parseSource(source);
  const spec = root && checkSpec('jenkins', root).spec;
  return spec?.jenkins.job_dsl.map(({ file }) => file.value) ?? [];
}

/** Returns a path without `.` parts, or undefined when it is absolute or leads upwards. */
function insidePath(path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (path.startsWith('/') || path.includes('\\') || parts.includes('..') || parts.length === 0)
    return undefined;
  return parts.join('/');
}

function readPath(files: FileSystem, folder: string, path: string, found: Map<string, Uint8Array>): void {
  const status = files.status(joinPath(folder, path));
  if (!status.ok) return;
  if (status.value.kind === 'file') readFile(files, folder, path, status.value.size, found);
  if (status.value.kind !== 'folder') return;
  const listed = files.list(joinPath(folder, path));
  for (const entry of listed.ok ? listed.value : []) {
    if (entry.kind === 'file') readPath(files, folder, `${path}/${entry.name}`, found);
  }
}

function readFile(
  files: FileSystem,
  folder: string,
  path: string,
  size: number,
  found: Map<string, Uint8Array>,
): void {
  if (size > MAX_FILE_BYTES) return;
  const bytes = files.read(joinPath(folder, path));
  if (bytes.ok) found.set(path, bytes.value);
}
