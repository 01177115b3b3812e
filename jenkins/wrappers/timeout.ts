import type { Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { use, WRAPPERS } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, typed } from '../shared/xml.ts';

/** Aborts the build after a time. */
export interface TimeoutWrapper extends ItemNode {
  readonly kind: 'timeout';
  readonly minutes: Valued<number>;
}

/** Aborts the build after a time, by the Build Timeout plugin. */
export const timeout: Thing<TimeoutWrapper> = {
  kind: 'timeout',
  needs: use(WRAPPERS, 'timeout', 'jobs stop after a time limit'),
  xml: ({ minutes }) =>
    element('hudson.plugins.build__timeout.BuildTimeoutWrapper', [
      typed('strategy', 'hudson.plugins.build_timeout.impl.AbsoluteTimeOutStrategy', [
        leaf('timeoutMinutes', minutes),
      ]),
      element('operationList'),
    ]),
  dsl: ({ minutes }, dsl) => dsl.block('timeout', () => dsl.call('absolute', minutes)),
};
