import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts } from '../../compiler/text/traced-text.ts';
import type {
  JobParameterFactory,
  TriggerBuilderProject,
  TriggerBuilder as TriggerSpec,
} from '../../schema/generated/located.ts';
import { handedOnElements, nodeLabelFactory, noteHandedOn } from '../shared/handed-on.ts';
import { given } from '../shared/lines.ts';
import type { NeedCollector } from '../shared/need-collector.ts';
import type { ItemNode } from '../shared/node.ts';
import { orSpec } from '../shared/or-spec.ts';
import {
  type ParameterizedTrigger,
  TRIGGER_PACKAGE,
  triggerCalls,
  triggerContent,
  triggerReason,
} from '../shared/parameterized-trigger.ts';
import { elementsOf, STEPS, use } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { completeThresholdContent, type Threshold } from '../shared/threshold.ts';
import { element, from, leaf, optional, typed } from '../shared/xml.ts';

/** Starts other jobs with parameters. */
export interface TriggerBuilder extends ItemNode {
  readonly kind: 'trigger';
  readonly triggers: readonly BlockableTrigger[];
}

/** A trigger that may wait for the jobs. */
export interface BlockableTrigger extends ParameterizedTrigger {
  readonly block?: TriggerBlock | undefined;
}

/** Which results of the started jobs fail the step, fail the build, or make it unstable. */
export interface TriggerBlock extends ItemNode {
  readonly buildStepFailure?: Threshold | undefined;
  readonly failure?: Threshold | undefined;
  readonly unstable?: Threshold | undefined;
}

/** The engine fixes the condition. */
const made: Thing<TriggerBuilder> = {
  kind: 'trigger',
  needs: use(STEPS, 'downstreamParameterized', triggerReason),
  xml: ({ triggers }) =>
    element(`${TRIGGER_PACKAGE}.TriggerBuilder`, [element('configs', triggers.map(triggerElement))]),
  dsl: ({ triggers }, dsl) =>
    triggerCalls(triggers, dsl, ({ block }) => {
      if (block === undefined) return;
      dsl.from(block.origin, () =>
        dsl.block('block', () => {
          dsl.given('buildStepFailure', block.buildStepFailure);
          dsl.given('failure', block.failure);
          dsl.given('unstable', block.unstable);
        }),
      );
    }),
};

const childProjects = elementsOf('parameterized-trigger', triggerReason, '2.33');

/** Starts other jobs as a build step (hudson.plugins.parameterizedtrigger.TriggerBuilder). */
export const triggerBuilder = orSpec<TriggerBuilder, SpecNode<'trigger', TriggerSpec>>(made, {
  xml: ({ spec }) =>
    element(`${TRIGGER_PACKAGE}.TriggerBuilder`, [element('configs', spec.builds.map(writtenTrigger))]),
  inside: ({ spec, origin }, needs) => {
    needs.use(childProjects, origin);
    for (const build of spec.builds) {
      noteHandedOn(build, build.$, needs);
      for (const factory of build.parameter_factories) noteFactory(factory, needs);
    }
  },
});

/** As Jenkins saves hudson.plugins.parameterizedtrigger.BlockableBuildTriggerConfig. */
function writtenTrigger(build: TriggerBuilderProject): XmlElement {
  const configs = handedOnElements(build);
  return from(
    build.$.origin,
    element(`${TRIGGER_PACKAGE}.BlockableBuildTriggerConfig`, [
      configs.length === 0
        ? typed('configs', 'java.util.Collections$EmptyList')
        : element('configs', configs),
      ...(build.parameter_factories.length === 0
        ? []
        : [element('configFactories', build.parameter_factories.flatMap(factoryElements))]),
      leaf('projects', joinTexts(build.project, ', ')),
      leaf('condition', 'ALWAYS'),
      leaf('triggerWithNoParameters', false),
      leaf('triggerFromChildProjects', false),
      ...(build.block.value ? [element('block', writtenBlock(build))] : []),
      leaf('buildAllNodesWithLabel', false),
    ]),
  );
}

function writtenBlock({ block_thresholds: results }: TriggerBuilderProject): XmlElement[] {
  const { build_step_failure: step, unstable, failure } = results;
  return blockContent({
    buildStepFailure: step.value === 'never' ? undefined : step.value,
    unstable: unstable.value === 'never' ? undefined : unstable.value,
    failure: failure.value === 'never' ? undefined : failure.value,
  });
}

function factoryElements(factory: JobParameterFactory): XmlElement[] {
  const { counter, file, 'binary-file': binary, 'all-nodes-for-label': label } = factory;
  if (counter !== undefined)
    return [
      element(`${TRIGGER_PACKAGE}.CounterBuildParameterFactory`, [
        leaf('from', counter.from),
        leaf('to', counter.to),
        leaf('step', counter.step),
        leaf('paramExpr', counter.parameters ?? ''),
        leaf('validationFail', counter.validation_fail),
      ]),
    ];
  if (file !== undefined)
    return [
      element(`${TRIGGER_PACKAGE}.FileBuildParameterFactory`, [
        leaf('filePattern', file.file_pattern),
        ...optional('encoding', given(file.encoding)),
        leaf('noFilesFoundAction', file.no_files_found),
      ]),
    ];
  if (binary !== undefined)
    return [
      element(`${TRIGGER_PACKAGE}.BinaryFileParameterFactory`, [
        leaf('parameterName', binary.parameter_name),
        leaf('filePattern', binary.file_pattern),
        leaf('noFilesFoundAction', binary.no_files_found),
      ]),
    ];
  if (label !== undefined)
    return [
      element(`${nodeLabelFactory.type}.AllNodesForLabelBuildParameterFactory`, [
        leaf('name', label.name ?? ''),
        leaf('nodeLabel', label.node_label),
        leaf('ignoreOfflineNodes', label.ignore_offline_nodes),
      ]),
    ];
  return factory['all-online-nodes'] === undefined
    ? []
    : [element(`${nodeLabelFactory.type}.AllNodesBuildParameterFactory`)];
}

function noteFactory(factory: JobParameterFactory, needs: NeedCollector): void {
  if (factory['all-nodes-for-label'] !== undefined || factory['all-online-nodes'] !== undefined)
    needs.use(nodeLabelFactory.needs, factory.$.origin);
}

function triggerElement(trigger: BlockableTrigger): XmlElement {
  const { origin, block } = trigger;
  return from(
    origin,
    element(`${TRIGGER_PACKAGE}.BlockableBuildTriggerConfig`, [
      ...triggerContent(trigger, 'ALWAYS', false),
      ...(block === undefined ? [] : [from(block.origin, element('block', blockContent(block)))]),
    ]),
  );
}

function blockContent({ buildStepFailure, unstable, failure }: Omit<TriggerBlock, 'origin'>): XmlElement[] {
  return [
    ...threshold('buildStepFailureThreshold', buildStepFailure),
    ...threshold('unstableThreshold', unstable),
    ...threshold('failureThreshold', failure),
  ];
}

function threshold(name: string, value: Threshold | undefined): XmlElement[] {
  return value === undefined ? [] : [element(name, completeThresholdContent(value))];
}
