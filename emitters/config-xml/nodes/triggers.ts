import { joinTexts } from '../../../compiler/ir/items/join-texts.ts';
import type { Trigger } from '../../../compiler/ir/items/triggers.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { type ByKind, byKind } from '../../../compiler/util/by-kind.ts';
import { element, from, leaf } from '../element.ts';
import { completeThresholdContent } from './threshold.ts';

const printers: ByKind<Trigger, XmlElement> = {
  'scm-poll': ({ schedule, ignorePostCommitHooks }) =>
    element('hudson.triggers.SCMTrigger', [
      leaf('spec', schedule),
      leaf('ignorePostCommitHooks', ignorePostCommitHooks ?? false),
    ]),
  cron: ({ schedule }) => element('hudson.triggers.TimerTrigger', [leaf('spec', schedule)]),
  upstream: ({ jobs, threshold }) =>
    element('jenkins.triggers.ReverseBuildTrigger', [
      leaf('spec', ''),
      leaf('upstreamProjects', joinTexts(jobs, ', ')),
      element('threshold', completeThresholdContent(threshold)),
    ]),
  'github-push': () => element('com.cloudbees.jenkins.GitHubPushTrigger', [leaf('spec', '')]),
  'bitbucket-push': () => element('com.cloudbees.jenkins.plugins.BitBucketTrigger', [leaf('spec', '')]),
  'gitlab-push': () =>
    element('com.dabsquared.gitlabjenkins.GitLabPushTrigger', [
      leaf('spec', ''),
      leaf('triggerOnPush', true),
      leaf('triggerOnMergeRequest', true),
      leaf('triggerOpenMergeRequestOnPush', 'never'),
      leaf('ciSkip', true),
      leaf('setBuildDescription', true),
      leaf('includeBranchesSpec', ''),
      leaf('excludeBranchesSpec', ''),
      leaf('branchFilterType', 'All'),
      leaf('targetBranchRegex', ''),
      leaf('triggerOnNoteRequest', true),
      leaf('noteRegex', 'Jenkins please retry a build'),
      leaf('skipWorkInProgressMergeRequest', true),
    ]),
};

/** Returns the elements inside `triggers`. */
export function triggerElements(triggers: readonly Trigger[] = []): XmlElement[] {
  return triggers.map((trigger) => from(trigger.origin, byKind(printers, trigger)));
}
