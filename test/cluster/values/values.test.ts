import { load } from 'js-yaml';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiClient } from '../api/api-client.ts';
import { applyObject, ensureNamespace, type Manifest, removeNamespaces } from '../api/objects.ts';
import { everyManifest, idOf, messageOf } from '../apply/apply-project.ts';
import { storedOtherwise } from '../apply/stored-otherwise.ts';
import { editedSpecs } from '../edits/edited-specs.ts';
import { shop } from '../edits/shop.ts';
import { compileProject, tryCompile, writeProject } from '../project/compile-project.ts';
import { record } from '../report/record.ts';
import { keptValues } from './kept-values.ts';
import { refusedValues } from './refused-values.ts';

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
  const slippedThrough = typeof bad === 'string' ? [] : await refusals(everyManifest(bad));
  count('values beside them that the server refuses', taken.length);
  count('values that the server refuses and `compile` lets through', slippedThrough.length);
  expect.soft(taken, 'the near value').toEqual([]);
  expect.soft(said.join('\n'), 'the bad value, as the server sees it').toMatch(row.says);
  expect.soft(slippedThrough, 'the bad value, compiled').toEqual([]);
  if (typeof bad === 'string') expect(bad).toContain('error[');
});

test.each(keptValues.map((row) => [row.title, row] as const))(
  '%s is stored as it is written',
  async (_, row) => {
    const compiled = await tryCompile(writeProject(editedSpecs(shop, row.edit)));
    const changed: string[] = [];
    const environments = typeof compiled === 'string' ? [] : compiled.environments;
    for (const manifest of environments.flatMap(({ applied, awaiting }) => [...applied, ...awaiting])) {
      const { status, text } = await applyObject(client, manifest, { dryRun: true });
      expect(status, text).toBeLessThan(300);
      changed.push(
        ...storedOtherwise(load(manifest.text), JSON.parse(text)).map((line) => `${idOf(manifest)}: ${line}`),
      );
    }
    count('values that the server stores as something else', changed.length);
    expect(changed).toEqual([]);
    // What cannot be kept has to be an error.
    if (typeof compiled === 'string') expect(compiled).toContain('error[');
  },
);

function count(what: string, failed: number): void {
  record(connection, { suite: 'values', what, tried: 1, failed: Math.min(failed, 1) });
}
