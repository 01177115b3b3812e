import type { Templates } from '../../../compiler/print/template-writer.ts';
import { compileTemplate } from '../../../scripts/templates/compile-template.ts';

/** Compiles templates as the build does. */
export function buildTemplates(sources: Readonly<Record<string, string>>): Templates {
  const sourceOf = (name: string): string => sources[name] ?? '';
  const entries = Object.keys(sources).map(
    (name) => `${JSON.stringify(name)}: ${compileTemplate(name, sourceOf)}`,
  );
  return new Function(`const templates = { ${entries.join(', ')} }; return templates;`)() as Templates;
}
