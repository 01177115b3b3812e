import { afterEach, expect, inject, test } from 'vitest';
import { apiClient } from '../api/api-client.ts';
import { createObject, ensureNamespace, getObject, type Manifest, removeNamespaces } from '../api/objects.ts';
import { idOf, messageOf, removeProject } from '../apply/apply-project.ts';
import { editedSpecs, type Replacement } from '../edits/edited-specs.ts';
import { shop } from '../edits/shop.ts';
import { installController } from '../pipelines/install.ts';
import { runDeployingJobs } from '../pipelines/run-deploying-jobs.ts';
import { jobRunner } from '../pipelines/run-job.ts';
import { type CompiledProject, compileProject, withVersion } from '../project/compile-project.ts';
import { writeProject } from '../project/write-project.ts';
import { record } from '../report/record.ts';

/*
 * Objects that another program made with client-go, as environment-operator did, are taken over by the jobs, and then
 * the spec is edited. What is then stored must be what the same spec gives on a cluster that has nothing.
 */
const connection = inject('cluster');
const client = apiClient(connection);
const jobs = jobRunner(connection, client);
const OPERATOR = 'environment-operator';
const installed: CompiledProject[] = [];

afterEach(async () => {
  for (const project of installed.splice(0)) await removeProject(client, project);
});

const rows: readonly (readonly [title: string, edit: readonly Replacement[]])[] = [
  ['nothing', []],
  ['a variable less', [['environments', '          - {name: B, value: "2"}\n', '']]],
  ['a value that becomes a Secret', [['environments', '{name: A, value: "1"}', '{secret: A, value: web/a}']]],
  [
    'a Secret that becomes a value',
    [['environments', '{secret: PASSWORD, value: web/password}', '{name: PASSWORD, value: none}']],
  ],
  ['another port', [['environments', '        port: 8080\n', '        port: 9090\n']]],
  [
    'another probe',
    [['environments', '{http_get: {path: /health, port: 8080}}', '{tcp_socket: {port: 8080}}']],
  ],
  [
    'an annotation less',
    [['environments', '        annotations:\n          - {name: prometheus.io/scrape, value: "true"}\n', '']],
  ],
  ['a host less', [['environments', '[www.example.com, shop.example.com]', '[www.example.com]']]],
  ['TLS switched off', [['environments', 'ssl: true', 'ssl: false']]],
  [
    'a volume less',
    [['environments', '          - {name: settings, path: /settings, type: configmap}\n', '']],
  ],
  ['no requests', [['environments', '        requests: {cpu: 100m, memory: 256Mi}\n', '']]],
  ['fewer replicas', [['environments', 'replicas: 4', 'replicas: 2']]],
  ['a command less', [['environments', '        command: [/srv/report.sh]\n', '']]],
  ['an option less', [['environments', 'options: {storage: 20}', 'options: {multi_az: true}']]],
];

/** Returns what the operator would have made of an environment, with a version where one is awaited. */
function objectsOf({ environments }: CompiledProject): readonly Manifest[] {
  return environments.flatMap(({ applied, awaiting }) => [
    ...applied,
    ...awaiting.map((manifest) => withVersion(manifest, '1.0-1')),
  ]);
}

/** Returns what a spec decides of each object: not what the server adds. */
async function decided(project: CompiledProject): Promise<Readonly<Record<string, unknown>>> {
  const found: Record<string, unknown> = {};
  for (const manifest of objectsOf(project)) {
    const object = await getObject(client, manifest);
    const { metadata, spec, data } = (object ?? {}) as {
      readonly metadata?: { readonly labels?: object; readonly annotations?: object };
      readonly spec?: Readonly<Record<string, unknown>>;
      readonly data?: unknown;
    };
    const { clusterIP: _, clusterIPs: __, ...rest } = spec ?? {};
    found[idOf(manifest)] = {
      labels: metadata?.labels,
      annotations: metadata?.annotations,
      data,
      spec: rest,
    };
  }
  return found;
}

test.each(rows)(
  '%s: after a move from another field manager, what is stored is what the spec says',
  async (_, edit) => {
    const old = await compileProject(writeProject(shop));
    const now = await compileProject(writeProject(editedSpecs(shop, edit)));
    installed.push(old, now);
    await ensureNamespace(client, 'shop-dev');
    for (const manifest of objectsOf(old)) {
      const { status, text } = await createObject(client, manifest, OPERATOR);
      expect(status, messageOf(text)).toBe(201);
    }
    await installController(client, old);
    const taken = await runDeployingJobs(jobs, client, old, '1.0-1');
    expect(taken.isApplied, taken.output).toBe(true);
    const moved = await runDeployingJobs(jobs, client, now, '2.0-1');
    const stored = await decided(now);
    await removeNamespaces(client, ['shop-dev']);
    await ensureNamespace(client, 'shop-dev');
    await installController(client, now);
    await runDeployingJobs(jobs, client, now, '2.0-1');
    const fresh = await decided(now);
    const different = Object.keys(fresh).filter(
      (id) => JSON.stringify(fresh[id]) !== JSON.stringify(stored[id]),
    );
    const isRight = moved.isApplied && different.length === 0;
    record(connection, {
      suite: 'migration',
      what: 'edits after a move from another field manager',
      tried: 1,
      failed: isRight ? 0 : 1,
    });
    expect.soft(moved.isApplied, moved.output).toBe(true);
    expect.soft(stored).toEqual(fresh);
  },
);
