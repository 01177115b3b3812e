import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, type Text } from '../../compiler/text/traced-text.ts';
import type { GitlabLabelFilter, GitlabTrigger } from '../../schema/generated/located.ts';
import type { ItemNode } from '../shared/node.ts';
import { orSpec } from '../shared/or-spec.ts';
import { elementsOf, TRIGGERS, use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

/** Builds when GitLab calls the webhook: as the plugin has it by default, or for pushes to one branch alone. */
export interface GitlabPush extends ItemNode {
  readonly kind: 'gitlab-push';
  /** Without it, pushes to all branches, merge requests and comments start builds. */
  readonly branch?: Text | undefined;
}

const CLASS = 'com.dabsquared.gitlabjenkins.GitLabPushTrigger';

/** Switches that Jenkins adds when it saves (`GitLabPushTrigger`, read 2026-11); all of them are off. */
const switchedOff = [
  'triggerToBranchDeleteRequest',
  'triggerOnlyIfNewCommitsPushed',
  'triggerOnPipelineEvent',
  'triggerOnAcceptedMergeRequest',
  'triggerOnClosedMergeRequest',
  'triggerOnApprovedMergeRequest',
  'cancelPendingBuildsOnUpdate',
  'cancelRunningBuildsOnUpdate',
] as const;

const reason = 'GitLab starts jobs by its webhook';
const everyField = elementsOf('gitlab-plugin', reason, '1.9.16');

/** Builds when GitLab calls the webhook. */
const made: Thing<GitlabPush> = {
  kind: 'gitlab-push',
  needs: use(TRIGGERS, 'gitlabPush', reason),
  xml: (node) => element(CLASS, pushContent(node)),
  dsl: ({ branch }, dsl) =>
    dsl.block('gitlabPush', () => {
      if (branch === undefined) return;
      dsl.call('buildOnMergeRequestEvents', false);
      dsl.call('commentTrigger', '');
      dsl.call('includeBranches', branch);
    }),
};

/**
 * Builds when GitLab calls the webhook. What a spec says has the elements that the plugin saves (`GitLabPushTrigger`,
 * read 2026-11), of which Job DSL knows half.
 */
export const gitlabPush = orSpec<GitlabPush, SpecNode<'gitlab-push', GitlabTrigger>>(made, {
  xml: ({ spec }) => element(CLASS, content(spec)),
  inside: ({ origin }, needs) => needs.use(everyField, origin),
});

function pushContent({ branch }: GitlabPush): XmlElement[] {
  return [
    leaf('spec', ''),
    leaf('triggerOnPush', true),
    leaf('triggerOnMergeRequest', branch === undefined),
    leaf('triggerOpenMergeRequestOnPush', 'never'),
    leaf('ciSkip', true),
    leaf('setBuildDescription', true),
    leaf('includeBranchesSpec', branch ?? ''),
    leaf('excludeBranchesSpec', ''),
    leaf('branchFilterType', branch === undefined ? 'All' : 'NameBasedFilter'),
    leaf('targetBranchRegex', ''),
    leaf('triggerOnNoteRequest', branch === undefined),
    leaf('noteRegex', branch === undefined ? 'Jenkins please retry a build' : ''),
    leaf('skipWorkInProgressMergeRequest', true),
    ...(branch === undefined ? [] : switchedOff.map((name) => saved(leaf(name, false)))),
  ];
}

function content(spec: GitlabTrigger): XmlElement[] {
  return [
    leaf('spec', ''),
    leaf('triggerOnPush', spec.trigger_push),
    leaf('triggerToBranchDeleteRequest', spec.trigger_branch_delete),
    leaf('triggerOnMergeRequest', spec.trigger_merge_request),
    leaf('triggerOnlyIfNewCommitsPushed', spec.trigger_only_if_new_commits_pushed),
    leaf('triggerOnPipelineEvent', spec.trigger_pipeline),
    leaf('triggerOnAcceptedMergeRequest', spec.trigger_accepted_merge_request),
    leaf('triggerOnClosedMergeRequest', spec.trigger_closed_merge_request),
    leaf('triggerOnApprovedMergeRequest', spec.trigger_approved_merge_request),
    leaf('triggerOpenMergeRequestOnPush', spec.trigger_open_merge_request_push),
    leaf('triggerOnNoteRequest', spec.trigger_note),
    leaf('noteRegex', spec.note_regex),
    leaf('ciSkip', spec.ci_skip),
    leaf('skipWorkInProgressMergeRequest', spec.wip_skip),
    leaf('labelsThatForcesBuildIfAdded', joinTexts(spec.force_build_labels, ',')),
    leaf('setBuildDescription', spec.set_build_description),
    leaf('branchFilterType', spec.branch_filter_type),
    leaf('includeBranchesSpec', joinTexts(spec.include_branches, ',')),
    leaf('excludeBranchesSpec', joinTexts(spec.exclude_branches, ',')),
    leaf('sourceBranchRegex', spec.source_branch_regex ?? ''),
    leaf('targetBranchRegex', spec.target_branch_regex ?? ''),
    ...(spec.merge_request_label_filter === undefined
      ? []
      : [element('mergeRequestLabelFilterConfig', labels(spec.merge_request_label_filter))]),
    ...optional('secretToken', spec.secret_token),
    ...optional('pendingBuildName', spec.pending_build_name),
    leaf('cancelPendingBuildsOnUpdate', spec.cancel_pending_builds_on_update),
    leaf('cancelRunningBuildsOnUpdate', spec.cancel_running_builds_on_update),
  ];
}

function labels({ include, exclude }: GitlabLabelFilter): XmlElement[] {
  return [leaf('include', joinTexts(include, ',')), leaf('exclude', joinTexts(exclude, ','))];
}
