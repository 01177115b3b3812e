import { load } from 'js-yaml';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiClient } from '../api/api-client.ts';
import { applyObject, ensureNamespace, type Manifest, removeNamespaces } from '../api/objects.ts';
import { everyManifest, idOf, messageOf } from '../apply/apply-project.ts';
import { editedSpecs } from '../edits/edited-specs.ts';
import { shop } from '../edits/shop.ts';
import { compileProject, tryCompile, writeProject } from '../project/compile-project.ts';
import { record } from '../report/record.ts';
import { refusedValues } from './values.ts';

/* Whatever the server refuses has to be an error before; nothing is stored, all of it is a dry run. */
const connection = inject('cluster');
const client = apiClient(connection);
const namespaces = ['shop-dev', 'shop-jenkins', 'shop-jenkins-privileged'];

beforeAll(async () => {
  for (const name of namespaces) await ensureNamespace(client, name);
});
afterAll(() => removeNamespaces(client, namespaces));

/** Returns a line for each object that the server would refuse. */
async function refusals(manifests: readonly Manifest[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const manifest of manifests) {
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
  const isFound = typeof bad === 'string';
  record(connection, {
    suite: 'values',
    what: 'values beside them that the server refuses',
    tried: 1,
    failed: taken.length,
  });
  record(connection, {
    suite: 'values',
    what: 'values that the server refuses and `compile` takes',
    tried: 1,
    failed: isFound ? 0 : 1,
  });
  expect.soft(taken, 'the near value').toEqual([]);
  expect.soft(said.join('\n'), 'the bad value, as the server sees it').toMatch(row.says);
  expect.soft(isFound ? bad : 'compiles', 'the bad value').toContain('error[');
});
