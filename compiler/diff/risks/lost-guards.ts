import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import { fieldOf, type SeenChange } from './risk-rule.ts';

/** Properties that make builds wait, and what it means that a job has one no more. */
const waiting: Readonly<Record<string, string>> = {
  'disable-concurrent-builds': 'two of its builds may run at the same time',
  'lockable-resources': 'its builds no longer wait for resources that others hold',
  'block-on': 'its builds no longer wait for other jobs',
  throttle: 'nothing limits any more how many of its builds run at the same time',
};

/** Jobs of jobs.bitesize whose builds waited for each other, or for other jobs, and do so no more. */
export function lostGuards({ before, after }: SeenChange): readonly Risk[] {
  if (before?.kind !== 'job' || after?.kind !== 'job' || after.isOwn !== true) return [];
  const [old, now] = [propertiesOf(before), propertiesOf(after)];
  const texts = [
    ...Object.entries(waiting).flatMap(([kind, text]) => (old.has(kind) && !now.has(kind) ? [text] : [])),
    ...(turns(before, after, 'concurrentBuild', 'true') ? [waiting['disable-concurrent-builds'] ?? ''] : []),
    ...(turns(before, after, 'blockOnUpstream', 'false')
      ? ['its builds no longer wait for those of the jobs that start it']
      : []),
    ...(turns(before, after, 'blockOnDownstream', 'false')
      ? ['its builds no longer wait for those of the jobs that it starts']
      : []),
  ];
  return [...new Set(texts)].map((text) => ({ kind: 'gate-opened', text }));
}

function propertiesOf({ fields }: Entity): ReadonlySet<string> {
  return new Set(
    [...fields].flatMap(([path, { value }]) => (/^properties\[[^\]]*\]\.kind$/.test(path) ? [value] : [])),
  );
}

function turns(before: Entity, after: Entity, path: string, to: 'true' | 'false'): boolean {
  const from = to === 'true' ? 'false' : 'true';
  return fieldOf(before, path) === from && (fieldOf(after, path) ?? 'false') === to;
}
