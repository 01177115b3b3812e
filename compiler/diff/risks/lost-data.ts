import { isSmaller } from '../../util/quantity.ts';
import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import { fieldOf, objectKind, quoted, type SeenChange, STORAGE } from './risk-rule.ts';

/** Claims, and what another controller keeps data in: a database that leaves the specs takes its data with it. */
export function lostData({ before, after, fields }: SeenChange): readonly Risk[] {
  if (before === undefined) return [];
  if (isThirdParty(before) && after === undefined)
    return lost('whoever deletes it may delete its data: make a backup first');
  if (isThirdParty(before) && after !== undefined && placeOf(before) !== placeOf(after))
    return lost(`it is another one: the data stays in ${quoted(placeOf(before))}`);
  if (objectKind(before) !== 'PersistentVolumeClaim') return [];
  if (after === undefined) return lost('the claim leaves the specs: whoever deletes it deletes its data');
  const [place, newPlace] = [placeOf(before), placeOf(after)];
  if (place !== newPlace) return lost(`it is another claim: the data stays in ${quoted(place)}`);
  if (fields.some(({ path }) => /storageClassName|accessModes|volumeName/.test(path)))
    return lost('Kubernetes changes these fields only by making the claim anew, without its data');
  const [size, newSize] = [fieldOf(before, STORAGE), fieldOf(after, STORAGE)];
  return isSmaller(newSize, size)
    ? lost(
        `Kubernetes does not shrink a claim from ${quoted(size)} to ${quoted(newSize)}: a new one has no data`,
      )
    : [];
}

function lost(text: string): readonly Risk[] {
  return [{ kind: 'data-lost', text }];
}

/** What the cluster knows a claim by; a renamed environment may keep its namespace. */
function placeOf(entity: Entity): string {
  const name = fieldOf(entity, 'metadata.name') ?? entity.name.split('/').at(-1);
  const namespace = fieldOf(entity, 'metadata.namespace');
  return namespace === undefined ? `${name}` : `${namespace}/${name}`;
}

function isThirdParty(entity: Entity): boolean {
  const group = fieldOf(entity, 'apiVersion')?.split('/').at(-2) ?? '';
  return group.includes('.') && !/\.(k8s|istio)\.io$/.test(group);
}
