import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type AccessRule, type Action, mayDo, rulesOf } from '../api/access.ts';
import { apiClient } from '../api/api-client.ts';
import { removeProject } from '../apply/apply-project.ts';
import { exampleProjects } from '../apply/projects.ts';
import { agentAccounts, controllerAccount, deployAccount } from '../project/accounts.ts';
import { type CompiledProject, compileProject, namespacesOf } from '../project/compile-project.ts';
import { record } from '../report/record.ts';
import { installController } from './install.ts';

/* What the emitted accounts must not be able to do, whatever the specs say. */
const connection = inject('cluster');
const client = apiClient(connection);

/** What nobody of ours may do in any namespace. */
const NEVER: readonly string[] = [
  'get secrets',
  'list secrets',
  'watch secrets',
  'create secrets',
  'patch secrets',
  'delete secrets',
  'create pods/attach',
  'create pods/portforward',
  'create pods/ephemeralcontainers',
  'patch pods/ephemeralcontainers',
  'create serviceaccounts',
  'patch serviceaccounts',
  'create serviceaccounts/token',
  'impersonate serviceaccounts',
  'create roles.rbac.authorization.k8s.io',
  'patch roles.rbac.authorization.k8s.io',
  'escalate roles.rbac.authorization.k8s.io',
  'bind roles.rbac.authorization.k8s.io',
  'create rolebindings.rbac.authorization.k8s.io',
  'patch rolebindings.rbac.authorization.k8s.io',
  'delete persistentvolumeclaims',
  'deletecollection persistentvolumeclaims',
  'deletecollection deployments.apps',
  'patch networkpolicies.networking.k8s.io',
  'delete networkpolicies.networking.k8s.io',
  'patch resourcequotas',
  'patch statefulsets.apps',
  'create daemonsets.apps',
];

/** What nobody of ours may do to what is in no namespace. */
const NEVER_IN_THE_CLUSTER: readonly string[] = [
  'delete namespaces',
  'list secrets',
  'list pods',
  'get nodes',
  'create nodes/proxy',
  'create persistentvolumes',
  'patch customresourcedefinitions.apiextensions.k8s.io',
  'patch clusterroles.rbac.authorization.k8s.io',
  'bind clusterroles.rbac.authorization.k8s.io',
  'escalate clusterroles.rbac.authorization.k8s.io',
  'create clusterrolebindings.rbac.authorization.k8s.io',
  'patch mutatingwebhookconfigurations.admissionregistration.k8s.io',
  'impersonate users',
  'impersonate groups',
  'approve certificatesigningrequests.certificates.k8s.io',
];

/** What deploying must not be able to do where it deploys, besides. */
const NEVER_TO_DEPLOY: readonly string[] = [
  'create pods',
  'delete pods',
  'create pods/exec',
  'get pods/exec',
  'patch nodes',
];

/** Namespaces of others. */
const OTHERS: readonly string[] = ['kube-system', 'default'];

function action(text: string, namespace?: string): Action {
  const [verb = '', resource = ''] = text.split(' ');
  return { verb, resource, ...(namespace === undefined ? {} : { namespace }) };
}

/** Returns those of the actions that a user may do. */
async function allowed(user: string, actions: readonly Action[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const each of actions) {
    if (await mayDo(client, user, each))
      found.push(`${user}: ${each.verb} ${each.resource} in ${each.namespace}`);
  }
  record(connection, {
    suite: 'rights',
    what: 'things that nobody may do',
    tried: actions.length,
    failed: found.length,
  });
  return found;
}

function describeRule({ verbs, resources = [] }: AccessRule): string {
  return `${verbs.join(',')} ${resources.join(',')}`;
}

describe.each(exampleProjects)('the accounts of $name', ({ folder }) => {
  let project: CompiledProject;
  let namespaces: readonly string[];

  beforeAll(async () => {
    project = await compileProject(folder);
    namespaces = namespacesOf(project);
    await installController(client, project);
  });
  afterAll(() => removeProject(client, project));

  it('cannot read Secrets, escalate, or touch what holds data', async () => {
    const actions = [
      ...[...namespaces, ...OTHERS].flatMap((namespace) => NEVER.map((text) => action(text, namespace))),
      ...NEVER_IN_THE_CLUSTER.map((text) => action(text)),
    ];
    for (const user of [deployAccount(project), controllerAccount(project), ...agentAccounts(project)])
      expect(await allowed(user, actions)).toEqual([]);
  });

  it('has no rule of all verbs, all groups or all resources, but to read the groups that operators define', async () => {
    for (const user of [deployAccount(project), controllerAccount(project), ...agentAccounts(project)]) {
      for (const namespace of [...namespaces, ...OTHERS]) {
        const rules = await rulesOf(client, user, namespace);
        const wide = rules.filter(
          ({ verbs, apiGroups = [], resources = [] }) =>
            verbs.includes('*') ||
            apiGroups.includes('*') ||
            (resources.includes('*') &&
              verbs.some((verb) => !['get', 'list'].includes(verb) && !verb.startsWith('del'))),
        );
        expect(wide.map(describeRule), `${user} in ${namespace}`).toEqual([]);
      }
    }
  });

  it('cannot run or remove pods where it deploys, and can do nothing elsewhere', async () => {
    const user = deployAccount(project);
    const deployedTo = project.environments.map(({ namespace }) => namespace);
    const inside = deployedTo.flatMap((namespace) => NEVER_TO_DEPLOY.map((text) => action(text, namespace)));
    expect(await allowed(user, inside)).toEqual([]);
    for (const namespace of [...namespaces, ...OTHERS].filter((each) => !deployedTo.includes(each)))
      expect(
        (await rulesOf(client, user, namespace)).filter(isNamespaced).map(describeRule),
        namespace,
      ).toEqual([]);
  });

  it('can do nothing at all as an agent', async () => {
    const users = agentAccounts(project);
    expect(users.length).toBeGreaterThan(0);
    for (const user of users)
      for (const namespace of [...namespaces, ...OTHERS])
        expect((await rulesOf(client, user, namespace)).map(describeRule), `${user} in ${namespace}`).toEqual(
          [],
        );
  });

  it('makes agents, as the controller, where agents are and nowhere else', async () => {
    const user = controllerAccount(project);
    const bindings = project.controller.filter(
      ({ kind, name }) => kind === 'RoleBinding' && name.endsWith('-agents'),
    );
    const forAgents = bindings.map(({ namespace }) => namespace);
    for (const namespace of [...namespaces, ...OTHERS]) {
      const mayMake = await mayDo(client, user, action('create pods', namespace));
      expect(mayMake, namespace).toBe(forAgents.includes(namespace));
      if (!mayMake) expect((await rulesOf(client, user, namespace)).map(describeRule), namespace).toEqual([]);
    }
  });
});

/** With `create_namespaces`, the Namespaces of the environments are the only thing that is in no namespace. */
function isNamespaced({ resources = [] }: AccessRule): boolean {
  return !resources.every((resource) => resource === 'namespaces');
}
