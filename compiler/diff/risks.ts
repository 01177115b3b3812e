import { compareVersionTexts } from '../plugins/compare-versions.ts';
import type { FieldChange, Risk } from './change.ts';
import type { Entity } from './entity.ts';

/** Looks at one change, seen as an entity before and after, and says what a reviewer must not overlook. */
type RiskRule = (
  before: Entity | undefined,
  after: Entity | undefined,
  fields: readonly FieldChange[],
) => readonly Risk[];

/** Returns the risks of a change; an added entity has no `before`, a removed one no `after`. */
export function risksOf(
  before: Entity | undefined,
  after: Entity | undefined,
  fields: readonly FieldChange[],
): readonly Risk[] {
  return rules.flatMap((rule) => rule(before, after, fields));
}

const rules: readonly RiskRule[] = [lostHistory, lostData, widenedPermission, downgrade, movedHost];

/** The seed job deletes jobs that are no longer described, with all their builds. */
function lostHistory(before: Entity | undefined, after: Entity | undefined): readonly Risk[] {
  if (before?.kind !== 'job' || before.name === after?.name) return [];
  const text =
    after === undefined
      ? 'its builds are deleted'
      : `Jenkins does not know renames: the builds of \`${before.name}\` are deleted`;
  return [{ kind: 'history-lost', text }];
}

function lostData(
  before: Entity | undefined,
  after: Entity | undefined,
  fields: readonly FieldChange[],
): readonly Risk[] {
  if (before === undefined || kindOf(before) !== 'PersistentVolumeClaim') return [];
  if (after === undefined)
    return [{ kind: 'data-lost', text: 'the claim leaves the specs: whoever deletes it deletes its data' }];
  if (after.name !== before.name)
    return [{ kind: 'data-lost', text: `the data stays in the claim of \`${before.name}\`` }];
  const immutable = fields.filter(({ path }) => /storageClassName|accessModes|volumeName/.test(path));
  if (immutable.length === 0) return [];
  return [
    {
      kind: 'data-lost',
      text: 'Kubernetes changes these fields only by making the claim anew, without its data',
    },
  ];
}

function widenedPermission(
  before: Entity | undefined,
  after: Entity | undefined,
  fields: readonly FieldChange[],
): readonly Risk[] {
  const kind = after && kindOf(after);
  const grants =
    kind === 'Role' || kind === 'ClusterRole' || kind === 'RoleBinding' || kind === 'ClusterRoleBinding';
  if (grants && before === undefined)
    return [{ kind: 'permission-widened', text: 'grants new rights in the cluster' }];
  const more = fields.filter(({ path, after: now }) => now !== undefined && isGrant(path, now.value, grants));
  return more.map(({ path, after: now }) => ({
    kind: 'permission-widened',
    text: `\`${path}\` becomes \`${now?.value}\``,
  }));
}

function isGrant(path: string, value: string, inRole: boolean): boolean {
  if (/(privileged|allowPrivilegeEscalation|anonymous|hostNetwork|hostPID)$/i.test(path))
    return value === 'true';
  if (/(permissions|matrix|submitters)\b/i.test(path)) return true;
  return inRole && /^(rules|subjects|manifest\.rules|manifest\.subjects)/.test(path);
}

function downgrade(before: Entity | undefined, after: Entity | undefined): readonly Risk[] {
  if (before?.kind !== 'plugin' || after?.kind !== 'plugin') return [];
  const old = before.fields.get('version')?.value ?? '';
  const now = after.fields.get('version')?.value ?? '';
  if (compareVersionTexts(now, old) >= 0) return [];
  return [
    { kind: 'downgrade', text: `from ${old} back to ${now}: a plugin may not read what the newer one wrote` },
  ];
}

function movedHost(
  before: Entity | undefined,
  after: Entity | undefined,
  fields: readonly FieldChange[],
): readonly Risk[] {
  if (before === undefined || kindOf(before) !== 'Ingress') return [];
  if (after === undefined) return [{ kind: 'host-moved', text: 'its hosts no longer lead anywhere' }];
  const moved = fields.filter(({ path, before: old }) => /\bhosts?\b/.test(path) && old !== undefined);
  return moved.map(({ before: old }) => ({
    kind: 'host-moved',
    text: `\`${old?.value}\` no longer leads here`,
  }));
}

/** Kubernetes objects are named `<folder>/<Kind>/<name>`. */
function kindOf(entity: Entity): string | undefined {
  return entity.kind === 'kubernetes-object' ? entity.name.split('/').at(-2) : undefined;
}
