import { type NodeOf, thingFamily } from '../shared/thing.ts';
import { xmlThing } from '../shared/xml-thing.ts';
import { buildName } from './build-name.ts';
import { configFile } from './config-file.ts';
import { credentialsBinding } from './credentials-binding.ts';
import { customTools } from './custom-tools.ts';
import { dockerBuildEnvironment } from './docker-build-environment.ts';
import { environmentWrapper } from './environment.ts';
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
  colorizeOutput,
  deliveryPipelineVersion,
  golang,
  openstackSingleUse,
  sonar,
  timestamps,
  xvnc,
} from './simple-wrappers.ts';
import { sshAgent } from './ssh-agent.ts';
import { timeout } from './timeout.ts';
import { xvfb } from './xvfb.ts';

const things = [
  colorizeOutput,
  timestamps,
  preBuildCleanup,
  maskPasswords,
  timeout,
  credentialsBinding,
  environmentWrapper,
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
  xmlThing,
] as const;

/** Something that is set up around all build steps of a freestyle job. */
export type Wrapper = NodeOf<typeof things>;

/** All wrappers. */
export const wrappers = thingFamily(things);
