import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileDigest } from '../../plan/manifest.ts';
import type { OutputFile } from '../../plan/output-files.ts';
import type { OutputMark, PlanCounts } from '../../plan/unchanged-output.ts';
import type { SpecsMark } from '../../read/specs-mark.ts';
import type { Claim } from '../project/project-outcome.ts';
import type { PackedDiagnostic } from './packed-diagnostic.ts';

/** What a check or a compilation of a project gave. */
export interface ProjectResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly claims: readonly Claim[];
  /** Whether everything was checked, or only what `--emit` asked for. */
  readonly isWhole: boolean;
  /** The manifest of the output, which names every file with its hash; absent without output. */
  readonly manifest?: FileDigest;
}

/** A result whose output a run left in a folder. */
export interface LeftResult extends ProjectResult {
  readonly manifest: FileDigest;
  /** What the result is kept under. */
  readonly key: string;
  readonly mark: OutputMark;
  /** Where all findings are those of the result, and nothing but the specs decides on it: these. */
  readonly specs?: SpecsOfResult;
}

/** A result whose output stands in its folder as it was left. */
export interface UnchangedResult extends ProjectResult {
  readonly manifest: FileDigest;
  readonly counts: PlanCounts;
}

/** The specs of a result as they looked, and what else it depends on. */
export interface SpecsOfResult extends SpecsMark {
  /** A hash of the build, and of what was to be done. */
  readonly settings: string;
}

/** A result whose output stands in its folder as it was left, and whose specs do, too: no text of them was read. */
export interface UntouchedResult extends Omit<UnchangedResult, 'diagnostics'> {
  readonly diagnostics: readonly PackedDiagnostic[];
  readonly specs: SpecsMark['specs'];
}

/** A result with the files of the output, the manifest last. */
export interface CompiledResult extends ProjectResult {
  readonly files: readonly OutputFile[];
}
