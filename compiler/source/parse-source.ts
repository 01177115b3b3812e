import { diagnose } from '../diagnostics/diagnose.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Node } from './node.ts';
import { type ParsedFile, parseYaml } from './parse-yaml.ts';
import { isCode } from './spec-kind.ts';

/**
 * A spec in TypeScript after it was evaluated. It knows its value as a located tree, as if it had been parsed, so that
 * all later stages take it for a source like any other.
 */
export interface EvaluatedSource extends SourceFile {
  readonly value: Pick<ParsedFile, 'diagnostics'> & { readonly root: Node };
}

/** Returns the located tree of a source: parsed from YAML, or what its evaluation gave. */
export function parseSource(file: SourceFile): ParsedFile {
  if (isEvaluated(file)) return { file, ...file.value };
  if (!isCode(file)) return parseYaml(file);
  const diagnostic = diagnose('ts/not-loaded', { name: file.name }, { file, start: 0, end: 0 });
  return { file, root: undefined, diagnostics: [diagnostic] };
}

function isEvaluated(file: SourceFile): file is EvaluatedSource {
  return 'value' in file;
}
