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
  return [
    ...(pushed ? [lost(`a push no longer starts it${now.length > 0 ? '' : `: ${ALONE}`}`)] : []),
    ...others.map((kind) =>
      lost(
        `${goneKinds[kind] ?? `its trigger ${quoted(kind)} is gone`}${now.length > 0 || pushed ? '' : `: ${ALONE}`}`,
      ),
    ),
  ];
}

const ALONE = 'it builds when somebody, or another job, starts it';

/** What it means that a job has no trigger of a kind any more. */
const goneKinds: Readonly<Record<string, string>> = {
  cron: 'no schedule starts it any more',
  upstream: 'the end of another job no longer starts it',
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
