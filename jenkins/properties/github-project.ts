import type { Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf, use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

/** The project's page on GitHub. */
export interface GithubProjectProperty extends ItemNode {
  readonly kind: 'github-project';
  readonly url: Text;
  /** Name of the commit status. */
  readonly displayName?: Text | undefined;
}

const namedStatuses = elementsOf('github', 'jobs name their commit status', '1.14.1');

/** Shows the project's page on GitHub, by the GitHub plugin. */
export const githubProject: Thing<GithubProjectProperty> = {
  kind: 'github-project',
  needs: use('helpers.properties.PropertiesContext', 'githubProjectUrl', 'jobs show their GitHub project'),
  xml: ({ url, displayName }) =>
    element('com.coravy.hudson.plugins.github.GithubProjectProperty', [
      leaf('projectUrl', url),
      ...optional('displayName', displayName).map((name) => saved(name)),
    ]),
  inside: ({ displayName, origin }, needs) => {
    if (displayName !== undefined) needs.use(namedStatuses, origin);
  },
  dsl: ({ url }, dsl) => dsl.block('properties', () => dsl.call('githubProjectUrl', url)),
};
