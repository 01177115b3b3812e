import { type NodeOf, thingFamily } from '../shared/thing.ts';
import { copyArtifactsBuilder } from './copy-artifacts.ts';
import { environmentBuilder } from './environment.ts';
import { gradleBuilder } from './gradle.ts';
import { groovyBuilder, systemGroovyBuilder } from './groovy.ts';
import { mavenBuilder } from './maven.ts';
import { shellBuilder } from './shell.ts';
import { triggerBuilder } from './trigger.ts';

const things = [
  environmentBuilder,
  shellBuilder,
  gradleBuilder,
  systemGroovyBuilder,
  groovyBuilder,
  mavenBuilder,
  triggerBuilder,
  copyArtifactsBuilder,
] as const;

/** A build step of a freestyle job. */
export type Builder = NodeOf<typeof things>;

/** All build steps. */
export const builders = thingFamily(things);
