import { afterEach, expect, inject, test } from 'vitest';
import { apiClient } from '../api/api-client.ts';
import { ensureKind } from '../api/objects.ts';
import { applyProject, everyManifest, removeProject } from '../apply/apply-project.ts';
import { follow } from '../apply/follow-readme.ts';
import { exampleProjects, scenarioProjects } from '../apply/projects.ts';
import { shop } from '../edits/shop.ts';
import { type CompiledProject, compileProject } from '../project/compile-project.ts';
import { withJenkins, writeProject } from '../project/write-project.ts';
import { record } from '../report/record.ts';
import { askCluster, linesOf } from './ask-cluster.ts';
import { handMade } from './hand-made.ts';

/*
 * What was applied and not touched is no drift, and whatever was changed by hand is shown, in the fields of the specs.
 */
const connection = inject('cluster');
const client = apiClient(connection);
const installed: CompiledProject[] = [];

afterEach(async () => {
  for (const project of installed.splice(0)) await removeProject(client, project);
});

async function install(folder: string): Promise<void> {
  const project = await compileProject(folder);
  installed.push(project);
  for (const manifest of everyManifest(project)) await ensureKind(client, manifest);
  expect(await applyProject(client, project)).toEqual([]);
}

const projects = [...exampleProjects, ...scenarioProjects].filter(({ name }) => name !== 'cannot-be-said');

test.each(projects.map((project) => [project.name, project] as const))(
  '%s: nothing differs after it was applied',
  async (_, { folder }) => {
    const own = withJenkins(folder);
    await install(own);
    for (const purpose of ['drift', 'plan'] as const) {
      const lines = linesOf(await askCluster(connection, purpose, own));
      record(connection, {
        suite: 'drift',
        what: 'projects in which nothing differs after they were applied',
        tried: 1,
        failed: lines.length === 0 ? 0 : 1,
      });
      expect.soft(lines).toEqual([]);
    }
  },
);

test.each(handMade.map((change) => [change.title, change] as const))('%s', async (_, change) => {
  const folder = writeProject(shop);
  await install(folder);
  const done = await follow(connection, folder, change.commands);
  expect(done.code, done.stderr).toBe(0);
  const drift = linesOf(await askCluster(connection, 'drift', folder));
  for (const line of change.drift) expect.soft(drift.join('\n')).toMatch(line);
  const plan = linesOf(await askCluster(connection, 'plan', folder));
  for (const line of change.plan ?? []) expect.soft(plan.join('\n')).toMatch(line);
  if (change.isKept === true) expect.soft([drift, plan]).toEqual([[], []]);
  record(connection, { suite: 'drift', what: 'changes by hand', tried: 1, failed: 0 });
});
