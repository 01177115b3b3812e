import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import { quoted, type SeenChange } from './risk-rule.ts';

/** Whose changes a job builds with the Jenkinsfile that they bring; the wider, the higher. */
const trusted: Readonly<Record<string, number>> = {
  nobody: 0,
  permission: 1,
  members: 1,
  team: 1,
  contributors: 2,
  everyone: 3,
};

const EVERYONE = 3;

/** What it means that others than before are trusted. */
const trustTexts: Readonly<Record<number, string>> = {
  1: 'pull requests from forks of those who may write are built with the Jenkinsfile that they bring',
  2: 'pull requests of whoever has contributed are built with the Jenkinsfile that they bring',
  3: 'pull requests of everybody are built with the Jenkinsfile that they bring, which may use any credential that the job may',
};

/** Users and organizations whose pull requests are built, or who let those of others be built. */
const PEOPLE = /^triggers\[[^\]]*\]\.spec\.(admin_list|white_list|org_list)\[/;

/** What turns on, or off, and what it means. */
const switches: readonly { readonly path: RegExp; readonly open: string; readonly text: string }[] = [
  {
    path: /^triggers\[[^\]]*\]\.spec\.permit_all$/,
    open: 'true',
    text: 'pull requests of everybody are built without anybody being asked',
  },
  {
    path: /^triggers\[[^\]]*\]\.spec\.allow_whitelist_orgs_as_admins$/,
    open: 'true',
    text: 'all members of its organizations may let pull requests be built',
  },
  {
    path: /\.trigger_comment\.only_trusted$/,
    open: 'false',
    text: 'a comment of anybody may start a build',
  },
];

/**
 * Jobs of jobs.bitesize, new or changed, that build what more people propose than before.
 */
export function openBuilds({ before, after }: SeenChange): readonly Risk[] {
  if (after?.kind !== 'job' || after.isOwn !== true) return [];
  return [
    ...moreTrust(before, after),
    ...switches.flatMap(({ path, open, text }) =>
      count(after, path, open) > count(before, path, open) ? [widened(text)] : [],
    ),
    ...(isAsking(before) && !isAsking(after) ? [widened(ASKED_NO_MORE)] : []),
    ...morePeople(before, after),
  ];
}

const ASKED_NO_MORE = 'pull requests of people who are not trusted are built, too';

function moreTrust(before: Entity | undefined, after: Entity): readonly Risk[] {
  const [old, now] = [trustOf(before), trustOf(after)];
  if (now === undefined) return [];
  const trust = now > (old ?? 0) ? trustTexts[now] : undefined;
  return [
    ...(old === undefined && now === 0 && before !== undefined
      ? [widened('pull requests of forks are built, with the Jenkinsfile of the branch that they are for')]
      : []),
    ...(trust === undefined ? [] : [widened(trust)]),
  ];
}

/** Returns how many people are trusted; undefined where pull requests of forks are not built. */
function trustOf(job: Entity | undefined): number | undefined {
  const ranks = [...(job?.fields ?? [])].flatMap(([path, { value }]) => {
    const source = /^(.*)\.discover_pr_forks_trust$/.exec(path)?.[1];
    const strategy = job?.fields.get(`${source}.discover_pr_forks_strategy`)?.value ?? 'none';
    return source === undefined || strategy === 'none' ? [] : [trusted[value] ?? 0];
  });
  return ranks.length === 0 ? undefined : Math.max(...ranks);
}

/** Whether a job builds what anybody proposes, with what the job may do: by its source, or by a trigger. */
export function buildsWhatAnybodyProposes(job: Entity): boolean {
  const byTrigger = [...job.fields].some(
    ([path, { value }]) =>
      /^triggers\[[^\]]*\]\.kind$/.test(path) && /^(github|bitbucket)-pull-request$/.test(value),
  );
  return byTrigger || trustOf(job) === EVERYONE;
}

function isAsking(job: Entity | undefined): boolean {
  return count(job, /\.ignore_untrusted_changes$/, 'true') > 0;
}

function morePeople(before: Entity | undefined, after: Entity): readonly Risk[] {
  if (before === undefined) return [];
  const had = peopleOf(before);
  return [...peopleOf(after)]
    .filter(([key]) => !had.has(key))
    .map(([, { list, name }]) =>
      widened(
        list === 'admin_list'
          ? `${quoted(name)} may let pull requests of others be built`
          : `pull requests of ${list === 'org_list' ? 'members of ' : ''}${quoted(name)} are built without anybody being asked`,
      ),
    );
}

function peopleOf({ fields }: Entity): ReadonlyMap<string, { readonly list: string; readonly name: string }> {
  return new Map(
    [...fields].flatMap(([path, { value: name }]) => {
      const list = PEOPLE.exec(path)?.[1];
      return list === undefined ? [] : [[`${list} ${name}`, { list, name }] as const];
    }),
  );
}

function count(job: Entity | undefined, path: RegExp, value: string): number {
  return [...(job?.fields ?? [])].filter(([key, field]) => path.test(key) && field.value === value).length;
}

function widened(text: string): Risk {
  return { kind: 'permission-widened', text };
}
