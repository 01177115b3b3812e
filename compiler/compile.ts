import { emitters } from '../emitters/all.ts';
import { lower } from './lower/lower.ts';
import { type Compilation, type CompileOptions, compileWith, withFullCatalogue } from './pipeline.ts';
import type { SourceFile } from './text/span.ts';

/**
 * Returns what the specs of one project become: the IR, the artifacts and the diagnostics. Pure: the same sources
 * and options always give the same result, on a machine and in a browser.
 */
export function compile(sources: readonly SourceFile[], options: CompileOptions = {}): Compilation {
  return compileWith({ lower, emitters }, sources, options);
}

/** Returns what `compile` returns, with the catalogue of all plugins where a project needs it. */
export function compileFully(
  sources: readonly SourceFile[],
  options: CompileOptions = {},
): Promise<Compilation> {
  return withFullCatalogue(compile(sources, options), options, (others) => compile(sources, others));
}
