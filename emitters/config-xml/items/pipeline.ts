import type { Definition, PipelineJob } from '../../../compiler/ir/items/pipeline.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { type ByKind, byKind } from '../../../compiler/util/by-kind.ts';
import { element, from, leaf, optional, typed } from '../element.ts';
import { logRotationElement } from '../nodes/log-rotation.ts';
import { propertyElements } from '../nodes/properties.ts';
import { scmElement } from '../nodes/scm.ts';
import { triggerElements } from '../nodes/triggers.ts';

const PACKAGE = 'org.jenkinsci.plugins.workflow.cps';

const definitions: ByKind<Definition, XmlElement> = {
  cps: ({ script, sandbox }) =>
    typed('definition', `${PACKAGE}.CpsFlowDefinition`, [leaf('script', script), leaf('sandbox', sandbox)]),
  'cps-scm': ({ scm, scriptPath, lightweight }) =>
    typed('definition', `${PACKAGE}.CpsScmFlowDefinition`, [
      leaf('scriptPath', scriptPath),
      leaf('lightweight', lightweight),
      scmElement(scm),
    ]),
};

/** Returns a pipeline job: Job DSL's template in its order, then what the engine appends. */
export function pipelineElement(job: PipelineJob): XmlElement {
  return element('flow-definition', [
    element('actions'),
    leaf('description', job.description ?? ''),
    leaf('keepDependencies', false),
    element('properties', propertyElements(job.properties)),
    element('triggers', triggerElements(job.triggers)),
    ...optional('displayName', job.displayName),
    ...(job.logRotation === undefined ? [] : [logRotationElement(job.logRotation)]),
    ...optional('quietPeriod', job.quietPeriod),
    ...optional('authToken', job.authenticationToken),
    ...optional('disabled', job.disabled),
    from(job.definition.origin, byKind(definitions, job.definition)),
  ]);
}
