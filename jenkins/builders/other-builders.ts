import { antBuilder, msbuildBuilder, sonarBuilder } from './build-tools.ts';
import { copyArtifactsBuilder } from './copy-artifacts.ts';
import { dockerBuildPublishBuilder } from './docker-build-publish.ts';
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
import { shiningPandaBuilder, toxBuilder } from './shining-panda.ts';
import { triggerBuilder } from './trigger.ts';

const things = [
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
] as const;

/** Build steps that only jobs.bitesize and few projects have: they are loaded when one of them is met. */
export function otherBuilders(): typeof things {
  return things;
}
