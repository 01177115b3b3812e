import { configXml } from './config-xml/index.ts';
import { docker } from './docker/index.ts';
import type { Emitter } from './emitter.ts';
import { kubernetes } from './kubernetes/index.ts';

/** Every target, in the order in which they are listed for people. */
export const emitters: readonly Emitter[] = [configXml, docker, kubernetes];
