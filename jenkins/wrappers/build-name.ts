import type { Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { use, WRAPPERS } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Names the build. */
export interface BuildNameWrapper extends ItemNode {
  readonly kind: 'build-name';
  readonly template: Text;
}

/** Names the build, by the Build Name Setter plugin. */
export const buildName: Thing<BuildNameWrapper> = {
  kind: 'build-name',
  needs: use(WRAPPERS, 'buildName', 'jobs name their builds'),
  xml: ({ template }) =>
    element('org.jenkinsci.plugins.buildnamesetter.BuildNameSetter', [leaf('template', template)]),
  dsl: ({ template }, dsl) => dsl.call('buildName', template),
};
