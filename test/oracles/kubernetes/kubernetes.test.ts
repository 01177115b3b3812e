import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { kustomize } from './kustomize.ts';
import { canValidateAsServer, validateAsServer } from './validate-as-server.ts';
import { KUBERNETES_VERSIONS, validateObjects } from './validate-objects.ts';

const folder = mkdtempSync(join(tmpdir(), 'bitesize-kubernetes-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const service = (port: string) => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
    - ${port}
`;

test('kustomize prints the objects, and says what it refuses', async () => {
  write('service.yaml', service('port: 80'));
  write('kustomization.yaml', 'resources:\n  - service.yaml\nnamespace: dev\n');
  expect(await kustomize(folder)).toEqual({ yaml: expect.stringContaining('namespace: dev'), error: '' });
  write('kustomization.yaml', 'resources:\n  - absent.yaml\n');
  expect((await kustomize(folder)).error).toContain('absent.yaml');
});

function files(): { readonly good: string; readonly bad: string } {
  const custom = '---\napiVersion: example.io/v1\nkind: Own\nmetadata: {name: a}\n';
  return {
    good: write('good.yaml', service('port: 80') + custom),
    bad: write('bad.yaml', service('{port: 80, prot: 1}')),
  };
}

test.each(KUBERNETES_VERSIONS)('validation for %s', async (version) => {
  const { good, bad } = files();
  const gone = write(
    'gone.yaml',
    'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}\n',
  );
  const problems = await validateObjects([good, bad, gone], version);
  expect(problems.map((problem) => problem.file)).toEqual([bad, gone]);
  expect(problems[0]?.message).toContain('prot');
});

test.runIf(canValidateAsServer())('validation as the API server does it', async () => {
  const { good, bad } = files();
  const problems = await validateAsServer([good, bad]);
  expect(problems.map((problem) => problem.file)).toEqual([bad]);
  expect(problems[0]?.message).toContain('spec.ports[0].prot');
});
