import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, inject, test } from 'vitest';
import { apiClient } from '../api/api-client.ts';
import { ensureNamespace, removeNamespaces } from '../api/objects.ts';
import { type CompiledProject, compileProject, namespacesOf } from '../project/compile-project.ts';
import { record } from '../report/record.ts';
import { removeProject } from './apply-project.ts';
import { commandsOf, follow } from './follow-readme.ts';
import { exampleProjects } from './projects.ts';

/* What the README of an output says, done as it stands there, by kubectl, on a cluster that has nothing. */
const connection = inject('cluster');
const client = apiClient(connection);

async function withNamespaces(project: CompiledProject, run: () => Promise<void>): Promise<void> {
  const { controller, environments } = project;
  const own = new Set(controller.filter(({ kind }) => kind === 'Namespace').map(({ name }) => name));
  try {
    for (const { namespace } of environments)
      if (!own.has(namespace)) await ensureNamespace(client, namespace);
    await run();
  } finally {
    await removeProject(client, project);
    await removeNamespaces(client, namespacesOf(project));
  }
}

/** Of this warning the README says that it may come, and what counts. */
const ANNOUNCED = /^\S+ [^\n]*Warning: Sorting order is set both in 'kustomization.yaml' [^\n]*\n/gm;

test.each(exampleProjects)(
  'the README of $name works at the first try, and again, without a warning',
  async ({ folder }) => {
    const project = await compileProject(folder);
    const file = join(project.folder, 'kubernetes/jenkins/README.md');
    expect(existsSync(file)).toBe(true);
    const commands = commandsOf(readFileSync(file, 'utf8'), '## First time').join('\n');
    expect(commands).toContain('kubectl apply');
    await withNamespaces(project, async () => {
      const runs = [
        await follow(connection, project.folder, commands),
        await follow(connection, project.folder, commands),
      ].map(({ code, stderr }) => ({ code, stderr: stderr.replace(ANNOUNCED, '') }));
      const failed = runs.filter(({ code, stderr }) => code !== 0 || stderr !== '').length;
      record(connection, { suite: 'README', what: 'runs of its commands', tried: 2, failed });
      expect(runs).toEqual([
        { code: 0, stderr: '' },
        { code: 0, stderr: '' },
      ]);
    });
  },
);

test('the fleet on Kubernetes applies to a cluster that has nothing', async () => {
  const folder = resolve('examples/fleet-on-kubernetes');
  expect(readdirSync(folder)).toContain('kustomization.yaml');
  try {
    const { code, stderr } = await follow(connection, folder, 'kubectl apply --kustomize .');
    record(connection, {
      suite: 'README',
      what: 'fleet-on-kubernetes',
      tried: 1,
      failed: code === 0 ? 0 : 1,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  } finally {
    await removeNamespaces(client, ['fleet']);
  }
});
