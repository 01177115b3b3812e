import { emitters } from '../emitters/all.ts';
import { lower } from './lower/lower.ts';
import {
  type Analysis,
  analyse,
  type Compilation,
  type CompileOptions,
  compileAnalysis,
  compileWith,
  withFullCatalogue,
} from './pipeline.ts';
import type { SourceFile } from './text/span.ts';

const backEnd = { lower, emitters };

/**
 * Returns what the specs of one project become: the IR, the artifacts and the diagnostics. Pure: the same sources
 * and options always give the same result, on a machine and in a browser.
 */
export function compile(sources: readonly SourceFile[], options: CompileOptions = {}): Compilation {
  return compileWith(backEnd, sources, options);
}

/** Returns what `compile` returns, of specs that were analysed with the same options. */
export function compileAnalysed(analysis: Analysis, options: CompileOptions = {}): Compilation {
  return compileAnalysis(backEnd, analysis, options);
}

/** Returns what `compile` returns, with the catalogue of all plugins where a project needs it. */
export function compileFully(
  sources: readonly SourceFile[],
  options: CompileOptions = {},
): Promise<Compilation> {
  const analysis = analyse(sources, options);
  const compiled = (others: CompileOptions) => compileAnalysed(analysis, others);
  return withFullCatalogue(compiled(options), options, compiled);
}
