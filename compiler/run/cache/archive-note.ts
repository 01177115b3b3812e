import type { ArchiveSection } from '../../host/archive/archive-index.ts';
import { hasMark, type StatusMark } from '../../host/status-mark.ts';
import type { ArchivePlace } from '../../plan/archive/archive-place.ts';

/** What a run knows of an archive that it left. */
export interface ArchiveNote {
  /** What the archive looked like. */
  readonly mark: StatusMark;
  /** The names of the outputs in it, each with the SHA-256 of its manifest. */
  readonly outputs: readonly (readonly [name: string, manifest: string])[];
  /** Where they stand, in an archive that was written by a run. */
  readonly sections?: readonly ArchiveSection[];
}

/** Returns a note if the archive is the very file that it was made of, without a change since. */
export function stillTrue(note: ArchiveNote | undefined, { before }: ArchivePlace): ArchiveNote | undefined {
  if (note === undefined || before === undefined) return undefined;
  return hasMark({ ...before, kind: 'file', mode: 0, device: '' }, 'file', note.mark) ? note : undefined;
}
