import { appendedSettings } from '../../../compiler/ir/items/appended-settings.ts';
import type { AppendedSetting, FreestyleJob } from '../../../compiler/ir/items/freestyle.ts';
import { plainText } from '../../../compiler/ir/items/text.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { element, leaf, optional, typed } from '../element.ts';
import { builderElements } from '../nodes/builders.ts';
import { logRotationElement } from '../nodes/log-rotation.ts';
import { propertyElements } from '../nodes/properties.ts';
import { publisherElements } from '../nodes/publishers.ts';
import { scmElement } from '../nodes/scm.ts';
import { triggerElements } from '../nodes/triggers.ts';
import { wrapperElements } from '../nodes/wrappers.ts';

/** Returns a freestyle job: Job DSL's template in its order, then what the engine appends. */
export function freestyleElement(job: FreestyleJob): XmlElement {
  const hasLabel = job.label !== undefined && plainText(job.label) !== '';
  return element('project', [
    element('actions'),
    leaf('description', job.description ?? ''),
    leaf('keepDependencies', job.keepDependencies ?? false),
    element('properties', propertyElements(job.properties)),
    ...(job.scm === undefined ? [typed('scm', 'hudson.scm.NullSCM')] : []),
    leaf('canRoam', !hasLabel),
    leaf('disabled', job.disabled ?? false),
    leaf('blockBuildWhenDownstreamBuilding', job.blockOnDownstream ?? false),
    leaf('blockBuildWhenUpstreamBuilding', job.blockOnUpstream ?? false),
    element('triggers', triggerElements(job.triggers)),
    leaf('concurrentBuild', job.concurrentBuild ?? false),
    element('builders', builderElements(job.builders)),
    element('publishers', publisherElements(job.publishers)),
    element('buildWrappers', wrapperElements(job.wrappers)),
    ...appendedSettings(job).flatMap((setting) => settings[setting](job)),
  ]);
}

const settings: { readonly [Name in AppendedSetting]: (job: FreestyleJob) => XmlElement[] } = {
  displayName: ({ displayName }) => optional('displayName', displayName),
  label: ({ label }) => optional('assignedNode', label),
  logRotation: ({ logRotation }) => (logRotation === undefined ? [] : [logRotationElement(logRotation)]),
  quietPeriod: ({ quietPeriod }) => optional('quietPeriod', quietPeriod),
  customWorkspace: ({ customWorkspace }) => optional('customWorkspace', customWorkspace),
  scm: ({ scm }) => (scm === undefined ? [] : [scmElement(scm)]),
  authenticationToken: ({ authenticationToken }) => optional('authToken', authenticationToken),
  jdk: ({ jdk }) => optional('jdk', jdk),
  checkoutRetryCount: ({ checkoutRetryCount }) => optional('scmCheckoutRetryCount', checkoutRetryCount),
};
