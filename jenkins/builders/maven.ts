import type { Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** A run of Maven. */
export interface MavenBuilder extends ItemNode {
  readonly kind: 'maven';
  readonly goals: Text;
}

/** Runs Maven. */
export const mavenBuilder: Thing<MavenBuilder> = {
  kind: 'maven',
  needs: 'core',
  xml: ({ goals }) =>
    element('hudson.tasks.Maven', [
      leaf('targets', goals),
      leaf('mavenName', '(Default)'),
      leaf('jvmOptions', ''),
      leaf('usePrivateRepository', false),
      leaf('injectBuildVariables', true),
    ]),
  dsl: ({ goals }, dsl) => dsl.call('maven', goals),
};
