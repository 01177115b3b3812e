import type { XmlNode } from '../../../../jenkins/shared/xml-thing.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { parseXmlFragment } from '../../../print/parse-xml-fragment.ts';
import { type Origin, spanOf } from '../../../text/origin.ts';
import type { Sourced } from '../../../text/sourced.ts';
import type { JobScope } from '../job-scope.ts';

/** Returns the node of a thing that is given as one element of XML; undefined, with a finding, where it is none. */
export function xmlNode(
  { xml }: { readonly xml: Sourced<string> },
  origin: Origin,
  scope: JobScope,
): XmlNode | undefined {
  const parsed = parseXmlFragment(xml.value);
  if (parsed.kind === 'elements') {
    const [element, ...others] = parsed.elements;
    if (element !== undefined && others.length === 0) return { kind: 'xml', xml: element, origin };
    const problem = element === undefined ? 'there is no element' : 'there are several elements';
    report(problem, 'write one element; each further one is an entry of its own');
    return undefined;
  }
  const { message, start, end } = parsed.problem;
  report(message, `it is about \`${xml.value.slice(start, Math.min(end, start + 60))}\``);
  return undefined;

  function report(problem: string, help: string): void {
    scope.report(diagnose('job/fragment', { problem }, spanOf(xml.origin), { help }));
  }
}
