import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, mapValue, type Text } from '../../compiler/text/traced-text.ts';
import type { TriggerBuilderProject } from '../../schema/generated/located.ts';
import { given } from './lines.ts';
import type { NeedCollector } from './need-collector.ts';
import type { ItemNode } from './node.ts';
import { TRIGGER_PACKAGE } from './parameterized-trigger.ts';
import { elementsOf } from './plugin-use.ts';
import { element, leaf, optional } from './xml.ts';

/** What a job hands on to jobs that it starts: by a build step, after the build, or in a phase of a multijob. */
export type HandedOn = Omit<
  TriggerBuilderProject,
  'project' | 'parameter_factories' | 'block' | 'block_thresholds' | '$'
>;

const NODE_LABEL = 'org.jvnet.jenkins.plugins.nodelabelparameter.parameterizedtrigger';
const nodeLabel = elementsOf('nodelabelparameter', 'jobs choose the agents of the jobs that they start');
const gitRevision = elementsOf('git', 'jobs hand on the commit that they build');

type HandedOnName = HandedOn['parameter_order'][number]['value'];

/** Returns what stands in the `configs` of a trigger of the Parameterized Trigger plugin, as Jenkins saves it. */
export function handedOnElements(spec: HandedOn): XmlElement[] {
  const configs = new Map<HandedOnName, XmlElement>();
  const add = (by: HandedOnName, name: string, content: readonly XmlElement[] = []) =>
    void configs.set(by, element(name, content));
  if (spec.current_parameters.value) add('current_parameters', `${TRIGGER_PACKAGE}.CurrentBuildParameters`);
  if (spec.svn_revision.value)
    add('svn_revision', `${TRIGGER_PACKAGE}.SubversionRevisionBuildParameters`, [
      leaf('includeUpstreamParameters', false),
    ]);
  if (spec.git_revision.value)
    add('git_revision', 'hudson.plugins.git.GitRevisionBuildParameters', [
      leaf('combineQueuedCommits', spec.combine_queued_commits),
    ]);
  if (spec.same_node.value) add('same_node', `${TRIGGER_PACKAGE}.NodeParameters`);
  if (spec.property_file.length > 0)
    add('property_file', `${TRIGGER_PACKAGE}.FileBuildParameters`, [
      leaf('propertiesFile', joinTexts(spec.property_file, ', ')),
      ...optional('encoding', given(spec.property_file_encoding)),
      leaf('failTriggerOnMissing', spec.property_file_fail_on_missing),
      leaf('textParamValueOnNewLine', false),
      leaf('useMatrixChild', false),
      leaf('onlyExactRuns', false),
    ]);
  const predefined = Object.entries(spec.predefined_parameters);
  if (predefined.length > 0)
    add('predefined_parameters', `${TRIGGER_PACKAGE}.PredefinedBuildParameters`, [
      leaf('properties', joinTexts(predefined.map(propertyLine), '\n')),
      leaf('textParamValueOnNewLine', false),
    ]);
  const flags = Object.entries(spec.boolean_parameters);
  if (flags.length > 0)
    add('boolean_parameters', `${TRIGGER_PACKAGE}.BooleanParameters`, [
      element(
        'configs',
        flags.map(([name, value]) =>
          element(`${TRIGGER_PACKAGE}.BooleanParameterConfig`, [leaf('name', name), leaf('value', value)]),
        ),
      ),
    ]);
  if (spec.node_label_name !== undefined)
    add('node_label_name', `${NODE_LABEL}.NodeLabelBuildParameter`, [
      leaf('name', spec.node_label_name),
      leaf('nodeLabel', spec.node_label ?? ''),
    ]);
  if (spec.restrict_matrix_project !== undefined)
    add('restrict_matrix_project', `${TRIGGER_PACKAGE}.matrix.MatrixSubsetBuildParameters`, [
      leaf('filter', spec.restrict_matrix_project),
    ]);
  const first = new Set(spec.parameter_order.map(({ value }) => value));
  return [...first, ...configs.keys()].flatMap((by, index) =>
    index >= first.size && first.has(by) ? [] : (configs.get(by) ?? []),
  );
}

/** Notes the plugins of what is handed on, beside the Parameterized Trigger plugin itself. */
export function noteHandedOn(spec: HandedOn, { origin }: ItemNode, needs: NeedCollector): void {
  if (spec.git_revision.value) needs.use(gitRevision, origin);
  if (spec.node_label_name !== undefined) needs.use(nodeLabel, origin);
}

/** The class of a factory of the Node and Label parameter plugin, and the plugin. */
export const nodeLabelFactory = { type: NODE_LABEL, needs: nodeLabel } as const;

/**
 * Returns a line of a file of properties, which is how the plugin reads what it is given (java.util.Properties): a
 * backslash and a line break are escaped, and a blank that the value begins with.
 */
function propertyLine([name, value]: readonly [string, Exclude<Text, { marks: unknown }>]) {
  return mapValue(
    value,
    (text) => `${escaped(name).replace(/[ :=]/g, '\\$&')}=${escaped(text).replace(/^[ \t\f]/, '\\$&')}`,
  );
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\r', '\\r').replaceAll('\n', '\\n');
}
