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
  if (before?.kind !== 'job' || before.name === after?.name) return [];
  const text =
    after === undefined
      ? 'its builds are deleted'
      : `Jenkins does not know renames: the builds of ${quoted(before.name)} are deleted`;
  return [{ kind: 'history-lost', text }];
}
