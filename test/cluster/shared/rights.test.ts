import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  type SharedOutput,
  type Specs,
  sharedOutput,
} from '../../emitters/kubernetes/shared/shared-output.ts';
import { mayDo, rulesOf, untilMayDo } from '../api/access.ts';
import { apiClient } from '../api/api-client.ts';
import {
  applyObject,
  ensureKind,
  ensureNamespace,
  type Manifest,
  manifestOf,
  removeNamespaces,
} from '../api/objects.ts';
import { messageOf } from '../apply/apply-project.ts';
import { record } from '../report/record.ts';

/* A real API server takes the objects of a shared controller, and lets no project into the namespaces of another. */
const connection = inject('cluster');
const client = apiClient(connection);

const specs = (name: string): Specs => ({
  build: `project: ${name}\ncomponents: [{name: app, repository: {git: "git@git.example.com:${name}/app.git"}, build: [{shell: make}], artifacts: [{location: "*.deb"}], caches: [npm]}]\n`,
  environments: `project: ${name}\nenvironments: [{name: prd, namespace: ${name}-prd, services: [{name: app, port: 80, version: "1"}]}]\n`,
  jenkins: `project: ${name}\njenkins: {environments: {create_namespaces: true}, credentials: [{id: token, type: secret-text}]}\n`,
});
const names = ['one', 'one-agents', 'two'];
const home = 'team-jenkins';

let shared: SharedOutput;
const manifests = (folder = ''): readonly Manifest[] =>
  shared.objects(folder).map(({ file }) => manifestOf(shared.files.get(file) ?? ''));
const namespacesOf = (name: string): readonly string[] => [
  `${name}-agents`,
  `${name}-agents-privileged`,
  `${name}-prd`,
];
const accountsOf = (name: string): readonly string[] =>
  manifests(`projects/${name}/`)
    .filter(({ kind }) => kind === 'ServiceAccount')
    .map((account) => `system:serviceaccount:${account.namespace}:${account.name}`);

let refused: readonly string[] = [];
beforeAll(async () => {
  shared = await sharedOutput(Object.fromEntries(names.map((name) => [name, specs(name)])));
  const all = manifests();
  expect(all.length).toBeGreaterThan(50);
  const spaces = all.filter(({ kind }) => kind === 'Namespace');
  for (const { name } of spaces) await ensureNamespace(client, name);
  const answers: string[] = [];
  for (const manifest of all) {
    await ensureKind(client, manifest);
    const { status, text } = await applyObject(client, manifest);
    if (status >= 300) answers.push(`${manifest.kind} ${manifest.name}: ${messageOf(text)}`);
  }
  refused = answers;
  for (const name of names) {
    const user = `system:serviceaccount:${name}-agents:jenkins-deploy`;
    await untilMayDo(client, user, { verb: 'list', resource: 'pods', namespace: `${name}-prd` });
  }
});
afterAll(() => removeNamespaces(client, [home, `${home}-agents`, ...names.flatMap(namespacesOf)]));

describe('a controller that several projects share', () => {
  it('is taken by the server as it is, with all its projects', () => {
    expect(refused).toEqual([]);
    record(connection, {
      suite: 'rights',
      what: 'objects of a shared controller and its projects, taken as they are',
      tried: manifests().length,
      failed: refused.length,
    });
  });

  it.each(names)(
    'gives the accounts of %s no right in the namespaces of others, nor in its own',
    async (name) => {
      const foreign = [
        home,
        `${home}-agents`,
        ...names.filter((other) => other !== name).flatMap(namespacesOf),
      ];
      const accounts = accountsOf(name);
      expect(accounts.length).toBeGreaterThan(1);
      for (const user of accounts) {
        for (const namespace of foreign) {
          const rules = await rulesOf(client, user, namespace);
          // The right to make namespaces belongs to no namespace.
          expect(rules.filter(({ resources }) => resources?.join() !== 'namespaces')).toEqual([]);
          for (const resource of ['pods', 'secrets', 'deployments.apps', 'configmaps', 'pods/exec'])
            for (const verb of ['get', 'create', 'delete', 'patch'])
              expect(await mayDo(client, user, { verb, resource, namespace })).toBe(false);
          expect(await mayDo(client, user, { verb: 'patch', resource: 'namespaces', name: namespace })).toBe(
            false,
          );
        }
      }
    },
  );

  it('runs pods in the namespaces of agents, and does nothing anywhere else', async () => {
    const jenkins = `system:serviceaccount:${home}:jenkins`;
    const agents = [
      `${home}-agents`,
      ...names.flatMap((name) => [`${name}-agents`, `${name}-agents-privileged`]),
    ];
    for (const namespace of agents) {
      expect(await mayDo(client, jenkins, { verb: 'create', resource: 'pods', namespace })).toBe(true);
      expect(await mayDo(client, jenkins, { verb: 'get', resource: 'secrets', namespace })).toBe(false);
    }
    for (const namespace of [home, ...names.map((name) => `${name}-prd`), 'default', 'kube-system'])
      expect(await rulesOf(client, jenkins, namespace)).toEqual([]);
  });
});
