import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAll } from 'js-yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kustomize } from '../kubernetes/kustomize.ts';
import { canValidateAsServer, validateAsServer } from '../kubernetes/validate-as-server.ts';
import { KUBERNETES_VERSIONS, validateObjects } from '../kubernetes/validate-objects.ts';
import { shellcheck } from '../shell/check-shell.ts';

/* What outside programs say about examples/fleet-on-kubernetes. */
const example = fileURLToPath(new URL('../../../examples/fleet-on-kubernetes', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'bitesize-fleet-example-'));
const file = join(scratch, 'objects.yaml');
let objects: readonly KubernetesObject[] = [];

interface PodSpec {
  readonly securityContext?: unknown;
  readonly containers: readonly {
    readonly name: string;
    readonly env?: readonly { readonly name: string; readonly value?: string }[];
    readonly securityContext?: unknown;
    readonly resources?: unknown;
  }[];
}

interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: Partial<PodSpec> & {
    readonly completions?: number;
    readonly parallelism?: number;
    readonly template?: { readonly spec: PodSpec };
  };
}

beforeAll(async () => {
  const { yaml, error } = await kustomize(example);
  expect(error).toBe('');
  writeFileSync(file, yaml);
  objects = loadAll(yaml) as KubernetesObject[];
});

afterAll(() => rmSync(scratch, { recursive: true }));

test('kustomize makes all objects', () => {
  expect(
    objects.map(({ kind, metadata }) => `${kind} ${metadata.name.replace(/-\w{10}$/, '')}`).sort(),
  ).toEqual([
    'ConfigMap scripts',
    'Job compile',
    'Job merge',
    'Namespace fleet',
    'NetworkPolicy no-network',
    'PersistentVolumeClaim fleet',
    'Pod files',
    'ServiceAccount fleet',
  ]);
});

test('every shard knows how many there are', () => {
  const { completions, parallelism, template } =
    objects.find(({ metadata }) => metadata.name === 'compile')?.spec ?? {};
  const shards = template?.spec.containers[0]?.env?.find(({ name }) => name === 'SHARDS')?.value;
  expect(completions).toBeGreaterThan(1);
  expect([parallelism, shards]).toEqual([completions, String(completions)]);
});

test('pods are restricted', () => {
  const pods = objects
    .flatMap(({ kind, spec }) => (kind === 'Pod' ? [spec] : []))
    .concat(objects.flatMap(({ spec }) => spec?.template?.spec ?? []));
  expect(pods.length).toBe(3);
  for (const pod of pods) {
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    for (const container of pod?.containers ?? [])
      expect(container).toMatchObject({
        resources: { requests: {}, limits: {} },
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          readOnlyRootFilesystem: true,
        },
      });
  }
});

test.each(KUBERNETES_VERSIONS)('all objects are valid for %s', async (version) => {
  expect(await validateObjects([file], version)).toEqual([]);
});

test.runIf(canValidateAsServer())('an API server would accept all objects', async () => {
  expect(await validateAsServer([file])).toEqual([]);
});

test.each(readdirSync(example).filter((name) => name.endsWith('.sh')))(
  'shellcheck finds nothing in %s',
  async (name) => {
    expect(await shellcheck(readFileSync(join(example, name), 'utf8'))).toEqual([]);
  },
);
