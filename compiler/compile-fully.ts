import type { Compilation, CompileOptions } from './compilation.ts';
import { compile } from './compile.ts';
import { fullCatalogue } from './plugins/full-catalogue.ts';
import type { SourceFile } from './text/source-file.ts';

/**
 * Returns what `compile` returns. Where a project asks for a plugin that the usual catalogue does not have, the one with
 * every plugin of the update centre is loaded and the project is compiled with it: it is large, and seldom needed.
 */
export async function compileFully(
  sources: readonly SourceFile[],
  options: CompileOptions = {},
): Promise<Compilation> {
  const compilation = compile(sources, options);
  const isUnknown = compilation.diagnostics.some(({ code }) => code === 'plugin/unknown');
  const { ir } = compilation;
  if (!isUnknown || ir === undefined || options.catalogue !== undefined) return compilation;
  const catalogue = await fullCatalogue(ir.plugins.line);
  return catalogue === undefined ? compilation : compile(sources, { ...options, catalogue });
}
