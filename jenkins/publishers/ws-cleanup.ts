import type { ItemNode } from '../shared/node.ts';
import { orSpec } from '../shared/or-spec.ts';
import { PUBLISHERS, use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';
import { type WrittenWsCleanup, writtenWsCleanup } from './written-ws-cleanup.ts';

/** Removes the workspace after the build. */
export interface WsCleanup extends ItemNode {
  readonly kind: 'ws-cleanup';
}

/** Removes the workspace after the build, by the Workspace Cleanup plugin. */
const made: Thing<WsCleanup> = {
  kind: 'ws-cleanup',
  needs: use(PUBLISHERS, 'wsCleanup', 'jobs clean their workspace after a build'),
  xml: () =>
    element('hudson.plugins.ws__cleanup.WsCleanup', [
      element('patterns'),
      leaf('deleteDirs', false),
      leaf('cleanWhenSuccess', true),
      leaf('cleanWhenUnstable', true),
      leaf('cleanWhenFailure', true),
      leaf('cleanWhenNotBuilt', true),
      leaf('cleanWhenAborted', true),
      leaf('notFailBuild', false),
      leaf('externalDelete', ''),
    ]),
  dsl: (_, dsl) => dsl.call('wsCleanup'),
};

/** The same by what the compiler makes, or as a spec says. */
export const wsCleanup = orSpec<WsCleanup, WrittenWsCleanup>(made, writtenWsCleanup);
