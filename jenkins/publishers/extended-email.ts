import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, type Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { orSpec } from '../shared/or-spec.ts';
import { PUBLISHERS, use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf } from '../shared/xml.ts';
import { type WrittenEmailExt, writtenEmailExt } from './written-email-ext.ts';

/** Sends mail by the Email Extension plugin. */
export interface ExtendedEmail extends ItemNode {
  readonly kind: 'extended-email';
  readonly recipients: readonly Text[];
  readonly triggers: readonly EmailTrigger[];
}

/** When mail is sent, and to whom. */
export interface EmailTrigger extends ItemNode {
  readonly on: keyof typeof TRIGGERS;
  readonly to: readonly EmailRecipients[];
}

/** Groups of people who get mail. */
export type EmailRecipients = keyof typeof PROVIDERS;

const PACKAGE = 'hudson.plugins.emailext';

const TRIGGERS = {
  aborted: 'Aborted',
  always: 'Always',
  failure: 'Failure',
  fixed: 'Fixed',
  success: 'Success',
  unstable: 'Unstable',
} as const;

const PROVIDERS = {
  culprits: 'Culprits',
  developers: 'Developers',
  recipientList: 'List',
  requester: 'Requester',
} as const;

/** The publisher of the Email Extension plugin; what a job does not say has the engine's own defaults. */
const made: Thing<ExtendedEmail> = {
  kind: 'extended-email',
  needs: use(PUBLISHERS, 'extendedEmail', 'jobs send mail'),
  xml: ({ recipients, triggers }) =>
    element(`${PACKAGE}.ExtendedEmailPublisher`, [
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
    ]),
  dsl: ({ recipients, triggers }, dsl) =>
    dsl.block('extendedEmail', () => {
      if (recipients.length > 0) dsl.call('recipientList', ...recipients);
      dsl.block('triggers', () =>
        dsl.each(triggers, ({ on, to }) =>
          dsl.block(on, () =>
            dsl.block('sendTo', () => {
              for (const who of to) dsl.call(who);
            }),
          ),
        ),
      );
    }),
};

/** The same by what the compiler makes, or as a spec says. */
export const extendedEmail = orSpec<ExtendedEmail, WrittenEmailExt>(made, writtenEmailExt);

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
