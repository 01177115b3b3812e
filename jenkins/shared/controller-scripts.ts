import { isDefaultScript, isPlainExpression } from '../../compiler/check/rules/jobs/controller-scripts.ts';
import { classOfElement } from '../../compiler/plugins/xstream-name.ts';
import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { plainText } from '../../compiler/text/traced-text.ts';
import { assertNever } from '../../compiler/util/assert-never.ts';
import { groupBy } from '../../compiler/util/group-by.ts';
import { isElements } from './configure.ts';
import facts from './data/controller-scripts.json' with { type: 'json' };
import { childrenOf } from './xml.ts';

/** A script in the configuration of a job that runs with the rights of Jenkins. */
export interface ControllerScript {
  /** Name of the element that holds it, as it is written. */
  readonly element: string;
  /** `inside`: a script for Jenkins itself. `outside`: one of a job or seed that leaves the sandbox. */
  readonly runs: 'inside' | 'outside';
}

/** What makes a script, or what stands for one, harmless. */
type Harmless = 'sandbox' | 'source' | 'type' | 'empty' | 'default' | 'expression' | 'nothing';

interface Row {
  readonly className: string;
  readonly field: string;
  readonly harmless: Harmless;
  readonly runs: ControllerScript['runs'];
}

const rows: ReadonlyMap<string, readonly Row[]> = groupBy(
  facts.scripts.map(
    ([className = '', field = '', harmless, runs]): Row => ({
      className,
      field,
      // The table has nothing else.
      harmless: harmless as Harmless,
      runs: runs as Row['runs'],
    }),
  ),
  ({ className }) => className,
);

/**
 * Returns the scripts in elements of config.xml, at any depth, that run inside Jenkins and outside of the sandbox. A
 * sandbox counts where it is said: Jenkins takes a script that says nothing of it for one outside. What has a sandbox
 * that is not on counts whatever its class is called.
 */
export function controllerScripts(elements: readonly XmlElement[]): readonly ControllerScript[] {
  return elements.flatMap(scriptsIn);
}

function scriptsIn(element: XmlElement): readonly ControllerScript[] {
  const known = classesOf(element).flatMap((name) => rows.get(name) ?? []);
  const children = childrenOf(element);
  const whole = known.find(({ field, harmless }) => field === '' && !isHarmless(element, harmless));
  if (whole !== undefined) return [{ element: element.name, runs: whole.runs }];
  if (known.length === 0 && children.some(isSandboxOff)) return [{ element: element.name, runs: 'outside' }];
  return children.flatMap((child) => {
    const field = known.find((row) => row.field === child.name && !isHarmless(child, row.harmless));
    return field === undefined ? scriptsIn(child) : [{ element: child.name, runs: field.runs }];
  });
}

/** The classes that XStream may take an element for. */
function classesOf({ name, attributes = {} }: XmlElement): readonly string[] {
  return [name, attributes.class, attributes['resolves-to']].flatMap((text) =>
    text === undefined ? [] : [classOfElement(text), text],
  );
}

function isHarmless(element: XmlElement, harmless: Harmless): boolean {
  switch (harmless) {
    case 'sandbox':
      return isSandboxed(element);
    case 'type':
      return isSandboxed(element) || allOf(element, /^scriptType$/, (type) => textOf(type) === 'GENERIC');
    case 'source':
      return allOf(element, /^(?:source|scriptSource)$/, isSystemSource);
    case 'empty':
      return textOf(element).trim() === '';
    case 'default':
      return isDefaultScript(textOf(element).trim());
    case 'expression':
      return isPlainExpression(textOf(element));
    case 'nothing':
      return false;
    default:
      return assertNever(harmless);
  }
}

/** Says whether a script says itself, and nothing else, that it runs in the sandbox. */
function isSandboxed(element: XmlElement): boolean {
  return allOf(element, /^sandbox(?:ed)?$/, (sandbox) => !isSandboxOff(sandbox));
}

function isSandboxOff(element: XmlElement): boolean {
  return /^sandbox(?:ed)?$/.test(element.name) && !/^true$/i.test(textOf(element));
}

/** A system script from a file is always in the sandbox (`FileSystemScriptSource`); one of the days before that is not. */
function isSystemSource(source: XmlElement): boolean {
  const classes = classesOf(source);
  if (classes.includes('hudson.plugins.groovy.FileSystemScriptSource')) return true;
  return (
    classes.includes('hudson.plugins.groovy.StringSystemScriptSource') &&
    allOf(source, /^script$/, isSandboxed)
  );
}

/** Whether there are children of a name, and all of them are like that: XStream may read any of them. */
function allOf(element: XmlElement, name: RegExp, isSo: (child: XmlElement) => boolean): boolean {
  const named = childrenOf(element).filter((child) => name.test(child.name));
  return named.length > 0 && named.every(isSo);
}

/** The text of an element; elements in its place are no text, and not empty either. */
function textOf({ content }: XmlElement): string {
  if (!isElements(content)) return plainText(content);
  return content.length === 0 ? '' : '<';
}
