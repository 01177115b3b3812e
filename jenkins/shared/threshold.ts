import type { XmlElement } from '../../compiler/print/xml-element.ts';
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
export function thresholdContent(threshold: Threshold): XmlElement[] {
  const [ordinal, color] = RESULTS[threshold];
  return [leaf('name', threshold), leaf('ordinal', ordinal), leaf('color', color)];
}

/** Returns the same for the elements that also say that the build is complete. */
export function completeThresholdContent(threshold: Threshold): XmlElement[] {
  const isComplete = threshold !== 'NOT_BUILT' && threshold !== 'ABORTED';
  return [...thresholdContent(threshold), leaf('completeBuild', isComplete)];
}
