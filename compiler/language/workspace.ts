import { compile } from '../compile.ts';
import { type Analysis, analyse, type Compilation, type CompileOptions } from '../pipeline.ts';
import type { SourceFile } from '../text/span.ts';

/**
 * The texts of one project as an editor has them, with what the compiler makes of them. It never changes: each edit makes
 * a new one.
 */
export interface ProjectView {
  readonly sources: readonly SourceFile[];
  readonly options: CompileOptions;
  readonly analysis: Analysis;
  /** What the project becomes; made when it is first asked for. */
  readonly compilation: () => Compilation;
}

/** Returns a view of a project; what the previous one knows of files that did not change is kept. */
export function viewProject(
  sources: readonly SourceFile[],
  options: CompileOptions = {},
  previous?: ProjectView,
): ProjectView {
  const known = new Map(previous?.sources.map((source) => [source.name, source]));
  const kept = sources.map((source) => {
    const before = known.get(source.name);
    return before?.text === source.text ? before : source;
  });
  let compiled: Compilation | undefined;
  return {
    sources: kept,
    options,
    analysis: analyse(kept, options),
    compilation: () => {
      compiled ??= compile(kept, options);
      return compiled;
    },
  };
}
