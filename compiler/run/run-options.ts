import { MOST_FINDINGS } from '../diagnostics/finding-list.ts';
import type { CompileOptions } from '../pipeline.ts';
import type { ColourChoice } from './finish/use-colour.ts';
import type { Shard } from './shards/shard.ts';

/** A report that was asked for; without a file it goes to standard output. */
export interface ReportRequest {
  readonly format: string;
  readonly file?: string;
}

/** The options about reports and what counts in them, as commander gives them. */
export interface ReportOptions {
  readonly report: readonly ReportRequest[];
  readonly maxDiagnostics: number;
  readonly color: ColourChoice;
  readonly warningsAsErrors?: true;
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly quiet?: true;
}

/** The options that `check` and `compile` share. */
export interface RunOptions extends ReportOptions {
  readonly unknownFields: 'error' | 'warn';
  readonly allowPlainSecrets?: true;
  readonly stdinName?: string;
  /** Threads at most; as many as there are cores without it. */
  readonly jobs?: number;
  /** `false` for `--no-cache`. */
  readonly cache: boolean;
  readonly cacheDir?: string;
  readonly shard?: Shard;
  readonly results?: string;
  readonly watch?: true;
}

/** What of the options shapes findings and output. */
export type ShapingOptions = Required<
  Pick<CompileOptions, 'unknownFields' | 'allowPlainSecrets' | 'mostFindings'>
>;

/** Returns what of the options the compiler wants to know. */
export function compileOptions(options: RunOptions): ShapingOptions {
  return {
    unknownFields: options.unknownFields,
    allowPlainSecrets: options.allowPlainSecrets === true,
    mostFindings: mostFindings(options),
  };
}

/** What is shown to people is a part of what is kept: a small number does not change reports for machines. */
function mostFindings({ maxDiagnostics }: RunOptions): number {
  return maxDiagnostics === 0 ? 0 : Math.max(maxDiagnostics, MOST_FINDINGS);
}
