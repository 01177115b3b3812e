import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { restrictedProblems } from '../../../compiler/lower/controller/pod-security.ts';
import { isBuiltIn, strictProblems } from '../../../compiler/lower/kubernetes/strict.ts';
import { randomFleets } from './random-fleet.ts';
import { type Specs, sharedOutput } from './shared-output.ts';

const full = (name: string): Specs => ({
  build: `project: ${name}
components:
  - name: app
    repository: {git: "git@git.example.com:${name}/app.git"}
    build: [{shell: make}]
    artifacts: [{location: "*.deb"}]
    caches: [npm]
`,
  environments: `project: ${name}
environments:
  - name: prd
    namespace: ${name}-prd
    services:
      - {name: app, port: 80, version: "1", env: [{secret: PASSWORD, value: db/password}]}
`,
  jenkins: `project: ${name}
jenkins:
  environments: {create_namespaces: true}
  apt: {signing_secret: gpg, public_key: key}
  kubernetes: {network: {egress: [{cidr: 10.0.0.0/8, ports: [5432]}]}}
  credentials: [{id: token, type: secret-text}]
`,
});

const ids = (objects: ReturnType<Awaited<ReturnType<typeof sharedOutput>>['objects']>): readonly string[] =>
  objects.map(({ manifest: { apiVersion, kind, metadata } }) =>
    [apiVersion.replace(/\/.*/, ''), kind, metadata.namespace ?? '', metadata.name].join(' '),
  );

describe('the objects of a shared controller and of its projects', () => {
  test('are strictly valid', async () => {
    const { objects } = await sharedOutput(
      { web: full('web'), docs: full('docs') },
      { settings: '      kubernetes: {backup: {}, ingress: {host: ci.example.com, class: other}}' },
    );
    const manifests = objects().map(({ manifest }) => manifest);
    expect(manifests.length).toBeGreaterThan(50);
    expect(strictProblems(manifests.filter(isBuiltIn))).toEqual([]);
  });

  test('are each there once, in files that one kustomization names once', async () => {
    await fc.assert(
      fc.asyncProperty(randomFleets, async (fleet) => {
        const { files, objects } = await sharedOutput(fleet);
        const all = ids(objects());
        expect(all.length).toBeGreaterThan(0);
        expect([...all].sort()).toEqual([...new Set(all)].sort());
        const named = [...files].flatMap(([path, text]) => {
          if (!/^(kubernetes\/jenkins|projects\/[^/]+)\/kustomization\.yaml$/.test(path)) return [];
          const { resources } = load(text) as { resources: string[] };
          return resources.map((name) => new URL(name, `file:///${path}`).pathname.slice(1));
        });
        const folders = [...files.keys()].filter((path) =>
          /^projects\/[^/]+\/kustomization\.yaml$/.test(path),
        );
        expect([...named].sort()).toEqual(
          [
            ...objects().map(({ file }) => file),
            ...folders.map((path) => path.replace('/kustomization.yaml', '')),
          ].sort(),
        );
      }),
      { numRuns: 10 },
    );
  });

  test('of a project are its own: in its namespaces, and in that of Jenkins by its name alone', async () => {
    const { objects } = await sharedOutput({ web: full('web'), docs: full('docs') });
    const own = objects('projects/web/').map(({ manifest }) => manifest);
    const elsewhere = own.filter(({ metadata }) => !/^web-/.test(metadata.namespace ?? metadata.name));
    expect(
      elsewhere.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''} ${metadata.name}`),
    ).toEqual([
      'ClusterRole  jenkins.web.deploy.team-jenkins',
      'ClusterRoleBinding  jenkins.web.deploy.team-jenkins',
      'NetworkPolicy team-jenkins jenkins-project-web',
    ]);
    for (const { metadata } of own)
      expect(metadata.labels).toMatchObject({ 'bitesize/controller': 'team', 'bitesize/project': 'web' });
    expect(own.some(({ kind }) => kind === 'StatefulSet')).toBe(false);
  });

  test('take the scripts of a project from its files alone', async () => {
    const { files } = await sharedOutput({ web: full('web'), docs: full('docs') });
    const scripts = [...files.keys()].flatMap(
      (path) => /^projects\/web\/(jenkins\/init\.groovy\.d\/.*)$/.exec(path)?.[1] ?? [],
    );
    expect(scripts.length).toBeGreaterThan(3);
    const { configMapGenerator } = load(files.get('projects/web/kustomization.yaml') ?? '') as {
      configMapGenerator: unknown;
    };
    expect(configMapGenerator).toEqual([
      {
        name: 'jenkins-project-web',
        namespace: 'team-jenkins',
        files: scripts,
        options: {
          disableNameSuffixHash: true,
          labels: expect.objectContaining({
            'app.kubernetes.io/managed-by': 'bitesize',
            'bitesize/controller': 'team',
            'bitesize/project': 'web',
          }),
        },
      },
    ]);
  });

  test('of the controller have no agent but that of the seeds', async () => {
    const { objects } = await sharedOutput({ web: full('web') });
    const accounts = objects('kubernetes/').filter(({ manifest }) => manifest.kind === 'ServiceAccount');
    expect(
      accounts.map(({ manifest }) => `${manifest.metadata.namespace} ${manifest.metadata.name}`),
    ).toEqual(['team-jenkins-agents jenkins-agent', 'team-jenkins jenkins']);
  });

  test('keep names that Kubernetes takes, however long a folder is', async () => {
    const name = `${'long-'.repeat(15)}a`;
    const other = `${'long-'.repeat(15)}b`;
    const inFolder = (project: string, folder: string): Specs => ({
      ...full(project),
      jenkins: `${full(project).jenkins}  folder: ${folder}\n`,
    });
    const { objects, found } = await sharedOutput({ a: inFolder('a', name), b: inFolder('b', other) });
    expect(found.filter((line) => /fleet|name|duplicate/.test(line))).toEqual([]);
    expect(objects().length).toBeGreaterThan(50);
    expect(ids(objects())).toHaveLength(new Set(ids(objects())).size);
    for (const { manifest } of objects()) {
      if (manifest.kind === 'Namespace') expect(manifest.metadata.name.length).toBeLessThan(64);
      for (const label of Object.values(manifest.metadata.labels ?? {}))
        expect(`${label}`.length).toBeLessThan(64);
    }
  });
});

describe('the pod', () => {
  const podOf = async (projects: Readonly<Record<string, Specs>>) => {
    const { objects } = await sharedOutput(projects);
    const found = objects('kubernetes/').find(({ manifest }) => manifest.kind === 'StatefulSet');
    if (found === undefined) throw new Error('no StatefulSet');
    return found.manifest;
  };

  test('restarts when somebody says so, and starts without what a project lacks', async () => {
    const { spec } = await podOf({ web: full('web'), docs: full('docs') });
    expect(spec.updateStrategy).toEqual({ type: 'OnDelete' });
    expect(restrictedProblems(spec.template.spec)).toEqual([]);
    const volume = (name: string) =>
      spec.template.spec.volumes.find((each: { name: string }) => each.name === name).projected.sources;
    expect(volume('init-scripts')).toEqual([
      { configMap: { name: 'jenkins-init-scripts' } },
      { configMap: { name: 'jenkins-project-web', optional: true } },
      { configMap: { name: 'jenkins-project-docs', optional: true } },
    ]);
    const secrets = volume('mounted-secrets').map(
      ({ secret }: { secret: { name: string; optional?: boolean } }) => secret,
    );
    const optional = secrets.filter((secret: { optional?: boolean }) => secret.optional === true);
    expect(optional.length).toBeGreaterThan(1);
    expect(
      secrets
        .filter((secret: { optional?: boolean }) => secret.optional !== true)
        .map((secret: { name: string }) => secret.name),
    ).toEqual(['jenkins-admin', 'seed-job-key']);
  });

  test('is the same whatever the scripts of a project say', async () => {
    const agents = (image: string) => ({
      ...full('web'),
      jenkins: `${full('web').jenkins}  agents: [{name: own, image: "${image}"}]\n`,
    });
    expect(await podOf({ web: agents('a:1') })).toEqual(await podOf({ web: agents('b:2') }));
  });
});

test('a change in one project changes only its files', async () => {
  const before = await sharedOutput({ web: full('web'), docs: full('docs') });
  const changed: Specs = {
    ...full('web'),
    build: `${full('web').build}  - name: more\n    repository: {git: "git@git.example.com:web/more.git"}\n    build: [{shell: make}]\n`,
    environments: `${full('web').environments}  - {name: stg, namespace: web-stg, services: [{name: app, port: 80, version: "1"}]}\n`,
    jenkins: `${full('web').jenkins}  agents: [{name: own, image: "a:1"}]\n`,
  };
  const after = await sharedOutput({ web: changed, docs: full('docs') });
  const different = [...new Set([...before.files.keys(), ...after.files.keys()])].filter(
    (path) => before.files.get(path) !== after.files.get(path),
  );
  expect(different.length).toBeGreaterThan(5);
  // The reasons behind the plugins are comments.
  expect(different.filter((path) => !path.startsWith('projects/web/'))).toEqual(['jenkins/plugins.txt']);
  const plugins = ({ files }: typeof after) => files.get('jenkins/plugins.txt')?.replaceAll(/ *#.*/g, '');
  expect(plugins(after)).toBe(plugins(before));
});

test('two projects may deploy to one namespace, and are told so', async () => {
  const specs = (name: string, makes: boolean) => ({
    environments: `project: ${name}\nenvironments: [{name: prd, namespace: prd, services: [{name: ${name}, port: 80, version: "1"}]}]\n`,
    jenkins: `project: ${name}\njenkins: {environments: {create_namespaces: ${makes}}}\n`,
  });
  const shared = await sharedOutput({ web: specs('web', true), docs: specs('docs', false) });
  expect(shared.found.filter((line) => line.startsWith('fleet/'))).toEqual([
    'fleet/shared-namespace docs/environments.bitesize:2',
  ]);
  const all = ids(shared.objects());
  expect(all).toHaveLength(new Set(all).size);
  const both = await sharedOutput({ web: specs('web', true), docs: specs('docs', true) });
  expect(both.found).toEqual(['fleet/namespace-made-twice docs/environments.bitesize:2']);
  expect(both.diagnostics[0]?.message).toBe(
    'projects `web` and `docs` of one controller both make the namespace `prd`',
  );
});

test('hosts and images of two projects are told as between two Jenkinses', async () => {
  const specs = (name: string) => ({
    application: `project: shop\napplications: [{name: app, runtime: "a:1", command: run, version: "1"}]\n`,
    environments: `project: shop\nenvironments: [{name: prd, namespace: ${name}, services: [{name: app, port: 80, version: "1", external_url: www.example.com}]}]\n`,
  });
  const { found } = await sharedOutput({ web: specs('web'), docs: specs('docs') });
  expect(found.filter((line) => line.startsWith('fleet/')).map((line) => line.split(' ')[0])).toEqual(
    expect.arrayContaining(['fleet/shared-host', 'fleet/shared-image']),
  );
});

test('scripts of a project that no ConfigMap holds are told, and those of the others are not', async () => {
  const agents = Array.from({ length: 60 }, (_, at) => {
    const yaml = `${'# '.padEnd(80, 'x')}\n`.repeat(80);
    return `    - name: a${at}\n      yaml: |\n${yaml.replaceAll(/^(?=.)/gm, '        ')}        spec: {hostNetwork: false, hostname: ${'h'.repeat(60)}}\n      env: [{name: A, value: "${'v'.repeat(9000)}"}]\n`;
  });
  const large = { jenkins: `project: web\njenkins:\n  agents:\n${agents.join('')}` };
  const { found } = await sharedOutput({ web: large, docs: full('docs') });
  expect(
    found.filter((line) => line.startsWith('controller/too-large')).map((line) => line.replace(/:\d+$/, '')),
  ).toEqual(['controller/too-large web/jenkins.bitesize']);
});

test('no job waits for the seed job, which builds of a project cannot see', async () => {
  const { files } = await sharedOutput({ shop: full('shop') });
  const job = files.get('projects/shop/jenkins/job-dsl/service_jobs.groovy');
  expect(job).toContain('cron');
  expect(job).not.toContain('upstream');
  const readme = files.get('projects/shop/kubernetes/jenkins/README.md');
  expect(readme).toMatch(/^2\. `service-manage` starts on the schedule/m);
});

test.each(['team-jenkins', 'team-jenkins-agents', 'team-jenkins-agents-privileged'])(
  'neither environments nor agents of a project are in the namespace %s of the controller',
  async (namespace) => {
    const environments = `project: shop\nenvironments:\n  - {name: prd, namespace: ${namespace}}\n`;
    const deploying = await sharedOutput({ shop: { ...full('shop'), environments } });
    expect(deploying.found).toContain('fleet/environment-namespace shop/environments.bitesize:3');
    const jenkins = `project: shop\njenkins:\n  kubernetes: {agent_namespace: ${namespace}}\n`;
    const building = await sharedOutput({ shop: { ...full('shop'), jenkins } });
    expect(building.found).toContain('fleet/agent-namespace shop/jenkins.bitesize:3');
  },
);

test('a folder whose agents would be in the namespace of those of the controller is refused', async () => {
  const { found } = await sharedOutput({
    shop: { ...full('shop'), jenkins: 'project: shop\njenkins: {folder: team-jenkins}\n' },
  });
  expect(found.some((each) => each.startsWith('fleet/agent-namespace '))).toBe(true);
});
