import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Sourced } from '../../compiler/text/sourced.ts';
import { joinTexts } from '../../compiler/text/traced-text.ts';
import type { GithubPullRequestTrigger } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

const PACKAGE = 'org.jenkinsci.plugins.ghprb';

/**
 * Builds pull requests, by the GitHub Pull Request Builder plugin (`GhprbTrigger`, read 2026-11). Without an extension
 * for the status, the plugin reports none: unless the spec says so, there is one.
 */
export const githubPullRequest: Thing<SpecNode<'github-pull-request', GithubPullRequestTrigger>> = {
  kind: 'github-pull-request',
  needs: elementsOf('ghprb', 'pull requests on GitHub start jobs', '1.42.0'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.GhprbTrigger`, [
      leaf('spec', spec.schedule ?? ''),
      leaf('configVersion', 3),
      lines('adminlist', spec.admin_list),
      leaf('allowMembersOfWhitelistedOrgsAsAdmin', spec.allow_whitelist_orgs_as_admins),
      lines('orgslist', spec.org_list),
      leaf('cron', spec.schedule ?? ''),
      leaf('buildDescTemplate', spec.build_desc_template ?? ''),
      leaf('onlyTriggerPhrase', spec.only_trigger_phrase),
      leaf('useGitHubHooks', spec.github_hooks),
      leaf('permitAll', spec.permit_all),
      lines('whitelist', spec.white_list),
      leaf('autoCloseFailedPullRequests', spec.auto_close_on_fail),
      leaf('displayBuildErrorsOnDownstreamBuilds', spec.display_build_errors_on_downstream_builds),
      branches('whiteListTargetBranches', spec.white_list_target_branches),
      branches('blackListTargetBranches', spec.black_list_target_branches),
      ...optional('gitHubAuthId', spec.auth_id),
      leaf('triggerPhrase', spec.trigger_phrase ?? ''),
      leaf('skipBuildPhrase', spec.skip_build_phrase ?? ''),
      leaf('blackListCommitAuthor', joinTexts(spec.black_list_commit_author, ' ')),
      lines('blackListLabels', spec.black_list_labels),
      lines('whiteListLabels', spec.white_list_labels),
      lines('includedRegions', spec.included_regions),
      lines('excludedRegions', spec.excluded_regions),
      element('extensions', extensions(spec)),
    ]),
};

function lines(name: string, texts: readonly Sourced<string>[]): XmlElement {
  return leaf(name, joinTexts(texts, '\n'));
}

function branches(name: string, texts: readonly Sourced<string>[]): XmlElement {
  return element(
    name,
    texts.map((text) => element(`${PACKAGE}.GhprbBranch`, [leaf('branch', text)])),
  );
}

function extensions(spec: GithubPullRequestTrigger): XmlElement[] {
  const comments = messages([
    ['SUCCESS', spec.success_comment],
    ['FAILURE', spec.failure_comment],
    ['ERROR', spec.error_comment],
  ]);
  return [
    spec.no_commit_status.value ? element(`${PACKAGE}.extensions.status.GhprbNoCommitStatus`) : status(spec),
    ...(comments.length === 0
      ? []
      : [element(`${PACKAGE}.extensions.comments.GhprbBuildStatus`, [element('messages', comments)])]),
    ...(spec.comment_file === undefined
      ? []
      : [
          element(`${PACKAGE}.extensions.comments.GhprbCommentFile`, [
            leaf('commentFilePath', spec.comment_file),
          ]),
        ]),
    ...(spec.cancel_builds_on_update.value
      ? [element(`${PACKAGE}.extensions.build.GhprbCancelBuildsOnUpdate`, [leaf('overrideGlobal', false)])]
      : []),
  ];
}

function status(spec: GithubPullRequestTrigger): XmlElement {
  return element(`${PACKAGE}.extensions.status.GhprbSimpleStatus`, [
    leaf('commitStatusContext', spec.status_context ?? ''),
    leaf('showMatrixStatus', false),
    leaf('triggeredStatus', spec.triggered_status ?? ''),
    leaf('startedStatus', spec.started_status ?? ''),
    leaf('statusUrl', spec.status_url ?? ''),
    leaf('addTestResults', spec.status_add_test_results),
    element(
      'completedStatus',
      messages([
        ['SUCCESS', spec.success_status],
        ['FAILURE', spec.failure_status],
        ['ERROR', spec.error_status],
      ]),
    ),
  ]);
}

/** Returns the texts that a spec has for results. */
function messages(texts: readonly (readonly [string, Sourced<string> | undefined])[]): XmlElement[] {
  return texts.flatMap(([result, text]) =>
    text === undefined
      ? []
      : [
          element(`${PACKAGE}.extensions.comments.GhprbBuildResultMessage`, [
            leaf('message', text),
            leaf('result', result),
          ]),
        ],
  );
}
