import type { Risk } from '../change.ts';
import { fieldOf, objectKind, quoted, type SeenChange } from './risk-rule.ts';

const NAMESPACE = 'metadata.namespace';

/** Services that nobody reaches any more: no pod is left, or their name in the cluster goes. */
export function outage({ before, after, fields }: SeenChange): readonly Risk[] {
  if (objectKind(before) === 'Service') return lostName(fieldOf(before, NAMESPACE), { before, after });
  if (!['Deployment', 'HorizontalPodAutoscaler'].includes(objectKind(after) ?? '')) return [];
  const recreated = fields.some(
    ({ path, before: old, after: now }) =>
      path === 'spec.strategy.type' && old?.value === 'RollingUpdate' && now?.value === 'Recreate',
  );
  const gap = recreated ? [risk('each deployment ends the old pod before the new one starts')] : [];
  const none = fields
    .filter(({ path, after: now }) => /^spec\.(replicas|minReplicas)$/.test(path) && now?.value === '0')
    .map(({ before: old }) => risk(`no pod is left of ${old?.value ?? 'those that run'}`));
  return [...none, ...gap];
}

/** In a cluster nothing is renamed: one object is added, another removed. */
function lostName(
  namespace: string | undefined,
  { before, after }: Pick<SeenChange, 'before' | 'after'>,
): readonly Risk[] {
  const name = fieldOf(before, 'metadata.name');
  const isSame = after !== undefined && fieldOf(after, 'metadata.name') === name;
  if (isSame && fieldOf(after, NAMESPACE) === namespace) return [];
  const address = quoted([name, namespace].filter(Boolean).join('.'));
  if (after === undefined) return [risk(`whoever calls ${address} gets no answer once it is deleted`)];
  return [risk(`whoever calls ${address} reaches the old pods, and nobody once they are deleted`)];
}

function risk(text: string): Risk {
  return { kind: 'outage', text };
}
