import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { jobsOf } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { webShop } from '../../compiler/lower/jobs/web-shop.ts';
import { canValidateAsServer, validateAsServer } from '../kubernetes/validate-as-server.ts';
import { KUBERNETES_VERSIONS, validateObjects } from '../kubernetes/validate-objects.ts';

/* The pod that builds an image, with the name that the plugin gives it. */
const script = jobsOf(webShop).script('web-docker-image');
const [, pod = ''] = /def pod\(\) \{\n {4}return '''\\\n([\s\S]*?)'''/.exec(script) ?? [];
const folder = mkdtempSync(join(tmpdir(), 'bitesize-image-pod-'));
const file = join(folder, 'pod.yaml');
writeFileSync(file, pod.replace('metadata:\n', 'metadata:\n  name: image-build\n'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(KUBERNETES_VERSIONS)('it is a pod of Kubernetes %s', async (version) => {
  expect(pod).toContain('buildkit');
  expect(await validateObjects([file], version)).toEqual([]);
});

test.skipIf(!canValidateAsServer())('the code of the API server takes it', async () => {
  expect(await validateAsServer([file])).toEqual([]);
});
