import { buildName } from './build-name.ts';
import { configFile } from './config-file.ts';
import { customTools } from './custom-tools.ts';
import { dockerBuildEnvironment } from './docker-build-environment.ts';
import { exclusion } from './exclusion.ts';
import { inject, injectPasswords } from './inject.ts';
import { maskPasswords } from './mask-passwords.ts';
import { nodejs } from './nodejs.ts';
import { openstack } from './openstack.ts';
import { portAllocator } from './port-allocator.ts';
import { preBuildCleanup } from './pre-build-cleanup.ts';
import { preScmSteps } from './pre-scm-steps.ts';
import {
  buildUserVars,
  deliveryPipelineVersion,
  golang,
  openstackSingleUse,
  sonar,
  xvnc,
} from './simple-wrappers.ts';
import { sshAgent } from './ssh-agent.ts';
import { xvfb } from './xvfb.ts';

const things = [
  preBuildCleanup,
  maskPasswords,
  buildName,
  sshAgent,
  buildUserVars,
  configFile,
  customTools,
  deliveryPipelineVersion,
  dockerBuildEnvironment,
  exclusion,
  golang,
  inject,
  injectPasswords,
  nodejs,
  openstack,
  openstackSingleUse,
  portAllocator,
  preScmSteps,
  sonar,
  xvfb,
  xvnc,
] as const;

/** Wrappers that only jobs.bitesize and few projects have: they are loaded when one of them is met. */
export function otherWrappers(): typeof things {
  return things;
}
