import type { SlackPublisher } from '../../schema/generated/located.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';
import { joined, optionalJoined } from './spec-elements.ts';

/** The publisher that a spec asks for. */
export type WrittenSlack = SpecNode<'slack-notifier', SlackPublisher>;

/** Sends messages to Slack as a spec says, with the elements that `SlackNotifier` saves (read 2026-07). */
export const writtenSlack: Pick<Thing<WrittenSlack>, 'xml'> = {
  xml: ({ spec }) => {
    const messages = [
      ...optional('customMessage', spec.custom_message),
      ...optional('customMessageSuccess', spec.custom_message_success),
      ...optional('customMessageAborted', spec.custom_message_aborted),
      ...optional('customMessageNotBuilt', spec.custom_message_not_built),
      ...optional('customMessageUnstable', spec.custom_message_unstable),
      ...optional('customMessageFailure', spec.custom_message_failure),
    ];
    return element('jenkins.plugins.slack.SlackNotifier', [
      ...optional('baseUrl', spec.base_url),
      ...optional('teamDomain', spec.team_domain),
      ...optional('tokenCredentialId', spec.auth_token_credential_id),
      leaf('botUser', spec.bot_user),
      joined('room', spec.room),
      leaf('sendAsText', spec.send_as_text),
      ...optional('iconEmoji', spec.icon_emoji),
      ...optional('username', spec.username),
      leaf('startNotification', spec.notify_start),
      leaf('notifySuccess', spec.notify_success),
      leaf('notifyAborted', spec.notify_aborted),
      leaf('notifyNotBuilt', spec.notify_not_built),
      leaf('notifyUnstable', spec.notify_unstable),
      leaf('notifyRegression', spec.notify_regression),
      leaf('notifyFailure', spec.notify_failure),
      leaf('notifyEveryFailure', spec.notify_every_failure),
      leaf('notifyBackToNormal', spec.notify_back_to_normal),
      leaf('notifyRepeatedFailure', spec.notify_repeated_failure),
      leaf('includeTestSummary', spec.include_test_summary),
      leaf('includeFailedTests', spec.include_failed_tests),
      leaf('uploadFiles', spec.upload_files.length > 0),
      ...optionalJoined('artifactIncludes', spec.upload_files),
      leaf('commitInfoChoice', spec.commit_info_choice),
      leaf('includeCustomMessage', messages.length > 0),
      ...messages,
    ]);
  },
};
