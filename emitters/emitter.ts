import type { Ir, IrPart } from '../compiler/ir/ir.ts';
import type { Origin } from '../compiler/text/origin.ts';
import type { TracedText } from '../compiler/text/traced-text.ts';

/** One file of the output: its path below the output folder, with `/`, and its text. */
export interface Artifact {
  readonly path: string;
  readonly content: TracedText;
  /** Why the file is there: it holds for every line that knows no closer cause. */
  readonly origin: Origin;
}

/** A target: a pure function from the IR, or the parts of it that it reads, to the files of that target. */
export interface Emitter<P extends IrPart = IrPart> {
  /** The name for `--emit`. */
  readonly name: string;
  /** One line for `--help`. */
  readonly description: string;
  /** The parts that it reads. When no other target is asked for, only these are made and checked. */
  readonly needs: readonly P[];
  readonly emit: (ir: Pick<Ir, P | 'project'>) => readonly Artifact[];
}
