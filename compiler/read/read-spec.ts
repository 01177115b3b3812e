import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileKind, FileSystem } from '../host/file-system.ts';
import { MAX_FILE_BYTES } from '../source/limits.ts';
import type { SourceFile } from '../text/span.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { type ProjectReader, readFailure } from './project-reader.ts';

/** A spec that was read, or why not. */
export interface ReadSpec {
  readonly file?: SourceFile;
  readonly bytes?: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a spec stands: its name in the project, its path, and what is there. */
export interface SpecPlace {
  readonly name: string;
  readonly path: string;
  readonly kind: FileKind;
}

/**
 * Returns one spec. A file is read where it is; a link has to stay where the project may read, and anything else is not
 * even opened. A huge file is not read.
 */
export function readSpec(
  files: FileSystem,
  reader: ProjectReader,
  { name, path, kind }: SpecPlace,
): ReadSpec {
  const start = startOf(name);
  if (kind === 'other')
    return rejected(diagnose('file/unreadable', { path: name, reason: 'it is no regular file' }, start));
  if (kind === 'link') {
    const read = reader.read(name);
    if (read.kind === 'found') return decodeSpec(name, read.value);
    const dangling = { kind: 'unreadable', reason: 'it is a link to a file that is not there' } as const;
    const finding = readFailure(reader, name, read.kind === 'absent' ? dangling : read, start);
    return { diagnostics: finding === undefined ? [] : [finding] };
  }
  const read = files.read(path, { limit: MAX_FILE_BYTES, noFollow: true });
  if (read.ok) return decodeSpec(name, read.value);
  const status = read.failure.kind === 'too-large' ? files.status(path) : undefined;
  if (status?.ok === true) return rejected(tooLarge(name, status.value.size));
  return rejected(diagnose('file/unreadable', { path: name, reason: read.failure.reason }, start));
}

/** Returns the spec of bytes, such as those on standard input. */
export function decodeSpec(name: string, bytes: Uint8Array): ReadSpec {
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
