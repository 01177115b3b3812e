import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiClient } from '../api/api-client.ts';
import { applyObject, type Manifest, manifestOf, removeNamespaces } from '../api/objects.ts';
import { compileProject, tryCompile } from '../project/compile-project.ts';
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
