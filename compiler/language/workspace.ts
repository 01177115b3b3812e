import { compileAnalysed } from '../compile.ts';
import {
  type Analysis,
  analyse,
  type Compilation,
  type CompileOptions,
  withFullCatalogue,
} from '../pipeline.ts';
import type { Catalogue } from '../plugins/catalogue.ts';
import type { SourceFile } from '../text/span.ts';

/**
 * The texts of one project as an editor has them, with what the compiler makes of them. It never changes: each edit makes
 * a new one.
 */
export interface ProjectView {
  readonly sources: readonly SourceFile[];
  readonly options: CompileOptions;
  readonly analysis: Analysis;
  /**
   * What the project becomes, and all that is wrong with it; made when it is first asked for. Plugins that the usual
   * catalogue does not have are unknown until `completeCompilation` was asked for them.
   */
  readonly compilation: () => Compilation;
}

const compiledViews = new WeakMap<ProjectView, Compilation>();

/** Catalogues of all plugins that were loaded, by LTS line. */
const loaded = new Map<string, Catalogue>();

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
  const view: ProjectView = {
    sources: kept,
    options,
    analysis: analyse(kept, options),
    compilation: () => {
      const compiled = compiledViews.get(view) ?? compileView(view);
      compiledViews.set(view, compiled);
      return compiled;
    },
  };
  return view;
}

function compileView({ analysis, options }: ProjectView): Compilation {
  const first = compileAnalysed(analysis, options);
  const catalogue = first.ir && loaded.get(first.ir.plugins.line);
  const isUnknown = first.diagnostics.some(({ code }) => code === 'plugin/unknown');
  return catalogue === undefined || !isUnknown || options.catalogue !== undefined
    ? first
    : compileAnalysed(analysis, { ...options, catalogue });
}

/** Returns what a view becomes, with the catalogue of all plugins where it needs that; the view then has it, too. */
export async function completeCompilation(view: ProjectView): Promise<Compilation> {
  const whole = await withFullCatalogue(view.compilation(), view.options, (options) => {
    const compiled = compileAnalysed(view.analysis, options);
    if (compiled.ir !== undefined && options.catalogue !== undefined)
      loaded.set(compiled.ir.plugins.line, options.catalogue);
    return compiled;
  });
  compiledViews.set(view, whole);
  return whole;
}

/** Returns the file of a view with a name. */
export function fileNamed({ sources }: ProjectView, name: string): SourceFile | undefined {
  return sources.find((source) => source.name === name);
}
