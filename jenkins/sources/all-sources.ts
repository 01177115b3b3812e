import { sourceIds } from '../../compiler/check/source-ids.ts';
import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text } from '../../compiler/text/traced-text.ts';
import type {
  BitbucketSource,
  GerritSource,
  GithubSource,
  GitlabSource,
  GitSource,
} from '../../schema/generated/located.ts';
import type { NeedCollector } from '../shared/need-collector.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf, optional, typed } from '../shared/xml.ts';
import {
  BITBUCKET,
  bitbucketTraits,
  GERRIT,
  GITHUB,
  GITLAB,
  type GithubTraits,
  gerritTraits,
  githubTraits,
  gitlabTraits,
} from './forge-traits.ts';
import {
  buildStrategyElements,
  noteStrategies,
  propertyStrategy,
  type StrategyFields,
} from './source-strategies.ts';
import { type CommonTraits, commonTraits, noteTraits, toggled } from './source-traits.ts';

/** What all sources of jobs.bitesize have. */
type AnySource = CommonTraits & StrategyFields & Pick<GitSource, 'display_naming'>;

const GIT = 'jenkins.plugins.git';

const namings = { name: 'RAW', title: 'OBJECT_DISPLAY_NAME', both: 'RAW_AND_OBJECT_DISPLAY_NAME' } as const;

const contextNeeds = elementsOf(
  'github-scm-trait-notification-context',
  'results stand under names of their own at commits on GitHub',
);
const silenceNeeds = elementsOf('disable-github-multibranch-status', 'GitHub is told no results');

/** Branches of a git repository. */
const git: Thing<SpecNode<'git-source', GitSource>> = {
  kind: 'git-source',
  needs: elementsOf('git', 'multibranch pipelines find branches of git repositories', '3.9.0'),
  xml: ({ spec }) =>
    source(`${GIT}.GitSCMSource`, spec, sourceIds.git(spec), [
      leaf('remote', spec.url),
      leaf('credentialsId', spec.credentials ?? ''),
      element('traits', [
        ...toggled(`${GIT}.traits.BranchDiscoveryTrait`, spec.discover_branches),
        ...toggled(`${GIT}.traits.TagDiscoveryTrait`, spec.discover_tags),
        ...spec.discover_other_refs.map(({ ref, name_mapping, $ }) =>
          from(
            $.origin,
            element(`${GIT}.traits.DiscoverOtherRefsTrait`, [
              leaf('ref', ref),
              ...optional('nameMapping', name_mapping),
            ]),
          ),
        ),
        ...toggled(`${GIT}.traits.IgnoreOnPushNotificationTrait`, spec.ignore_on_push_notifications),
        ...sharedTraits(spec),
      ]),
    ]),
  inside: ({ spec }, needs) => noteSource(spec, needs),
};

const github: Thing<SpecNode<'github-source', GithubSource>> = {
  kind: 'github-source',
  needs: elementsOf('github-branch-source', 'multibranch pipelines find branches on GitHub', '2.2.0'),
  xml: ({ spec }) =>
    source(`${GITHUB}.GitHubSCMSource`, spec, sourceIds.github(spec), [
      leaf('apiUri', spec.api_uri),
      ...optional('credentialsId', spec.credentials),
      leaf('repoOwner', spec.repo_owner),
      leaf('repository', spec.repo),
      element('traits', [...githubTraits(spec), ...sharedTraits(spec)]),
    ]),
  inside: ({ spec }, needs) => {
    noteGithub(spec, needs);
    noteSource(spec, needs);
  },
};

const gitlab: Thing<SpecNode<'gitlab-source', GitlabSource>> = {
  kind: 'gitlab-source',
  needs: elementsOf(
    'gitlab-branch-source',
    'multibranch pipelines find branches on GitLab',
    '672.vd8b_0b_b_a_db_1b_3',
  ),
  xml: ({ spec }) =>
    source(`${GITLAB}.GitLabSCMSource`, spec, sourceIds.gitlab(spec), [
      leaf('serverName', spec.server),
      leaf('projectOwner', spec.owner ?? spec.project.map((path) => path.replace(/\/[^/]*$/, ''))),
      leaf('projectPath', spec.project),
      ...optional('credentialsId', spec.credentials),
      element('traits', [...gitlabTraits(spec), ...sharedTraits(spec)]),
    ]),
  inside: ({ spec }, needs) => noteSource(spec, needs),
};

const bitbucket: Thing<SpecNode<'bitbucket-source', BitbucketSource>> = {
  kind: 'bitbucket-source',
  needs: elementsOf(
    'cloudbees-bitbucket-branch-source',
    'multibranch pipelines find branches on Bitbucket',
    '937.3.0',
  ),
  xml: ({ spec }) =>
    source(`${BITBUCKET}.BitbucketSCMSource`, spec, sourceIds.bitbucket(spec), [
      leaf('serverUrl', spec.server_url),
      ...optional('credentialsId', spec.credentials),
      ...optional('mirrorId', spec.mirror_id),
      leaf('repoOwner', spec.repo_owner),
      leaf('repository', spec.repo),
      element('traits', [...bitbucketTraits(spec), ...sharedTraits(spec)]),
    ]),
  inside: ({ spec }, needs) => noteSource(spec, needs),
};

const gerrit: Thing<SpecNode<'gerrit-source', GerritSource>> = {
  kind: 'gerrit-source',
  needs: elementsOf('gerrit-code-review', 'multibranch pipelines find changes on Gerrit'),
  xml: ({ spec }) =>
    source(`${GERRIT}.GerritSCMSource`, spec, sourceIds.gerrit(spec), [
      leaf('remote', spec.url),
      leaf('insecureHttps', spec.insecure_https),
      ...optional('credentialsId', spec.credentials),
      element('traits', [...gerritTraits(spec), ...sharedTraits(spec)]),
    ]),
  inside: ({ spec }, needs) => noteSource(spec, needs),
};

/** All sources of jobs.bitesize. */
export const specSources = [git, github, gitlab, bitbucket, gerrit] as const;

/** Notes the plugins that traits of GitHub need beside its own. */
export function noteGithub(spec: GithubTraits, needs: NeedCollector): void {
  const { notification_context: context, disable_pr_notifications: silent } = spec;
  if (context !== undefined) needs.use(contextNeeds, context.$.origin);
  if (silent.value) needs.use(silenceNeeds, silent.origin);
}

function source(type: string, spec: AnySource, id: Text, content: readonly XmlElement[]): XmlElement {
  return element('jenkins.branch.BranchSource', [
    typed('source', type, [leaf('id', id), ...content]),
    propertyStrategy(spec),
    ...buildStrategyElements(spec),
  ]);
}

function sharedTraits(spec: AnySource): readonly XmlElement[] {
  const { display_naming: naming } = spec;
  return [
    ...commonTraits(spec),
    ...(naming === undefined
      ? []
      : [
          element('jenkins.branch.MultiBranchProjectDisplayNamingTrait', [
            leaf(
              'displayNamingStrategy',
              naming.map((name) => namings[name]),
            ),
          ]),
        ]),
  ];
}

function noteSource(spec: AnySource, needs: NeedCollector): void {
  noteTraits(spec, needs);
  noteStrategies(spec, needs);
}
