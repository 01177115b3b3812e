import { type Tree, treeOf } from '../../../compiler/import/tree.ts';
import { parseXmlDocument } from '../../../compiler/print/parse-xml-fragment.ts';

/** Returns the root element of a document; throws where it is none. */
export function treeIn(text: string): Tree {
  const parsed = parseXmlDocument(text);
  const [root] = parsed.kind === 'elements' ? parsed.elements : [];
  if (root === undefined) throw new Error(parsed.kind === 'problem' ? parsed.problem.message : 'no element');
  return treeOf(root);
}
