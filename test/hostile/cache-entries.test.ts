import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryHost, type MemoryHost } from '../../compiler/host/memory-host.ts';
import { fine, inFolder, runOn, textOf } from '../compiler/cli/run.ts';
import { readTree } from '../compiler/plan/output-folder.ts';
import { entries, forge, reseal } from '../compiler/run/cache-entries.ts';

const KEY = 'a-key-of-the-runner';
const DAY = 24 * 60 * 60_000;

const specs = { ...fine, 'build.bitesize': `${fine['build.bitesize'] ?? ''}    tests: 1\n` };
const checked = ['check', '--cache-dir', '/cache'];
const compiled = ['compile', '--cache-dir', '/cache', '--out', 'out'];

/** A host whose cache has the results of a project. */
function cachedHost(key?: string, files: Readonly<Record<string, string>> = {}): MemoryHost {
  return createMemoryHost({
    files: { ...inFolder('/project', fine), ...files },
    env: key === undefined ? {} : { BITESIZE_CACHE_KEY: key },
    resources: { 'build-id': 'one' },
  });
}

/** Data that looks the least like what is kept. */
const odd = ['', 'x', '{}', 'null', '[]', '1', '"x"', '{"diagnostics":5}', '{"diagnostics":[],"claims":7}'];
const almost = [
  '{"diagnostics":[null],"claims":[],"isWhole":true}',
  '{"diagnostics":[],"claims":[{}],"isWhole":true}',
  '{"diagnostics":[{"code":"toString","severity":"error","message":"x","labels":[],"help":[],"fixes":[]}],"claims":[],"isWhole":true}',
  '{"diagnostics":[],"claims":[],"isWhole":true,"manifest":{}}',
  '{"diagnostics":[],"claims":[],"isWhole":true,"__proto__":{}}',
  `{"diagnostics":${'['.repeat(20_000)}${']'.repeat(20_000)},"claims":[],"isWhole":true}`,
];

describe('an entry of another form, under a right seal', () => {
  let host: MemoryHost;
  let outcomes: { readonly check: string; readonly tree: unknown };
  let paths: readonly string[];

  beforeEach(async () => {
    host = cachedHost(KEY);
    const { output } = await runOn(host, checked);
    await runOn(host, compiled);
    outcomes = { check: output, tree: readTree(host.files, '/project/out') };
    paths = entries(host);
  });

  async function expectSame(body: string): Promise<void> {
    for (const path of paths) reseal(host, path, body, { folder: '/cache', key: KEY });
    const check = await runOn(host, checked);
    expect([check.code, check.output, check.errors]).toEqual([0, outcomes.check, '']);
    for (const path of paths) reseal(host, path, body, { folder: '/cache', key: KEY });
    const compile = await runOn(host, [...compiled.slice(0, -1), 'other']);
    expect([compile.code, compile.errors]).toEqual([0, '']);
    expect(readTree(host.files, '/project/other')).toEqual(outcomes.tree);
    for (const path of paths) reseal(host, path, body, { folder: '/cache', key: KEY });
    host.files.write('/project/out/jenkins/plugins.txt', 'somebody was here');
    expect((await runOn(host, compiled)).code).toBe(0);
    expect(readTree(host.files, '/project/out')).toEqual(outcomes.tree);
  }

  it.each([...odd, ...almost].map((body) => [body.slice(0, 120), body]))('costs only time: %s', (_, body) =>
    expectSame(body),
  );

  it('costs only time, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), (body) => expectSame(body)),
      { numRuns: 40 },
    );
  });

  it('costs only time when it has lost or changed a part', async () => {
    const [path = ''] = paths.filter((each) => each.endsWith('.output'));
    const body = textOf(host, path).slice(65);
    const files: unknown = JSON.parse(body);
    const last = (items: unknown) => (Array.isArray(items) ? items.at(-1) : undefined);
    for (const changed of [
      body.replace('plugins.txt', '../plugins.txt'),
      body.replace('FROM ', 'FROM  '),
      JSON.stringify(Array.isArray(files) ? files.slice(1) : []),
      JSON.stringify(Array.isArray(files) ? [...files, last(files)] : []),
      JSON.stringify([last(files)]),
    ]) {
      reseal(host, path, changed, { folder: '/cache', key: KEY });
      await runOn(host, [...compiled.slice(0, -1), 'other']);
      expect(readTree(host.files, '/project/other')).toEqual(outcomes.tree);
    }
  });
});

describe('an entry that somebody else made', () => {
  it('is not taken without the key, nor under the name of another one', async () => {
    const host = cachedHost(KEY, inFolder('/project', specs));
    const before = await runOn(host, ['check', '--unknown-fields', 'warn', '--cache-dir', '/cache']);
    expect(before.output).toContain('1 warning');
    const [path = ''] = entries(host);
    const nothing = '{"diagnostics":[],"claims":[],"isWhole":true}';
    const again = async () =>
      (await runOn(host, ['check', '--unknown-fields', 'warn', '--cache-dir', '/cache'])).output;
    for (const sealing of [{}, { key: 'some-key-of-others' }]) {
      reseal(host, path, nothing, { folder: '/cache', ...sealing });
      expect(await again()).toContain('1 warning');
    }
    const other = path.replace(/[^/]$/, (last) => (last === '0' ? '1' : '0'));
    reseal(host, other, nothing, { folder: '/cache', key: KEY });
    host.files.rename(other, path);
    expect(await again()).toContain('1 warning');
    // What has the key is taken: the test would see a difference.
    reseal(host, path, nothing, { folder: '/cache', key: KEY });
    expect(await again()).toContain('0 warnings');
  });

  it('decides no output without a key', async () => {
    const host = cachedHost();
    await runOn(host, compiled);
    const before = readTree(host.files, '/project/out');
    const [note = ''] = entries(host);
    const { key, mark: _, ...stored } = Object(JSON.parse(textOf(host, note).slice(65)));
    const path = `/cache/results/${key.slice(0, 2)}/${key}`;
    const forged = '[{"path":"manifest.json","content":"x","bytes":1}]';
    reseal(host, `${path}.output`, forged, { folder: '/cache' });
    reseal(host, path, JSON.stringify(stored), { folder: '/cache' });
    await runOn(host, [...compiled.slice(0, -1), 'other']);
    expect(readTree(host.files, '/project/other')).toEqual(before);
  });

  it('hides no file that somebody changed, whatever it says of the output', async () => {
    const host = cachedHost(KEY);
    await runOn(host, compiled);
    const before = readTree(host.files, '/project/out');
    const note = entries(host).find((path) => path.startsWith('/cache/left/')) ?? '';
    const stored = Object(JSON.parse(textOf(host, note).slice(65)));
    const unlisted = { ...stored, mark: { ...stored.mark, paths: [], sizes: [] } };
    // Only who has the key can leave files out.
    for (const sealing of [{}, { key: 'some-key-of-others' }]) {
      reseal(host, note, JSON.stringify(unlisted), { folder: '/cache', ...sealing });
      host.files.write('/project/out/jenkins/plugins.txt', 'somebody was here');
      await runOn(host, compiled);
      expect(readTree(host.files, '/project/out')).toEqual(before);
    }
  });

  it.each([
    ['without a key', undefined],
    ['with one', KEY],
  ])('answers no `compile --check`, %s', async (_, key) => {
    const host = cachedHost(key, inFolder('/project', specs));
    const argv = [...compiled, '--unknown-fields', 'warn'];
    await runOn(host, argv);
    forge(host, '"severity":"warning"', '"severity":"error"', key === undefined ? {} : { key });
    const before = readTree(host.files, '/cache');
    const { code, output } = await runOn(host, [...argv, '--check']);
    expect(code).toBe(0);
    expect(output).toContain('0 errors, 1 warning');
    expect(readTree(host.files, '/cache')).toEqual(before);
  });
});

describe('links in a cache', () => {
  const places = (path: string): readonly [string, string][] => [
    ['/cache/results', '/victim'],
    [path.replace(/\/[^/]*$/, ''), '/victim'],
    [path, '/victim/mine.txt'],
    ['/cache/pruned', '/victim/mine.txt'],
    ['/cache/pruned.new', '/victim/mine.txt'],
  ];

  it.each([0, 1, 2, 3, 4])('are not followed, whatever is one: %i', async (index) => {
    const first = cachedHost();
    await runOn(first, checked);
    const [path = ''] = entries(first);
    const [link = '', target = ''] = places(path)[index] ?? [];
    const old = `/victim/${path.slice(-64, -62)}/${path.slice(-64)}`;
    const host = cachedHost(undefined, { '/victim/mine.txt': 'mine', [old]: textOf(first, path) });
    const before = readTree(host.files, '/victim');
    host.files.makeFolder(link.replace(/\/[^/]*$/, ''));
    expect(host.files.makeLink(target, link).ok).toBe(true);
    const ran = await runOn({ ...host, now: () => 40 * DAY }, checked);
    expect([ran.code, ran.errors]).toEqual([0, '']);
    expect(readTree(host.files, '/victim')).toEqual(before);
  });
});

describe('pruning', () => {
  it('removes old entries and what is left of them, and nothing that has another name', async () => {
    const hash = 'ab'.repeat(32);
    const ours = [hash, `${hash}.output`, `${hash}.0123456789abcdef`, `${hash}.output.0123456789abcdef`];
    const others = [
      'results/ab/old.txt',
      `results/ab/${hash}.txt`,
      `results/ab/${'AB'.repeat(32)}`,
      `results/ab/${'cd'.repeat(32)}`,
      `results/src/${hash}`,
      `results/ab/${hash.slice(2)}/${hash}`,
      'results/mine.txt',
      `${hash}`,
    ];
    const names = [...ours.map((name) => `results/ab/${name}`), ...others];
    const host = cachedHost(
      undefined,
      inFolder('/cache', Object.fromEntries(names.map((name) => [name, 'x']))),
    );
    await runOn({ ...host, now: () => 40 * DAY }, [...checked, '--no-cache']);
    expect(Object.keys(readTree(host.files, '/cache')).sort()).toEqual([...names].sort());
    await runOn({ ...host, now: () => 40 * DAY }, checked);
    const left = Object.keys(readTree(host.files, '/cache')).filter((name) => names.includes(name));
    expect(left.sort()).toEqual([...others].sort());
  });
});
