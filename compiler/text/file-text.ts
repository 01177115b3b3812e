import type { Sourced } from './sourced.ts';
import { type LineMark, TracedText } from './traced-text.ts';

/** Where the file of a text stands in the output, and where the seed job finds it. */
export interface TextFile {
  /** Path in the output. */
  readonly path: Sourced<string>;
  /** Path from the workspace of the seed job, or from the folder of the image that stands for it. */
  readonly inWorkspace: Sourced<string>;
}

/**
 * A text that is a file of its own: Job DSL reads it from there, so that nobody has to read it as a literal. Everything
 * else takes it for the text that it is.
 */
export class FileText extends TracedText {
  readonly file: TextFile;

  constructor(text: string, marks: readonly LineMark[], file: TextFile) {
    super(text, marks);
    this.file = file;
  }
}
