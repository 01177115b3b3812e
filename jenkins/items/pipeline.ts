import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import { type Property, properties, propertyElements } from '../properties/all-properties.ts';
import { type LogRotation, logRotationCalls, logRotationElements } from '../properties/log-rotation.ts';
import {
  type PipelineTrigger,
  pipelineTriggerCalls,
  pipelineTriggerElements,
} from '../properties/pipeline-triggers.ts';
import { isCalledScm, type Scm, scms } from '../scm/all-scms.ts';
import { itemThing } from '../shared/item-thing.ts';
import type { ItemBase, ItemNode } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import { inSavedOrder, saved } from '../shared/saved.ts';
import { type NodeOf, type Thing, thingFamily } from '../shared/thing.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';
import { triggers } from '../triggers/all-triggers.ts';

/** A pipeline job. */
export interface PipelineJob extends ItemBase {
  readonly kind: 'pipeline';
  readonly displayName?: Text | undefined;
  /** Label of the agents that the script asks for where a spec names it. It stands in the script alone. */
  readonly label?: Text | undefined;
  readonly logRotation?: LogRotation | undefined;
  /** In seconds. */
  readonly quietPeriod?: Valued<number> | undefined;
  readonly authenticationToken?: Text | undefined;
  readonly disabled?: Valued<boolean> | undefined;
  readonly properties?: readonly Property[] | undefined;
  readonly triggers?: readonly PipelineTrigger[] | undefined;
  readonly definition: Definition;
  /** Builds the job once as soon as it is there. */
  readonly queue?: boolean | undefined;
}

/** The script stands in the job. */
export interface CpsDefinition extends ItemNode {
  readonly kind: 'cps';
  readonly script: Text;
  readonly sandbox: Valued<boolean>;
}

/** The script stands in a repository. */
export interface CpsScmDefinition extends ItemNode {
  readonly kind: 'cps-scm';
  readonly scm: Scm;
  readonly scriptPath: Text;
  readonly lightweight: Valued<boolean>;
}

const PACKAGE = 'org.jenkinsci.plugins.workflow.cps';
const DEFINITIONS = 'helpers.workflow.WorkflowDefinitionContext';
const reason = 'jobs are pipelines';

const cps: Thing<CpsDefinition> = {
  kind: 'cps',
  needs: use(DEFINITIONS, 'cps', reason),
  xml: ({ script, sandbox }) =>
    typed('definition', `${PACKAGE}.CpsFlowDefinition`, [leaf('script', script), leaf('sandbox', sandbox)]),
  dsl: ({ script, sandbox }, dsl) =>
    dsl.block('cps', () => {
      dsl.call('script', script);
      dsl.call('sandbox', sandbox);
    }),
};

const cpsScm: Thing<CpsScmDefinition> = {
  kind: 'cps-scm',
  needs: use(DEFINITIONS, 'cpsScm', reason),
  xml: ({ scm, scriptPath, lightweight }) =>
    typed('definition', `${PACKAGE}.CpsScmFlowDefinition`, [
      leaf('scriptPath', scriptPath),
      leaf('lightweight', lightweight),
      scms.xml(scm),
    ]),
  hasCalls: ({ scm }) => isCalledScm(scm),
  dsl: ({ scm, scriptPath, lightweight }, dsl) =>
    dsl.block('cpsScm', () => {
      dsl.from(scm.origin, () => dsl.block('scm', () => scms.dsl(scm, dsl)));
      dsl.call('scriptPath', scriptPath);
      dsl.call('lightweight', lightweight);
    }),
  inside: ({ scm }, needs) => scms.needs([scm], needs),
};

const things = [cps, cpsScm] as const;

/** Where the script of a pipeline is. */
export type Definition = NodeOf<typeof things>;

const definitions = thingFamily(things);

/** A pipeline job, by the Pipeline plugins. Its triggers are a property. */
export const pipeline = itemThing<PipelineJob>({
  kind: 'pipeline',
  isView: false,
  fragmentPlaces: ['', 'actions', 'properties', 'triggers', 'definition'],
  needs: use('DslFactory', 'pipelineJob', reason),
  xml: (job) =>
    element('flow-definition', [
      element('actions'),
      leaf('description', job.description ?? ''),
      leaf('keepDependencies', false),
      element('properties', [
        ...logRotationElements(job.logRotation),
        ...inSavedOrder([...propertyElements(job.properties), ...pipelineTriggerElements(job.triggers)]),
      ]),
      element('triggers'),
      ...optional('displayName', job.displayName),
      ...optional('quietPeriod', job.quietPeriod),
      ...optional('authToken', job.authenticationToken),
      leaf('disabled', job.disabled ?? false),
      definitionElement(job.definition),
    ]),
  method: 'pipelineJob',
  dsl: (job, dsl) => {
    const { definition } = job;
    dsl.given('description', job.description);
    dsl.given('displayName', job.displayName);
    dsl.given('quietPeriod', job.quietPeriod);
    dsl.given('authenticationToken', job.authenticationToken);
    dsl.call('disabled', job.disabled ?? false);
    logRotationCalls(job.logRotation, dsl);
    dsl.each(properties.called(job.properties), (property) => properties.dsl(property, dsl));
    pipelineTriggerCalls(job.triggers, dsl);
    if (definitions.called([definition]).length > 0)
      dsl.block('definition', () => dsl.from(definition.origin, () => definitions.dsl(definition, dsl)));
  },
  inside: (job, needs) => {
    properties.needs(job.properties, needs);
    triggers.needs(job.triggers, needs);
    definitions.needs([job.definition], needs);
  },
});

/** What Job DSL has no methods for stands instead of the empty definition that it makes of its own accord. */
function definitionElement(definition: Definition): XmlElement {
  const written = definitions.xml(definition);
  return definitions.called([definition]).length > 0 ? written : saved(written, 'definition');
}
