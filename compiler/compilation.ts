import type { Artifact } from '../emitters/emitter.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Ir, IrPart } from './ir/ir.ts';
import type { LowerInputs } from './ir/lower/lower.ts';
import type { SourceFile } from './text/source-file.ts';

/** What a project is compiled from and how. Everything that could change the output is in here. */
export interface CompileOptions extends LowerInputs {
  /**
   * Names of the emitters to run; all of them when absent. Of the back end only what these read is made and checked;
   * all of it for an empty list.
   */
  readonly emit?: readonly string[];
  /** Parts of the IR to make and check besides what the emitters read. */
  readonly parts?: readonly IrPart[];
  /** What a field that no engine knows is: an error (the default) or a warning. */
  readonly unknownFields?: 'error' | 'warn';
  /** Turns a secret that stands in a spec as plain text from an error into a warning. */
  readonly allowPlainSecrets?: boolean;
  /**
   * How many errors, and how many warnings, are kept: 1,000 when absent, all of them for 0. Two more findings say how
   * many were left out.
   */
  readonly mostFindings?: number;
}

/** What came out. Artifacts are empty when a diagnostic is an error. */
export interface Compilation {
  /** The specs that were read, in the order in which they were given. */
  readonly sources: readonly SourceFile[];
  readonly ir: Ir | undefined;
  /** Sorted by path. */
  readonly artifacts: readonly Artifact[];
  /** Of all stages and files, sorted by file and place, without duplicates. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether everything was checked: not so where only some parts of the IR were asked for. */
  readonly isWhole: boolean;
}
