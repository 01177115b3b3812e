import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Valued } from '../../compiler/text/traced-text.ts';
import type { DslWriter } from './dsl-writer.ts';
import type { ItemNode } from './node.ts';
import { element, from, leaf } from './xml.ts';

/** How long builds are kept; what is absent is unlimited. */
export interface LogRotation extends ItemNode {
  readonly daysToKeep?: Valued<number> | undefined;
  readonly numToKeep?: Valued<number> | undefined;
  readonly artifactDaysToKeep?: Valued<number> | undefined;
  readonly artifactNumToKeep?: Valued<number> | undefined;
}

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

/** Writes the `logRotator` block. */
export function logRotationCalls(rotation: LogRotation, dsl: DslWriter): void {
  dsl.from(rotation.origin, () =>
    dsl.block('logRotator', () => {
      dsl.given('daysToKeep', rotation.daysToKeep);
      dsl.given('numToKeep', rotation.numToKeep);
      dsl.given('artifactDaysToKeep', rotation.artifactDaysToKeep);
      dsl.given('artifactNumToKeep', rotation.artifactNumToKeep);
    }),
  );
}
