import { joinTexts, type Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { orSpec } from '../shared/or-spec.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';
import { type WrittenSlack, writtenSlack } from './written-slack.ts';

/** Sends messages to channels of Slack when a build fails or is unstable, and when it works again. */
export interface SlackNotifier extends ItemNode {
  readonly kind: 'slack-notifier';
  /** At least one. */
  readonly channels: readonly Text[];
}

/** The switches of `SlackNotifier` of the plugin (read 2026-07), as it saves them. */
const switches = {
  startNotification: false,
  notifySuccess: false,
  notifyAborted: false,
  notifyNotBuilt: false,
  notifyUnstable: true,
  notifyRegression: false,
  notifyFailure: true,
  notifyEveryFailure: true,
  notifyBackToNormal: true,
  notifyRepeatedFailure: true,
  includeTestSummary: true,
  includeFailedTests: false,
  uploadFiles: false,
} as const;

/**
 * Sends messages by the Slack Notification plugin, on the occasions on which the Mailer plugin sends mails. The workspace
 * is that of the global settings. Job DSL has no method for it, so a configure block adds it, behind all else.
 */
const made: Thing<SlackNotifier> = {
  kind: 'slack-notifier',
  needs: elementsOf('slack', 'jobs send messages to Slack', '2.25'),
  xml: ({ channels }) =>
    saved(
      element('jenkins.plugins.slack.SlackNotifier', [
        leaf('botUser', false),
        leaf('room', joinTexts(channels, ',')),
        leaf('sendAsText', false),
        ...Object.entries(switches).map(([name, value]) => leaf(name, value)),
        leaf('commitInfoChoice', 'NONE'),
        leaf('includeCustomMessage', false),
      ]),
    ),
  dsl: () => {},
};

/** The same by what the compiler makes, or as a spec says. */
export const slackNotifier = orSpec<SlackNotifier, WrittenSlack>(made, writtenSlack);
