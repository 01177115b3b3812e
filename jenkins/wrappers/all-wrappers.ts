import { type NodeOf, thingFamily } from '../shared/thing.ts';
import { buildName } from './build-name.ts';
import { credentialsBinding } from './credentials-binding.ts';
import { environmentWrapper } from './environment.ts';
import { colorizeOutput, maskPasswords, preBuildCleanup, timestamps } from './simple-wrappers.ts';
import { sshAgent } from './ssh-agent.ts';
import { timeout } from './timeout.ts';

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
] as const;

/** Something that is set up around all build steps of a freestyle job. */
export type Wrapper = NodeOf<typeof things>;

/** All wrappers. */
export const wrappers = thingFamily(things);
