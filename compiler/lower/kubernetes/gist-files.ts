import type { Gist } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { spanOf } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import type { Traceable } from '../../text/traced-text.ts';
import { compareText } from '../../util/compare-text.ts';
import type { Labels } from './labels.ts';
import type { Scope } from './scope.ts';

/**
 * Returns the content of a ConfigMap made of files: one key for each base name. A directory stands for the files in
 * it, not for those in its sub-directories, as in the operator.
 */
export function filesOf(scope: Scope, gist: Gist): GistContent | undefined {
  const data = new Map<string, Sourced<string>>();
  let complete = true;
  for (const entry of gist.files) {
    const found = filesAt(scope, entry.value);
    if (found.length === 0) {
      reportMissing(scope, entry);
      complete = false;
    }
    for (const [key, text] of found) {
      checkKey(scope, entry, key, data);
      data.set(key, sourced(text, entry.origin));
    }
  }
  if (!complete) return undefined;
  const size = [...data].reduce((sum, [key, { value }]) => sum + byteLength(key) + byteLength(value), 0);
  return { labels: {}, data: Object.fromEntries(data), size };
}

/** Returns the text of a file of the repository of the specs, or undefined; `./` in front means nothing. */
export function fileAt(scope: Scope, path: string): string | undefined {
  return scope.files.get(normal(path));
}

/** Reports a file of a gist that is not there. */
export function reportMissing(scope: Scope, path: Sourced<string>): void {
  scope.report(
    diagnose('kubernetes/missing-gist-file', { path: path.value }, spanOf(path.origin), {
      help: 'give a path relative to the folder of the specs; without the file the ConfigMap is not made',
    }),
  );
}

function filesAt(scope: Scope, path: string): readonly (readonly [string, string])[] {
  const at = normal(path);
  const text = scope.files.get(at);
  if (text !== undefined) return [[at.slice(at.lastIndexOf('/') + 1), text]];
  const folder = at === '' ? '' : `${at}/`;
  return [...scope.files]
    .filter(([name]) => name.startsWith(folder) && !name.slice(folder.length).includes('/'))
    .map(([name, content]) => [name.slice(folder.length), content] as const)
    .sort(([a], [b]) => compareText(a, b));
}

function normal(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

function checkKey(
  scope: Scope,
  entry: Sourced<string>,
  key: string,
  data: ReadonlyMap<string, Traceable>,
): void {
  if (data.has(key)) {
    scope.report(
      diagnose('kubernetes/repeated-gist-key', { key }, spanOf(entry.origin), {
        help: 'rename one of the files: the base name is the key',
      }),
    );
  }
  if (!/^[-._a-zA-Z0-9]{1,253}$/.test(key)) {
    scope.report(
      diagnose('kubernetes/bad-gist-key', { key }, spanOf(entry.origin), {
        help: 'rename the file: letters, digits, `-`, `_` and `.`',
      }),
    );
  }
}

/** What a ConfigMap holds. */
export interface GistContent {
  /** The name in the manifest, where there is one. */
  readonly name?: Sourced<string>;
  readonly labels: Labels;
  readonly data: Readonly<Record<string, Sourced<string>>> | undefined;
  readonly binaryData?: Readonly<Record<string, Sourced<string>>> | undefined;
  /** Bytes of all keys and values. */
  readonly size: number;
}

/** Returns the bytes that a text takes in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
