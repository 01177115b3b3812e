import { configXml } from './config-xml/index.ts';
import { docker } from './docker/index.ts';
import type { Emitter } from './emitter.ts';
import { initGroovy } from './init-groovy/index.ts';
import { jobDsl } from './job-dsl/index.ts';
import { kubernetes } from './kubernetes/index.ts';
import { pluginsTxt } from './plugins-txt/index.ts';

/** Every target, in the order in which they are listed for people. */
export const emitters: readonly Emitter[] = [initGroovy, pluginsTxt, jobDsl, configXml, docker, kubernetes];
