import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, inject, test } from 'vitest';
import type { CommandResult } from '../../oracles/tools/run-command.ts';
import { apiClient } from '../api/api-client.ts';
import { ensureNamespace, getObject } from '../api/objects.ts';
import { idOf, removeProject } from '../apply/apply-project.ts';
import { commandsOf, follow } from '../apply/follow-readme.ts';
import { bitesize } from '../project/bitesize.ts';
import { type CompiledProject, compileProject } from '../project/compile-project.ts';
import { type Specs, writeProject } from '../project/write-project.ts';
import { record } from '../report/record.ts';
import { editedSpecs, type Replacement } from './edited-specs.ts';
import { shop } from './shop.ts';

/*
 * What leaves `kubernetes/jenkins` has to leave the cluster, by what the README says about a change and the commands
 * that `bitesize diff` prints. What holds data stays until somebody removes it.
 */
const connection = inject('cluster');
const client = apiClient(connection);
const installed: CompiledProject[] = [];

afterEach(async () => {
  for (const project of installed.splice(0)) await removeProject(client, project);
});

const STAYS = ['PersistentVolumeClaim', 'Namespace', 'Secret'];

/** A `jenkins` spec with everything that a row takes away. */
const before: Specs = editedSpecs(shop, [
  ['jenkins', 'kubernetes: {', 'kubernetes: {backup: {schedule: "0 3 * * *"}, '],
]);

const rows: readonly (readonly [title: string, edit: readonly Replacement[]])[] = [
  ['another name of the controller', [['jenkins', 'kubernetes: {', 'kubernetes: {name: ci, ']]],
  [
    'another namespace of the controller',
    [['jenkins', 'kubernetes: {', 'kubernetes: {namespace: shop-ci, ']],
  ],
  [
    'agents in a namespace of their own',
    [['jenkins', 'kubernetes: {', 'kubernetes: {agent_namespace: shop-agents, ']],
  ],
  ['no network policies', [['jenkins', 'kubernetes: {', 'kubernetes: {network_policy: false, ']]],
  ['no Ingress', [['jenkins', ', ingress: {host: ci.example.com}', '']]],
  ['no backups', [['jenkins', 'backup: {schedule: "0 3 * * *"}, ', '']]],
  ['another namespace of an environment', [['environments', 'namespace: shop-dev', 'namespace: shop-int']]],
];

/** Does what a README says below a heading, and then other commands; the namespaces of the environments are there. */
async function followReadme(
  { folder, controller, environments }: CompiledProject,
  heading: string,
  others: readonly string[] = [],
): Promise<CommandResult> {
  const own = new Set(controller.filter(({ kind }) => kind === 'Namespace').map(({ name }) => name));
  for (const { namespace } of environments) if (!own.has(namespace)) await ensureNamespace(client, namespace);
  const readme = readFileSync(join(folder, 'kubernetes/jenkins/README.md'), 'utf8');
  return follow(connection, folder, [...commandsOf(readme, heading), ...others].join('\n'));
}

test.each(rows)('%s: what is no longer of the Jenkins leaves the cluster', async (_, edit) => {
  const oldFolder = writeProject(before);
  const old = await compileProject(oldFolder);
  installed.push(old);
  expect((await followReadme(old, '## First time')).stderr).not.toMatch(/error/i);
  const newFolder = writeProject(editedSpecs(before, edit));
  const { text } = await bitesize('diff', oldFolder, newFolder, '--max-removals', '1000');
  const project = await compileProject(newFolder);
  installed.push(project);
  // What a reviewer is told to delete is there, and can be deleted so.
  const told = [...text.matchAll(/kubectl delete [^`]+/g)].map(([command]) => `${command} --dry-run=server`);
  const { code, stderr } = await followReadme(project, '## A change', told);
  expect.soft(code, stderr).toBe(0);
  const deleted = await follow(connection, project.folder, 'sh kubernetes/jenkins/leftovers.sh | sh');
  expect.soft(deleted.code, deleted.stderr).toBe(0);
  const kept = new Set(project.controller.map(idOf));
  const gone = old.controller.filter(
    (manifest) => !kept.has(idOf(manifest)) && !STAYS.includes(manifest.kind),
  );
  expect(gone.length).toBeGreaterThan(0);
  const left: string[] = [];
  for (const manifest of gone)
    if ((await getObject(client, manifest)) !== undefined) left.push(idOf(manifest));
  record(connection, {
    suite: 'edits',
    what: 'objects of the Jenkins that left its output and stay in the cluster',
    tried: gone.length,
    failed: left.length,
  });
  expect.soft(left).toEqual([]);
  const claims = old.controller.filter(({ kind }) => kind === 'PersistentVolumeClaim');
  for (const claim of claims) expect(await getObject(client, claim), idOf(claim)).toBeDefined();
});
