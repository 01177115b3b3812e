import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { element, typed } from '../shared/xml.ts';

/** Returns a source of a multibranch pipeline; all its branches have the same properties, which are none. */
export function branchSource(type: string, content: readonly XmlElement[]): XmlElement {
  return element('jenkins.branch.BranchSource', [
    typed('source', type, content),
    typed('strategy', 'jenkins.branch.DefaultBranchPropertyStrategy', [typed('properties', 'empty-list')]),
  ]);
}
