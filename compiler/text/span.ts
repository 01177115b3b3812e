import type { SourceFile } from './source-file.ts';

/** A piece of a source file: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}
