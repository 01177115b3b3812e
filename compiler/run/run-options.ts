import { MOST_FINDINGS } from '../diagnostics/finding-list.ts';
import type { Host } from '../host/host.ts';
import type { CompileOptions } from '../pipeline.ts';
import { suggestion } from '../util/suggestion.ts';
import type { ColourChoice } from './finish/use-colour.ts';
import { IR_EMITTER } from './project/ir-artifact.ts';
import type { Shard } from './shards/shard-result.ts';

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
  readonly allowPlaceholders?: true;
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
  Pick<CompileOptions, 'unknownFields' | 'allowPlainSecrets' | 'findPlaceholders' | 'mostFindings'>
>;

/**
 * Returns what of the options the compiler wants to know. Who keeps examples and tests of specs sets
 * `BITESIZE_ALLOW_PLACEHOLDERS` once, in place of the option of each command.
 */
export function compileOptions(
  options: Pick<RunOptions, 'unknownFields' | 'allowPlainSecrets' | 'allowPlaceholders' | 'maxDiagnostics'>,
  env: Host['env'],
): ShapingOptions {
  return {
    unknownFields: options.unknownFields,
    allowPlainSecrets: options.allowPlainSecrets === true,
    findPlaceholders: options.allowPlaceholders !== true && !env.BITESIZE_ALLOW_PLACEHOLDERS,
    mostFindings: mostFindings(options),
  };
}

/** What is shown to people is a part of what is kept: a small number does not change reports for machines. */
function mostFindings({ maxDiagnostics }: Pick<RunOptions, 'maxDiagnostics'>): number {
  return maxDiagnostics === 0 ? 0 : Math.max(maxDiagnostics, MOST_FINDINGS);
}

/** The options of `compile`, as commander gives them. */
export interface CompileRunOptions extends RunOptions {
  readonly out: string;
  readonly emit?: readonly string[];
  /** Compare with the output folder instead of writing to it. */
  readonly check?: true;
}

/** Returns what is wrong with the names of `--emit`, or undefined; the emitters are loaded only to be asked. */
export async function emitterProblem({ emit }: CompileRunOptions): Promise<string | undefined> {
  if (emit === undefined) return undefined;
  const { emitters } = await import('../../emitters/all.ts');
  const known = [...emitters.map(({ name }) => name), IR_EMITTER];
  const wrong = emit.find((name) => !known.includes(name));
  if (wrong === undefined) return undefined;
  const meant = suggestion(wrong, known);
  const hint = meant === undefined ? `There are: ${known.join(', ')}` : `(Did you mean ${meant}?)`;
  return `unknown emitter '${wrong}'\n${hint}`;
}
