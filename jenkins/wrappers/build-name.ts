import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf, use, WRAPPERS } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

/** Names the build. */
export interface BuildNameWrapper extends ItemNode {
  readonly kind: 'build-name';
  readonly template: Text;
  /** Template of the description. */
  readonly description?: Text | undefined;
  /** Whether the build is named when it starts; it is when this is absent. */
  readonly runAtStart?: Valued<boolean> | undefined;
  /** Whether the build is named again when it ends; it is when this is absent. */
  readonly runAtEnd?: Valued<boolean> | undefined;
}

const reason = 'jobs name their builds';
const descriptions = elementsOf('build-name-setter', reason, '2.0.0');

/** Names the build, by the Build Name Setter plugin (`BuildNameSetter`, read 2026-11). */
export const buildName: Thing<BuildNameWrapper> = {
  kind: 'build-name',
  needs: use(WRAPPERS, 'buildName', reason),
  xml: ({ template, description, runAtStart, runAtEnd }) =>
    element('org.jenkinsci.plugins.buildnamesetter.BuildNameSetter', [
      leaf('template', template),
      ...optional('descriptionTemplate', description).map((each) => saved(each)),
      ...optional('runAtStart', runAtStart).map((each) => saved(each)),
      ...optional('runAtEnd', runAtEnd).map((each) => saved(each)),
    ]),
  dsl: ({ template }, dsl) => dsl.call('buildName', template),
  inside: ({ description, origin }, needs) => {
    if (description !== undefined) needs.use(descriptions, origin);
  },
};
