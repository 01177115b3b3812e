import { type Origin, spanOf } from '../text/origin.ts';
import type { Sourced } from '../text/sourced.ts';
import type { SourceFile } from '../text/span.ts';
import { TracedText } from '../text/traced-text.ts';
import type { RepositoryTexts } from './lowered.ts';

/** A file of the project's own that a spec names. */
export interface OwnFile {
  /** Its path relative to the folder of the specs, without `.` parts. */
  readonly path: string;
  /** The file as it is; every line is there because of the entry of the spec. */
  readonly text: TracedText;
  /** The file as messages name it. */
  readonly source: SourceFile;
}

/**
 * Returns the file that an entry of a spec names by a path from the folder of the specs, or undefined when there is
 * none inside that folder.
 */
export function ownFile(file: Sourced<string>, files: RepositoryTexts, origin: Origin): OwnFile | undefined {
  const path = normalPath(file.value);
  const text = path === undefined ? undefined : files.get(path);
  if (path === undefined || text === undefined) return undefined;
  const spec = spanOf(file.origin)?.file.name ?? '';
  const lines = text.split('\n').length - 1;
  return {
    path,
    text: new TracedText(text, [{ first: 0, last: Math.max(0, lines - 1), origin }]),
    source: { name: `${spec.slice(0, spec.lastIndexOf('/') + 1)}${path}`, text },
  };
}

/** Returns a path without `.` parts, or undefined when it leads out of the folder of the specs. */
function normalPath(path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return path.startsWith('/') || parts.includes('..') || parts.length === 0 ? undefined : parts.join('/');
}

/** Returns the base name of a path as the end of a Java identifier. */
export function identifier(path: string): string {
  return path
    .replace(/^.*\//, '')
    .replace(/\.groovy$/, '')
    .replace(/[^A-Za-z0-9_]+/g, '_');
}
