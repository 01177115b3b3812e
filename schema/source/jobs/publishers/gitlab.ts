import { text } from '../../fields.ts';
import { SINCE, type Things } from '../family.ts';
import { off, textOr } from './usual-fields.ts';

/** Publishers that tell GitLab how a build went, by the connection that the property `gitlab` names. */
export const gitlabPublishers: Things = {
  'gitlab-notifier': {
    description: 'Tells GitLab the result as the status of the commit.',
    short: 'name',
    fields: {
      name: textOr('jenkins', 'Name of the status.', 'nightly'),
      mark_unstable_as_success: off('Whether an unstable build is told as one that succeeded.'),
    },
    examples: [{ name: 'nightly' }],
  },
  'gitlab-message': {
    description: 'Writes the result as a comment to the merge request that started the build.',
    fields: {
      failure_only: off('Whether only builds that fail get a comment.'),
      success_note_text: note('that succeeds'),
      failure_note_text: note('that fails'),
      abort_note_text: note('that is aborted'),
      unstable_note_text: note('that is unstable'),
    },
    examples: [{ failure_only: true, failure_note_text: 'Failed: $BUILD_URL' }],
  },
  'gitlab-vote': {
    description:
      'Votes on the merge request that started the build: thumbs up for one that succeeds, else down.',
    fields: {},
    examples: [{}],
  },
};

function note(of: string) {
  return text(`The comment to a build ${of}.`, {
    without: 'what the plugin writes',
    examples: ['Built: $BUILD_URL'],
    minLength: 1,
    since: SINCE,
  });
}
