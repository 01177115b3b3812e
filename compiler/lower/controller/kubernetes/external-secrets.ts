import type { SecretsOperator } from '../../../../schema/generated/located.ts';
import { mountedSecretNames } from '../../../model/controller/controller.ts';
import type { ExternalSecret } from '../../../model/controller/external-secret.ts';
import type { ObjectScope } from '../../../model/controller/kubernetes/controller-labels.ts';
import { controllerObject } from '../../../model/controller/kubernetes/controller-object.ts';
import {
  appliedObjects,
  deployedObjects,
  type EnvironmentIr,
} from '../../../model/kubernetes/environment.ts';
import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { type NeededObject, neededObjects } from '../../../model/kubernetes/needed-objects.ts';
import { fromSeveral } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import { originsOf, plainValue, type Traceable, type Valued } from '../../../text/traced-text.ts';
import { compareText } from '../../../util/compare-text.ts';
import { groupBy } from '../../../util/group-by.ts';

/** What the paths of Secrets in a store may contain. */
export const pathPlaceholders = ['project', 'secret', 'namespace'] as const;

/** Returns what stands between braces in a path. */
export function placeholdersIn(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

/**
 * Returns the Secrets that an operator makes, sorted by namespace and name: those that init scripts read, and of those
 * that agents and environments use the ones whose keys the specs say. Certificates are left to who issues them. Nothing
 * without an operator.
 */
export function externalSecrets(
  scope: ObjectScope,
  { objects, environments }: ExternalSecretUsers,
): readonly ExternalSecret[] {
  const operator = secretsOperator(scope);
  if (operator === undefined) return [];
  const mounted = mountedSecretNames(scope);
  const used = [
    ...neededObjects(objects).filter(({ name }) => !mounted.has(plainValue(name))),
    ...scope.deployment.agentNeeds,
    ...neededObjects(
      environments.flatMap((environment) => [
        ...appliedObjects(environment),
        ...deployedObjects(environment),
      ]),
    ),
  ].filter(hasKnownValues);
  const wanted = [...ofScripts(scope), ...used.map(ofUser)];
  const places = groupBy(wanted, ({ namespace, name }) => `${namespace.value} ${name.value}`);
  return [...places]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, same]) => {
      const [first] = same;
      if (first === undefined) return [];
      const keys = new Map(same.flatMap((each) => each.keys).map((key) => [key.value, key] as const));
      const origin = fromSeveral(same.map((each) => each.origin));
      return [
        {
          ...first,
          keys: [...keys.values()].sort((a, b) => compareText(a.value, b.value)),
          path: pathOf(operator, scope, first),
          origin,
        },
      ];
    });
}

/** Who needs Secrets besides the init scripts. */
export interface ExternalSecretUsers {
  readonly objects: readonly KubernetesObject[];
  readonly environments: readonly EnvironmentIr[];
}

/** Returns the settings of the operator that makes the Secrets, if one does and its store is known. */
export function secretsOperator({ role }: Pick<ObjectScope, 'role'>): SecretsOperator | undefined {
  if (role.kind === 'own') return undefined;
  const secrets = role.kind === 'shared' ? role.secrets : role.hosting.secrets;
  return secrets.operator.value === 'external-secrets' && secrets.store !== undefined ? secrets : undefined;
}

/** Returns the objects that tell the operator which Secrets to make. */
export function externalSecretObjects(
  scope: ObjectScope,
  secrets: readonly ExternalSecret[],
): readonly KubernetesObject[] {
  const operator = secretsOperator(scope);
  if (operator === undefined) return [];
  const { store, store_kind: kind, refresh } = operator;
  return secrets.map(({ namespace, name, keys, path, type, origin }) =>
    controllerObject(scope, {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      name,
      namespace,
      component: 'secret',
      body: {
        spec: {
          refreshInterval: refresh,
          secretStoreRef: { kind, name: store },
          target: {
            name,
            creationPolicy: 'Owner',
            template: type === undefined ? undefined : { type },
          },
          data: keys.map((key): Traceable => ({ secretKey: key, remoteRef: { key: path, property: key } })),
        },
      },
      origin: fromSeveral([operator.operator.origin, origin]),
    }),
  );
}

type Wanted = Omit<ExternalSecret, 'path'>;

function ofScripts(scope: ObjectScope): readonly Wanted[] {
  const { secrets, deployment, role } = scope;
  const prefix = role.kind === 'part' ? `${role.hosting.slug.value}.` : '';
  return [...groupBy(secrets, ({ secret }) => secret.value)].flatMap(([, same]) =>
    same.slice(0, 1).map(({ secret }) => ({
      namespace: deployment.namespace,
      name: secret,
      inStore: secret.map((text) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
      keys: same.map(({ key }) => key),
      origin: fromSeveral(same.map((each) => each.secret.origin)),
    })),
  );
}

/** A Secret that is mounted whole has keys that nobody here knows. */
function hasKnownValues({ kind, keys }: NeededObject): boolean {
  return kind === 'Secret' && keys.length > 0 && !keys.some((key) => plainValue(key) === 'tls.crt');
}

function ofUser({ namespace, name, keys, origin }: NeededObject): Wanted {
  const isLogin = keys.every((key) => plainValue(key) === loginKey);
  return {
    namespace: textOf(namespace),
    name: textOf(name),
    inStore: textOf(name),
    keys: keys.map(textOf),
    ...(isLogin ? { type: 'kubernetes.io/dockerconfigjson' } : {}),
    origin,
  };
}

const loginKey = '.dockerconfigjson';

function textOf(text: Valued<string>): Sourced<string> {
  return sourced(plainValue(text), fromSeveral(originsOf(text)));
}

function pathOf({ path }: SecretsOperator, { role, project }: ObjectScope, wanted: Wanted): Sourced<string> {
  const values: Readonly<Record<(typeof pathPlaceholders)[number], Sourced<string>>> = {
    project: role.kind === 'part' ? role.hosting.folder : project,
    secret: wanted.inStore,
    namespace: wanted.namespace,
  };
  let text = path.value;
  const origins = [path.origin];
  for (const placeholder of pathPlaceholders) {
    if (!text.includes(`{${placeholder}}`)) continue;
    text = text.replaceAll(`{${placeholder}}`, () => values[placeholder].value);
    origins.push(values[placeholder].origin);
  }
  return sourced(text, fromSeveral(origins));
}
