import { podSecurityLabel } from '../../model/kubernetes/environment.ts';
import type { FieldChange, Risk } from '../change.ts';
import { fieldOf, objectKind, quoted, type SeenChange } from './risk-rule.ts';

const BINDINGS: ReadonlySet<string | undefined> = new Set([
  'Role',
  'ClusterRole',
  'RoleBinding',
  'ClusterRoleBinding',
]);

/** Rights in the cluster and in Jenkins, and pods that may do more on their machines. */
export function widenedPermission(change: SeenChange): readonly Risk[] {
  const { before, after, fields } = change;
  const kind = objectKind(after ?? before);
  if (kind === 'NetworkPolicy' && after === undefined)
    return [widened('once it is deleted, nothing restricts who reaches these pods')];
  if (after === undefined) return [];
  if (kind === 'NetworkPolicy' && before !== undefined && fields.some(isNewPeer))
    return [widened('other connections are allowed')];
  if (BINDINGS.has(kind)) return inCluster(change);
  return [
    ...(after.kind === 'init-script' ? inJenkins(change) : []),
    ...(fieldOf(after, 'rights') === 'all' ? [widened('runs with all rights when Jenkins starts')] : []),
    ...fields.flatMap(lostRestriction),
    ...fields
      .filter(isDangerous)
      .map(({ path, after: now }) => widened(`${quoted(path)} becomes ${quoted(now?.value)}`)),
  ];
}

/** A Role that becomes another one, or is new, counts by the verbs that it did not have. */
function inCluster({ before, fields }: SeenChange): readonly Risk[] {
  if (before === undefined) return [widened('grants new rights in the cluster')];
  const kept = (path: string, value: string) => fieldOf(before, path) === value;
  return fields.flatMap(({ path, after: now }): readonly Risk[] => {
    if (now === undefined || !/^(rules|subjects|roleRef)\b/.test(path) || kept(path, now.value)) return [];
    const rule = /^rules\.(.*)\.verbs\[/.exec(path)?.[1];
    if (rule !== undefined) return [widened(`${quoted(now.value)} on ${quoted(rule)}`)];
    return /^(subjects|roleRef).*\bname$/.test(path)
      ? [widened(`${quoted(now.value)} gets these rights`)]
      : [];
  });
}

function inJenkins({ before, fields }: SeenChange): readonly Risk[] {
  // A script that is new because a strategy is: the script that closes Jenkins says what it means.
  if (before === undefined) return [];
  const accounts = fields.filter(
    ({ path, before: old }) => /^users\[.*\]\.name$/.test(path) && old === undefined,
  );
  return [
    ...grants(fields).map(([who, permission]) => widened(`${quoted(who)} gets ${quoted(permission)}`)),
    ...accounts.map(({ after: user }) => widened(`${quoted(user?.value)} gets an account`)),
    ...(turnedOn(fields, 'loggedInStrategy')
      ? [widened('everybody who is logged in may do everything')]
      : []),
    ...(turnedOn(fields, 'anonymousRead') ? [widened('everybody may read without logging in')] : []),
  ];
}

/** The permissions of the matrix that are new: who, and what. */
function grants(fields: readonly FieldChange[]): readonly (readonly [string, string])[] {
  return fields.flatMap(({ path, before, after }) => {
    const entry = /^grants\[(\w+) (.*) (\S+)\]\.permission$/.exec(path);
    if (entry === null || after === undefined || before?.value === after.value) return [];
    return [[`${entry[1]} ${entry[2]}`, after.value] as const];
  });
}

/** A rule of a policy that is new or another one. */
function isNewPeer({ path, after }: FieldChange): boolean {
  return after !== undefined && /^spec\.(ingress|egress)\[/.test(path);
}

/** What the level "restricted" of Pod Security asked for, and is said no more. */
function lostRestriction({ path, before, after }: FieldChange): readonly Risk[] {
  if (path.endsWith(`labels.${podSecurityLabel}`) || path.endsWith(`labels[${podSecurityLabel}]`)) {
    return before?.value === 'restricted' && after?.value !== 'restricted'
      ? [widened('the namespace lets pods run that may become root')]
      : [];
  }
  const restriction =
    /\b(?:runAsNonRoot|runAsUser|allowPrivilegeEscalation|capabilities\.drop\[[^\]]*\])$/.exec(path);
  if (restriction === null || before === undefined || after !== undefined) return [];
  return [
    widened(
      `${quoted(restriction[0])} is gone: ${consequences[restriction[0]] ?? 'containers have capabilities'}`,
    ),
  ];
}

const consequences: Readonly<Record<string, string>> = {
  runAsNonRoot: 'containers may run as root',
  runAsUser: 'containers run as the image says',
  allowPrivilegeEscalation: 'a program may get more rights than its parent',
};

function isDangerous({ path, after }: FieldChange): boolean {
  if (/\b(privileged|allowPrivilegeEscalation|anonymous|hostNetwork|hostPID|hostIPC)$/i.test(path))
    return after?.value === 'true';
  return /\bhostPath\.path$/.test(path) && after !== undefined;
}

function turnedOn(fields: readonly FieldChange[], path: string): boolean {
  return fields.some((field) => field.path === path && field.after?.value === 'true');
}

function widened(text: string): Risk {
  return { kind: 'permission-widened', text };
}
