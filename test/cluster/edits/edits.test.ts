import { afterEach, expect, inject, test } from 'vitest';
import { apiClient } from '../api/api-client.ts';
import { ensureNamespace, objectsIn, type StoredObject } from '../api/objects.ts';
import { applyProject, removeProject } from '../apply/apply-project.ts';
import { installController } from '../pipelines/install.ts';
import { runDeployingJobs } from '../pipelines/run-deploying-jobs.ts';
import { jobRunner } from '../pipelines/run-job.ts';
import { servicesWithoutPods } from '../pipelines/services-without-pods.ts';
import { bitesize } from '../project/bitesize.ts';
import { type CompiledProject, compileProject, namespacesOf } from '../project/compile-project.ts';
import { type Specs, writeProject } from '../project/write-project.ts';
import { record } from '../report/record.ts';
import { bindClaims } from './bind-claims.ts';
import { editedSpecs } from './edited-specs.ts';
import { edits, type Lookup } from './edits.ts';
import { shop } from './shop.ts';

/*
 * Each edit of the table is made while the old state runs. Its jobs then apply the new one, as in Jenkins; the table
 * says whether the server takes it, and what `bitesize diff` has to warn of before.
 */
const connection = inject('cluster');
const client = apiClient(connection);
const jobs = jobRunner(connection, client);
const installed: CompiledProject[] = [];

afterEach(async () => {
  for (const project of installed.splice(0)) await removeProject(client, project);
});

async function lookup(project: CompiledProject): Promise<Lookup> {
  const found = new Map<string, StoredObject>();
  for (const namespace of namespacesOf(project)) {
    for (const [id, { text }] of await objectsIn(client, namespace))
      found.set(`${namespace} ${id}`, JSON.parse(text) as StoredObject);
  }
  return (kind, name, namespace = 'shop-dev') => found.get(`${namespace} ${kind}/${name}`);
}

async function riskLines(before: string, after: string): Promise<readonly string[]> {
  const { code, text } = await bitesize('diff', before, after, '--max-removals', '1000');
  expect(code, text).toBe(0);
  return text.split('\n').filter((line) => /^\s*! /.test(line));
}

async function start(specs: Specs): Promise<string> {
  const folder = writeProject(specs);
  const old = await compileProject(folder);
  installed.push(old);
  await installController(client, old);
  expect(await applyProject(client, old)).toEqual([]);
  await bindClaims(client, old);
  return folder;
}

test.each(edits.map((edit) => [edit.title, edit] as const))('%s', async (_, edit) => {
  const specs = edit.before ?? shop;
  const before = await start(specs);
  const after = writeProject(editedSpecs(specs, edit.edit));
  const risks = await riskLines(before, after);
  const project = await compileProject(after);
  installed.push(project);
  for (const { namespace } of project.environments) await ensureNamespace(client, namespace);
  await installController(client, project);
  const { isApplied, output } = await runDeployingJobs(jobs, client, project, '2.0-1');
  const isAsExpected = isApplied === (edit.refused === undefined);
  record(connection, {
    suite: 'edits',
    what: 'edits of a spec over the old state: applied or refused',
    tried: 1,
    failed: isAsExpected ? 0 : 1,
  });
  const hasRisk = edit.risk === undefined ? risks.length === 0 : risks.some((line) => edit.risk?.test(line));
  record(connection, {
    suite: 'edits',
    what: 'risk lines of `bitesize diff` for them',
    tried: 1,
    failed: hasRisk ? 0 : 1,
  });
  if (edit.refused === undefined) expect.soft(isApplied, output).toBe(true);
  else expect.soft(output).toMatch(edit.refused);
  if (edit.risk === undefined) expect.soft(risks).toEqual([]);
  else expect.soft(risks.join('\n') || 'no risk').toMatch(edit.risk);
  if (edit.refused !== undefined) return;
  if (edit.after !== undefined) expect.soft(edit.after(await lookup(project))).toEqual(edit.expected);
  const lonely = await servicesWithoutPods(client, project);
  record(connection, {
    suite: 'edits',
    what: 'edits after which every Service has a Deployment behind it',
    tried: 1,
    failed: lonely.length,
  });
  expect.soft(lonely).toEqual([]);
});

test('the table has sixty edits', () => {
  expect(edits.length).toBeGreaterThanOrEqual(60);
  expect(new Set(edits.map(({ title }) => title)).size).toBe(edits.length);
});
