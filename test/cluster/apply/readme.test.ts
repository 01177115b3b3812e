import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, inject, test } from 'vitest';
import { requireTool } from '../../oracles/tools/require-tool.ts';
import { runCommand } from '../../oracles/tools/run-command.ts';
import { apiClient } from '../api/api-client.ts';
import { ensureNamespace, removeNamespaces } from '../api/objects.ts';
import {
  type CompiledProject,
  compileProject,
  namespacesOf,
  scratchFolder,
} from '../project/compile-project.ts';
import { record } from '../report/record.ts';
import { kubeconfig } from '../server/connection.ts';
import { kubectlTool } from '../server/programs.ts';
import { removeProject } from './apply-project.ts';
import { exampleProjects } from './projects.ts';

/* What the README of an output says, done as it stands there, by kubectl, on a cluster that has nothing. */
const connection = inject('cluster');
const client = apiClient(connection);

/** Runs the commands of a README as an administrator, in the output folder; returns what they printed as errors. */
async function follow(folder: string, commands: string): Promise<{ code: number; stderr: string }> {
  const { code, stderr } = await runCommand('sh', ['-eu', '-c', commands], {
    cwd: folder,
    env: {
      ...process.env,
      PATH: `${dirname(requireTool(kubectlTool))}:${process.env.PATH}`,
      KUBECONFIG: kubeconfig(connection),
    },
  });
  return { code, stderr };
}

/** Returns the commands of the block that calls create-secrets.sh, and the folder with the values that it asks for. */
function firstTime(readme: string): string {
  const secrets = scratchFolder();
  for (const [, file = ''] of readme.matchAll(/^ *\| `([^`]+\/[^`]+)` \|/gm)) {
    mkdirSync(dirname(join(secrets, file)), { recursive: true });
    writeFileSync(join(secrets, file), 'a value\n');
  }
  const blocks = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  const block = blocks.find((each) => each.includes('create-secrets.sh')) ?? '';
  return block.replaceAll('FOLDER', secrets);
}

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

test.each(exampleProjects)(
  'the README of $name works at the first try, and again, without a warning',
  async ({ folder }) => {
    const project = await compileProject(folder);
    const file = join(project.folder, 'kubernetes/jenkins/README.md');
    expect(existsSync(file)).toBe(true);
    const commands = firstTime(readFileSync(file, 'utf8'));
    expect(commands).toContain('kubectl apply');
    await withNamespaces(project, async () => {
      const runs = [await follow(project.folder, commands), await follow(project.folder, commands)];
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
    const { code, stderr } = await follow(folder, 'kubectl apply --kustomize .');
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
