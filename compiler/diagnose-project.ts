import type { CompileOptions } from './compilation.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { canLower } from './merge-findings.ts';
import { analyse, lowerAnalysis } from './pipeline.ts';
import type { SourceFile } from './text/source-file.ts';

/**
 * Returns everything that is wrong with a project, without making its output. Lowering finds what no rule can see (a
 * plugin that does not exist, an object that Kubernetes refuses); it is loaded only when the project is whole enough, and
 * the emitters never are, so that a check starts fast.
 */
export async function diagnoseProject(
  sources: readonly SourceFile[],
  options: CompileOptions = {},
): Promise<readonly Diagnostic[]> {
  const analysis = analyse(sources, options);
  if (!canLower(analysis.diagnostics)) return analysis.diagnostics;
  const { lower } = await import('./ir/lower/lower.ts');
  const { ir, diagnostics } = lowerAnalysis(analysis, lower, options);
  if (ir === undefined || !diagnostics.some(({ code }) => code === 'plugin/unknown')) return diagnostics;
  const { fullCatalogue } = await import('./plugins/full-catalogue.ts');
  const catalogue = await fullCatalogue(ir.plugins.line);
  if (catalogue === undefined) return diagnostics;
  return lowerAnalysis(analysis, lower, { ...options, catalogue }).diagnostics;
}
