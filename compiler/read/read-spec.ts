import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from '../host/file-system.ts';
import { MAX_FILE_BYTES } from '../source/limits.ts';
import type { SourceFile } from '../text/source-file.ts';
import { decodeUtf8 } from './decode-utf8.ts';

/** A spec that was read, or why not. */
export interface ReadSpec {
  readonly file?: SourceFile;
  readonly bytes?: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns one spec; `bytes` take the place of what is on disk. A huge file is not even read. */
export function readSpec(files: FileSystem, path: string, name: string, bytes?: Uint8Array): ReadSpec {
  if (bytes !== undefined) return decodeSpec(name, bytes);
  const status = files.status(path);
  if (status.ok && status.value.size > MAX_FILE_BYTES) return rejected(tooLarge(name, status.value.size));
  const read = files.read(path);
  if (read.ok) return decodeSpec(name, read.value);
  return rejected(diagnose('file/unreadable', { path: name, reason: read.failure.reason }, startOf(name)));
}

function decodeSpec(name: string, bytes: Uint8Array): ReadSpec {
  if (bytes.length > MAX_FILE_BYTES) return rejected(tooLarge(name, bytes.length));
  const { text, firstBad } = decodeUtf8(bytes);
  const file = { name, text };
  if (firstBad === undefined) return { file, bytes, diagnostics: [] };
  const span = { file, start: firstBad, end: firstBad + 1 };
  return rejected(diagnose('file/not-utf8', {}, span, { help: 'save the file as UTF-8' }));
}

function tooLarge(name: string, bytes: number): Diagnostic {
  return diagnose('file/too-large', { bytes, limit: MAX_FILE_BYTES }, startOf(name), {
    help: 'a spec has a few hundred lines; check that this is the right file',
  });
}

/** The start of a file whose text is not known. */
function startOf(name: string): NonNullable<Diagnostic['span']> {
  return { file: { name, text: '' }, start: 0, end: 0 };
}

function rejected(diagnostic: Diagnostic): ReadSpec {
  return { diagnostics: [diagnostic] };
}
