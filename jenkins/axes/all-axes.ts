import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, type Text } from '../../compiler/text/traced-text.ts';
import type {
  DynamicAxis,
  ElasticAxis,
  JdkAxis,
  LabelExpressionAxis,
  PythonAxis,
  SlaveAxis,
  ToxAxis,
  UserDefinedAxis,
  YamlAxis,
} from '../../schema/generated/located.ts';
import { elementsOf, use } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import { type NodeOf, type Thing, thingFamily } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

const shiningPanda = 'matrix jobs have axes of Python';

const userDefined: Thing<SpecNode<'user-defined', UserDefinedAxis>> = {
  kind: 'user-defined',
  needs: 'core',
  xml: ({ spec }) => axis('hudson.matrix.TextAxis', spec.name, spec.values),
  dsl: ({ spec }, dsl) => dsl.call('text', spec.name, spec.values),
};

const labelExpression: Thing<SpecNode<'label-expression', LabelExpressionAxis>> = {
  kind: 'label-expression',
  needs: 'core',
  xml: ({ spec }) => axis('hudson.matrix.LabelExpAxis', spec.name, spec.values),
  dsl: ({ spec }, dsl) => dsl.call('labelExpression', spec.name, spec.values),
};

const slave: Thing<SpecNode<'slave', SlaveAxis>> = {
  kind: 'slave',
  needs: 'core',
  xml: ({ spec }) => axis('hudson.matrix.LabelAxis', spec.name, spec.values),
  dsl: ({ spec }, dsl) => dsl.call('label', spec.name, spec.values),
};

const jdk: Thing<SpecNode<'jdk', JdkAxis>> = {
  kind: 'jdk',
  needs: 'core',
  xml: ({ spec }) => axis('hudson.matrix.JDKAxis', 'jdk', spec.values),
  dsl: ({ spec }, dsl) => dsl.call('jdk', spec.values),
};

const python: Thing<SpecNode<'python', PythonAxis>> = {
  kind: 'python',
  needs: use('helpers.AxisContext', 'python', shiningPanda),
  xml: ({ spec }) => axis('jenkins.plugins.shiningpanda.matrix.PythonAxis', 'PYTHON', spec.values),
  dsl: ({ spec }, dsl) => dsl.call('python', spec.values),
};

const tox: Thing<SpecNode<'tox', ToxAxis>> = {
  kind: 'tox',
  needs: elementsOf('shiningpanda', shiningPanda, '0.21'),
  xml: ({ spec }) => axis('jenkins.plugins.shiningpanda.matrix.ToxAxis', 'TOXENV', spec.values),
};

/** The plugin keeps the values of the last build; before the first one, there is one. */
const dynamic: Thing<SpecNode<'dynamic', DynamicAxis>> = {
  kind: 'dynamic',
  needs: elementsOf('dynamic-axis', 'matrix jobs have axes whose values are in a variable'),
  xml: ({ spec }) =>
    axis(
      'ca.silvermaplesolutions.jenkins.plugins.daxis.DynamicAxis',
      spec.name,
      [spec.variable],
      [leaf('varName', spec.variable), element('axisValues', [leaf('string', 'default')])],
    ),
};

/** Its values are the agents of the moment: Jenkins asks for them whenever it needs them. */
const elastic: Thing<SpecNode<'elastic', ElasticAxis>> = {
  kind: 'elastic',
  needs: elementsOf('elastic-axis', 'matrix jobs have axes of all agents with a label', '1.3'),
  xml: ({ spec }) =>
    axis(
      'org.jenkinsci.plugins.elasticaxisplugin.ElasticAxis',
      spec.name,
      [],
      [
        leaf('label', joinTexts(spec.label, ', ')),
        leaf('ignoreOffline', spec.ignore_offline_nodes),
        leaf('dontExpandLabels', spec.once_per_label),
      ],
    ),
};

const yaml: Thing<SpecNode<'yaml', YamlAxis>> = {
  kind: 'yaml',
  needs: elementsOf('yaml-axis', 'matrix jobs have axes whose values are in a file'),
  xml: ({ spec }) => axis('org.jenkinsci.plugins.yamlaxis.YamlAxis', spec.name, [spec.filename]),
};

const things = [userDefined, labelExpression, slave, jdk, python, tox, dynamic, elastic, yaml] as const;

/** An axis of a matrix job. */
export type Axis = NodeOf<typeof things>;

/** All axes of matrix jobs. */
export const axes = thingFamily(things);

/** As Jenkins saves hudson.matrix.Axis, with what a kind of axis adds. */
function axis(
  type: string,
  name: Text,
  values: readonly Text[],
  more: readonly XmlElement[] = [],
): XmlElement {
  return element(type, [
    leaf('name', name),
    element(
      'values',
      values.map((value) => leaf('string', value)),
    ),
    ...more,
  ]);
}
