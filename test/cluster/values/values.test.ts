import { load } from 'js-yaml';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiClient } from '../api/api-client.ts';
import { applyObject, ensureNamespace, type Manifest, removeNamespaces } from '../api/objects.ts';
import { everyManifest, idOf, messageOf } from '../apply/apply-project.ts';
import { podOf } from '../apply/pod-of.ts';
import { editedSpecs } from '../edits/edited-specs.ts';
import { shop } from '../edits/shop.ts';
import { compileProject, tryCompile } from '../project/compile-project.ts';
import { writeProject } from '../project/write-project.ts';
import { record } from '../report/record.ts';
import { keptValues } from './kept-values.ts';
import { refusedValues } from './refused-values.ts';

/* Whatever the server refuses has to be an error before; nothing is stored, all of it is a dry run. */
const connection = inject('cluster');
const client = apiClient(connection);
const namespaces = ['shop-dev', 'shop-jenkins', 'shop-jenkins-privileged', 'shop-pods'];

beforeAll(async () => {
  for (const name of namespaces) await ensureNamespace(client, name);
});
afterAll(() => removeNamespaces(client, namespaces));

/** Returns a line for each object that the server would refuse, or a pod that a controller would make of it. */
async function refusals(manifests: readonly Manifest[]): Promise<readonly string[]> {
  const found: string[] = [];
  const pods = await Promise.all(manifests.map((manifest) => podOf(client, manifest, 'shop-pods')));
  for (const manifest of [...manifests, ...pods.filter((pod) => pod !== undefined)]) {
    const { status, text } = await applyObject(client, manifest, { dryRun: true });
    if (status >= 300) found.push(`${idOf(manifest)}: ${messageOf(text)}`);
  }
  return found;
}

/** Returns a manifest with another value at a path. */
function withValue(manifest: Manifest, path: string, value: unknown): Manifest {
  const object = load(manifest.text) as Record<string, unknown>;
  const keys = path.split('/');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((place, key) => {
    place[key] ??= {};
    return place[key] as Record<string, unknown>;
  }, object);
  parent[last] = value;
  const name = path === 'metadata/name' ? String(value) : manifest.name;
  return { ...manifest, name, text: JSON.stringify(object) };
}

test.each(refusedValues.map((row) => [row.title, row] as const))('%s', async (_, row) => {
  const near = editedSpecs(shop, row.near);
  const compiled = await compileProject(writeProject(near));
  const taken = await refusals(everyManifest(compiled));
  const manifest = everyManifest(compiled).find(({ kind, name }) => kind === row.kind && name === row.name);
  if (manifest === undefined) throw new Error(`there is no ${row.kind} ${row.name}`);
  const said = await refusals([withValue(manifest, row.path, row.value)]);
  const bad = await tryCompile(writeProject(editedSpecs(near, row.bad)));
  const slippedThrough = typeof bad === 'string' ? [] : await refusals(everyManifest(bad));
  count('values beside them that the server refuses', taken.length);
  count('values that the server refuses and `compile` lets through', slippedThrough.length);
  expect.soft(taken, 'the near value').toEqual([]);
  expect.soft(said.join('\n'), 'the bad value, as the server sees it').toMatch(row.says);
  expect.soft(slippedThrough, 'the bad value, compiled').toEqual([]);
  if (typeof bad === 'string') expect(bad).toContain('error[');
});

test.each(keptValues.map((row) => [row.title, row] as const))(
  '%s is stored as the spec means it',
  async (_, row) => {
    const compiled = await tryCompile(writeProject(editedSpecs(shop, row.edit)));
    const manifests = typeof compiled === 'string' ? [] : everyManifest(compiled);
    const manifest = manifests.find(({ kind, name }) => kind === 'Deployment' && name === 'worker');
    const said = typeof compiled === 'string' ? compiled : compiled.said;
    const answer = manifest === undefined ? undefined : await applyObject(client, manifest, { dryRun: true });
    const stored = answer === undefined ? undefined : valueAt(JSON.parse(answer.text), row.path);
    const isKept = stored === row.stored || /^(error|warning)\[/m.test(said);
    count('values that the server stores as something else, without a finding', isKept ? 0 : 1);
    if (!isKept) expect(stored).toBe(row.stored);
  },
);

function valueAt(object: unknown, path: string): unknown {
  return path
    .split('/')
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], object);
}

function count(what: string, failed: number): void {
  record(connection, { suite: 'values', what, tried: 1, failed: Math.min(failed, 1) });
}
