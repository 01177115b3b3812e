import type { IrcbotPublisher } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, typed } from '../shared/xml.ts';
import { elementsOfSpecs } from './spec-elements.ts';

const PACKAGE = 'hudson.plugins.im';

const notifiers: { readonly [Type in IrcbotPublisher['message_type']['value']]: string } = {
  'summary-scm': 'DefaultBuildToChatNotifier',
  summary: 'SummaryOnlyBuildToChatNotifier',
  'summary-params': 'BuildParametersBuildToChatNotifier',
  'summary-scm-fail': 'PrintFailingTestsBuildToChatNotifier',
};

/** Tells channels of IRC how builds went (`IMPublisher` of the plugin Instant Messaging, read 2026-08). */
export const ircbot: Thing<SpecNode<'ircbot', IrcbotPublisher>> = {
  kind: 'ircbot',
  needs: elementsOf('ircbot', 'channels of IRC are told how builds went'),
  xml: ({ spec }) =>
    element('hudson.plugins.ircbot.IrcPublisher', [
      elementsOfSpecs('targets', spec.channels, ({ name, notify_only: notifyOnly }) =>
        element(`${PACKAGE}.GroupChatIMMessageTarget`, [
          leaf('name', name),
          leaf('notificationOnly', notifyOnly),
        ]),
      ),
      leaf('strategy', spec.strategy.map(upperCase)),
      leaf('notifyOnBuildStart', spec.notify_start),
      leaf('notifySuspects', spec.notify_committers),
      leaf('notifyCulprits', spec.notify_culprits),
      leaf('notifyFixers', spec.notify_fixers),
      leaf('notifyUpstreamCommitters', spec.notify_upstream),
      typed('buildToChatNotifier', `${PACKAGE}.build_notify.${notifiers[spec.message_type.value]}`),
      leaf('matrixMultiplier', spec.matrix_notifier.map(upperCase)),
    ]),
};

function upperCase(name: string): string {
  return name.toUpperCase().replaceAll('-', '_');
}
