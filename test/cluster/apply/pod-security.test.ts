import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiClient } from '../api/api-client.ts';
import { applyObject, type Manifest, manifestOf, removeNamespaces } from '../api/objects.ts';
import { compileProject, tryCompile } from '../project/compile-project.ts';
import { smallestJenkins, writeProject } from '../project/write-project.ts';
import { record } from '../report/record.ts';
import { everyManifest, idOf, messageOf } from './apply-project.ts';
import { podOf } from './pod-of.ts';
import { exampleProjects, scenarioProjects } from './projects.ts';

/*
 * Pod Security judges pods, and no controller makes any here: so each template is tried as a pod, in a dry run, in a
 * namespace that enforces a level.
 */
const connection = inject('cluster');
const client = apiClient(connection);
const levels = ['baseline', 'restricted'] as const;
type Level = (typeof levels)[number];
const namespaceOf = (level: Level) => `pods-${level}`;

beforeAll(async () => {
  for (const level of levels) {
    const metadata = {
      name: namespaceOf(level),
      labels: { 'pod-security.kubernetes.io/enforce': level },
    };
    await applyObject(client, manifestOf(JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata })));
  }
});
afterAll(() => removeNamespaces(client, levels.map(namespaceOf)));

async function expectPods(manifests: readonly Manifest[], level: Level): Promise<void> {
  const refused: string[] = [];
  let tried = 0;
  for (const manifest of manifests) {
    const pod = await podOf(client, manifest, namespaceOf(level));
    if (pod === undefined) continue;
    tried += 1;
    const { status, text } = await applyObject(client, pod, { dryRun: true });
    if (status >= 300) refused.push(`${idOf(manifest)}: ${messageOf(text)}`);
  }
  record(connection, {
    suite: 'Pod Security',
    what: `templates as pods, ${level}`,
    tried,
    failed: refused.length,
  });
  expect(refused).toEqual([]);
}

test.each(exampleProjects)('the pods of $name pass baseline', async ({ folder }) => {
  await expectPods(everyManifest(await compileProject(folder)), 'baseline');
});

test.each(scenarioProjects)('the pods of the scenario $name pass baseline', async ({ folder }) => {
  const compiled = await tryCompile(folder);
  if (typeof compiled === 'string') expect(compiled).toContain('error[');
  else await expectPods(everyManifest(compiled), 'baseline');
});

test.each(exampleProjects)('the Jenkins of $name and its backups pass restricted', async ({ folder }) => {
  const { controller } = await compileProject(folder);
  await expectPods(
    controller.filter(({ kind }) => kind === 'StatefulSet' || kind === 'CronJob'),
    'restricted',
  );
});

const restrictedEnvironment = `project: shop
environments:
  - name: production
    namespace: shop-production
    pod_security: restricted
    run_as_user: 1000
    services:
      - name: web
        version: 1.0
        port: 8080
        deployment: { method: bluegreen, active: blue }
        init_containers: [{ name: migrate, version: 1.0, command: [./migrate] }]
        volumes: [{ name: data, path: /data, size: 1Gi }]
      - { name: tick, type: cron, application: web, version: 1.0, schedule: "5 4 * * *" }
`;

test('the pods of an environment that asks for it pass restricted', async () => {
  const folder = writeProject({
    'environments.bitesize': restrictedEnvironment,
    'jenkins.bitesize': smallestJenkins('shop'),
  });
  const compiled = await compileProject(folder);
  const own = everyManifest(compiled).filter(({ text }) => text.includes('namespace: shop-production'));
  expect(own.filter(({ kind }) => kind === 'Deployment' || kind === 'CronJob')).toHaveLength(3);
  await expectPods(own, 'restricted');
});
