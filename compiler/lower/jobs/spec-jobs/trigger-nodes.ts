import type { Threshold } from '../../../../jenkins/shared/threshold.ts';
import type { Trigger } from '../../../../jenkins/triggers/all-triggers.ts';
import type { GerritEvent } from '../../../../jenkins/triggers/gerrit-events.ts';
import type { JobGerritEvent, JobTrigger, UpstreamTrigger } from '../../../../schema/generated/located.ts';
import { asWritten, type NodeTable, nodesOf } from './nodes-of.ts';
import { xmlNode } from './xml-node.ts';

const thresholds: { readonly [Result in UpstreamTrigger['result']['value']]: Exclude<Threshold, 'ABORTED'> } =
  {
    success: 'SUCCESS',
    unstable: 'UNSTABLE',
    failure: 'FAILURE',
  };

/** How the events of Gerrit become nodes of its trigger. */
const eventNodes: NodeTable<JobGerritEvent, GerritEvent> = {
  'patchset-created': asWritten('patchset-created'),
  'change-merged': asWritten('change-merged'),
  'change-abandoned': asWritten('change-abandoned'),
  'change-restored': asWritten('change-restored'),
  'comment-added': asWritten('comment-added'),
  'comment-added-contains': asWritten('comment-added-contains'),
  'draft-published': asWritten('draft-published'),
  'ref-updated': asWritten('ref-updated'),
  'topic-changed': asWritten('topic-changed'),
  'hashtags-changed': asWritten('hashtags-changed'),
  'private-state-changed': asWritten('private-state-changed'),
  'wip-state-changed': asWritten('wip-state-changed'),
  'rerun-check': asWritten('rerun-check'),
};

/** How the things of the spec become nodes of the job. */
export const triggerNodes: NodeTable<JobTrigger, Trigger> = {
  timed: ({ schedule }, origin) => ({ kind: 'cron', schedule, origin }),
  pollscm: ({ schedule, ignore_post_commit_hooks }, origin) => ({
    kind: 'scm-poll',
    schedule,
    ignorePostCommitHooks: ignore_post_commit_hooks,
    origin,
  }),
  upstream: ({ jobs, result }, origin) => ({
    kind: 'upstream',
    jobs,
    threshold: result.map((name) => thresholds[name]),
    origin,
  }),
  'parameterized-timed': asWritten('parameterized-timed'),
  github: (_, origin) => ({ kind: 'github-push', origin }),
  gitlab: asWritten('gitlab-push'),
  bitbucket: (spec, origin) => ({ kind: 'bitbucket-push', spec, origin }),
  'github-pull-request': asWritten('github-pull-request'),
  gerrit: (spec, origin, scope) => ({
    kind: 'gerrit',
    spec,
    events: nodesOf(spec.trigger_on, eventNodes, scope),
    origin,
  }),
  'generic-webhook': asWritten('generic-webhook'),
  pollurl: asWritten('pollurl'),
  xml: xmlNode,
};
