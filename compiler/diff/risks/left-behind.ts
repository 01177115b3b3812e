import { pluralOf } from '../../model/kubernetes/deploy-rights.ts';
import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import { fieldOf, objectKind, quoted, type SeenChange } from './risk-rule.ts';

/** Claims and namespaces hold data: what happens to them is said elsewhere, and nobody is given a command. */
const HOLDING: ReadonlySet<string | undefined> = new Set(['PersistentVolumeClaim', 'Namespace']);

/**
 * Objects of the controller that leave its folder, or become others: applying the folder deletes nothing, so a second
 * Jenkins runs on, and a right stays with whoever had it.
 */
export function leftBehind({ before, after }: SeenChange): readonly Risk[] {
  const kind = objectKind(before);
  if (before === undefined || kind === undefined || HOLDING.has(kind)) return [];
  if (!isOfController(before, kind) || commandFor(before) === commandFor(after)) return [];
  return [
    {
      kind: 'left-behind',
      text: `the cluster keeps ${after === undefined ? 'it' : 'the old one'} until ${quoted(commandFor(before))}`,
    },
  ];
}

/** They are called `jenkins/<namespace>/<kind>/<name>`; an environment may be called jenkins, too. */
function isOfController({ name }: Entity, kind: string): boolean {
  const parts = name.split('/');
  return parts[0] === 'jenkins' && (parts.length > 3 || kind.startsWith('Cluster'));
}

function commandFor(entity: Entity | undefined): string | undefined {
  const kind = objectKind(entity);
  if (entity === undefined || kind === undefined) return undefined;
  const version = fieldOf(entity, 'apiVersion') ?? '';
  const group = version.includes('/') ? (version.split('/')[0] ?? '') : '';
  const resource = group === '' ? pluralOf(group, kind) : `${pluralOf(group, kind)}.${group}`;
  const namespace = fieldOf(entity, 'metadata.namespace');
  const name = fieldOf(entity, 'metadata.name') ?? entity.name.split('/').at(-1);
  return `kubectl delete ${resource}/${name}${namespace === undefined ? '' : ` --namespace=${namespace}`}`;
}
