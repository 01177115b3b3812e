import type { Artifact } from '../compiler/model/artifact.ts';
import type { Ir, IrPart } from '../compiler/model/ir.ts';

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
