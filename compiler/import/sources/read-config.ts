import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { parseSavedXml } from '../../print/parse-xml-fragment.ts';
import type { SourceFile } from '../../text/span.ts';
import { type Tree, treeOf } from '../tree.ts';
import type { ConfigSource } from './config-source.ts';

/** A configuration that was read. */
export interface ReadConfig {
  readonly root: Tree;
  /** The comments between its elements, which specs do not keep. */
  readonly comments: readonly string[];
  readonly file: SourceFile;
}

/** Returns what a configuration holds, or what is wrong with its XML and where. */
export function readConfig({ xml, place }: ConfigSource): ReadConfig | Diagnostic {
  const file: SourceFile = { name: place, text: xml };
  const parsed = parseSavedXml(xml);
  if (parsed.kind === 'saved') return { root: treeOf(parsed.root), comments: parsed.comments, file };
  const { message, start, end } = parsed.problem;
  return diagnose('import/xml', { problem: message }, { file, start, end }, { help: helpFor(message) });
}

function helpFor(problem: string): string {
  if (/document type|processing instruction|stands for nothing/.test(problem))
    return 'Jenkins never writes this: take the file out, or write what it stands for';
  if (/more than/.test(problem)) return 'take it out: it is larger than any job';
  return 'take the file out, or copy it again from Jenkins';
}
