import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileDigest } from '../../plan/manifest.ts';
import type { OutputFile } from '../../plan/output-files.ts';
import type { Claim } from '../project/project-outcome.ts';

/** What a check or a compilation of a project gave. */
export interface ProjectResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly claims: readonly Claim[];
  /** Whether everything was checked, or only what `--emit` asked for. */
  readonly isWhole: boolean;
  /** The manifest of the output, which names every file with its hash; absent without output. */
  readonly manifest?: FileDigest;
}

/** A result with the files of the output, the manifest last. */
export interface CompiledResult extends ProjectResult {
  readonly files: readonly OutputFile[];
}
