import { describe, expect, it } from 'vitest';
import { createMemoryHost, type MemoryHost } from '../../../compiler/host/memory-host.ts';
import { called, fine, inFolder, type Ran, runOn, textOf } from '../cli/run.ts';
import { readTree } from '../plan/output-folder.ts';

const broken = { 'build.bitesize': `${fine['build.bitesize']}    colour: red\n` };

/** Five projects: one of them is broken, and two have one name. */
const fleet = {
  ...inFolder('/project/p/a', called('a')),
  ...inFolder('/project/p/b', broken),
  ...inFolder('/project/p/c', called('twin')),
  ...inFolder('/project/p/d', called('d')),
  ...inFolder('/project/p/e', called('twin')),
};

const built = { 'build-id': 'one' };

function fleetHost(env: Readonly<Record<string, string>> = {}): MemoryHost {
  return createMemoryHost({ files: fleet, resources: built, env });
}

describe('a run over many projects', () => {
  it('goes on past a broken project, and tells which names two of them share', async () => {
    const host = fleetHost();
    const { code, output } = await runOn(host, ['compile', 'p/*', '--out', 'out']);
    expect(code).toBe(1);
    expect(output).toContain('error[schema/unknown-field]: unknown field `colour`');
    expect(output).toContain(
      'error[fleet/shared-controller]: the Jenkins is called `twin-jenkins/jenkins`, as is the Jenkins of project `p/c`',
    );
    expect(output).toContain(' --> p/e/build.bitesize:1:10');
    expect(output).toContain('::: p/c/build.bitesize:1:10');
    expect(
      Object.keys(readTree(host.files, '/project/out')).filter((path) => /^[a-e]\/manifest/.test(path)),
    ).toEqual(['a', 'c', 'd'].map((name) => `${name}/manifest.json`));
  });

  it('accepts a shared namespace where a comment of the second project says why', async () => {
    const spec = (comment: string) => `environments:
  - name: Production
    namespace: shared${comment}
`;
    const project = (name: string, comment = '') =>
      inFolder(`/project/p/${name}`, { ...called(name), 'environments.bitesize': spec(comment) });
    const reason = ' # bitesize-ignore fleet/shared-namespace: one team runs both';
    const files = { ...project('a'), ...project('b', reason), ...project('c') };
    const { code, output } = await runOn(createMemoryHost({ files }), ['check', 'p/*']);
    expect(code).toBe(0);
    expect(output.match(/warning\[.*/g)).toEqual([
      'warning[fleet/shared-namespace]: environment `Production` lies in namespace `shared`, as does environment `Production` in project `p/a`',
    ]);
    expect(output).toContain('--> p/c/environments.bitesize:3:16');
    expect(output).toContain('1 warning, 1 accepted');
    // Alone, a project does not know what the comment is for.
    const alone = await runOn(createMemoryHost({ files }), ['check', 'p/b']);
    expect(alone.output).toContain('0 warnings');
  });

  it('tells that agents of two Jenkinses lie in one namespace, where the specs say so', async () => {
    const project = (name: string) =>
      inFolder(`/project/p/${name}`, {
        ...called(name),
        'jenkins.bitesize': `project: ${name}\njenkins:\n  kubernetes: { agent_namespace: agents }\n`,
      });
    const host = createMemoryHost({ files: { ...project('a'), ...project('b') } });
    const { output } = await runOn(host, ['check', 'p/*']);
    expect(output.match(/(warning|error)\[.*/g)).toEqual([
      'warning[fleet/shared-namespace]: an agent lies in namespace `agents`, as does an agent in project `p/a`',
    ]);
    expect(output).toContain('--> p/b/jenkins.bitesize:3:34');
  });

  it.each([
    ['two Jenkinses', 'namespace: ci, name: one', 'namespace: ci, name: two', 'the Jenkins', 'the Jenkins'],
    ['agents in that of another', 'namespace: ci', 'agent_namespace: ci', 'an agent', 'the Jenkins'],
    ['pods of another', 'agent_namespace: ci', 'namespace: ci', 'the Jenkins', 'an agent'],
  ])('tells of the namespace of a Jenkins that is not its own: %s', async (_, one, two, what, other) => {
    const project = (name: string, kubernetes: string) =>
      inFolder(`/project/p/${name}`, {
        ...called(name),
        'jenkins.bitesize': `project: ${name}\njenkins:\n  kubernetes: { ${kubernetes} }\n`,
      });
    const host = createMemoryHost({ files: { ...project('a', one), ...project('b', two) } });
    const { output } = await runOn(host, ['check', 'p/*']);
    expect(output.match(/(warning|error)\[.*/g)).toEqual([
      `warning[fleet/shared-namespace]: ${what} lies in namespace \`ci\`, as does ${other} in project \`p/a\``,
    ]);
  });

  it('lists its projects in fleet.json, those with errors without a hash', async () => {
    const host = fleetHost();
    await runOn(host, ['compile', 'p/*', '--out', 'out']);
    const { projects } = JSON.parse(textOf(host, '/project/out/fleet.json'));
    expect(
      projects.map(({ name, manifest }: { name: string; manifest?: string }) => [name, manifest?.length]),
    ).toEqual([
      ['a', 64],
      ['b', undefined],
      ['c', 64],
      ['d', 64],
      // Its Jenkins would be that of `c`.
      ['e', undefined],
    ]);
  });

  it('leaves the output of a project alone that takes the name of another one', async () => {
    const host = fleetHost({ BITESIZE_CACHE: '/cache' });
    host.files.write('/project/p/e/build.bitesize', called('e')['build.bitesize'] ?? '');
    await runOn(host, ['compile', 'p/*', '--out', 'out']);
    const before = readTree(host.files, '/project/out/e');
    host.files.write('/project/p/e/build.bitesize', called('twin')['build.bitesize'] ?? '');
    // The second time, all results are known.
    for (const arguments_ of [[], [], ['--check']]) {
      const ran = await runOn(host, ['compile', 'p/*', '--out', 'out', ...arguments_]);
      expect(ran.code).toBe(1);
      expect(ran.output).not.toContain('out/e');
      expect(readTree(host.files, '/project/out/e')).toEqual(before);
      expect(textOf(host, '/project/out/fleet.json')).toContain('{"name":"e"}');
    }
    // Which of the two it is does not depend on what is known already.
    host.files.write('/project/p/c/build.bitesize', called('c')['build.bitesize'] ?? '');
    const free = await runOn(host, ['compile', 'p/*', '--out', 'out']);
    expect(free.output).not.toContain('fleet/');
    expect(textOf(host, '/project/out/e/kubernetes/jenkins/kustomization.yaml')).toContain('twin-jenkins');
    expect(textOf(host, '/project/out/fleet.json')).not.toContain('{"name":"e"}');
  });

  it('shows how far it is on a terminal only', async () => {
    let clock = 0;
    const host = { ...createMemoryHost({ files: fleet, terminal: true }), now: () => (clock += 60) };
    await runOn(host, ['check', 'p/*']);
    expect(host.errors()).toMatch(/^(\r\d of 5 projects)+\r\u001b\[K$/);
    const plain = fleetHost();
    await runOn(plain, ['check', 'p/*']);
    expect(plain.errors()).toBe('');
  });
});

describe('shards', () => {
  it.each([
    ['compile', ['--out', 'out']],
    [
      'compile, with warnings as errors and fields that nobody knows',
      ['--out', 'out', '--unknown-fields', 'warn'],
    ],
  ])('add up to one run: %s', async (_, options) => {
    const whole = fleetHost();
    const expected = await runOn(whole, ['compile', 'p/*', ...options, '--report', 'json=report.json']);
    const parts = fleetHost();
    for (const shard of ['2/3', '1/3', '3/3'])
      await runOn(parts, ['compile', 'p/*', ...options, '--shard', shard]);
    const merged = await runOn(parts, ['merge', 'out', '--report', 'json=report.json']);
    expect([merged.code, merged.errors]).toEqual([expected.code, '']);
    expect(merged.output).toBe(expected.output);
    expect(textOf(parts, '/project/report.json')).toBe(textOf(whole, '/project/report.json'));
    expect(withoutShards(parts)).toEqual(withoutShards(whole));
  });

  it('add up to one check, in a folder of its own for the results', async () => {
    const expected = await runOn(fleetHost(), ['check', 'p/*']);
    const parts = fleetHost();
    const codes: number[] = [];
    for (const shard of ['1/2', '2/2']) {
      const ran = await runOn(parts, ['check', 'p/*', '--shard', shard, '--results', 'results']);
      codes.push(ran.code);
    }
    // The two that share a name are in one shard, the broken one is in the other.
    expect(codes).toEqual([1, 1]);
    const merged = await runOn(parts, ['merge', 'results']);
    expect([merged.code, merged.output]).toEqual([expected.code, expected.output]);
  });

  it('may leave their results elsewhere: fleet.json is in the output folder all the same', async () => {
    const whole = fleetHost();
    await runOn(whole, ['compile', 'p/*', '--out', 'out']);
    const parts = fleetHost();
    for (const shard of ['1/2', '2/2'])
      await runOn(parts, ['compile', 'p/*', '--out', 'out', '--shard', shard, '--results', 'results']);
    await runOn(parts, ['merge', 'results']);
    expect(readTree(parts.files, '/project/out')).toEqual(readTree(whole.files, '/project/out'));
    expect(Object.keys(readTree(parts.files, '/project/results'))).toEqual([
      'shard-1-of-2.json',
      'shard-2-of-2.json',
    ]);
  });

  it('keep what lies in the folder of a project that must not be written, and what took the place of an output', async () => {
    const shards = async (host: MemoryHost) => {
      for (const shard of ['1/4', '2/4', '3/4', '4/4'])
        await runOn(host, ['compile', 'p/*', '--out', 'out', '--shard', shard]);
    };
    const edited = fleetHost();
    await shards(edited);
    edited.files.write('/project/out/e/jenkins/plugins.txt', 'mine\n');
    edited.files.write('/project/out/e/notes', 'mine, too\n');
    const { output } = await runOn(edited, ['merge', 'out']);
    expect(output).toContain('warning[output/kept-file]');
    expect(Object.keys(readTree(edited.files, '/project/out/e'))).toEqual([
      'jenkins/plugins.txt',
      'manifest.json',
      'notes',
    ]);
    const older = fleetHost();
    older.files.write('/project/p/e/build.bitesize', called('e')['build.bitesize'] ?? '');
    await runOn(older, ['compile', 'p/e', 'p/d', '--out', 'out']);
    older.files.write('/project/p/e/build.bitesize', called('twin')['build.bitesize'] ?? '');
    await shards(older);
    const before = readTree(older.files, '/project/out/e');
    await runOn(older, ['merge', 'out']);
    expect(readTree(older.files, '/project/out/e')).toEqual(before);
    expect(textOf(older, '/project/out/fleet.json')).toContain('{"name":"e"}');
  });

  it('remove nothing outside of the folder that the run has for a project', async () => {
    const host = fleetHost();
    for (const shard of ['1/4', '2/4', '3/4', '4/4'])
      await runOn(host, ['compile', 'p/*', '--out', 'out', '--shard', shard]);
    await runOn(host, ['compile', 'p/e', '--out', 'elsewhere']);
    const before = readTree(host.files, '/project/elsewhere');
    const result = '/project/out/shard-1-of-4.json';
    const text = textOf(host, result);
    expect(text).toContain('"folder":"out/e"');
    host.files.write(result, text.replace('"folder":"out/e"', '"folder":"elsewhere"'));
    await runOn(host, ['merge', 'out']);
    expect(readTree(host.files, '/project/elsewhere')).toEqual(before);
  });

  it('find what two projects of different shards share', async () => {
    const host = fleetHost();
    const codes: number[] = [];
    for (const shard of ['1/4', '2/4', '3/4', '4/4'])
      codes.push((await runOn(host, ['compile', 'p/*', '--out', 'out', '--shard', shard])).code);
    expect(codes).toEqual([0, 1, 0, 0]);
    expect((await runOn(host, ['merge', 'out'])).output).toContain('error[fleet/shared-controller]');
  });

  it('leave nothing of the text of a spec behind', async () => {
    const secret = 'hunter2-hunter2';
    const files = inFolder('/project/p/s', {
      'build.bitesize': `${fine['build.bitesize']}    env: [{name: PASSWORD, value: ${secret}}]\n`,
    });
    const host = createMemoryHost({ files: { ...fleet, ...files } });
    await runOn(host, ['check', 'p/*', '--shard', '1/1', '--results', 'r']);
    expect(textOf(host, '/project/r/shard-1-of-1.json')).toContain('secret/plain-value');
    expect(textOf(host, '/project/r/shard-1-of-1.json')).not.toContain(secret);
    const merged = await runOn(host, ['merge', 'r']);
    expect(merged.output).toContain('error[secret/plain-value]');
    expect(merged.output).not.toContain(secret);
  });

  const merging: readonly [string, (host: MemoryHost) => Promise<unknown>, string][] = [
    [
      'one is missing',
      async (host) => host.files.remove('/project/r/shard-2-of-2.json'),
      'of 2 shards, no result of number 2',
    ],
    [
      'there are none',
      async ({ files }) => {
        for (const index of [1, 2]) files.remove(`/project/r/shard-${index}-of-2.json`);
      },
      'no shard left a result in `r`: `--results` says where',
    ],
    [
      'others are left',
      (host) => shardRun(host, '1/3'),
      '`r` has results of 2 and of 3 shards: remove the old ones',
    ],
    [
      'a spec changed',
      async (host) => host.files.write('/project/p/d/build.bitesize', 'project: e\n'),
      '`p/d/build.bitesize` changed since its shard ran',
    ],
    [
      'a spec went',
      async (host) => host.files.remove('/project/p/d/build.bitesize'),
      'cannot read `p/d/build.bitesize`: no such file or folder',
    ],
    [
      'a result is not one',
      async (host) => host.files.write('/project/r/shard-1-of-2.json', '{}'),
      '`r/shard-1-of-2.json` is not the result of a shard',
    ],
    [
      'a result is of another version',
      async (host) => edit(host, '"tool":"', '"tool":"9'),
      '`r/shard-1-of-2.json` was written by another version: 9',
    ],
    [
      'the options differ',
      (host) => shardRun(host, '1/2', '--unknown-fields', 'warn'),
      'shards 1 and 2 are of different runs: their projects or options differ',
    ],
  ];

  it.each(merging)('are not merged when %s', async (_, change, problem) => {
    const host = fleetHost();
    for (const shard of ['1/2', '2/2']) await shardRun(host, shard);
    await change(host);
    const merged = await runOn(host, ['merge', 'r']);
    expect(merged.code).toBe(2);
    expect(merged.errors).toContain(`error: ${problem}`);
  });

  it.each(['0/2', '3/2', 'a', '1/0', '1-2'])('are not called %s', async (text) => {
    const { code, errors } = await runOn(fleetHost(), ['check', 'p/*', '--shard', text]);
    expect(code).toBe(2);
    expect(errors).toContain('It must be such as 1/4: the first of four.');
  });
});

function shardRun(host: MemoryHost, shard: string, ...options: string[]): Promise<Ran> {
  return runOn(host, ['check', 'p/*', '--shard', shard, '--results', 'r', ...options]);
}

function edit(host: MemoryHost, from: string, to: string): void {
  const path = '/project/r/shard-1-of-2.json';
  host.files.write(path, textOf(host, path).replace(from, to));
}

function withoutShards({ files }: MemoryHost): Readonly<Record<string, string>> {
  const entries = Object.entries(readTree(files, '/project/out'));
  return Object.fromEntries(entries.filter(([path]) => !path.startsWith('shard-')));
}
