import { setTimeout as pause } from 'node:timers/promises';
import type { ApiClient } from './api-client.ts';

/** What somebody may want to do; without a namespace, in all of them or to what is in none. */
export interface Action {
  readonly verb: string;
  /** `resource`, `resource/subresource`, `resource.group` or both. */
  readonly resource: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** A rule that applies to somebody in a namespace. */
export interface AccessRule {
  readonly verbs: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
}

/** Returns whether the server would let a user do something. */
export async function mayDo(client: ApiClient, user: string, action: Action): Promise<boolean> {
  const [whole = '', subresource = ''] = action.resource.split('/');
  const [resource = '', ...group] = whole.split('.');
  const [, namespace = ''] = /^system:serviceaccount:([^:]+):/.exec(user) ?? [];
  const { text } = await client.request('POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews', {
    body: JSON.stringify({
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SubjectAccessReview',
      spec: {
        user,
        groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
        resourceAttributes: {
          verb: action.verb,
          resource,
          subresource,
          group: group.join('.'),
          namespace: action.namespace ?? '',
          name: action.name ?? '',
        },
      },
    }),
    type: 'application/json',
  });
  return (JSON.parse(text) as { readonly status: { readonly allowed: boolean } }).status.allowed;
}

/** An account that nothing was given to. */
const NOBODY = 'system:serviceaccount:default:nobody';

/** Returns every rule that applies to a user in a namespace, but for those that every account has. */
export async function rulesOf(
  client: ApiClient,
  user: string,
  namespace: string,
): Promise<readonly AccessRule[]> {
  const ofEverybody = new Set(
    (await allRulesOf(client, NOBODY, namespace)).map((rule) => JSON.stringify(rule)),
  );
  const rules = await allRulesOf(client, user, namespace);
  return rules.filter((rule) => !ofEverybody.has(JSON.stringify(rule)));
}

async function allRulesOf(
  client: ApiClient,
  user: string,
  namespace: string,
): Promise<readonly AccessRule[]> {
  const { text } = await client.request('POST', '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews', {
    body: JSON.stringify({
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectRulesReview',
      spec: { namespace },
    }),
    type: 'application/json',
    as: user,
  });
  const { status } = JSON.parse(text) as {
    readonly status: { readonly resourceRules: readonly AccessRule[] };
  };
  return status.resourceRules;
}

/**
 * Waits until the server has taken up roles that were just made: it reads them by a watch. Throws when it has not after
 * ten seconds.
 */
export async function untilMayDo(client: ApiClient, user: string, action: Action): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await mayDo(client, user, action)) return;
    await pause(50);
  }
  throw new Error(`${user} may not ${action.verb} ${action.resource} in ${action.namespace}`);
}
