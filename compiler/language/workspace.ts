import { compileAnalysed } from '../compile.ts';
import { type Analysis, analyse, type Compilation, type CompileOptions } from '../pipeline.ts';
import type { SourceFile } from '../text/span.ts';
import { parsedSource } from './file-tree.ts';

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
    // What a program evaluates to is not in its text alone.
    return before?.text === source.text && !('value' in source) && !('value' in before) ? before : source;
  });
  const analysis = analyse(kept, options, parsedSource);
  let compiled: Compilation | undefined;
  return {
    sources: kept,
    options,
    analysis,
    compilation: () => {
      compiled ??= compileAnalysed(analysis, options);
      return compiled;
    },
  };
}

/** Returns the file of a view with a name. */
export function fileNamed({ sources }: ProjectView, name: string): SourceFile | undefined {
  return sources.find((source) => source.name === name);
}
