import { emitters } from '../emitters/all.ts';
import { lower } from './lower/lower.ts';
import {
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

/** Returns what `compile` returns, with the catalogue of all plugins where a project needs it. */
export function compileFully(
  sources: readonly SourceFile[],
  options: CompileOptions = {},
): Promise<Compilation> {
  const analysis = analyse(sources, options);
  const compiled = (others: CompileOptions) => compileAnalysis(backEnd, analysis, others);
  return withFullCatalogue(compiled(options), options, compiled);
}
