import { joinTexts, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { orSpec } from '../shared/or-spec.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';
import { type WrittenSlack, writtenSlack } from './written-slack.ts';

/** Sends messages to channels of Slack when a build fails or is unstable, and when it works again. */
export interface SlackNotifier extends ItemNode {
  readonly kind: 'slack-notifier';
  /** At least one. */
  readonly channels: readonly Text[];
  /** That of the global settings without it. */
  readonly workspace?:
    | { readonly workspace: Text; readonly credentials: Text; readonly bot_user: Valued<boolean> }
    | undefined;
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
 * is that of the global settings, or the one that it names. Job DSL has no method for it, so a configure block adds it, behind all else.
 */
const made: Thing<SlackNotifier> = {
  kind: 'slack-notifier',
  needs: elementsOf('slack', 'jobs send messages to Slack', '2.25'),
  xml: ({ channels, workspace }) =>
    saved(
      element('jenkins.plugins.slack.SlackNotifier', [
        ...optional('teamDomain', workspace?.workspace),
        ...optional('tokenCredentialId', workspace?.credentials),
        leaf('botUser', workspace?.bot_user ?? false),
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
