import { isElements } from '../../../../jenkins/shared/configure.ts';
import { controllerScripts } from '../../../../jenkins/shared/controller-scripts.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { pluginOfClass } from '../../../plugins/plugin-of-class.ts';
import type { XmlFragment } from '../../../print/parse-xml-fragment.ts';
import type { XmlElement } from '../../../print/xml-element.ts';
import { spanOf } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import type { Span } from '../../../text/span.ts';
import { plainText } from '../../../text/traced-text.ts';
import { hostedLabels } from '../../hosted-names.ts';
import type { JobScope } from '../job-scope.ts';
import type { LocatedText } from '../located-text.ts';

/** What is to be read: XML, what it was parsed to, and whether a spec says that its scripts may run in Jenkins. */
interface ParsedXml {
  readonly xml: LocatedText;
  readonly parsed: XmlFragment;
  readonly allow: Sourced<'controller'> | undefined;
}

/** Returns the elements of XML that was parsed; undefined where something is wrong, which is reported at its place. */
export function readElements(
  scope: JobScope,
  { xml, parsed, allow }: ParsedXml,
  report: (problem: string, span: Span | undefined, help?: string) => Diagnostic,
): readonly XmlElement[] | undefined {
  if (parsed.kind === 'problem') {
    const { message, start, end } = parsed.problem;
    scope.report(report(message, xml.spanOf(start, end)));
    return undefined;
  }
  const [lost] = parsed.elements.flatMap(lostCharacters);
  if (lost === undefined) {
    if (allow === undefined) checkScripts(scope, xml, parsed.elements);
    return hostedElements(scope, xml, parsed.elements);
  }
  const help =
    'write a blank or a line break: Job DSL prints such characters as they are, and XML reads them so';
  scope.report(report(`${lost} does not survive Job DSL`, spanOf(xml.origin), help));
  return undefined;
}

/**
 * Returns elements with the labels that the agents of the project have on a shared controller, and reports what would
 * permit jobs the agents of others.
 */
function hostedElements(
  scope: JobScope,
  xml: LocatedText,
  elements: readonly XmlElement[],
): readonly XmlElement[] {
  if (scope.project.hosting === undefined) return elements;
  return elements.map((element) => {
    const { name, content } = element;
    if (name.includes(CLOUDS)) {
      const parameters = { name };
      scope.report(
        diagnose('fleet/permitted-clouds', parameters, spanOfText(xml, `<${name}`), { help: 'remove it' }),
      );
    }
    if (isElements(content)) return { ...element, content: hostedElements(scope, xml, content) };
    if (name !== 'assignedNode') return element;
    return { ...element, content: hostedLabels(scope.project, sourced(plainText(content), xml.origin)) };
  });
}

/** The property of a folder that says which clouds its jobs may use. */
const CLOUDS = 'KubernetesFolderProperty';

/** Returns what Job DSL would print so that a reader of XML takes it for something else. */
function lostCharacters({ attributes = {}, content }: XmlElement): readonly string[] {
  const found: string[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (/[\t\n\r]/.test(value)) found.push(`a tab or line break in attribute \`${name}\``);
  }
  if (isElements(content)) return [...found, ...content.flatMap(lostCharacters)];
  return plainText(content).includes('\r') ? [...found, 'a carriage return in a text'] : found;
}

/** Reports scripts that run inside Jenkins, once for each name of an element: what allows one allows all. */
function checkScripts(scope: JobScope, xml: LocatedText, elements: readonly XmlElement[]): void {
  for (const name of new Set(controllerScripts(elements).map(({ element }) => element))) {
    scope.report(
      diagnose('check/controller-script', {}, spanOfText(xml, `<${name}`), {
        help: 'remove it, or let it run in the sandbox where its plugin has one; XML with a script that needs more says `allow: controller` beside it',
      }),
    );
  }
}

/** Reports classes that no plugin of the catalogue has, once each. */
export function checkClasses(scope: JobScope, xml: LocatedText, elements: readonly XmlElement[]): void {
  for (const className of new Set(elements.flatMap(unknownClasses))) {
    scope.report(
      diagnose('job/unknown-class', { className }, spanOfText(xml, className), {
        help: 'correct it, or name the plugin that has it in `plugins`',
      }),
    );
  }
}

/** Returns where a text stands first. */
export function spanOfText(xml: LocatedText, piece: string): Span | undefined {
  const start = xml.text.indexOf(piece);
  return start === -1 ? spanOf(xml.origin) : xml.spanOf(start, start + piece.length);
}

/** Returns the names of classes in an element that nobody knows; `plugin` attributes say whose all in it are. */
function unknownClasses({ name, attributes = {}, content }: XmlElement): readonly string[] {
  if (attributes.plugin !== undefined) return [];
  const inside = isElements(content) ? content.flatMap(unknownClasses) : [];
  const names = [name, attributes.class ?? ''].filter(
    (text) => text.includes('.') && !text.startsWith('java.') && pluginOfClass(text) === undefined,
  );
  return [...names, ...inside];
}
