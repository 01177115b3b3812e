import type { Publisher } from '../../../../jenkins/publishers/all-publishers.ts';
import type { JobPublisher } from '../../../../schema/generated/located.ts';
import { joinTexts } from '../../../text/traced-text.ts';
import { builderNodes } from './builder-nodes.ts';
import { asWritten, type NodeTable, nodesOf } from './nodes-of.ts';
import { xmlNode } from './xml-node.ts';

/** How the things of the spec become nodes of the job. */
export const publisherNodes: NodeTable<JobPublisher, Publisher> = {
  archive: (spec, origin) => ({
    kind: 'archive-artifacts',
    patterns: spec.artifacts,
    excludes: spec.excludes.length === 0 ? undefined : spec.excludes,
    allowEmpty: spec.allow_empty,
    onlyIfSuccessful: spec.only_if_success,
    fingerprint: spec.fingerprint,
    defaultExcludes: spec.default_excludes,
    followSymlinks: spec.follow_symlinks,
    caseSensitive: spec.case_sensitive,
    origin,
  }),
  'claim-build': asWritten('claim-build'),
  cobertura: asWritten('cobertura'),
  coverage: asWritten('record-coverage'),
  'description-setter': asWritten('description-setter'),
  email: (spec, origin) => ({
    kind: 'mailer',
    recipients: spec.recipients,
    dontNotifyEveryUnstableBuild: spec.notify_every_unstable_build.map((every) => !every),
    sendToIndividuals: spec.send_to_individuals,
    origin,
  }),
  'email-ext': asWritten('extended-email'),
  fingerprint: (spec, origin) => ({
    kind: 'fingerprint',
    targets: joinTexts(spec.files, ','),
    excludes: spec.excludes.length === 0 ? undefined : joinTexts(spec.excludes, ','),
    defaultExcludes: spec.default_excludes,
    caseSensitive: spec.case_sensitive,
    origin,
  }),
  git: asWritten('git'),
  'github-commit-status': asWritten('github-commit-status'),
  'gitlab-message': asWritten('gitlab-message'),
  'gitlab-notifier': asWritten('gitlab-notifier'),
  'gitlab-vote': asWritten('gitlab-vote'),
  'groovy-postbuild': asWritten('groovy-postbuild'),
  'html-publisher': asWritten('publish-html'),
  ircbot: asWritten('ircbot'),
  jacoco: asWritten('jacoco'),
  'join-trigger': asWritten('join-trigger'),
  junit: asWritten('archive-junit'),
  naginator: asWritten('naginator'),
  plot: asWritten('plot'),
  'post-tasks': asWritten('post-tasks'),
  postbuildscript: (spec, origin, scope) => ({
    kind: 'postbuildscript',
    spec,
    groups: spec.builders.map((group) => ({
      spec: group,
      steps: nodesOf(group.build_steps, builderNodes, scope),
      origin: group.$.origin,
    })),
    origin,
  }),
  robot: asWritten('robot'),
  slack: asWritten('slack-notifier'),
  ssh: asWritten('ssh'),
  tap: asWritten('tap'),
  'text-finder': asWritten('text-finder'),
  trigger: ({ project, threshold }, origin) => ({
    kind: 'downstream',
    jobs: project,
    threshold: threshold.value,
    origin,
  }),
  'trigger-parameterized-builds': asWritten('downstream-parameterized'),
  'warnings-ng': asWritten('warnings-ng'),
  'workspace-cleanup': asWritten('ws-cleanup'),
  xml: xmlNode,
  xunit: asWritten('xunit'),
};
