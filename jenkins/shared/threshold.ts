import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { mapValue, plainValue, type Valued } from '../../compiler/text/traced-text.ts';
import { leaf } from './xml.ts';

/** A build result, as Jenkins orders them; a trigger fires at this one and better ones. */
export type Threshold = 'SUCCESS' | 'UNSTABLE' | 'FAILURE' | 'NOT_BUILT' | 'ABORTED';

/** Ordinals and colours of Jenkins' results (hudson.model.Result). */
const RESULTS: { readonly [Name in Threshold]: readonly [ordinal: number, color: string] } = {
  SUCCESS: [0, 'BLUE'],
  UNSTABLE: [1, 'YELLOW'],
  FAILURE: [2, 'RED'],
  NOT_BUILT: [3, 'NOTBUILT'],
  ABORTED: [4, 'ABORTED'],
};

/** Returns what stands inside a threshold element: a result as XStream writes it. */
export function thresholdContent(threshold: Valued<Threshold>): XmlElement[] {
  return [
    leaf('name', threshold),
    leaf(
      'ordinal',
      mapValue(threshold, (name) => RESULTS[name][0]),
    ),
    leaf(
      'color',
      mapValue(threshold, (name) => RESULTS[name][1]),
    ),
  ];
}

/** Returns the same for the elements that also say that the build is complete. */
export function completeThresholdContent(threshold: Valued<Threshold>): XmlElement[] {
  const value = plainValue(threshold);
  const isComplete = value !== 'NOT_BUILT' && value !== 'ABORTED';
  return [...thresholdContent(threshold), leaf('completeBuild', isComplete)];
}
