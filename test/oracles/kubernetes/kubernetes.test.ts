import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { kustomize } from './kustomize.ts';
import { canValidateObjects, VALIDATED_VERSIONS, validateObjects } from './validate-objects.ts';

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

test.runIf(canValidateObjects()).each(VALIDATED_VERSIONS)('validation for %s', async (version) => {
  const good = write(
    'good.yaml',
    `${service('port: 80')}---\napiVersion: example.io/v1\nkind: Own\nmetadata: {name: a}\n`,
  );
  const bad = write('bad.yaml', service('prot: 80'));
  const problems = await validateObjects([good, bad], version);
  expect(problems.map((problem) => problem.file)).toEqual([bad]);
  expect(problems[0]?.message).toContain('spec.ports[0].prot');
});
