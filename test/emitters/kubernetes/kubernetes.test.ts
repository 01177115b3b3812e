import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { load, loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../../compiler/model/artifact.ts';
import { emitEnvironment } from '../../../emitters/kubernetes/index.ts';
import { lowerSpecs, manifests } from '../../compiler/lower/kubernetes/lowered.ts';
import { randomEnvironment, specOf } from '../../compiler/lower/kubernetes/random-environment.ts';

function emitted(environment: object): readonly Artifact[] {
  return lowerSpecs({ environments: specOf([environment]) }).environments.flatMap(emitEnvironment);
}

const folder = 'kubernetes/environments/dev/';

describe('the files of an environment', () => {
  it('are one per object, and the kustomization lists exactly those that await nothing', () => {
    fc.assert(
      fc.property(randomEnvironment, (environment) => {
        const artifacts = emitted(environment);
        const paths = artifacts.map(({ path }) => path);
        expect(new Set(paths).size).toBe(paths.length);
        const kustomization = artifacts.find(({ path }) => path === `${folder}kustomization.yaml`);
        const { namespace, resources } = load(kustomization?.content.text ?? '') as {
          namespace: string;
          resources: readonly string[];
        };
        expect(namespace).toBe('shop-dev');
        const others = paths.filter((path) => !path.endsWith('/kustomization.yaml'));
        const listed = others.filter((path) => !path.startsWith(`${folder}deployments/`));
        expect(resources).toEqual(listed.map((path) => path.slice(folder.length)));
        for (const { path, content } of artifacts) {
          expect(loadAll(content.text), path).toHaveLength(1);
          const awaits = content.text.includes('BITESIZE_VERSION');
          if (awaits) expect(path.startsWith(`${folder}deployments/50-`)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('lie in the folder of the slug', () => {
    const paths = emitted({ name: 'Überprüfung  (2)', services: [{ name: 'web' }] }).map(({ path }) => path);
    expect(paths[0]).toBe('kubernetes/environments/uberprufung-2/40-service-web.yaml');
  });
});

const kubectl = spawnSync('kubectl', ['version', '--client']).status === 0;

describe.runIf(kubectl)('kubectl kustomize', () => {
  it('builds every environment, in the order of the files', () => {
    const root = mkdtempSync(join(tmpdir(), 'bitesize-'));
    try {
      const environments = fc.sample(randomEnvironment, { numRuns: 5, seed: 3 });
      environments.forEach((environment, index) => {
        const artifacts = emitted(environment);
        for (const { path, content } of artifacts) {
          const file = join(root, String(index), path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content.text);
        }
        const built = spawnSync('kubectl', ['kustomize', join(root, String(index), folder)], {
          encoding: 'utf8',
        });
        expect(built.stderr).toBe('');
        const kinds = (loadAll(built.stdout) as { kind: string }[]).map(({ kind }) => kind);
        const listed = artifacts.filter(({ path }) => /^[^/]*\/[^/]*\/[^/]*\/\d/.test(path));
        expect(kinds).toEqual(listed.map(({ content }) => (load(content.text) as { kind: string }).kind));
      });
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});

describe.runIf(kubectl)('kubectl', () => {
  it('reads back what runs as it is written, so that applying it again changes nothing', () => {
    const environments = fc.sample(randomEnvironment, { numRuns: 40, seed: 21 });
    const written = environments
      .flatMap((environment) => manifests(lowerSpecs({ environments: specOf([environment]) })))
      .filter(({ kind }) => kind === 'Deployment' || kind === 'CronJob');
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: written });
    const words = ['set', 'serviceaccount', '--local', '-f', '-', 'default', '-o', 'json'];
    const { stdout } = spawnSync('kubectl', words, { input: list, encoding: 'utf8', maxBuffer: 1 << 27 });
    const objects = stdout
      .split(/\n(?=\{\n)/)
      .flatMap((text) => (JSON.parse(text) as { items?: readonly object[] }).items ?? [JSON.parse(text)]);
    expect(objects).toHaveLength(written.length);
    for (const [index, manifest] of written.entries()) expect(objects[index]).toMatchObject(manifest);
  });
});
