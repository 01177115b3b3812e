import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import { fieldOf, quoted, type SeenChange } from './risk-rule.ts';

const SCRIPT = 'inline.script';

/**
 * Pull requests that nothing builds any more before they are merged, whose result has another name than the forge asks
 * for, or that get at more than before: those of forks, and the credentials that their builds have.
 */
export function openRequests({ before, after }: SeenChange): readonly Risk[] {
  if (fieldOf(before, SCRIPT) === undefined && fieldOf(after, SCRIPT) === undefined) return [];
  if (after === undefined) return [{ kind: 'gate-opened', text: 'pull requests are no longer built' }];
  return [...renamedStatus(before, after), ...widenedForks(before, after), ...newSecrets(before, after)];
}

function renamedStatus(before: Entity | undefined, after: Entity): readonly Risk[] {
  const [old, now] = [ofSource(before, 'status'), ofSource(after, 'status')];
  if (old === undefined || old === now) return [];
  const gone = `the result ${quoted(old)} is no longer reported to pull requests`;
  return [{ kind: 'gate-opened', text: now === undefined ? gone : `${gone}: it is called ${quoted(now)}` }];
}

function widenedForks(before: Entity | undefined, after: Entity): readonly Risk[] {
  const [old, now] = [forksOf(before), forksOf(after)];
  if (now === 'like branches' && old !== now)
    return [widened('pull requests of forks are built with what those of branches have')];
  return now === 'apart' && old === 'none' && before !== undefined
    ? [widened('pull requests of forks are built, in pods without secrets')]
    : [];
}

function forksOf(job: Entity | undefined): 'none' | 'apart' | 'like branches' {
  if (ofSource(job, 'forks') !== 'true') return 'none';
  return fieldOf(job, SCRIPT)?.includes('env.CHANGE_FORK == null') ? 'apart' : 'like branches';
}

/** There is one source; entries of a list are known by their names, or by their places. */
function ofSource(job: Entity | undefined, field: string): string | undefined {
  const path = [...(job?.fields.keys() ?? [])].find(
    (key) => /^sources\[[^\]]*\]\./.test(key) && key.endsWith(`.${field}`),
  );
  return path === undefined ? undefined : fieldOf(job, path);
}

function newSecrets(before: Entity | undefined, after: Entity): readonly Risk[] {
  const had = boundIn(before);
  return [...boundIn(after)]
    .filter((id) => before !== undefined && !had.has(id))
    .map((id) => widened(`builds of pull requests get the credential ${quoted(id)}`));
}

/** Returns the ids of the credentials that a script binds to variables. */
function boundIn(job: Entity | undefined): ReadonlySet<string> {
  const script = fieldOf(job, SCRIPT) ?? '';
  return new Set(
    [...script.matchAll(/string\(credentialsId: '((?:[^'\\]|\\.)*)'/g)].map(([, id = '']) => id),
  );
}

function widened(text: string): Risk {
  return { kind: 'permission-widened', text };
}
