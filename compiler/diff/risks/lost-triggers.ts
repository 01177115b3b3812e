import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import { fieldOf, quoted, type SeenChange } from './risk-rule.ts';

/** What starts a job when its repository changes. */
const pushKinds: ReadonlySet<string> = new Set([
  'scm-poll',
  'github-push',
  'gitlab-push',
  'bitbucket-push',
  'gerrit',
]);

/**
 * Jobs that nothing starts any more when their repository changes, changes on Gerrit that nothing votes on, and jobs
 * that lost another trigger, or all of them.
 */
export function lostTriggers({ before, after, fields }: SeenChange): readonly Risk[] {
  if (before?.kind !== 'job') return [];
  if (reviews(before) && !(after !== undefined && reviews(after)))
    return [{ kind: 'gate-opened', text: 'changes on Gerrit are no longer built before they are merged' }];
  if (after?.kind !== 'job') return [];
  const isDisabled = fields.some(({ path, after: now }) => path === 'disabled' && now?.value === 'true');
  if (isDisabled && fieldOf(before, 'disabled') !== 'true')
    return [lost('it is disabled: neither its triggers nor people can start it')];
  const [old, now] = [kindsOf(before), kindsOf(after)];
  const pushed = isStarted(old) && !isStarted(now);
  const others = old.filter((kind) => !pushKinds.has(kind) && !now.includes(kind));
  const gone = [
    ...(pushed ? ['a push no longer starts it'] : []),
    ...others.map((kind) => goneKinds[kind] ?? `its trigger ${quoted(kind)} is gone`),
    ...(after.isOwn === true ? goneOfSeveral(before, after, [...others, ...(pushed ? pushKinds : [])]) : []),
  ];
  const isScanned = old.some((kind) => kind.startsWith('folder-'));
  const nothing = now.length > 0 || isScanned ? '' : `: ${ALONE}`;
  return gone.map((text, index) => lost(index === 0 ? text + nothing : text));
}

/** Triggers of a kind that a job has fewer of than before, and jobs whose end no longer starts it. */
function goneOfSeveral(before: Entity, after: Entity, told: readonly string[]): readonly string[] {
  const [old, now] = [triggersOf(before), triggersOf(after)];
  const starting = new Set(now.flatMap(({ jobs }) => jobs));
  const isStarted = now.some(({ jobs }) => jobs.length > 0);
  const ends = old.flatMap(({ jobs }) => jobs).filter((job) => isStarted && !starting.has(job));
  const left = now.map(({ what }) => what);
  const fewer = old.filter(({ kind, what, jobs }) => {
    const isGone = jobs.length === 0 && !told.includes(kind) && !left.includes(what);
    return isGone && countOf(old, kind) > countOf(now, kind);
  });
  return [
    ...ends.map((job) => `the end of ${quoted(job)} no longer starts it`),
    ...fewer.map(({ kind, schedule }) =>
      schedule === undefined
        ? `one of its triggers ${quoted(kind)} is gone`
        : `the schedule ${quoted(schedule)} no longer starts it`,
    ),
  ];
}

/** One trigger of a job: all that is said of it, and the jobs whose end starts it. */
interface JobTrigger {
  readonly kind: string;
  readonly what: string;
  readonly schedule: string | undefined;
  readonly jobs: readonly string[];
}

function triggersOf({ fields }: Entity): readonly JobTrigger[] {
  const found = new Map<string, (readonly [string, string])[]>();
  for (const [path, { value }] of fields) {
    const [, trigger, field] = /^(triggers\[[^\]]*\])\.(.*)$/.exec(path) ?? [];
    if (trigger === undefined || field === undefined) continue;
    found.set(trigger, [...(found.get(trigger) ?? []), [field, value]]);
  }
  return [...found.values()].map((said) => {
    const values = new Map(said);
    return {
      kind: values.get('kind') ?? '',
      what: said.map((each) => each.join(' ')).join('\n'),
      schedule: values.get('schedule'),
      jobs: said.flatMap(([field, value]) => (field.startsWith('jobs[') ? [value] : [])),
    };
  });
}

function countOf(all: readonly JobTrigger[], kind: string): number {
  return all.filter((trigger) => trigger.kind === kind).length;
}

const ALONE = 'it builds when somebody, or another job, starts it';

/** What it means that a job has no trigger of a kind any more. */
const goneKinds: Readonly<Record<string, string>> = {
  cron: 'no schedule starts it any more',
  'parameterized-timed': 'no schedule starts it any more',
  upstream: 'the end of another job no longer starts it',
  'folder-scan': 'it no longer looks at regular times for what is new or gone',
  'folder-webhook': 'its webhook no longer makes it look for what is new or gone',
  'generic-webhook': 'a webhook no longer starts it',
  'github-pull-request': 'pull requests are no longer built by it',
  pollurl: 'a change of what it polls no longer starts it',
  xml: 'a trigger that is given as XML is gone',
};

function lost(text: string): Risk {
  return { kind: 'trigger-lost', text };
}

function reviews({ fields }: Entity): boolean {
  return [...fields].some(
    ([path, { value }]) => /^triggers\[.*\]\.on\.kind$/.test(path) && value === 'review',
  );
}

function kindsOf({ fields }: Entity): readonly string[] {
  const kinds = [...fields].filter(([path]) => /^triggers\[[^\]]*\]\.kind$/.test(path));
  return [...new Set(kinds.map(([, { value }]) => value))];
}

function isStarted(kinds: readonly string[]): boolean {
  return kinds.some((kind) => pushKinds.has(kind));
}
