import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { Sourced } from '../../compiler/text/sourced.ts';
import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { DslWriter } from '../shared/dsl-writer.ts';
import type { ItemNode } from '../shared/node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf, typed } from '../shared/xml.ts';

/** How long builds are kept; what is absent is unlimited. */
export interface LogRotation extends ItemNode {
  readonly daysToKeep?: Valued<number> | undefined;
  readonly numToKeep?: Valued<number> | undefined;
  readonly artifactDaysToKeep?: Valued<number> | undefined;
  readonly artifactNumToKeep?: Valued<number> | undefined;
  /** Whether the last build is removed, too. */
  readonly removeLastBuild?: Valued<boolean> | undefined;
}

/** The fields of hudson.tasks.LogRotator, in the order in which Jenkins writes them. */
const FIELDS = ['daysToKeep', 'numToKeep', 'artifactDaysToKeep', 'artifactNumToKeep'] as const;

/** Jenkins' number for "as many as there are". */
const UNLIMITED = -1;

/** Returns the property where there is one, as Jenkins makes it of the form of a job. */
export function logRotationElements(rotation: LogRotation | undefined): XmlElement[] {
  return rotation === undefined ? [] : [from(rotation.origin, discarderElement(rotation))];
}

function discarderElement(rotation: LogRotation): XmlElement {
  const strategy = typed('strategy', 'hudson.tasks.LogRotator', [
    ...FIELDS.map((field) => leaf(field, rotation[field] ?? UNLIMITED)),
    leaf('removeLastBuild', rotation.removeLastBuild ?? false),
  ]);
  return element('jenkins.model.BuildDiscarderProperty', [strategy]);
}

/**
 * Writes the property in the dynamic DSL, which makes it of the class itself (core's symbols `buildDiscarder` and
 * `logRotator`): the method `logRotator` of Job DSL prints the element that came before the property. The parameters
 * of the class are texts, and all must be there.
 */
export function logRotationCalls(rotation: LogRotation | undefined, dsl: DslWriter): void {
  if (rotation !== undefined) dsl.from(rotation.origin, () => discarderCalls(rotation, dsl));
}

function discarderCalls(rotation: LogRotation, dsl: DslWriter): void {
  dsl.block('properties', () =>
    dsl.block('buildDiscarder', () =>
      dsl.block('strategy', () =>
        dsl.block('logRotator', () => {
          for (const field of FIELDS) dsl.call(`${field}Str`, numberText(rotation[field]));
          dsl.given('removeLastBuild', rotation.removeLastBuild);
        }),
      ),
    ),
  );
}

/** Which builds are removed, as one of the properties of a job. */
export interface DiscarderProperty extends LogRotation {
  readonly kind: 'build-discarder';
}

/** Which builds are removed. */
export const discarder: Thing<DiscarderProperty> = {
  kind: 'build-discarder',
  needs: 'core',
  xml: discarderElement,
  dsl: discarderCalls,
};

function numberText(value: Valued<number> | undefined): Text {
  if (value === undefined) return '';
  return value instanceof Sourced ? new Sourced(String(value.value), value.origin) : String(value);
}
