import { elementOfClass } from '../../compiler/plugins/xstream-name.ts';
import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Sourced } from '../../compiler/text/sourced.ts';
import { joinTexts } from '../../compiler/text/traced-text.ts';
import type {
  BitbucketSource,
  GerritSource,
  GithubSource,
  GitlabSource,
} from '../../schema/generated/located.ts';
import { element, from, leaf, optional, typed } from '../shared/xml.ts';
import { toggled } from './source-traits.ts';

/** The packages of the forges' plugins. */
export const GITHUB = 'org.jenkinsci.plugins.github_branch_source';
export const GITLAB = 'io.jenkins.plugins.gitlabbranchsource';
export const BITBUCKET = 'com.cloudbees.jenkins.plugins.bitbucket';
export const GERRIT = 'jenkins.plugins.gerrit';

/** What GitHub, GitLab and Bitbucket find. */
type Discovery = Pick<
  GithubSource,
  'discover_branch' | 'discover_pr_origin' | 'discover_pr_forks_strategy' | 'discover_tags' | 'ssh_checkout'
>;

/** What both a repository and an organization of a forge say. */
export type GithubTraits = Discovery &
  Pick<
    GithubSource,
    | 'discover_pr_forks_trust'
    | 'ignore_draft_pull_requests'
    | 'notification_context'
    | 'disable_pr_notifications'
  >;
export type GitlabTraits = Discovery &
  Pick<
    GitlabSource,
    | 'discover_pr_forks_trust'
    | 'build_forks_of_forks'
    | 'branches_always_included'
    | 'build_status_name'
    | 'hooks'
    | 'log_comment'
    | 'trigger_comment'
    | 'merge_request_events'
    | 'skip_notifications'
    | 'unstable_as_success'
    | 'disable_avatar'
  >;
export type BitbucketTraits = Discovery &
  Pick<
    BitbucketSource,
    | 'discover_pr_forks_trust'
    | 'public_repo_pr_filter'
    | 'skip_draft_pull_requests'
    | 'discard_old_branches'
    | 'discard_old_tags'
    | 'webhook_registration'
    | 'ignored_committers'
    | 'build_status'
    | 'target_branch_refspec'
    | 'show_avatar'
  >;
export type GerritTraits = Pick<GerritSource, 'query_string' | 'filter_checks'>;

/** The numbers of the strategies, the same in all three plugins. */
const branches = { 'no-pr': 1, 'only-pr': 2, all: 3 } as const;
const requests = { 'merge-current': 1, current: 2, both: 3 } as const;

const githubTrust = {
  nobody: 'TrustNobody',
  permission: 'TrustPermission',
  contributors: 'TrustContributors',
  everyone: 'TrustEveryone',
} as const;
const gitlabTrust = {
  nobody: 'TrustNobody',
  members: 'TrustMembers',
  permission: 'TrustPermission',
  everyone: 'TrustEveryone',
} as const;
const bitbucketTrust = {
  nobody: 'TrustNobody',
  team: 'TrustTeamForks',
  everyone: 'TrustEveryone',
} as const;

/** Returns the traits of GitHub. */
export function githubTraits(spec: GithubTraits): readonly XmlElement[] {
  const { notification_context: context, discover_pr_forks_trust: trust } = spec;
  return [
    ...branchTraits(`${GITHUB}.BranchDiscoveryTrait`, spec),
    ...originTraits(`${GITHUB}.OriginPullRequestDiscoveryTrait`, spec),
    ...forkTraits(
      `${GITHUB}.ForkPullRequestDiscoveryTrait`,
      trust.map((who) => githubTrust[who]),
      spec,
    ),
    ...toggled(elementOfClass(`${GITHUB}.TagDiscoveryTrait`), spec.discover_tags),
    ...toggled(
      elementOfClass(`${GITHUB}.IgnoreDraftPullRequestFilterTrait`),
      spec.ignore_draft_pull_requests,
    ),
    ...sshTraits(`${GITHUB}.SSHCheckoutTrait`, spec),
    ...(context === undefined
      ? []
      : [
          from(
            context.$.origin,
            element('org.jenkinsci.plugins.githubScmTraitNotificationContext.NotificationContextTrait', [
              leaf('contextLabel', context.label),
              leaf('typeSuffix', context.suffix),
              leaf('multipleStatuses', context.multiple_statuses),
            ]),
          ),
        ]),
    ...toggled(
      elementOfClass('com.adobe.jenkins.disable_github_multibranch_status.DisableStatusUpdateTrait'),
      spec.disable_pr_notifications,
    ),
  ];
}

/** Returns the traits of GitLab. */
export function gitlabTraits(spec: GitlabTraits): readonly XmlElement[] {
  const { build_status_name: status, hooks, log_comment: comment, merge_request_events: events } = spec;
  const { trigger_comment: asked, discover_pr_forks_trust: trust } = spec;
  return [
    ...branchTraits(`${GITLAB}.BranchDiscoveryTrait`, spec, [
      ...optional('branchesAlwaysIncludedRegex', spec.branches_always_included),
    ]),
    ...originTraits(`${GITLAB}.OriginMergeRequestDiscoveryTrait`, spec),
    ...forkTraits(
      `${GITLAB}.ForkMergeRequestDiscoveryTrait`,
      trust.map((who) => gitlabTrust[who]),
      spec,
      [leaf('buildMRForksNotMirror', spec.build_forks_of_forks)],
    ),
    ...toggled(`${GITLAB}.TagDiscoveryTrait`, spec.discover_tags),
    ...sshTraits(`${GITLAB}.SSHCheckoutTrait`, spec),
    ...(status === undefined
      ? []
      : [
          from(
            status.$.origin,
            element(`${GITLAB}.BuildStatusNameCustomPartTrait`, [
              leaf('buildStatusNameCustomPart', status.name),
              leaf('buildStatusNameOverwrite', status.overwrite),
              leaf('ignoreTypeInStatusName', status.ignore_type),
            ]),
          ),
        ]),
    ...(hooks === undefined
      ? []
      : [
          from(
            hooks.$.origin,
            element(`${GITLAB}.HookRegistrationTrait`, [
              leaf('webHookMode', upperCase(hooks.web)),
              leaf('systemHookMode', upperCase(hooks.system)),
            ]),
          ),
        ]),
    ...(comment === undefined
      ? []
      : [
          from(
            comment.$.origin,
            element(`${GITLAB}.LogCommentTrait`, [
              leaf('sudoUser', comment.sudo_user ?? ''),
              leaf('logSuccess', comment.log_success),
            ]),
          ),
        ]),
    ...(asked === undefined
      ? []
      : [
          from(
            asked.$.origin,
            element(`${GITLAB}.TriggerMRCommentTrait`, [
              leaf('commentBody', asked.body),
              leaf('onlyTrustedMembersCanTrigger', asked.only_trusted),
            ]),
          ),
        ]),
    ...(events === undefined
      ? []
      : [
          from(
            events.$.origin,
            element(`${GITLAB}.WebhookListenerBuildConditionsTrait`, [
              leaf('alwaysBuildMROpen', events.open),
              leaf('alwaysBuildMRReOpen', events.reopen),
              leaf('alwaysIgnoreMRApproval', events.ignore_approval),
              leaf('alwaysIgnoreMRUnApproval', events.ignore_unapproval),
              leaf('alwaysIgnoreMRApproved', events.ignore_approved),
              leaf('alwaysIgnoreMRUnApproved', events.ignore_unapproved),
              leaf('alwaysIgnoreNonCodeRelatedUpdates', events.ignore_non_code_changes),
              leaf('alwaysIgnoreMRWorkInProgress', events.ignore_drafts),
            ]),
          ),
        ]),
    ...toggled(`${GITLAB}.GitLabSkipNotificationsTrait`, spec.skip_notifications),
    ...(spec.unstable_as_success.value
      ? [element(`${GITLAB}.GitLabMarkUnstableAsSuccessTrait`, [leaf('markUnstableAsSuccess', true)])]
      : []),
    ...(spec.disable_avatar.value
      ? [element(`${GITLAB}.GitLabAvatarTrait`, [leaf('disableProjectAvatar', true)])]
      : []),
  ];
}

/** Returns the traits of Bitbucket. */
export function bitbucketTraits(spec: BitbucketTraits): readonly XmlElement[] {
  const { build_status: status, discover_pr_forks_trust: trust, ignored_committers: ignored } = spec;
  const { discard_old_branches: branchDays, discard_old_tags: tagDays, webhook_registration: hook } = spec;
  return [
    ...branchTraits(`${BITBUCKET}.trait.BranchDiscoveryTrait`, spec),
    ...originTraits(`${BITBUCKET}.trait.OriginPullRequestDiscoveryTrait`, spec),
    ...forkTraits(
      `${BITBUCKET}.trait.ForkPullRequestDiscoveryTrait`,
      trust.map((who) => bitbucketTrust[who]),
      spec,
    ),
    ...toggled(`${BITBUCKET}.trait.TagDiscoveryTrait`, spec.discover_tags),
    ...toggled(`${BITBUCKET}.trait.PublicRepoPullRequestFilterTrait`, spec.public_repo_pr_filter),
    ...toggled(`${BITBUCKET}.trait.SkipDraftPullRequestFilterTrait`, spec.skip_draft_pull_requests),
    ...(branchDays === undefined
      ? []
      : [element(`${BITBUCKET}.trait.DiscardOldBranchTrait`, [leaf('keepForDays', branchDays)])]),
    ...(tagDays === undefined
      ? []
      : [element(`${BITBUCKET}.trait.DiscardOldTagTrait`, [leaf('keepForDays', tagDays)])]),
    ...sshTraits(`${BITBUCKET}.trait.SSHCheckoutTrait`, spec),
    ...(hook === undefined
      ? []
      : [element(`${BITBUCKET}.trait.WebhookRegistrationTrait`, [leaf('mode', upperCase(hook))])]),
    ...(ignored.length === 0
      ? []
      : [
          element(`${BITBUCKET}.trait.WebhookConfigurationTrait`, [
            leaf('committersToIgnore', joinTexts(ignored, ',')),
          ]),
        ]),
    ...(status === undefined
      ? []
      : [
          from(
            status.$.origin,
            element(`${BITBUCKET}.trait.BitbucketBuildStatusNotificationsTrait`, [
              leaf('sendSuccessNotificationForUnstableBuild', status.unstable_as_success),
              leaf('sendStoppedNotificationForAbortBuild', status.aborted_as_stopped),
              leaf('disableNotificationForNotBuildJobs', status.skip_not_built),
              leaf('useReadableNotificationIds', status.readable_ids),
            ]),
          ),
        ]),
    ...toggled(`${BITBUCKET}.trait.PullRequestTargetBranchRefSpecTrait`, spec.target_branch_refspec),
    ...toggled(`${BITBUCKET}.trait.ShowBitbucketAvatarTrait`, spec.show_avatar),
  ];
}

/** Returns the traits of Gerrit. */
export function gerritTraits({ query_string, filter_checks: checks }: GerritTraits): readonly XmlElement[] {
  return [
    element(`${GERRIT}.traits.ChangeDiscoveryTrait`, [leaf('queryString', query_string ?? '')]),
    ...(checks === undefined
      ? []
      : [
          from(
            checks.$.origin,
            element(`${GERRIT}.traits.FilterChecksTrait`, [
              leaf('queryOperator', upperCase(checks.query_operator)),
              leaf('queryString', checks.query_string),
            ]),
          ),
        ]),
  ];
}

function branchTraits(
  type: string,
  { discover_branch: found }: Discovery,
  more: readonly XmlElement[] = [],
): readonly XmlElement[] {
  if (found.value === 'none') return [];
  return [
    element(elementOfClass(type), [leaf('strategyId', strategy(found, branches[found.value])), ...more]),
  ];
}

function originTraits(type: string, { discover_pr_origin: found }: Discovery): readonly XmlElement[] {
  if (found.value === 'none') return [];
  return [element(elementOfClass(type), [leaf('strategyId', strategy(found, requests[found.value]))])];
}

function forkTraits(
  type: string,
  trust: Sourced<string>,
  { discover_pr_forks_strategy: found }: Discovery,
  more: readonly XmlElement[] = [],
): readonly XmlElement[] {
  if (found.value === 'none') return [];
  return [
    element(elementOfClass(type), [
      leaf('strategyId', strategy(found, requests[found.value])),
      from(trust.origin, typed('trust', `${type}$${trust.value}`)),
      ...more,
    ]),
  ];
}

function sshTraits(type: string, { ssh_checkout: ssh }: Discovery): readonly XmlElement[] {
  if (ssh === undefined) return [];
  return [from(ssh.$.origin, element(elementOfClass(type), optional('credentialsId', ssh.credentials)))];
}

function strategy(found: Sourced<string>, id: number): Sourced<number> {
  return found.map(() => id);
}

/** The constants of Java are our words in capitals. */
function upperCase(word: Sourced<string>): Sourced<string> {
  return word.map((text) => text.toUpperCase());
}
