import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import type { SeenChange } from './risk-rule.ts';

/** What starts a job when its repository changes. */
const pushKinds: ReadonlySet<string> = new Set([
  'scm-poll',
  'github-push',
  'gitlab-push',
  'bitbucket-push',
  'gerrit',
]);

/** Jobs that nothing starts any more when their repository changes, and changes on Gerrit that nothing votes on. */
export function lostTriggers({ before, after }: SeenChange): readonly Risk[] {
  if (before?.kind !== 'job') return [];
  if (reviews(before) && !(after !== undefined && reviews(after)))
    return [{ kind: 'gate-opened', text: 'changes on Gerrit are no longer built before they are merged' }];
  if (after?.kind !== 'job' || !isStarted(before) || isStarted(after)) return [];
  const text = 'a push no longer starts it: it builds when somebody, or another job, starts it';
  return [{ kind: 'trigger-lost', text }];
}

function reviews({ fields }: Entity): boolean {
  return [...fields].some(
    ([path, { value }]) => /^triggers\[.*\]\.on\.kind$/.test(path) && value === 'review',
  );
}

function isStarted({ fields }: Entity): boolean {
  return [...fields].some(([path, { value }]) => /^triggers\[.*\]\.kind$/.test(path) && pushKinds.has(value));
}
