import fc, { type Arbitrary } from 'fast-check';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import type { Builder } from '../../../jenkins/builders/all-builders.ts';
import type { Parameter } from '../../../jenkins/parameters/all-parameters.ts';
import type { Publisher } from '../../../jenkins/publishers/all-publishers.ts';
import type { EmailRecipients, EmailTrigger } from '../../../jenkins/publishers/extended-email.ts';
import type { GitScm } from '../../../jenkins/scm/git.ts';
import type { GitExtension } from '../../../jenkins/scm/git-extensions.ts';
import type { ParameterizedTrigger } from '../../../jenkins/shared/parameterized-trigger.ts';
import type { Threshold } from '../../../jenkins/shared/threshold.ts';
import type { Trigger } from '../../../jenkins/triggers/all-triggers.ts';
import type { Wrapper } from '../../../jenkins/wrappers/all-wrappers.ts';
import type { CredentialsBinding } from '../../../jenkins/wrappers/credentials-binding.ts';
import { amount, filled, flag, list, nodeOf, plainTexts, some, text } from './arbitrary-leaf.ts';

const kind = <const Kind extends string>(...kinds: Kind[]): Arbitrary<Kind> => fc.constantFrom(...kinds);
const threshold: Arbitrary<Threshold> = kind('SUCCESS', 'UNSTABLE', 'FAILURE', 'ABORTED');

/** Environment variables. */
export const variables = list(nodeOf({ name: text, value: text }));

/** Triggers of all kinds, of pipelines, too. */
export const trigger: Arbitrary<Trigger> = fc.oneof(
  nodeOf({ kind: kind('scm-poll'), schedule: text, ignorePostCommitHooks: flag }, ['kind', 'schedule']),
  nodeOf({ kind: kind('cron'), schedule: text }),
  nodeOf({ kind: kind('upstream'), jobs: some(filled), threshold: kind('SUCCESS', 'UNSTABLE', 'FAILURE') }),
  nodeOf({ kind: kind('github-push') }),
  nodeOf({ kind: kind('bitbucket-push') }),
  nodeOf({ kind: kind('gitlab-push'), branch: text }, ['kind']),
  nodeOf({
    kind: kind('gerrit'),
    server: text,
    project: text,
    branch: text,
    files: list(text),
    on: fc.oneof(
      fc.constant({ kind: 'updated' as const }),
      text.map((comment) => ({ kind: 'review' as const, comment })),
    ),
  }),
);

const extension: Arbitrary<GitExtension> = fc.oneof(
  nodeOf({ kind: kind('clean-after-checkout') }),
  nodeOf({ kind: kind('clean-before-checkout') }),
  nodeOf({ kind: kind('disable-remote-poll') }),
  nodeOf({ kind: kind('ignore-notify-commit') }),
  nodeOf({ kind: kind('per-build-tag') }),
  nodeOf({ kind: kind('prune-branches') }),
  nodeOf({ kind: kind('wipe-out-workspace') }),
  nodeOf({ kind: kind('relative-target-directory'), directory: text }),
  nodeOf({ kind: kind('local-branch'), branch: text }, ['kind']),
  nodeOf(
    {
      kind: kind('clone-options'),
      shallow: flag,
      depth: amount,
      noTags: flag,
      honorRefspec: flag,
      reference: text,
      timeout: amount,
    },
    ['kind'],
  ),
  nodeOf(
    {
      kind: kind('submodule-options'),
      disable: flag,
      recursive: flag,
      tracking: flag,
      parentCredentials: flag,
      reference: text,
      timeout: amount,
    },
    ['kind'],
  ),
  nodeOf({ kind: kind('merge-options'), remote: text, branch: text }),
);

/** Checkouts of git. */
export const scm: Arbitrary<GitScm> = nodeOf(
  {
    kind: kind('git'),
    remotes: some(nodeOf({ url: text, name: text, refspec: text, credentials: text }, ['url'])),
    branches: list(text),
    extensions: list(extension),
    browser: nodeOf({ kind: kind('git-web'), url: text }),
    pathFilter: nodeOf({ included: list(text), excluded: list(text) }),
  },
  ['kind', 'remotes'],
);

const parameter: Arbitrary<Extract<Parameter, { readonly name: unknown }>> = fc.oneof(
  nodeOf({ kind: kind('string'), name: filled, defaultValue: text, description: text }, [
    'kind',
    'name',
    'defaultValue',
  ]),
  nodeOf({ kind: kind('text'), name: filled, defaultValue: text, description: text }, [
    'kind',
    'name',
    'defaultValue',
  ]),
  nodeOf({ kind: kind('boolean'), name: filled, defaultValue: flag, description: text }, [
    'kind',
    'name',
    'defaultValue',
  ]),
  nodeOf({ kind: kind('choice'), name: filled, choices: some(text), description: text }, [
    'kind',
    'name',
    'choices',
  ]),
  nodeOf({ kind: kind('non-stored-password'), name: filled, description: text }, ['kind', 'name']),
  nodeOf(
    {
      kind: kind('credentials'),
      name: filled,
      type: filled,
      required: flag,
      defaultValue: text,
      description: text,
    },
    ['kind', 'name', 'type'],
  ),
);

/** Parameters with names of their own. */
export const parameters = list(parameter, { selector: ({ name }) => name });

const bindings: Arbitrary<CredentialsBinding> = fc.oneof(
  nodeOf({ kind: kind('string', 'file', 'username-colon-password'), variable: text, credentials: text }),
  nodeOf({
    kind: kind('username-password'),
    usernameVariable: text,
    passwordVariable: text,
    credentials: text,
  }),
);

/** Wrappers of all kinds. */
export const wrapper: Arbitrary<Wrapper> = fc.oneof(
  nodeOf({ kind: kind('colorize-output') }),
  nodeOf({ kind: kind('timestamps') }),
  nodeOf({ kind: kind('pre-build-cleanup') }),
  nodeOf({ kind: kind('mask-passwords') }),
  nodeOf({ kind: kind('timeout'), minutes: amount }),
  nodeOf({ kind: kind('credentials-binding'), bindings: list(bindings) }),
  nodeOf({ kind: kind('environment'), variables }),
  nodeOf({ kind: kind('build-name'), template: text }),
  nodeOf({ kind: kind('ssh-agent'), credentials: some(text) }),
);

const startedJobs: Arbitrary<ParameterizedTrigger> = nodeOf(
  {
    jobs: some(text),
    condition: kind('ALWAYS', 'SUCCESS', 'UNSTABLE_OR_WORSE', 'FAILED'),
    triggerWithNoParameters: flag,
    currentBuild: flag,
    predefined: list(nodeOf({ name: text, value: text })),
    block: nodeOf({ buildStepFailure: threshold, failure: threshold, unstable: threshold }, []),
  },
  ['jobs'],
);

/** Build steps of all kinds. */
export const builder: Arbitrary<Builder> = fc.oneof(
  nodeOf({ kind: kind('environment'), variables }),
  nodeOf({ kind: kind('shell'), script: text }),
  nodeOf(
    {
      kind: kind('gradle'),
      tasks: text,
      switches: text,
      useWrapper: flag,
      rootBuildScriptDir: text,
      buildFile: text,
      gradleName: text,
    },
    ['kind'],
  ),
  nodeOf({ kind: kind('system-groovy'), script: text }),
  nodeOf({ kind: kind('groovy'), script: text }),
  nodeOf({ kind: kind('maven'), goals: text }),
  nodeOf({ kind: kind('trigger'), triggers: list(startedJobs) }),
  nodeOf({
    kind: kind('copy-artifacts'),
    job: text,
    include: list(text),
    from: fc.oneof(
      fc.constant({ kind: 'workspace' as const }),
      fc.constant({ kind: 'latest-successful' as const }),
      flag.map((stable) => ({ kind: 'latest-successful' as const, stable })),
    ),
  }),
);

const emailTrigger: Arbitrary<EmailTrigger> = nodeOf({
  on: kind('always', 'failure', 'success', 'unstable', 'fixed', 'aborted'),
  to: list<EmailRecipients>(kind('culprits', 'developers', 'recipientList', 'requester')),
});

/** Publishers of all kinds. */
export const publisher: Arbitrary<Publisher> = fc.oneof(
  nodeOf(
    {
      kind: kind('archive-artifacts'),
      patterns: some(text),
      excludes: list(text),
      allowEmpty: flag,
      onlyIfSuccessful: flag,
      fingerprint: flag,
      defaultExcludes: flag,
    },
    ['kind', 'patterns'],
  ),
  nodeOf({ kind: kind('archive-junit'), results: text, allowEmptyResults: flag }, ['kind', 'results']),
  nodeOf({ kind: kind('slack-notifier'), channels: some(text) }),
  nodeOf({
    kind: kind('record-coverage'),
    reports: some(nodeOf({ parser: kind('JACOCO', 'COBERTURA', 'LCOV', 'GO_COV'), pattern: text })),
  }),
  nodeOf({ kind: kind('downstream'), jobs: some(text), threshold: kind('SUCCESS', 'UNSTABLE', 'FAILURE') }),
  nodeOf({ kind: kind('downstream-parameterized'), triggers: list(startedJobs) }),
  nodeOf(
    {
      kind: kind('mailer'),
      recipients: list(text),
      dontNotifyEveryUnstableBuild: flag,
      sendToIndividuals: flag,
    },
    ['kind', 'recipients'],
  ),
  nodeOf({ kind: kind('extended-email'), recipients: list(text), triggers: some(emailTrigger) }),
  nodeOf({ kind: kind('fingerprint'), targets: text }),
  nodeOf({ kind: kind('ws-cleanup') }),
  nodeOf({
    kind: kind('publish-html'),
    reports: list(nodeOf({ directory: filled, name: text }, ['directory'])),
  }),
);

/** A reader of XML makes a space of a tab in a value; the engine writes it as it is. */
const attribute = plainTexts.map((value) => value.replaceAll('\t', ' '));

/** Elements of XML, at most three deep. */
export const fragmentXml: Arbitrary<XmlElement> = fc.letrec<{ element: XmlElement }>((tie) => ({
  element: fc
    .record({
      name: fc.constantFrom('description', 'name', 'my.Prop', 'a-b', 'project', 'it', 'size'),
      attributes: fc.dictionary(fc.constantFrom('class', 'plugin'), attribute, { noNullPrototype: true }),
      content: fc.oneof({ maxDepth: 2 }, plainTexts, fc.array(tie('element'), { maxLength: 2 })),
    })
    .map(({ attributes, ...rest }) =>
      Object.keys(attributes).length === 0 ? rest : { attributes, ...rest },
    ),
})).element;
