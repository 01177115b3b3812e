import type { CompileOptions } from '../compilation.ts';
import type { ColourChoice } from './use-colour.ts';

/** A report that was asked for; without a file it goes to standard output. */
export interface ReportRequest {
  readonly format: string;
  readonly file?: string;
}

/** The options that `check` and `compile` share, as commander gives them. */
export interface RunOptions {
  readonly report: readonly ReportRequest[];
  readonly maxDiagnostics: number;
  readonly color: ColourChoice;
  readonly unknownFields: 'error' | 'warn';
  readonly allowPlainSecrets?: true;
  readonly warningsAsErrors?: true;
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly quiet?: true;
  readonly stdinName?: string;
}

/** Returns what of the options the compiler wants to know. */
export function compileOptions(options: RunOptions): CompileOptions {
  return {
    unknownFields: options.unknownFields,
    allowPlainSecrets: options.allowPlainSecrets === true,
  };
}
