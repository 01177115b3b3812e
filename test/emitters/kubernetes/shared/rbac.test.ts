import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../../compiler/lower/kubernetes/lowered.ts';
import { randomFleets } from './random-fleet.ts';
import { type Account, Rbac } from './rbac.ts';
import { sharedOutput } from './shared-output.ts';

/** The namespaces of the objects of a project, its accounts, and what it may not touch. */
interface Holder {
  readonly name: string;
  readonly accounts: readonly Account[];
  readonly namespaces: readonly string[];
}

const home = 'team-jenkins';

function holdersOf(objects: readonly { readonly manifest: Manifest }[]): {
  readonly controller: Holder;
  readonly projects: readonly Holder[];
} {
  const projects = new Map<string, Manifest[]>();
  for (const { manifest } of objects) {
    const name = manifest.metadata.labels?.['bitesize/project'] ?? '';
    projects.set(name, [...(projects.get(name) ?? []), manifest]);
  }
  const holder = (name: string, manifests: readonly Manifest[]): Holder => ({
    name,
    accounts: manifests
      .filter(({ kind }) => kind === 'ServiceAccount')
      .map(({ metadata }) => ({ name: metadata.name, namespace: metadata.namespace ?? '' })),
    namespaces: [
      ...new Set(
        manifests.flatMap(({ kind, metadata }) =>
          kind === 'Namespace'
            ? [metadata.name]
            : metadata.namespace === undefined
              ? []
              : [metadata.namespace],
        ),
      ),
    ].filter((namespace) => name === '' || namespace !== home),
  });
  const all = [...projects].map(([name, manifests]) => holder(name, manifests));
  const controller = all.find(({ name }) => name === '');
  if (controller === undefined) throw new Error('no controller');
  return { controller, projects: all.filter(({ name }) => name !== '') };
}

describe('rights on a shared controller', () => {
  test('of the accounts of a project: none in the namespaces of another one, nor in that of Jenkins', async () => {
    await fc.assert(
      fc.asyncProperty(randomFleets, async (fleet) => {
        const { objects, found } = await sharedOutput(fleet);
        expect(found.filter((line) => !/^(kubernetes|job|check)\//.test(line))).toEqual([]);
        const all = objects();
        const { controller, projects } = holdersOf(all);
        expect(projects).toHaveLength(Object.keys(fleet).length);
        const rbac = new Rbac(all.map(({ manifest }) => manifest));
        expect(rbac.otherSubjects).toEqual([]);
        for (const project of projects) {
          expect(project.accounts.length).toBeGreaterThan(0);
          const foreign = [controller, ...projects.filter((other) => other !== project)];
          for (const account of [...project.accounts, ...defaultAccounts(project)]) {
            const wide = rbac.rulesFor(account, undefined);
            for (const { namespaces } of foreign) {
              // What holds in the whole cluster is looked at below.
              for (const namespace of namespaces)
                expect(rbac.rulesFor(account, namespace).slice(wide.length)).toEqual([]);
            }
            for (const rule of wide) {
              expect(rule.resources).toEqual(['namespaces']);
              if (rule.resourceNames === undefined) expect(rule.verbs).toEqual(['create']);
              else for (const name of rule.resourceNames) expect(project.namespaces).toContain(name);
            }
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test('of Jenkins itself: pods in the namespaces of agents, and nothing anywhere else', async () => {
    await fc.assert(
      fc.asyncProperty(randomFleets, async (fleet) => {
        const { objects } = await sharedOutput(fleet);
        const manifests = objects().map(({ manifest }) => manifest);
        const rbac = new Rbac(manifests);
        const jenkins = { name: 'jenkins', namespace: home };
        expect(rbac.rulesFor(jenkins, undefined)).toEqual([]);
        const agents = new Set(
          manifests
            .filter(({ kind, metadata }) => kind === 'ServiceAccount' && metadata.name === 'jenkins-agent')
            .map(({ metadata }) => metadata.namespace ?? ''),
        );
        const namespaces = new Set(manifests.flatMap(({ metadata }) => metadata.namespace ?? []));
        expect(agents.has(home)).toBe(false);
        for (const namespace of namespaces) {
          const pod = { verb: 'create', group: '', resource: 'pods', namespace };
          expect(rbac.allows(jenkins, pod)).toBe(agents.has(namespace));
          for (const resource of ['secrets', 'configmaps', 'serviceaccounts/token'])
            expect(rbac.allows(jenkins, { verb: 'get', group: '', resource, namespace })).toBe(false);
          if (!agents.has(namespace)) expect(rbac.rulesFor(jenkins, namespace)).toEqual([]);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('of the account that deploys: in the environments of its project, and nowhere else', async () => {
    const specs = (name: string) => ({
      environments: `project: ${name}\nenvironments: [{name: prd, namespace: ${name}-prd, services: [{name: app, port: 80, version: "1"}]}]\n`,
    });
    const { objects } = await sharedOutput({ web: specs('web'), docs: specs('docs') });
    const rbac = new Rbac(objects().map(({ manifest }) => manifest));
    const may = (project: string, namespace: string) =>
      rbac.allows(
        { name: 'jenkins-deploy', namespace: `${project}-agents` },
        { verb: 'patch', group: 'apps', resource: 'deployments', namespace },
      );
    expect([may('web', 'web-prd'), may('docs', 'docs-prd')]).toEqual([true, true]);
    expect([may('web', 'docs-prd'), may('docs', 'web-prd'), may('web', home)]).toEqual([false, false, false]);
  });
});

/** Pods that name no account have this one. */
function defaultAccounts({ namespaces }: Holder): readonly Account[] {
  return namespaces.map((namespace) => ({ name: 'default', namespace }));
}
