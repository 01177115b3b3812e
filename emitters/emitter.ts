import type { Artifact } from '../compiler/model/artifact.ts';
import type { Ir, IrPart } from '../compiler/model/ir.ts';

/** A target: pure functions from the IR, or the parts of it that it reads, to the files of that target. */
export interface Emitter<P extends IrPart = IrPart, R extends string = string> {
  /** The name for `--emit`. */
  readonly name: string;
  /** One line for `--help`. */
  readonly description: string;
  /** The parts that it reads. When no other target is asked for, only these are made and checked. */
  readonly needs: readonly P[];
  /** Its files that follow from the IR alone. */
  readonly emit: (ir: Pick<Ir, P | 'project'>) => readonly Artifact[];
  /** Its other files; absent when there are none. */
  readonly afterFiles?: AfterFiles<P, R>;
}

/**
 * The second step of an emitter: files that hold what others print, or checksums or names of that. It comes after the
 * first step of all that it reads; they need not be asked for themselves, and what the second step of another emitter
 * makes is not seen.
 */
export interface AfterFiles<P extends IrPart = IrPart, R extends string = string> {
  /** Names of the emitters whose files it reads. The parts of the IR that they need are made for it, too. */
  readonly reads: readonly R[];
  /** `filesOf` gives the files of the first step of an emitter, in the order in which it made them. */
  readonly emit: (
    ir: Pick<Ir, P | 'project'>,
    filesOf: (emitter: R) => readonly Artifact[],
  ) => readonly Artifact[];
}
