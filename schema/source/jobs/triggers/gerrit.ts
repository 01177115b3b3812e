import { choice, flag, integer, list, part, text, texts } from '../../fields.ts';
import { patterns } from '../../patterns.ts';
import type { Definitions } from '../../spec-file.ts';
import { off } from '../builders/about.ts';
import { family, SINCE, type Things } from '../family.ts';

/** A text that Gerrit gets with a vote. */
function message(description: string, example: string) {
  return text(description, {
    without: 'the text of the server',
    minLength: 1,
    examples: [example],
    since: SINCE,
  });
}

/** How a parameter of the build is written. */
function mode(parameter: string, standard: string) {
  return choice(`How ${parameter} is written.`, {
    values: {
      PLAIN: 'As it is.',
      BASE64: 'As Base64, so that it has no quotes and lines.',
      NONE: 'Not at all.',
    },
    default: standard,
    examples: ['NONE'],
    since: SINCE,
  });
}

/** Returns what is compared with a pattern. */
function compared(description: string, standard: string, example: string): Definitions[string] {
  return {
    description,
    short: 'pattern',
    fields: {
      pattern: text('The pattern.', { required: true, minLength: 1, examples: [example], since: SINCE }),
      compare_type: choice('What it is.', {
        values: {
          PLAIN: 'The text itself.',
          ANT: 'An Ant pattern: `*` for letters without `/`, `**` for folders, `?` for one letter.',
          REG_EXP: 'A regular expression of Java for the whole text.',
        },
        default: standard,
        examples: ['REG_EXP'],
        since: SINCE,
      }),
    },
    examples: [{ pattern: example, compare_type: standard }],
  };
}

/** Events of Gerrit: exactly one each. */
const events = family('GerritEvent', 'An event of Gerrit: exactly one thing.', {
  'patchset-created': {
    description: 'A change, or a new version of it.',
    fields: {
      exclude_drafts: flag('Whether drafts start nothing.', off),
      exclude_trivial_rebase: flag('Whether a rebase without conflicts starts nothing.', off),
      exclude_no_code_change: flag('Whether a new message alone starts nothing.', off),
      exclude_private: flag('Whether private changes start nothing.', off),
      exclude_wip: flag('Whether changes in progress start nothing.', off),
      commit_message_contains_regex: text('Regular expression of Java that the message must contain.', {
        without: 'any message',
        minLength: 1,
        examples: ['^Release:'],
        since: SINCE,
        refers: 'regex',
      }),
      uploader_name_contains_regex: text(
        'Regular expression of Java that the name of who sent it must contain.',
        {
          without: 'anybody',
          minLength: 1,
          examples: ['bot$'],
          since: SINCE,
          refers: 'regex',
        },
      ),
    },
    examples: [{ exclude_drafts: true }],
  },
  'change-merged': {
    description: 'A change that was merged.',
    fields: {
      commit_message_contains_regex: text('Regular expression of Java that the message must contain.', {
        without: 'any message',
        minLength: 1,
        examples: ['^Release:'],
        since: SINCE,
        refers: 'regex',
      }),
    },
    examples: [{}],
  },
  'change-abandoned': { description: 'A change that was given up.', fields: {}, examples: [{}] },
  'change-restored': { description: 'A change that was taken up again.', fields: {}, examples: [{}] },
  'comment-added': {
    description: 'A comment with a vote.',
    fields: {
      approval_category: text('The label that is voted on.', {
        required: true,
        minLength: 1,
        examples: ['Code-Review'],
        since: SINCE,
      }),
      approval_value: text('The vote.', { required: true, minLength: 1, examples: ['+2'], since: SINCE }),
    },
    examples: [{ approval_category: 'Code-Review', approval_value: '+2' }],
  },
  'comment-added-contains': {
    description: 'A comment with a text.',
    short: 'comment_contains_value',
    fields: {
      comment_contains_value: text('Regular expression of Java that the comment must contain.', {
        required: true,
        minLength: 1,
        examples: ['^recheck$'],
        since: SINCE,
        refers: 'regex',
      }),
    },
    examples: [{ comment_contains_value: '^recheck$' }],
  },
  'draft-published': { description: 'A draft that became a change.', fields: {}, examples: [{}] },
  'ref-updated': {
    description: 'A branch or tag that was moved, made or deleted.',
    fields: {},
    examples: [{}],
  },
  'topic-changed': { description: 'A change whose topic was changed.', fields: {}, examples: [{}] },
  'hashtags-changed': {
    description: 'A change whose hashtags were changed.',
    short: 'hashtag',
    fields: {
      hashtag: text('Regular expression of Java for the hashtag.', {
        required: true,
        minLength: 1,
        examples: ['^ready$'],
        since: SINCE,
        refers: 'regex',
      }),
    },
    examples: [{ hashtag: '^ready$' }],
  },
  'private-state-changed': {
    description: 'A change that became private, or is no longer.',
    fields: {},
    examples: [{}],
  },
  'wip-state-changed': {
    description: 'A change that became one in progress, or is no longer.',
    fields: {},
    examples: [{}],
  },
  'rerun-check': {
    description: 'Somebody asks for the checks again on the page of a change.',
    fields: {},
    examples: [{}],
  },
});

/** A vote for a result. */
function vote(description: string) {
  return integer(description, {
    without: 'the vote of the server',
    pattern: patterns.signedNumber,
    examples: [-1],
    since: SINCE,
  });
}

/** The objects inside triggers of Gerrit. */
export const gerritParts: Definitions = {
  ...events,
  GerritProject: {
    description: 'A project of Gerrit with the branches and files that count.',
    fields: {
      pattern: text('Name of the project, or a pattern.', {
        required: true,
        minLength: 1,
        examples: ['shop/web'],
        since: SINCE,
      }),
      compare_type: choice('What `pattern` is.', {
        values: {
          PLAIN: 'The name itself.',
          ANT: 'An Ant pattern.',
          REG_EXP: 'A regular expression of Java for the whole name.',
        },
        default: 'PLAIN',
        examples: ['ANT'],
        since: SINCE,
      }),
      branches: list('The branches that count.', {
        of: 'GerritName',
        required: true,
        minItems: 1,
        examples: [['main']],
        since: SINCE,
      }),
      file_paths: list('The files one of which a change must touch.', {
        of: 'GerritFile',
        without: 'any file',
        examples: [['src/**']],
        since: SINCE,
      }),
      forbidden_file_paths: list('The files that a change must not touch.', {
        of: 'GerritFile',
        without: 'no file',
        examples: [['docs/**']],
        since: SINCE,
      }),
      disable_strict_forbidden_file_verification: flag(
        'Whether a change that touches forbidden files and others counts.',
        off,
      ),
      topics: list('The topics of which a change must have one.', {
        of: 'GerritName',
        without: 'any topic, or none',
        examples: [['release']],
        since: SINCE,
      }),
      hashtags: list('The hashtags of which a change must have one.', {
        of: 'GerritName',
        without: 'any hashtag, or none',
        examples: [['ready']],
        since: SINCE,
      }),
    },
    examples: [{ pattern: 'shop/web', branches: ['main'] }],
  },
  GerritName: compared('A name of Gerrit, or a pattern.', 'PLAIN', 'main'),
  GerritFile: compared('A path in a change, or a pattern.', 'ANT', 'src/**'),
  GerritSkipVote: {
    description: 'Results of builds that do not count in the vote, where other jobs vote on the same event.',
    fields: {
      successful: flag('Whether a success does not count.', off),
      failed: flag('Whether a failure does not count.', off),
      unstable: flag('Whether an unstable build does not count.', off),
      notbuilt: flag('Whether a build that did nothing does not count.', off),
      aborted: flag('Whether an aborted build does not count.', off),
    },
    examples: [{ successful: true }],
  },
  GerritVotes: {
    description: 'Votes for one label.',
    fields: {
      started: vote('The vote when the build starts.'),
      successful: vote('The vote when it succeeds.'),
      failed: vote('The vote when it fails.'),
      unstable: vote('The vote when it is unstable.'),
      notbuilt: vote('The vote when it did nothing.'),
      aborted: vote('The vote when it is aborted.'),
    },
    examples: [{ successful: 1, failed: -1 }],
  },
  GerritCancellation: {
    description: 'Which builds a new version of a change ends.',
    fields: {
      abort_new_patchsets: flag('Whether builds of a newer version end when an older one is asked for.', off),
      abort_manual_patchsets: flag('Whether builds that somebody started end too.', off),
      abort_same_topic: flag('Whether builds of the same topic end too.', off),
      abort_abandoned_patchsets: flag('Whether builds of a change that is given up end.', off),
    },
    examples: [{ abort_new_patchsets: true }],
  },
  GerritTopicAssociation: {
    description: 'Which other changes of the same topic count as part of a change.',
    fields: {
      ignore_new: flag('Whether open ones do not.', off),
      ignore_merged: flag('Whether merged ones do not.', off),
      ignore_abandoned: flag('Whether those that were given up do not.', off),
    },
    examples: [{ ignore_abandoned: true }],
  },
};

/** What starts builds. */
const sources = {
  server_name: text('Name of the server in the settings of Jenkins; `__ANY__` for all of them.', {
    default: '__ANY__',
    minLength: 1,
    examples: ['review'],
    since: SINCE,
  }),
  projects: list('The projects; none where `dynamic_trigger_url` says them.', {
    of: 'GerritProject',
    required: true,
    examples: [[{ pattern: 'shop/web', branches: ['main'] }]],
    since: SINCE,
  }),
  trigger_on: list('The events.', {
    of: 'JobGerritEvent',
    required: true,
    minItems: 1,
    examples: [['patchset-created', { 'comment-added-contains': '^recheck$' }]],
    since: SINCE,
  }),
  dynamic_trigger_url: text('URL of a list of projects that the plugin reads again and again.', {
    without: 'only `projects`',
    minLength: 1,
    examples: ['https://ci.example.com/projects.txt'],
    since: SINCE,
  }),
  topic_association: part('GerritTopicAssociation', 'How changes of one topic belong together.', {
    without: 'each change is built alone',
    examples: [{ ignore_abandoned: true }],
    since: SINCE,
  }),
  dependency_jobs: texts('Jobs that are built for the same event before this one.', {
    without: 'none',
    examples: [['platform/base']],
    since: SINCE,
    refers: 'job',
  }),
  build_cancellation_policy: part('GerritCancellation', 'Which builds a new version of a change ends.', {
    without: 'as the server says',
    examples: [{ abort_new_patchsets: true }],
    since: SINCE,
  }),
};

/** What Gerrit is told. */
const answers = {
  skip_vote: part('GerritSkipVote', 'Results that do not count in the vote.', {
    default: {},
    examples: [{ successful: true, failed: true }],
    since: SINCE,
  }),
  verified: part('GerritVotes', 'Votes for the label Verified.', {
    without: 'those of the server',
    examples: [{ successful: 1, failed: -1 }],
    since: SINCE,
  }),
  code_review: part('GerritVotes', 'Votes for the label Code-Review.', {
    without: 'those of the server',
    examples: [{ successful: 1, failed: -1 }],
    since: SINCE,
  }),
  silent: flag('Whether Gerrit is told nothing.', off),
  silent_start: flag('Whether Gerrit is not told that a build starts.', off),
  notification_level: choice('Who gets mail.', {
    values: {
      NONE: 'Nobody.',
      OWNER: 'The owner of the change.',
      OWNER_REVIEWERS: 'The owner and the reviewers.',
      ALL: 'Everybody who is interested.',
      SERVER_DEFAULT: 'Whom the server says.',
    },
    default: 'SERVER_DEFAULT',
    examples: ['OWNER'],
    since: SINCE,
  }),
  start_message: message('Text when a build starts.', 'Build started.'),
  successful_message: message('Text when it succeeds.', 'All tests passed.'),
  failure_message: message('Text when it fails.', 'Tests failed; see https://wiki.example.com/ci.'),
  unstable_message: message('Text when it is unstable.', 'Some tests failed.'),
  notbuilt_message: message('Text when it did nothing.', 'Nothing to do.'),
  aborted_message: message('Text when it is aborted.', 'Aborted.'),
  failure_message_file: text(
    'Path of a file in the workspace with the text of a build that did not succeed.',
    {
      without: 'no such text',
      minLength: 1,
      examples: ['report.txt'],
      since: SINCE,
    },
  ),
  custom_url: text('Link in the texts.', {
    without: 'the build',
    minLength: 1,
    examples: ['https://logs.example.com/$JOB_NAME/$BUILD_NUMBER'],
    since: SINCE,
  }),
};

/** How the build sees the change. */
const parameters = {
  escape_quotes: flag('Whether quotes in parameters of the change are escaped.', {
    default: true,
    examples: [false],
    since: SINCE,
  }),
  name_and_email_parameter_mode: mode('names with addresses, such as `GERRIT_CHANGE_OWNER`,', 'PLAIN'),
  commit_message_parameter_mode: mode('`GERRIT_CHANGE_COMMIT_MESSAGE`', 'BASE64'),
  change_subject_parameter_mode: mode('`GERRIT_CHANGE_SUBJECT`', 'PLAIN'),
  comment_text_parameter_mode: mode('`GERRIT_EVENT_COMMENT_TEXT`', 'BASE64'),
};

/** Builds for events of Gerrit, and votes. */
export const gerrit: Things = {
  gerrit: {
    description: 'Builds for events of Gerrit and votes, by the Gerrit Trigger plugin.',
    fields: { ...sources, ...answers, ...parameters },
    examples: [{ projects: [{ pattern: 'shop/web', branches: ['main'] }], trigger_on: ['patchset-created'] }],
  },
};
