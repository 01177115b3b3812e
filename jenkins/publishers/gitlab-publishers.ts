import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Sourced } from '../../compiler/text/sourced.ts';
import type {
  GitlabMessagePublisher,
  GitlabNotifierPublisher,
  GitlabVotePublisher,
} from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

const PACKAGE = 'com.dabsquared.gitlabjenkins.publisher';

/** Tells GitLab the status of the commit (`GitLabCommitStatusPublisher`, gitlab-plugin 1.9.16). */
export const gitlabNotifier: Thing<SpecNode<'gitlab-notifier', GitlabNotifierPublisher>> = {
  kind: 'gitlab-notifier',
  needs: elementsOf('gitlab-plugin', 'jobs tell GitLab the status of a commit', '1.4.0'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.GitLabCommitStatusPublisher`, [
      leaf('name', spec.name),
      leaf('markUnstableAsSuccess', spec.mark_unstable_as_success),
    ]),
};

/** Comments on the merge request (`GitLabMessagePublisher`, gitlab-plugin 1.9.16): a text that is set replaces its own. */
export const gitlabMessage: Thing<SpecNode<'gitlab-message', GitlabMessagePublisher>> = {
  kind: 'gitlab-message',
  needs: elementsOf('gitlab-plugin', 'jobs comment on merge requests of GitLab', '1.4.6'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.GitLabMessagePublisher`, [
      leaf('onlyForFailure', spec.failure_only),
      replaced('replaceSuccessNote', spec.success_note_text),
      replaced('replaceFailureNote', spec.failure_note_text),
      replaced('replaceAbortNote', spec.abort_note_text),
      replaced('replaceUnstableNote', spec.unstable_note_text),
      ...optional('successNoteText', spec.success_note_text),
      ...optional('failureNoteText', spec.failure_note_text),
      ...optional('abortNoteText', spec.abort_note_text),
      ...optional('unstableNoteText', spec.unstable_note_text),
    ]),
};

/** Votes on the merge request (`GitLabVotePublisher`, gitlab-plugin 1.9.16). */
export const gitlabVote: Thing<SpecNode<'gitlab-vote', GitlabVotePublisher>> = {
  kind: 'gitlab-vote',
  needs: elementsOf('gitlab-plugin', 'jobs vote on merge requests of GitLab', '1.4.0'),
  xml: () => element(`${PACKAGE}.GitLabVotePublisher`),
};

function replaced(name: string, text: Sourced<string> | undefined): XmlElement {
  return leaf(name, text === undefined ? false : text.map(() => true));
}
