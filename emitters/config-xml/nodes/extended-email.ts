import { joinTexts } from '../../../compiler/ir/items/join-texts.ts';
import type { EmailRecipients, EmailTrigger, ExtendedEmail } from '../../../compiler/ir/items/publishers.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { element, from, leaf } from '../element.ts';

const PACKAGE = 'hudson.plugins.emailext';

const TRIGGERS: { readonly [On in EmailTrigger['on']]: string } = {
  aborted: 'Aborted',
  always: 'Always',
  failure: 'Failure',
  fixed: 'Fixed',
  success: 'Success',
  unstable: 'Unstable',
};

const PROVIDERS: { readonly [To in EmailRecipients]: string } = {
  culprits: 'Culprits',
  developers: 'Developers',
  recipientList: 'List',
  requester: 'Requester',
};

/** Returns the publisher of the Email Extension plugin; what the IR does not say has the engine's own defaults. */
export function extendedEmail({ recipients, triggers }: ExtendedEmail): XmlElement {
  return element(`${PACKAGE}.ExtendedEmailPublisher`, [
    leaf('recipientList', recipients.length === 0 ? '$DEFAULT_RECIPIENTS' : joinTexts(recipients, ', ')),
    element('configuredTriggers', triggers.map(triggerElement)),
    leaf('contentType', 'default'),
    leaf('defaultSubject', '$DEFAULT_SUBJECT'),
    leaf('defaultContent', '$DEFAULT_CONTENT'),
    leaf('attachmentsPattern', ''),
    leaf('presendScript', '$DEFAULT_PRESEND_SCRIPT'),
    element('classpath'),
    leaf('attachBuildLog', false),
    leaf('compressBuildLog', false),
    leaf('replyTo', '$DEFAULT_REPLYTO'),
    leaf('saveOutput', false),
    leaf('disabled', false),
  ]);
}

function triggerElement({ origin, on, to }: EmailTrigger): XmlElement {
  const providers = to.map((who) =>
    element(`${PACKAGE}.plugins.recipients.${PROVIDERS[who]}RecipientProvider`),
  );
  const email = element('email', [
    leaf('recipientList', ''),
    leaf('subject', '$PROJECT_DEFAULT_SUBJECT'),
    leaf('body', '$PROJECT_DEFAULT_CONTENT'),
    element('recipientProviders', providers),
    leaf('attachmentsPattern', ''),
    leaf('attachBuildLog', false),
    leaf('compressBuildLog', false),
    leaf('replyTo', '$PROJECT_DEFAULT_REPLYTO'),
    leaf('contentType', 'project'),
  ]);
  return from(origin, element(`${PACKAGE}.plugins.trigger.${TRIGGERS[on]}Trigger`, [email]));
}
