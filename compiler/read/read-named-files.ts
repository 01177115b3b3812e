import { checkSpec } from '../check/check-spec.ts';
import { specReferences } from '../check/references.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Confined } from '../host/confined-files.ts';
import { parseSource } from '../source/parse-source.ts';
import { isCode, type SpecKind, specKindOf } from '../source/spec-kind.ts';
import { spanOf } from '../text/origin.ts';
import type { Sourced } from '../text/sourced.ts';
import type { SourceFile, Span } from '../text/span.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { type ProjectReader, readFailure } from './project-reader.ts';

/** The most bytes of all files together that the specs of a project name; a ConfigMap holds one MiB. */
const MAX_NAMED_BYTES = 64 * 1024 * 1024;

/** The files that specs name. */
export interface NamedFiles {
  /** Their bytes, by path relative to the project folder. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** About those that are there and must not or cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Returns the files that specs name, such as those of gists and the project's own Job DSL. Of a folder its files are
 * read, not those below. What is not there, or not named by a path from the project folder, is left out without a word:
 * lowering reports what it misses.
 */
export function readNamedFiles(reader: ProjectReader, sources: readonly SourceFile[]): NamedFiles {
  const named = new NamedFileReader(reader);
  const paths = new Map<string, Span>();
  for (const path of sources.flatMap(namedPaths)) {
    const inside = insidePath(path.value);
    const span = spanOf(path.origin);
    if (inside !== undefined && span !== undefined && !paths.has(inside)) paths.set(inside, span);
  }
  for (const [path, span] of paths) named.add(path, span);
  return named;
}

class NamedFileReader implements NamedFiles {
  readonly contents = new Map<string, Uint8Array>();
  readonly diagnostics: Diagnostic[] = [];
  private readonly reader: ProjectReader;
  private left = MAX_NAMED_BYTES;

  constructor(reader: ProjectReader) {
    this.reader = reader;
  }

  add(path: string, span: Span): void {
    const found = this.reader.files().find(this.reader.pathOf(path));
    if (found.kind !== 'found') this.report(path, found, span);
    else if (found.value.status.kind === 'folder') this.addFolder(path, span);
    else this.addFile(path, span);
  }

  private addFolder(path: string, span: Span): void {
    const { files, pathOf } = this.reader;
    const listed = files().list(pathOf(path));
    this.report(path, listed, span);
    for (const { name, kind } of listed.kind === 'found' ? listed.value : []) {
      const entry = `${path}/${name}`;
      if (kind === 'folder') continue;
      // What a link leads to decides what it counts as.
      const found = kind === 'link' ? files().find(pathOf(entry)) : undefined;
      if (found?.kind === 'found' && found.value.status.kind === 'folder') continue;
      if (found?.kind === 'absent') this.report(entry, DANGLING, span);
      else this.addFile(entry, span);
    }
  }

  private addFile(path: string, span: Span): void {
    const read = this.reader.read(path);
    this.report(path, read, span);
    if (read.kind !== 'found') return;
    this.left -= read.value.length;
    if (this.left < 0) this.report(path, TOO_MUCH, span);
    else this.contents.set(path, read.value);
  }

  private report(path: string, result: Confined<unknown>, span: Span): void {
    const finding = readFailure(this.reader, path, result, span);
    if (finding !== undefined) this.diagnostics.push(finding);
  }
}

const DANGLING: Confined<never> = { kind: 'unreadable', reason: 'it is a link to a file that is not there' };

const TOO_MUCH: Confined<never> = {
  kind: 'unreadable',
  reason: `the files that the specs name have more than ${MAX_NAMED_BYTES} bytes together`,
};

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
function namedPaths(source: SourceFile): readonly Sourced<string>[] {
  const kind = specKindOf(source.name);
  const names = (word: string) => isCode(source) || source.text.includes(word);
  if (kind === undefined || !wordsOfFiles[kind].some(names)) return [];
  const { root } = parseSource(source);
  const spec = root && checkSpec(kind, root).spec;
  return specReferences({ [kind]: spec }).flatMap(({ refers, name }) => (refers === 'file' ? [name] : []));
}

/** The fields that hold names of files, as far as there are any; the schemas say which these are. */
const wordsOfFiles: Readonly<Record<SpecKind, readonly string[]>> = {
  build: [],
  application: [],
  environments: ['gists'],
  jenkins: ['job_dsl', 'configuration_as_code', 'init_scripts'],
  jobs: ['file'],
  controllers: ['configuration_as_code', 'init_scripts'],
};

/** Returns a path without `.` parts, or undefined when it is absolute or leads upwards. */
function insidePath(path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (path.startsWith('/') || path.includes('\\') || parts.includes('..') || parts.length === 0)
    return undefined;
  return parts.join('/');
}
