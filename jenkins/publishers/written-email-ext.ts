import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Sourced } from '../../compiler/text/sourced.ts';
import type { EmailExtPublisher, EmailExtTrigger } from '../../schema/generated/located.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf } from '../shared/xml.ts';
import { joined, secureScript } from './spec-elements.ts';

/** The publisher that a spec asks for. */
export type WrittenEmailExt = SpecNode<'extended-email', EmailExtPublisher>;

const PACKAGE = 'hudson.plugins.emailext';

const providers: { readonly [Who in EmailExtPublisher['send_to'][number]['value']]: string } = {
  recipients: 'List',
  developers: 'Developers',
  culprits: 'Culprits',
  requester: 'Requester',
  'build-user': 'BuildUser',
  'contributor-metadata': 'ContributorMetadata',
  'failing-test-suspects-recipients': 'FailingTestSuspects',
  'first-failing-build-suspects-recipients': 'FirstFailingBuildSuspects',
  previous: 'Previous',
  // The plugin writes them with one `m`.
  'upstream-committers': 'UpstreamComitter',
  'upstream-committers-since-last-success': 'UpstreamComitterSinceLastSuccess',
};

const occasions: { readonly [On in EmailExtTrigger['on']['value']]: string } = {
  always: 'Always',
  'pre-build': 'PreBuild',
  building: 'Building',
  success: 'Success',
  unstable: 'Unstable',
  'first-unstable': 'FirstUnstable',
  'still-unstable': 'StillUnstable',
  failure: 'Failure',
  'first-failure': 'FirstFailure',
  'second-failure': 'SecondFailure',
  'nth-failure': 'XNthFailure',
  'still-failing': 'StillFailing',
  fixed: 'Fixed',
  'fixed-unhealthy': 'FixedUnhealthy',
  improvement: 'Improvement',
  regression: 'Regression',
  'status-changed': 'StatusChanged',
  'not-built': 'NotBuilt',
  aborted: 'Aborted',
  script: 'Script',
  'pre-build-script': 'PreBuildScript',
};

const contentTypes = {
  default: 'default',
  project: 'project',
  text: 'text/plain',
  html: 'text/html',
  'both-html-text': 'both',
} as const;

const matrixModes = {
  both: 'BOTH',
  'only-parent': 'ONLY_PARENT',
  'only-configurations': 'ONLY_CONFIGURATIONS',
} as const;

/** Sends mail as a spec says, with the elements that `ExtendedEmailPublisher` saves (read 2026-08). */
export const writtenEmailExt: Pick<Thing<WrittenEmailExt>, 'xml'> = {
  xml: ({ spec }) =>
    element(`${PACKAGE}.ExtendedEmailPublisher`, [
      spec.recipients.length === 0
        ? leaf('recipientList', '$DEFAULT_RECIPIENTS')
        : joined('recipientList', spec.recipients, ', '),
      element(
        'configuredTriggers',
        spec.triggers.length === 0
          ? [failureElement(spec)]
          : spec.triggers.map((trigger) => triggerElement(trigger, spec)),
      ),
      leaf(
        'contentType',
        spec.content_type.map((type) => contentTypes[type]),
      ),
      leaf('defaultSubject', spec.subject),
      leaf('defaultContent', spec.body),
      joined('attachmentsPattern', spec.attachments),
      leaf('presendScript', spec.presend_script),
      leaf('postsendScript', spec.postsend_script),
      leaf('attachBuildLog', spec.attach_build_log),
      leaf('compressBuildLog', spec.compress_log),
      leaf('replyTo', spec.reply_to),
      leaf('from', spec.from),
      leaf('saveOutput', spec.save_output),
      leaf('disabled', spec.disable_publisher),
      ...(spec.matrix_trigger === undefined
        ? []
        : [
            leaf(
              'matrixTriggerMode',
              spec.matrix_trigger.map((mode) => matrixModes[mode]),
            ),
          ]),
    ]),
};

/** What the plugin does where no occasion is written. */
function failureElement({ send_to: sendTo }: EmailExtPublisher): XmlElement {
  return element(`${PACKAGE}.plugins.trigger.FailureTrigger`, [
    element('email', [
      leaf('recipientList', ''),
      leaf('subject', '$PROJECT_DEFAULT_SUBJECT'),
      leaf('body', '$PROJECT_DEFAULT_CONTENT'),
      providerElements(sendTo),
      leaf('attachmentsPattern', ''),
      leaf('attachBuildLog', false),
      leaf('compressBuildLog', false),
      leaf('replyTo', '$PROJECT_DEFAULT_REPLYTO'),
      leaf('contentType', 'project'),
    ]),
  ]);
}

function triggerElement(trigger: EmailExtTrigger, { send_to: usual }: EmailExtPublisher): XmlElement {
  const sendTo = trigger.send_to.length === 0 ? usual : trigger.send_to;
  const email = element('email', [
    joined('recipientList', trigger.recipients, ', '),
    leaf('subject', trigger.subject),
    leaf('body', trigger.body),
    providerElements(sendTo),
    joined('attachmentsPattern', trigger.attachments),
    leaf('attachBuildLog', trigger.attach_build_log),
    leaf('compressBuildLog', trigger.compress_log),
    leaf('replyTo', trigger.reply_to),
    leaf(
      'contentType',
      trigger.content_type.map((type) => contentTypes[type]),
    ),
  ]);
  const name = `${PACKAGE}.plugins.trigger.${occasions[trigger.on.value]}Trigger`;
  return from(trigger.$.origin, element(name, [email, ...triggerSettings(trigger)]));
}

function providerElements(sendTo: readonly Sourced<keyof typeof providers>[]): XmlElement {
  const provider = (name: string) => element(`${PACKAGE}.plugins.recipients.${name}RecipientProvider`);
  return element(
    'recipientProviders',
    sendTo.length === 0
      ? [provider('List')]
      : sendTo.map(({ value, origin }) => from(origin, provider(providers[value]))),
  );
}

/** `failureCount` is saved and not read any more: each class says its number. */
function triggerSettings({ on, count, script, sandbox }: EmailExtTrigger): XmlElement[] {
  switch (on.value) {
    case 'first-failure':
    case 'second-failure':
      return [leaf('failureCount', 0)];
    case 'nth-failure':
      return [leaf('failureCount', 0), leaf('requiredFailureCount', count)];
    case 'script':
    case 'pre-build-script':
      return script === undefined ? [] : [secureScript('secureTriggerScript', script, sandbox)];
    default:
      return [];
  }
}
