import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Sourced } from '../../compiler/text/sourced.ts';
import type {
  GithubCommitStatusPublisher,
  GithubCommitStatusResult,
} from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf, typed } from '../shared/xml.ts';

const PACKAGE = 'org.jenkinsci.plugins.github.status';

/** Tells GitHub how a build went, by the GitHub plugin (`GitHubCommitStatusSetter`, read 2026-08). */
export const githubCommitStatus: Thing<SpecNode<'github-commit-status', GithubCommitStatusPublisher>> = {
  kind: 'github-commit-status',
  needs: elementsOf('github', 'GitHub is told how builds went', '1.26.0'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.GitHubCommitStatusSetter`, [
      source('commitShaSource', 'BuildDataRevisionShaSource', 'ManuallyEnteredShaSource', 'sha', spec.sha),
      source('reposSource', 'AnyDefinedRepositorySource', 'ManuallyEnteredRepositorySource', 'url', spec.url),
      source(
        'contextSource',
        'DefaultCommitContextSource',
        'ManuallyEnteredCommitContextSource',
        'context',
        spec.context,
      ),
      spec.results.length === 0
        ? typed('statusResultSource', `${PACKAGE}.sources.DefaultStatusResultSource`)
        : typed('statusResultSource', `${PACKAGE}.sources.ConditionalStatusResultSource`, [
            element('results', spec.results.map(resultElement)),
          ]),
      source(
        'statusBackrefSource',
        'BuildRefBackrefSource',
        'ManuallyEnteredBackrefSource',
        'backref',
        spec.target_url,
      ),
      element('errorHandlers', errorHandlers(spec)),
    ]),
};

/** A source of the plugin: its usual one, or one that holds what was written. */
function source(
  name: string,
  usual: string,
  manual: string,
  field: string,
  value: Sourced<string> | undefined,
): XmlElement {
  return value === undefined
    ? typed(name, `${PACKAGE}.sources.${usual}`)
    : typed(name, `${PACKAGE}.sources.${manual}`, [leaf(field, value)]);
}

function resultElement({ result, state, message, $ }: GithubCommitStatusResult): XmlElement {
  const said = [leaf('state', state), leaf('message', message)];
  const target =
    result.value === 'ANY'
      ? element(`${PACKAGE}.sources.misc.AnyBuildResult`, said)
      : element(`${PACKAGE}.sources.misc.BetterThanOrEqualBuildResult`, [...said, leaf('result', result)]);
  return from($.origin, target);
}

function errorHandlers({ on_error: onError }: GithubCommitStatusPublisher): XmlElement[] {
  if (onError === undefined) return [];
  return [
    onError.value === 'ignore'
      ? from(onError.origin, element(`${PACKAGE}.err.ShallowAnyErrorHandler`))
      : element(`${PACKAGE}.err.ChangingBuildStatusErrorHandler`, [leaf('result', onError)]),
  ];
}
