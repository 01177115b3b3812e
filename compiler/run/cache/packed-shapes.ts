import { isCode } from '../../diagnostics/codes.ts';
import type { ArchiveSection } from '../../host/archive/archive-index.ts';
import type { StatusMark } from '../../host/status-mark.ts';
import type { FileDigest } from '../../plan/manifest.ts';
import type { ArchivedMark, FolderMark, OutputMark } from '../../plan/unchanged-output.ts';
import type { SpecMark } from '../../read/specs-mark.ts';
import { specFileNames } from '../../source/spec-kind.ts';
import {
  count,
  digest,
  eitherOf,
  fieldsOf,
  flag,
  listOf,
  moment,
  oneOf,
  rowOf,
  type Shape,
  text,
} from '../../util/shape.ts';
import type { Claim } from '../project/project-outcome.ts';
import type { ArchiveNote } from './archive-note.ts';
import type { SpecsOfResult } from './kept-result.ts';
import type { PackedDiagnostic, PackedSpan } from './packed-diagnostic.ts';

/** A way over other places is plain; a way of ways would overflow those who walk it. */
const MOST_NESTED = 4;

function spanShape(nested: number): Shape<PackedSpan> {
  const inner: Shape<PackedSpan> = nested === 0 ? (_): _ is PackedSpan => false : spanShape(nested - 1);
  const step = fieldsOf({ kind: oneOf('use', 'call'), span: inner });
  return fieldsOf<Omit<PackedSpan, 'via'>, Pick<PackedSpan, 'via'>>(
    { file: text, start: count, end: count },
    { via: listOf(step) },
  );
}

const span = spanShape(MOST_NESTED);

const marked = fieldsOf({ span, text });

const code = ((data: unknown) => typeof data === 'string' && isCode(data)) as Shape<PackedDiagnostic['code']>;

/** A diagnostic as it is kept, or comes from another machine. */
export const packedDiagnostic: Shape<PackedDiagnostic> = fieldsOf(
  {
    code,
    severity: oneOf('error', 'warning'),
    message: text,
    labels: listOf(marked),
    help: listOf(text),
    fixes: listOf(fieldsOf({ title: text, edits: listOf(marked), safe: flag })),
  },
  { span },
);

/** A name that a project takes outside itself. */
export const claim: Shape<Claim> = fieldsOf<Omit<Claim, 'place'>, Pick<Claim, 'place'>>(
  { kind: oneOf('host', 'image', 'namespace', 'controller'), key: text, what: text },
  { place: fieldsOf({ file: text, start: count, end: count }) },
);

/** A file by its content. */
export const fileDigest: Shape<FileDigest> = fieldsOf<FileDigest>({
  path: text,
  bytes: count,
  sha256: digest,
});

const marks = { identity: text, size: count, changed: moment, statusChanged: moment };

const statusMark: Shape<StatusMark> = fieldsOf<StatusMark>(marks);

/** What the specs of a result looked like. */
export const specsOfResult: Shape<SpecsOfResult> = fieldsOf<SpecsOfResult>({
  settings: digest,
  folder: statusMark,
  specs: listOf(fieldsOf<SpecMark>({ name: oneOf(...specFileNames), length: count, ...marks })),
});

/** What an output folder looked like. */
export const outputMark: Shape<OutputMark> = eitherOf<FolderMark, ArchivedMark>(
  fieldsOf<FolderMark>({ manifest: statusMark, paths: listOf(text), sizes: listOf(count) }),
  fieldsOf<ArchivedMark>({ archived: count }),
);

/** What is noted of an archive. */
export const archiveNote: Shape<ArchiveNote> = fieldsOf<
  Omit<ArchiveNote, 'sections'>,
  Pick<ArchiveNote, 'sections'>
>(
  { mark: statusMark, outputs: listOf(rowOf(text, digest)) },
  { sections: listOf(fieldsOf<ArchiveSection>({ name: text, start: count, end: count })) },
);
