import type { Risk } from '../change.ts';
import { quoted, type SeenChange } from './risk-rule.ts';

/** The seed job deletes jobs that are no longer described, with all their builds. */
export function lostHistory({ before, after, fields }: SeenChange): readonly Risk[] {
  if (before?.kind === 'init-script' && after !== undefined) {
    const other = fields.find(
      ({ path }) => before.name.endsWith('seed-job') && /^(repository|targets)$/.test(path),
    );
    if (other === undefined) return [];
    const text = 'the seed job deletes the jobs that it does not find there, with their builds';
    return [{ kind: 'history-lost', text }];
  }
  if (before?.kind !== 'job') return [];
  if (before.name === after?.name) {
    if (!fields.some(({ path, before: old, after: now }) => path === 'kind' && old && now)) return [];
    const text =
      'Job DSL cannot change the kind of a job: delete it in Jenkins first, with its builds, or the seed job fails';
    return [{ kind: 'history-lost', text }];
  }
  const text =
    after === undefined
      ? 'its builds are deleted'
      : `Jenkins does not know renames: the builds of ${quoted(before.name)} are deleted`;
  return [{ kind: 'history-lost', text }];
}
