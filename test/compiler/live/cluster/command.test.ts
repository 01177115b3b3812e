import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../../../compiler/cli/main.ts';
import type { OutputStream } from '../../../../compiler/host/host.ts';
import { fakeKubectl, type Situation } from './fake-kubectl.ts';
import { shop } from './shop.ts';

/** Runs a command beside a cluster, on the folder of a project. */
async function run(
  [command = '', ...options]: readonly string[],
  situation: Situation = {},
  specs: Readonly<Record<string, string>> = shop,
) {
  const { host, project } = fakeKubectl(situation);
  for (const [name, text] of Object.entries(specs)) writeFileSync(join(project, name), text);
  const said = { output: '', errors: '' };
  const stream = (key: keyof typeof said): OutputStream => ({
    isTerminal: false,
    columns: undefined,
    write: (text) => {
      said[key] += text;
    },
  });
  const code = await main([command, project, ...options], {
    ...host,
    // Files are found from where the process is.
    cwd: process.cwd(),
    stdout: stream('output'),
    stderr: stream('errors'),
  });
  return { code, ...said };
}

const scaled: Situation = { objects: { 'Deployment/worker': { live: { 'spec.replicas': 0 } } } };
const gone: Situation = { objects: { 'Service/worker': { isMissing: true } } };

describe('bitesize drift --cluster', () => {
  it('says nothing of a cluster that is as the specs say', async () => {
    const { code, output } = await run(['drift', '--cluster', 'shop-cluster', '--exit-code']);
    expect([code, output]).toEqual([0, 'Drift: 0 changed, 0 missing\n']);
  });

  it('shows what was changed and what is missing, and ends with 4 where that is asked for', async () => {
    const { code, output } = await run(['drift', '--cluster', 'shop-cluster', '--exit-code'], {
      objects: { ...scaled.objects, ...gone.objects },
    });
    expect(code).toBe(4);
    expect(output).toContain('Changed in the cluster `shop-cluster`\n');
    expect(output).toMatch(/spec\.replicas: 2 -> 0 {2}\(environments\.bitesize:\d+:\d+\)/);
    expect(output).toContain('Missing in the cluster `shop-cluster`\n');
    expect(output).toContain('Drift: 1 changed, 1 missing\n');
  });

  it('is JSON for programs', async () => {
    const { output } = await run(['drift', '--cluster', 'shop-cluster', '--format', 'json'], scaled);
    expect(JSON.parse(output)).toMatchObject({
      context: 'shop-cluster',
      drift: { changed: 1, missing: 0 },
      changed: [{ kind: 'kubernetes-object', fields: [{ path: 'spec.replicas', before: '2', after: '0' }] }],
      missing: [],
    });
  });

  it('takes no folder without specs, or with a mistake in them, for a project', async () => {
    for (const specs of [{}, { 'environments.bitesize': 'project: shop\nenvironments: 3\n' }]) {
      const { code, output, errors } = await run(['drift', '--cluster', 'shop-cluster'], {}, specs);
      expect([code, output]).toEqual([1, '']);
      expect(errors).toMatch(/has \d+ errors?: `bitesize check` shows them/);
    }
  });

  it('shows nothing where nobody answers', async () => {
    const { code, output, errors } = await run(['drift', '--cluster', 'shop-cluster'], {
      failing: {
        stderr:
          'The connection to the server 127.0.0.1:1 was refused - did you specify the right host or port?',
      },
    });
    expect([code, output]).toEqual([1, '']);
    expect(errors).toContain('error[live/cluster-unreachable]');
  });
});

describe('bitesize plan --cluster', () => {
  it('shows what applying the specs changes', async () => {
    const { code, output } = await run(['plan', '--cluster', 'shop-cluster', '--exit-code'], {
      objects: { ...scaled.objects, ...gone.objects },
    });
    expect(code).toBe(4);
    expect(output).toContain('What changes in the cluster `shop-cluster`\n');
    expect(output).toMatch(/spec\.replicas: 0 -> 2/);
    expect(output).toContain('Plan: 1 to add, 1 to change, 0 to remove\n');
  });
});

describe('the command line', () => {
  it.each([
    [
      ['drift'],
      'name a Jenkins with `--jenkins <url>`, or a cluster with `--cluster [context]`: one at a time',
    ],
    [['plan', '--jenkins', 'https://ci.example.com', '--cluster'], 'one at a time'],
    [['plan', '--cluster', '--out', 'plan.json'], '`--out` is for `--jenkins`'],
    [['drift', '--cluster', '--ca-file', 'ca.pem'], '`--ca-file` and `--trace-http` are for `--jenkins`'],
  ])('of %j is refused', async (argv, problem) => {
    const { code, errors } = await run(argv);
    expect([code, errors]).toEqual([2, expect.stringContaining(problem)]);
  });
});
