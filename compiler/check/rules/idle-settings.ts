import type { JobTrigger, JobWrapper } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LocatedObject } from '../../source/node.ts';
import { removal } from './dead-fields.ts';
import type { Rule } from './rule.ts';

/** Fields that say nothing beside others of their object. */
interface Idle {
  readonly fields: readonly string[];
  /** Half a sentence that follows "has no effect". */
  readonly because: string;
}

/** Of the things that an entry can be, what may be idle in those that have such fields. */
type IdleTable<Entry> = {
  readonly [Name in Exclude<keyof Entry, '$'>]?: (thing: NonNullable<Entry[Name]>) => readonly Idle[];
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

const wrappers: IdleTable<JobWrapper> = {
  timeout: ({ type, abort_and_restart: restart }) => [
    { fields: idleOfTimeout[type.value], because: `beside \`type: ${type.value}\`` },
    { fields: restart.value ? [] : ['max_restarts'], because: 'without `abort_and_restart`' },
  ],
  docker: ({ image }) => [
    {
      fields: image === undefined ? [] : ['dockerfile', 'context_path', 'no_cache'],
      because: 'beside `image`',
    },
  ],
};

const triggers: IdleTable<JobTrigger> = {
  gitlab: ({ branch_filter_type: filter, trigger_note: notes }) => [
    {
      fields: filter.value === 'NameBasedFilter' ? [] : ['include_branches', 'exclude_branches'],
      because: 'without `branch_filter_type: NameBasedFilter`',
    },
    {
      fields: filter.value === 'RegexBasedFilter' ? [] : ['source_branch_regex', 'target_branch_regex'],
      because: 'without `branch_filter_type: RegexBasedFilter`',
    },
    { fields: notes.value ? [] : ['note_regex'], because: 'beside `trigger_note: false`' },
  ],
  'github-pull-request': ({ no_commit_status: silent }) => [
    {
      fields: silent.value
        ? [
            'status_context',
            'triggered_status',
            'started_status',
            'status_url',
            'status_add_test_results',
            'success_status',
            'failure_status',
            'error_status',
          ]
        : [],
      because: 'beside `no_commit_status`',
    },
  ],
  gerrit: ({ silent }) => [
    {
      fields: silent.value
        ? [
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
          ]
        : [],
      because: 'beside `silent`',
    },
  ],
  'generic-webhook': ({ regex_filter_expression: expression }) => [
    {
      fields: expression === undefined ? ['regex_filter_text'] : [],
      because: 'without `regex_filter_expression`',
    },
  ],
};

/** Settings of jobs.bitesize that have no effect beside others. */
export const idleSettingsRule: Rule = {
  name: 'idle-settings',
  *check({ jobs }) {
    if (jobs === undefined) return;
    for (const item of [...jobs.jobs.flatMap(itemsOf), ...itemsOf(jobs.defaults)]) {
      for (const entry of item.wrappers ?? []) yield* idleIn(entry, wrappers);
      for (const entry of item.triggers ?? []) yield* idleIn(entry, triggers);
    }
  },
};

/** What jobs and defaults of all kinds may have. */
interface Entries {
  readonly wrappers?: readonly JobWrapper[];
  readonly triggers?: readonly JobTrigger[];
}

/** Returns what stands in an object by the names of kinds. */
function itemsOf(
  byKind: {
    readonly [Kind in 'freestyle' | 'matrix' | 'multijob' | 'pipeline']?: Entries;
  },
): readonly Entries[] {
  const { freestyle, matrix, multijob, pipeline } = byKind;
  return [freestyle, matrix, multijob, pipeline].filter((item) => item !== undefined);
}

function* idleIn<Entry extends LocatedObject>(entry: Entry, table: IdleTable<Entry>): Generator<Diagnostic> {
  for (const name of Object.keys(table) as (keyof IdleTable<Entry>)[]) {
    const thing = entry[name];
    const idle = table[name];
    if (thing === undefined || thing === null || idle === undefined) continue;
    const { fields } = (thing as unknown as LocatedObject).$;
    for (const { fields: names, because } of idle(thing)) {
      for (const field of names) {
        const place = fields.get(field);
        if (place === undefined) continue;
        yield diagnose('check/no-effect-beside', { field, beside: because }, place.key, {
          fixes: removal(field, place),
        });
      }
    }
  }
}
