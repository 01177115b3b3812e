import { type NodeOf, thingFamily } from '../shared/thing.ts';
import { xmlThing } from '../shared/xml-thing.ts';
import { credentialsBinding } from './credentials-binding.ts';
import { environmentWrapper } from './environment.ts';
import { otherWrappers } from './other-wrappers.ts';
import { colorizeOutput, timestamps } from './simple-wrappers.ts';
import { timeout } from './timeout.ts';

const things = [
  colorizeOutput,
  timestamps,
  timeout,
  credentialsBinding,
  environmentWrapper,
  xmlThing,
] as const;

/** Something that is set up around all build steps of a freestyle job. */
export type Wrapper = NodeOf<typeof things> | NodeOf<ReturnType<typeof otherWrappers>>;

/** All wrappers. */
export const wrappers = thingFamily(things, otherWrappers);
