import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { LabelParameter, NodeParameter } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { leaf, strings, typed } from '../shared/xml.ts';
import { parameterElement } from './spec-parameter.ts';

const PACKAGE = 'org.jvnet.jenkins.plugins.nodelabelparameter';
const needs = elementsOf('nodelabelparameter', 'builds choose their agents', '1.5.0');

/** Classes of the plugin that say which agents are taken. */
const eligibilities = {
  all: 'AllNodeEligibility',
  'ignore-offline': 'IgnoreOfflineNodeEligibility',
  'ignore-temp-offline': 'IgnoreTempOfflineNodeEligibility',
} as const;

/** The words of the plugin for when the next agent builds. */
const triggers = {
  'all-cases': 'allCases',
  success: 'success',
  unstable: 'unstable',
  concurrent: 'allowMultiSelectionForConcurrentBuilds',
  disallowed: 'multiSelectionDisallowed',
} as const;

/** The label of the agent, by the Node and Label Parameter plugin. */
export const labelParameter: Thing<SpecNode<'label', LabelParameter>> = {
  kind: 'label',
  needs,
  xml: ({ spec }) =>
    parameterElement(`${PACKAGE}.LabelParameterDefinition`, spec, [
      leaf('defaultValue', spec.default),
      leaf('allNodesMatchingLabel', spec.all_nodes),
      leaf(
        'triggerIfResult',
        spec.trigger_if.map((word) => triggers[word]),
      ),
      eligibility(spec),
    ]),
};

/** Agents by their names, by the Node and Label Parameter plugin. */
export const nodeParameter: Thing<SpecNode<'node', NodeParameter>> = {
  kind: 'node',
  needs,
  xml: ({ spec }) =>
    parameterElement(`${PACKAGE}.NodeParameterDefinition`, spec, [
      strings('allowedSlaves', spec.allowed_nodes),
      strings('defaultSlaves', spec.default_nodes),
      leaf(
        'triggerIfResult',
        spec.multiple.map((word) => triggers[word]),
      ),
      leaf(
        'allowMultiNodeSelection',
        spec.multiple.map((word) => word !== 'disallowed'),
      ),
      leaf(
        'triggerConcurrentBuilds',
        spec.multiple.map((word) => word === 'concurrent'),
      ),
      leaf('ignoreOfflineNodes', false),
      eligibility(spec),
    ]),
};

function eligibility({ node_eligibility }: LabelParameter | NodeParameter): XmlElement {
  return typed('nodeEligibility', `${PACKAGE}.node.${eligibilities[node_eligibility.value]}`);
}
