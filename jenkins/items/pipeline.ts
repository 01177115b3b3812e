import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import { type Property, properties, propertyElements } from '../properties/all-properties.ts';
import { type Scm, scms } from '../scm/all-scms.ts';
import { configurePathFilter } from '../scm/path-filter.ts';
import { itemThing } from '../shared/item-thing.ts';
import { type LogRotation, logRotationCalls, logRotationElement } from '../shared/log-rotation.ts';
import type { ItemBase, ItemNode } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import { type NodeOf, type Thing, thingFamily } from '../shared/thing.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';
import { type Trigger, triggers } from '../triggers/all-triggers.ts';

/** A pipeline job. */
export interface PipelineJob extends ItemBase {
  readonly kind: 'pipeline';
  readonly displayName?: Text | undefined;
  readonly logRotation?: LogRotation | undefined;
  /** In seconds. */
  readonly quietPeriod?: Valued<number> | undefined;
  readonly authenticationToken?: Text | undefined;
  readonly disabled?: Valued<boolean> | undefined;
  readonly properties?: readonly Exclude<Property, { kind: 'weight' }>[] | undefined;
  readonly triggers?: readonly Trigger[] | undefined;
  readonly definition: Definition;
  /** Builds the job once as soon as it is there. */
  readonly queue?: boolean | undefined;
}

/** The script stands in the job. */
export interface CpsDefinition extends ItemNode {
  readonly kind: 'cps';
  readonly script: Text;
  readonly sandbox: boolean;
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

/**
 * A pipeline job, by the Pipeline plugins. It calls `triggers`, the only deprecated method that is used. Its successor
 * (`properties { pipelineTriggers }`) exists only where the engine runs inside a Jenkins that has the plugin (dynamic
 * DSL), which can neither be checked nor compared before it runs; Jenkins reads the triggers from either place.
 */
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
      element('properties', propertyElements(job.properties)),
      element('triggers', (job.triggers ?? []).map(triggers.xml)),
      ...optional('displayName', job.displayName),
      ...(job.logRotation === undefined ? [] : [logRotationElement(job.logRotation)]),
      ...optional('quietPeriod', job.quietPeriod),
      ...optional('authToken', job.authenticationToken),
      ...optional('disabled', job.disabled),
      definitions.xml(job.definition),
    ]),
  method: 'pipelineJob',
  dsl: (job, dsl) => {
    const { definition } = job;
    dsl.given('description', job.description);
    dsl.given('displayName', job.displayName);
    if (job.logRotation !== undefined) logRotationCalls(job.logRotation, dsl);
    dsl.given('quietPeriod', job.quietPeriod);
    dsl.given('authenticationToken', job.authenticationToken);
    dsl.given('disabled', job.disabled);
    dsl.each(job.properties, (property) => properties.dsl(property, dsl));
    dsl.blocks('triggers', job.triggers, (trigger) => triggers.dsl(trigger, dsl));
    dsl.block('definition', () => dsl.from(definition.origin, () => definitions.dsl(definition, dsl)));
    if (definition.kind === 'cps-scm') configurePathFilter(definition.scm, ['definition'], dsl);
  },
  inside: (job, needs) => {
    properties.needs(job.properties, needs);
    triggers.needs(job.triggers, needs);
    definitions.needs([job.definition], needs);
  },
});
