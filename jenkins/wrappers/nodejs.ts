import type { NodejsWrapper } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';

/** Classes of the places of the cache. */
const caches = {
  default: 'DefaultCacheLocationLocator',
  executor: 'PerExecutorCacheLocationLocator',
  job: 'PerJobCacheLocationLocator',
} as const;

/**
 * Puts Node.js on the path, by the NodeJS plugin (`NodeJSBuildWrapper`, read 2026-11). Job DSL prints a class that the
 * plugin has no more.
 */
export const nodejs: Thing<SpecNode<'nodejs', NodejsWrapper>> = {
  kind: 'nodejs',
  needs: elementsOf('nodejs', 'jobs use Node.js of the settings', '1.4.0'),
  xml: ({ spec }) =>
    element('jenkins.plugins.nodejs.NodeJSBuildWrapper', [
      leaf('nodeJSInstallationName', spec.name),
      ...optional('configId', spec.config_id),
      typed('cacheLocationStrategy', `jenkins.plugins.nodejs.cache.${caches[spec.cache.value]}`),
    ]),
};
