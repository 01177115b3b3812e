import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { plainText, plainValue, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import { type Builder, builders } from '../builders/all-builders.ts';
import { type Property, properties, propertyElements } from '../properties/all-properties.ts';
import { type LogRotation, logRotationCalls, logRotationElements } from '../properties/log-rotation.ts';
import { type Publisher, publishers } from '../publishers/all-publishers.ts';
import { isCalledScm, type Scm, scmElement, scms } from '../scm/all-scms.ts';
import type { DslWriter } from '../shared/dsl-writer.ts';
import { itemThing } from '../shared/item-thing.ts';
import type { NeedCollector } from '../shared/need-collector.ts';
import type { ItemBase } from '../shared/node.ts';
import { inSavedOrder } from '../shared/saved.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';
import { type Trigger, triggers } from '../triggers/all-triggers.ts';
import { type Wrapper, wrappers } from '../wrappers/all-wrappers.ts';

/** A freestyle job. */
export interface FreestyleJob extends ProjectJob {
  readonly kind: 'freestyle';
}

/** A job that consists of steps. Lists run in their order; what is absent keeps Jenkins' own value. */
export interface ProjectJob extends ItemBase {
  readonly displayName?: Text | undefined;
  /** Label expression of the agents that may run it. */
  readonly label?: Text | undefined;
  readonly logRotation?: LogRotation | undefined;
  /** In seconds. */
  readonly quietPeriod?: Valued<number> | undefined;
  readonly customWorkspace?: Text | undefined;
  readonly authenticationToken?: Text | undefined;
  readonly jdk?: Text | undefined;
  readonly checkoutRetryCount?: Valued<number> | undefined;
  readonly disabled?: Valued<boolean> | undefined;
  readonly concurrentBuild?: Valued<boolean> | undefined;
  readonly keepDependencies?: Valued<boolean> | undefined;
  readonly blockOnUpstream?: Valued<boolean> | undefined;
  readonly blockOnDownstream?: Valued<boolean> | undefined;
  readonly scm?: Scm | undefined;
  readonly properties?: readonly Property[] | undefined;
  readonly triggers?: readonly Trigger[] | undefined;
  readonly wrappers?: readonly Wrapper[] | undefined;
  readonly builders?: readonly Builder[] | undefined;
  readonly publishers?: readonly Publisher[] | undefined;
  /** Settings that are made before the others; only the order of config.xml depends on it. */
  readonly first?: readonly AppendedSetting[] | undefined;
  /** Builds the job once as soon as it is there. */
  readonly queue?: boolean | undefined;
}

/** Settings that have no place in Jenkins' template: the engine appends them in the order of the calls. */
export type AppendedSetting =
  | 'displayName'
  | 'label'
  | 'quietPeriod'
  | 'customWorkspace'
  | 'scm'
  | 'authenticationToken'
  | 'jdk'
  | 'checkoutRetryCount';

/** In the order in which they are made. */
const settings: { readonly [Name in AppendedSetting]: Setting } = {
  displayName: text('displayName', ({ displayName }) => displayName),
  label: text('label', ({ label }) => label, 'assignedNode'),
  quietPeriod: text('quietPeriod', ({ quietPeriod }) => quietPeriod),
  customWorkspace: text('customWorkspace', ({ customWorkspace }) => customWorkspace),
  scm: {
    xml: ({ scm }) => (scm === undefined ? [] : [scmElement(scm)]),
    dsl: ({ scm }, dsl) => {
      if (scm !== undefined && isCalledScm(scm))
        dsl.from(scm.origin, () => dsl.block('scm', () => scms.dsl(scm, dsl)));
    },
  },
  authenticationToken: text('authenticationToken', (job) => job.authenticationToken, 'authToken'),
  jdk: text('jdk', ({ jdk }) => jdk),
  checkoutRetryCount: text('checkoutRetryCount', (job) => job.checkoutRetryCount, 'scmCheckoutRetryCount'),
};

const settingNames = Object.keys(settings) as readonly AppendedSetting[];

interface Setting {
  readonly xml: (job: ProjectJob) => XmlElement[];
  readonly dsl: (job: ProjectJob, dsl: DslWriter) => void;
}

/** Where fragments go in a job that consists of steps. */
export const projectPlaces: readonly string[] = [
  '',
  'actions',
  'properties',
  'scm',
  'triggers',
  'builders',
  'publishers',
  'buildWrappers',
];

/** A freestyle job of Jenkins itself. */
export const freestyle = itemThing<FreestyleJob>({
  kind: 'freestyle',
  isView: false,
  fragmentPlaces: projectPlaces,
  needs: 'core',
  xml: (job) => element('project', [element('actions'), ...projectElements(job)]),
  method: 'freeStyleJob',
  dsl: projectCalls,
  inside: noteProject,
});

/**
 * Returns the elements of a job that consists of steps, in the order of Job DSL's template: `axes` stand before its
 * steps, `strategy` behind its wrappers, and then comes what the engine appends, `appended` among it.
 */
export function projectElements(
  job: ProjectJob,
  axes: readonly XmlElement[] = [],
  strategy: readonly XmlElement[] = [],
  appended: readonly XmlElement[] = [],
): readonly XmlElement[] {
  return [
    leaf('description', job.description ?? ''),
    leaf('keepDependencies', job.keepDependencies ?? false),
    element('properties', [
      ...logRotationElements(job.logRotation),
      ...inSavedOrder(propertyElements(job.properties)),
    ]),
    ...(job.scm === undefined ? [typed('scm', 'hudson.scm.NullSCM')] : []),
    leaf('canRoam', job.label === undefined || plainText(job.label) === ''),
    leaf('disabled', job.disabled ?? false),
    leaf('blockBuildWhenDownstreamBuilding', job.blockOnDownstream ?? false),
    leaf('blockBuildWhenUpstreamBuilding', job.blockOnUpstream ?? false),
    element('triggers', triggers.elements(job.triggers)),
    leaf('concurrentBuild', job.concurrentBuild ?? false),
    ...axes,
    element('builders', builders.elements(job.builders)),
    element('publishers', publishers.elements(job.publishers)),
    element('buildWrappers', wrappers.elements(job.wrappers)),
    ...strategy,
    ...inSavedOrder([...settingsOf(job).flatMap((setting) => settings[setting].xml(job)), ...appended]),
  ];
}

/** Writes the calls of a job that consists of steps. */
export function projectCalls(job: ProjectJob, dsl: DslWriter): void {
  dsl.given('description', job.description);
  for (const setting of settingsOf(job)) settings[setting].dsl(job, dsl);
  dsl.given('disabled', job.disabled);
  dsl.given('concurrentBuild', job.concurrentBuild);
  dsl.given('keepDependencies', job.keepDependencies);
  if (isOn(job.blockOnUpstream)) dsl.call('blockOnUpstreamProjects');
  if (isOn(job.blockOnDownstream)) dsl.call('blockOnDownstreamProjects');
  logRotationCalls(job.logRotation, dsl);
  dsl.each(properties.called(job.properties), (property) => properties.dsl(property, dsl));
  dsl.blocks('triggers', triggers.called(job.triggers), (trigger) => triggers.dsl(trigger, dsl));
  dsl.blocks('wrappers', wrappers.called(job.wrappers), (wrapper) => wrappers.dsl(wrapper, dsl));
  dsl.blocks('steps', builders.called(job.builders), (builder) => builders.dsl(builder, dsl));
  dsl.blocks('publishers', publishers.called(job.publishers), (publisher) => publishers.dsl(publisher, dsl));
}

/** Notes what a job that consists of steps needs. */
export function noteProject(job: ProjectJob, needs: NeedCollector): void {
  properties.needs(job.properties, needs);
  if (job.scm !== undefined) scms.needs([job.scm], needs);
  triggers.needs(job.triggers, needs);
  wrappers.needs(job.wrappers, needs);
  builders.needs(job.builders, needs);
  publishers.needs(job.publishers, needs);
}

/** Returns the settings that a job has, in the order in which they are made. */
function settingsOf(job: ProjectJob): readonly AppendedSetting[] {
  const order = job.first === undefined ? settingNames : [...new Set([...job.first, ...settingNames])];
  return order.filter((setting) => job[setting] !== undefined);
}

function text(
  method: string,
  settingOf: (job: ProjectJob) => Text | Valued<number> | undefined,
  name: string = method,
): Setting {
  return {
    xml: (job) => optional(name, settingOf(job)),
    dsl: (job, dsl) => dsl.given(method, settingOf(job)),
  };
}

function isOn(flag: Valued<boolean> | undefined): boolean {
  return flag !== undefined && plainValue(flag);
}
