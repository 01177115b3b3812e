import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { canLower } from './diagnostics/merge-findings.ts';
import type { Ir } from './model/ir.ts';
import { type Analysis, analyse, type CompileOptions, lowerAnalysis, withFullCatalogue } from './pipeline.ts';
import type { SourceFile } from './text/span.ts';

/** What a check found, and what the project would be made of, when there is no error of the front end. */
export interface Diagnosis {
  readonly ir: Ir | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Returns everything that is wrong with a project, without making its output. Lowering finds what no rule can see (a
 * plugin that does not exist, an object that Kubernetes refuses); it is loaded only when the project is whole enough, and
 * the emitters never are, so that a check starts fast.
 */
export async function diagnoseProject(
  sources: readonly SourceFile[],
  options: CompileOptions = {},
): Promise<Diagnosis> {
  return diagnoseAnalysis(analyse(sources, options), options);
}

/** Returns the same of specs that were analysed with these options. */
export async function diagnoseAnalysis(analysis: Analysis, options: CompileOptions): Promise<Diagnosis> {
  if (!canLower(analysis.diagnostics)) return { ir: undefined, diagnostics: analysis.diagnostics };
  const { lower } = await import('./lower/lower.ts');
  const lowered = (others: CompileOptions): Diagnosis => lowerAnalysis(analysis, lower, others);
  return withFullCatalogue(lowered(options), options, lowered);
}
