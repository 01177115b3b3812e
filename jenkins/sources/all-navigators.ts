import { elementOfClass } from '../../compiler/plugins/xstream-name.ts';
import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, type Text } from '../../compiler/text/traced-text.ts';
import type {
  BitbucketNavigator,
  GerritNavigator,
  GithubNavigator,
  GitlabNavigator,
} from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import { type NodeOf, type Thing, thingFamily } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';
import { noteGithub } from './all-sources.ts';
import {
  BITBUCKET,
  bitbucketTraits,
  GERRIT,
  GITHUB,
  GITLAB,
  gerritTraits,
  githubTraits,
  gitlabTraits,
} from './forge-traits.ts';
import { patterns } from './source-strategies.ts';
import { commonTraits, noteTraits, toggled } from './source-traits.ts';

/** Which repositories are looked at: the same for all owners of repositories. */
interface RepositoryFilter {
  readonly repository_includes: readonly Text[];
  readonly repository_excludes: readonly Text[];
  readonly repository_regex?: Text;
}

const SCM = 'jenkins.scm.impl.trait';
const reason = 'folders find the repositories of an organization';

const github: Thing<SpecNode<'github', GithubNavigator>> = {
  kind: 'github',
  needs: elementsOf('github-branch-source', reason, '1767.va_7d01ea_c7256'),
  xml: ({ spec }) =>
    element(elementOfClass(`${GITHUB}.GitHubSCMNavigator`), [
      leaf('repoOwner', spec.repo_owner),
      leaf('apiUri', spec.api_uri),
      ...optional('credentialsId', spec.credentials),
      leaf('enableAvatar', spec.enable_avatar),
      element('traits', [
        ...githubTraits(spec),
        ...repositoryTraits(spec),
        ...(spec.topics.length === 0
          ? []
          : [
              element(elementOfClass(`${GITHUB}.TopicsTrait`), [
                leaf('topicList', joinTexts(spec.topics, ',')),
              ]),
            ]),
        ...(spec.team === undefined
          ? []
          : [element(elementOfClass(`${GITHUB}.TeamSlugTrait`), [leaf('teamSlug', spec.team)])]),
        ...toggled(elementOfClass(`${GITHUB}.ExcludeArchivedRepositoriesTrait`), spec.exclude_archived),
        ...toggled(elementOfClass(`${GITHUB}.ExcludeForkedRepositoriesTrait`), spec.exclude_forked),
        ...toggled(elementOfClass(`${GITHUB}.ExcludePrivateRepositoriesTrait`), spec.exclude_private),
        ...toggled(elementOfClass(`${GITHUB}.ExcludePublicRepositoriesTrait`), spec.exclude_public),
        ...commonTraits(spec),
      ]),
    ]),
  inside: ({ spec }, needs) => {
    noteGithub(spec, needs);
    noteTraits(spec, needs);
  },
};

const gitlab: Thing<SpecNode<'gitlab', GitlabNavigator>> = {
  kind: 'gitlab',
  needs: elementsOf('gitlab-branch-source', reason, '672.vd8b_0b_b_a_db_1b_3'),
  xml: ({ spec }) =>
    element(`${GITLAB}.GitLabSCMNavigator`, [
      leaf('projectOwner', spec.group),
      leaf('serverName', spec.server),
      ...optional('credentialsId', spec.credentials),
      element('traits', [
        ...gitlabTraits(spec),
        ...repositoryTraits(spec),
        ...toggled(`${GITLAB}.SubGroupProjectDiscoveryTrait`, spec.subgroups),
        ...toggled(`${GITLAB}.SharedProjectsDiscoveryTrait`, spec.shared_projects),
        ...toggled(`${GITLAB}.ExcludeArchivedRepositoriesTrait`, spec.exclude_archived),
        ...commonTraits(spec),
      ]),
    ]),
  inside: ({ spec }, needs) => noteTraits(spec, needs),
};

const bitbucket: Thing<SpecNode<'bitbucket', BitbucketNavigator>> = {
  kind: 'bitbucket',
  needs: elementsOf('cloudbees-bitbucket-branch-source', reason, '937.3.0'),
  xml: ({ spec }) =>
    element(`${BITBUCKET}.BitbucketSCMNavigator`, [
      leaf('serverUrl', spec.server_url),
      ...optional('credentialsId', spec.credentials),
      ...optional('mirrorId', spec.mirror_id),
      leaf('repoOwner', spec.repo_owner),
      ...optional('projectKey', spec.project_key),
      element('traits', [...bitbucketTraits(spec), ...repositoryTraits(spec), ...commonTraits(spec)]),
    ]),
  inside: ({ spec }, needs) => noteTraits(spec, needs),
};

const gerrit: Thing<SpecNode<'gerrit', GerritNavigator>> = {
  kind: 'gerrit',
  needs: elementsOf('gerrit-code-review', reason, '0.4.8'),
  xml: ({ spec }) =>
    element(`${GERRIT}.GerritSCMNavigator`, [
      leaf('serverUrl', spec.server_url),
      leaf('insecureHttps', spec.insecure_https),
      ...optional('credentialsId', spec.credentials),
      element('traits', [...gerritTraits(spec), ...repositoryTraits(spec), ...commonTraits(spec)]),
    ]),
  inside: ({ spec }, needs) => noteTraits(spec, needs),
};

const things = [github, gitlab, bitbucket, gerrit] as const;

/** Where the folder of an organization finds repositories. */
export type Navigator = NodeOf<typeof things>;

/** All owners of repositories. */
export const navigators = thingFamily(things);

function repositoryTraits(spec: RepositoryFilter): readonly XmlElement[] {
  const { repository_includes: includes, repository_excludes: excludes, repository_regex: regex } = spec;
  return [
    ...(includes.length === 0 && excludes.length === 0
      ? []
      : [
          element(`${SCM}.WildcardSCMSourceFilterTrait`, [
            leaf('includes', patterns(includes, '*')),
            leaf('excludes', patterns(excludes, '')),
          ]),
        ]),
    ...(regex === undefined ? [] : [element(`${SCM}.RegexSCMSourceFilterTrait`, [leaf('regex', regex)])]),
  ];
}
