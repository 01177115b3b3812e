import type { JobTrigger, JobWrapper } from '../../../../schema/generated/located.ts';
import { isWritten, type Rule } from '../rule.ts';
import { eachItem, type ThingChecks, thingFindings } from './each-item.ts';
import { noEffect } from './fields-beside.ts';

/** Fields of wrappers and triggers that have no effect beside others. */
export const jobWrappersAndTriggersRule: Rule = {
  name: 'job-wrappers-and-triggers',
  *check({ jobs }) {
    for (const { item } of eachItem(jobs)) {
      for (const wrapper of item.wrappers ?? []) yield* thingFindings(wrapper, wrapperChecks);
      for (const trigger of item.triggers ?? []) yield* thingFindings(trigger, triggerChecks);
    }
  },
};

const elastic = [
  'elastic_percentage',
  'elastic_number_builds',
  'elastic_default_timeout',
  'elastic_fail_safe',
];
const deadline = ['deadline_time', 'deadline_tolerance'];

/** The fields of the strategies, and those that the others do not read. */
const idleOfTimeout = {
  absolute: [...elastic, ...deadline],
  'no-activity': [...elastic, ...deadline],
  elastic: ['timeout', ...deadline],
  'likely-stuck': ['timeout', ...elastic, ...deadline],
  deadline: ['timeout', ...elastic],
} as const;

const wrapperChecks: ThingChecks<JobWrapper> = {
  timeout: function* (spec) {
    const { type, abort_and_restart: restart } = spec;
    yield* noEffect(spec, idleOfTimeout[type.value], `beside \`type: ${type.value}\``);
    if (!restart.value) yield* noEffect(spec, ['max_restarts'], 'without `abort_and_restart`');
  },
  docker: function* (spec) {
    if (isWritten(spec, 'image'))
      yield* noEffect(spec, ['dockerfile', 'context_path', 'no_cache'], 'beside `image`');
  },
};

const triggerChecks: ThingChecks<JobTrigger> = {
  gitlab: function* (spec) {
    const { branch_filter_type: filter, trigger_note: notes } = spec;
    if (filter.value !== 'NameBasedFilter')
      yield* noEffect(
        spec,
        ['include_branches', 'exclude_branches'],
        'without `branch_filter_type: NameBasedFilter`',
      );
    if (filter.value !== 'RegexBasedFilter')
      yield* noEffect(
        spec,
        ['source_branch_regex', 'target_branch_regex'],
        'without `branch_filter_type: RegexBasedFilter`',
      );
    if (!notes.value) yield* noEffect(spec, ['note_regex'], 'beside `trigger_note: false`');
  },
  'github-pull-request': function* (spec) {
    if (spec.no_commit_status.value) yield* noEffect(spec, statusFields, 'beside `no_commit_status`');
  },
  gerrit: function* (spec) {
    if (spec.silent.value) yield* noEffect(spec, reviewFields, 'beside `silent`');
  },
  'generic-webhook': function* (spec) {
    if (!isWritten(spec, 'regex_filter_expression'))
      yield* noEffect(spec, ['regex_filter_text'], 'without `regex_filter_expression`');
  },
};

/** What a pull request on GitHub is told. */
const statusFields = [
  'status_context',
  'triggered_status',
  'started_status',
  'status_url',
  'status_add_test_results',
  'success_status',
  'failure_status',
  'error_status',
];

/** What a change on Gerrit is told. */
const reviewFields = [
  'verified',
  'code_review',
  'start_message',
  'successful_message',
  'failure_message',
  'unstable_message',
  'notbuilt_message',
  'aborted_message',
  'failure_message_file',
  'custom_url',
];
