import type { XmlNode } from '../../../../jenkins/shared/xml-thing.ts';
import type { XmlBuilder } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { parseXmlFragment } from '../../../print/parse-xml-fragment.ts';
import { type Origin, spanOf } from '../../../text/origin.ts';
import type { JobScope } from '../job-scope.ts';
import { textOfField } from '../located-text.ts';
import { readElements } from '../xml/read-xml.ts';

/** Returns the node of a thing that is given as one element of XML; undefined, with a finding, where it is none. */
export function xmlNode(
  { xml, allow }: Pick<XmlBuilder, 'xml' | 'allow'>,
  origin: Origin,
  scope: JobScope,
): XmlNode | undefined {
  const text = textOfField(xml);
  const parsed = parseXmlFragment(text.text);
  const elements = readElements(scope, { xml: text, parsed, allow }, (problem, span, help) =>
    diagnose('job/fragment', { problem }, span, help === undefined ? {} : { help }),
  );
  if (elements === undefined) return undefined;
  const [element, ...others] = elements;
  if (element !== undefined && others.length === 0) return { kind: 'xml', xml: element, origin };
  const problem = element === undefined ? 'there is no element' : 'there are several elements';
  scope.report(
    diagnose('job/fragment', { problem }, spanOf(xml.origin), {
      help: 'write one element; each further one is an entry of its own',
    }),
  );
  return undefined;
}
