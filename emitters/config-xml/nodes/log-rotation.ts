import type { LogRotation } from '../../../compiler/ir/items/log-rotation.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { element, from, leaf } from '../element.ts';

/** Jenkins' number for "as many as there are". */
const UNLIMITED = -1;

/** Returns the `logRotator` element: the older form, which the engine prints and Jenkins still reads. */
export function logRotationElement(rotation: LogRotation): XmlElement {
  return from(
    rotation.origin,
    element('logRotator', [
      leaf('daysToKeep', rotation.daysToKeep ?? UNLIMITED),
      leaf('numToKeep', rotation.numToKeep ?? UNLIMITED),
      leaf('artifactDaysToKeep', rotation.artifactDaysToKeep ?? UNLIMITED),
      leaf('artifactNumToKeep', rotation.artifactNumToKeep ?? UNLIMITED),
    ]),
  );
}
