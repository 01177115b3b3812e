import type { ConditionalStepBuilder } from '../../schema/generated/located.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import { type NodeOf, type Thing, type ThingFamily, thingFamily } from '../shared/thing.ts';
import { xmlThing } from '../shared/xml-thing.ts';
import { antBuilder, msbuildBuilder, sonarBuilder } from './build-tools.ts';
import { conditionalStepElement, conditionalStepPlugin } from './conditional-step.ts';
import { copyArtifactsBuilder } from './copy-artifacts.ts';
import { dockerBuildPublishBuilder } from './docker-build-publish.ts';
import { environmentBuilder } from './environment.ts';
import { gradleBuilder } from './gradle.ts';
import { groovyBuilder, systemGroovyBuilder } from './groovy.ts';
import { httpRequestBuilder } from './http-request.ts';
import {
  batchBuilder,
  managedScriptBuilder,
  nodejsBuilder,
  powershellBuilder,
  pythonBuilder,
} from './interpreters.ts';
import { mavenBuilder } from './maven.ts';
import { multijobBuilder } from './multijob.ts';
import {
  buildNameSetterBuilder,
  configFileBuilder,
  criticalBlockEndBuilder,
  criticalBlockStartBuilder,
  descriptionSetterBuilder,
  injectBuilder,
  sshBuilder,
} from './other-steps.ts';
import { shellBuilder } from './shell.ts';
import { shiningPandaBuilder, toxBuilder } from './shining-panda.ts';
import { triggerBuilder } from './trigger.ts';

const plainThings = [
  environmentBuilder,
  shellBuilder,
  gradleBuilder,
  systemGroovyBuilder,
  groovyBuilder,
  mavenBuilder,
  triggerBuilder,
  copyArtifactsBuilder,
  batchBuilder,
  powershellBuilder,
  pythonBuilder,
  nodejsBuilder,
  managedScriptBuilder,
  shiningPandaBuilder,
  toxBuilder,
  antBuilder,
  msbuildBuilder,
  sonarBuilder,
  multijobBuilder,
  injectBuilder,
  configFileBuilder,
  descriptionSetterBuilder,
  buildNameSetterBuilder,
  criticalBlockStartBuilder,
  criticalBlockEndBuilder,
  sshBuilder,
  dockerBuildPublishBuilder,
  httpRequestBuilder,
  xmlThing,
] as const;

/** A build step of a freestyle job. */
export type Builder = NodeOf<typeof plainThings> | ConditionalStep;

/** Steps that run on a condition. */
export interface ConditionalStep extends SpecNode<'conditional-step', ConditionalStepBuilder> {
  readonly steps: readonly Builder[];
}

const conditionalStepBuilder: Thing<ConditionalStep> = {
  kind: 'conditional-step',
  needs: conditionalStepPlugin,
  xml: ({ spec, steps }) => conditionalStepElement(spec, builders.plain(steps)),
  inside: ({ steps }, needs) => builders.needs(steps, needs),
};

/** All build steps. */
export const builders: ThingFamily<Builder> = thingFamily([...plainThings, conditionalStepBuilder] as const);
