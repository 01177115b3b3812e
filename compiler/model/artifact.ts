import type { Origin } from '../text/origin.ts';
import type { TracedText } from '../text/traced-text.ts';

/** One file of the output: its path below the output folder, with `/`, and its text. */
export interface Artifact {
  readonly path: string;
  readonly content: TracedText;
  /** Why the file is there: it holds for every line that knows no closer cause. */
  readonly origin: Origin;
}
