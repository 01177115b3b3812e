import type { CompileOptions } from './compilation.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Ir } from './ir/ir.ts';
import { canLower } from './merge-findings.ts';
import { analyse, lowerAnalysis } from './pipeline.ts';
import type { SourceFile } from './text/source-file.ts';

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
  const analysis = analyse(sources, options);
  if (!canLower(analysis.diagnostics)) return { ir: undefined, diagnostics: analysis.diagnostics };
  const { lower } = await import('./ir/lower/lower.ts');
  const lowered = lowerAnalysis(analysis, lower, options);
  const isUnknown = lowered.diagnostics.some(({ code }) => code === 'plugin/unknown');
  if (lowered.ir === undefined || !isUnknown) return lowered;
  const { fullCatalogue } = await import('./plugins/full-catalogue.ts');
  const catalogue = await fullCatalogue(lowered.ir.plugins.line);
  return catalogue === undefined ? lowered : lowerAnalysis(analysis, lower, { ...options, catalogue });
}
