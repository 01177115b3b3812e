import { describe, expect, it } from 'vitest';
import type { FileSystem } from '../../../compiler/host/file-system.ts';
import { createMemoryHost, type MemoryHost } from '../../../compiler/host/memory-host.ts';
import { fine, inFolder, runOn, textOf } from '../cli/run.ts';
import { counting, readTree } from '../plan/output-folder.ts';
import { entries, forge, keyed } from './cache-entries.ts';

/** A project with a warning: it must come up in every run. */
const warned = {
  'build.bitesize': fine['build.bitesize'] ?? '',
  'environments.bitesize': `project: shop
environments:
  - name: Development
    namespace: shop-dev
    services:
      - name: web
        replicas: "2"
        ssl: "true"
        external_url: shop.example.com
`,
};

const compile = ['compile', '--out', 'out'];

function cachedHost(build = 'one', files?: FileSystem): MemoryHost {
  return createMemoryHost({
    ...(files === undefined ? { files: inFolder('/project', warned) } : { fileSystem: files }),
    env: { BITESIZE_CACHE: '/cache' },
    resources: { 'build-id': build },
  });
}

/** Returns the paths that are read while something runs. */
async function readsOf(
  host: MemoryHost,
  action: (host: MemoryHost) => Promise<unknown>,
): Promise<readonly string[]> {
  const paths: string[] = [];
  const read: FileSystem['read'] = (path) => {
    paths.push(path);
    return host.files.read(path);
  };
  await action(cachedHost('one', { ...host.files, read }));
  return paths;
}

describe('a second run', () => {
  it('looks at the output without reading it, writes nothing and says the same', async () => {
    const host = cachedHost();
    const first = await runOn(host, compile);
    const { host: counted, changes } = counting(host);
    const second = await runOn({ ...cachedHost('one', counted.files) }, compile);
    expect(changes()).toBe(0);
    const says = (text: string) => text.replace(/^out: .*$/m, '');
    expect(says(second.output)).toBe(says(first.output));
    expect(second.output).toContain('warning[');
    expect(second.output).toMatch(/^out: 0 added, 0 changed, 0 removed, \d+ unchanged$/m);
    const reads = await readsOf(host, (again) => runOn(again, compile));
    expect(reads.filter((path) => path.startsWith('/project/out/'))).toEqual([]);
  });

  const touches: readonly [string, (host: MemoryHost) => unknown][] = [
    [
      'was changed to another text of the same length',
      ({ files }) =>
        files.write(
          '/project/out/jenkins/plugins.txt',
          'x'.repeat(textSize(files, '/project/out/jenkins/plugins.txt')),
        ),
    ],
    [
      'was written again, the manifest after it',
      ({ files }) => {
        files.write('/project/out/jenkins/plugins.txt', 'x');
        files.write('/project/out/manifest.json', readFile(files, '/project/out/manifest.json'));
      },
    ],
    ['was removed', ({ files }) => files.remove('/project/out/jenkins/plugins.txt')],
    [
      'became a link',
      ({ files }) => {
        files.rename('/project/out/jenkins/plugins.txt', '/project/p');
        files.makeLink('/project/p', '/project/out/jenkins/plugins.txt');
      },
    ],
  ];

  it.each(touches)('mends a file that %s', async (_, touch) => {
    const host = cachedHost();
    await runOn(host, compile);
    const before = readTree(host.files, '/project/out');
    touch(host);
    await runOn(host, compile);
    expect(readTree(host.files, '/project/out')).toEqual(before);
  });

  it('believes no output that came with a checkout, however well it fits', async () => {
    const host = cachedHost();
    await runOn(host, compile);
    const before = readTree(host.files, '/project/out');
    const names = Object.keys(before);
    for (const name of names) host.files.remove(`/project/out/${name}`);
    // A checkout writes the files in the order of their names: the manifest after those of the controller.
    for (const name of [...names.filter((each) => each !== 'manifest.json'), 'manifest.json']) {
      const text = before[name] ?? '';
      host.files.write(
        `/project/out/${name}`,
        name === 'jenkins/plugins.txt' ? 'x'.repeat(text.length) : text,
      );
    }
    await runOn(host, compile);
    expect(readTree(host.files, '/project/out')).toEqual(before);
  });

  it('believes no output that another run put in the place of its own before it was noted', async () => {
    const host = cachedHost();
    await runOn(host, compile);
    const before = readTree(host.files, '/project/out');
    host.files.write('/project/build.bitesize', `${warned['build.bitesize']}# another\n`);
    let isOther = false;
    const rename: FileSystem['rename'] = (from, to) => {
      const renamed = host.files.rename(from, to);
      // The lock is still held: the run that waits for it comes next.
      if (to === '/project/out') {
        isOther = true;
        for (const [name, text] of Object.entries(before)) host.files.write(`/project/out/${name}`, text);
      }
      return renamed;
    };
    await runOn(cachedHost('one', { ...host.files, rename }), compile);
    expect(isOther).toBe(true);
    expect(readTree(host.files, '/project/out')).toEqual(before);
    await runOn(host, compile);
    expect(textOf(host, '/project/out/manifest.json')).not.toBe(before['manifest.json']);
  });

  it('writes what changed when a spec did, and the old output when the change is taken back', async () => {
    const host = cachedHost();
    await runOn(host, compile);
    const before = readTree(host.files, '/project/out');
    host.files.write('/project/build.bitesize', warned['build.bitesize'].replace('make', 'make all'));
    expect((await runOn(host, compile)).output).toMatch(/^out: 0 added, \d+ changed/m);
    host.files.write('/project/build.bitesize', warned['build.bitesize']);
    expect((await runOn(host, compile)).output).toMatch(/^out: 0 added, \d+ changed/m);
    expect(readTree(host.files, '/project/out')).toEqual(before);
  });

  it('cleans up after a run that was killed', async () => {
    const host = cachedHost();
    await runOn(host, compile);
    host.files.makeFolder('/project/.out.bitesize-new/jenkins');
    await runOn(host, compile);
    expect(host.files.status('/project/.out.bitesize-new').ok).toBe(false);
  });

  it('compares every byte for --check', async () => {
    const host = cachedHost();
    await runOn(host, compile);
    const reads = await readsOf(host, (again) => runOn(again, [...compile, '--check']));
    expect(reads).toContain('/project/out/jenkins/plugins.txt');
  });
});

describe('results that are kept', () => {
  it('are those of the same options', async () => {
    const host = cachedHost();
    host.files.write('/project/build.bitesize', `${warned['build.bitesize']}    colour: red\n`);
    expect((await runOn(host, ['check'])).code).toBe(1);
    expect((await runOn(host, ['check', '--unknown-fields', 'warn'])).code).toBe(0);
    expect((await runOn(host, ['check'])).code).toBe(1);
    expect((await runOn(host, [...compile, '--unknown-fields', 'warn', '--emit', 'docker'])).output).toMatch(
      /^out: [1-5] added/m,
    );
    expect((await runOn(host, [...compile, '--unknown-fields', 'warn'])).output).toMatch(/^out: \d\d added/m);
  });

  it.each([
    ['of another build', (host: MemoryHost) => cachedHost('two', host.files), 0],
    ['of the same build', (host: MemoryHost) => cachedHost('one', host.files), 1],
  ])('are used only by the build that made them: %s', async (_, next, used) => {
    const host = cachedHost();
    await runOn(host, ['check']);
    forge(host, '"severity":"warning"', '"severity":"error"');
    expect((await runOn(next(host), ['check'])).code).toBe(used);
  });

  it('count as missing when they are broken', async () => {
    const host = cachedHost();
    await runOn(host, ['check']);
    const [path = ''] = entries(host);
    host.files.write(path, textOf(host, path).replace('"severity":"warning"', '"severity":"error"'));
    expect((await runOn(host, ['check'])).code).toBe(0);
    host.files.write(path, '');
    expect((await runOn(host, ['check'])).code).toBe(0);
  });

  it('are not asked for with --no-cache', async () => {
    const host = cachedHost();
    await runOn(host, ['check']);
    forge(host, '"severity":"warning"', '"severity":"error"');
    expect((await runOn(host, ['check', '--no-cache'])).code).toBe(0);
    expect((await runOn(host, ['check'])).code).toBe(1);
  });

  it('hold the output where the folder was named, for a machine that has none', async () => {
    const host = cachedHost();
    const { host: counted, opened } = keyed(host, 'a key of the runner');
    await runOn(counted, ['compile', '--out', 'out', '--cache-dir', '/shared']);
    expect(entries(host, '/shared').filter((path) => path.endsWith('.output'))).toHaveLength(1);
    expect(opened).toEqual([]);
    await runOn(counted, ['compile', '--out', 'elsewhere', '--cache-dir', '/shared']);
    expect(opened).toHaveLength(1);
    expect(readTree(host.files, '/project/elsewhere')).toEqual(readTree(host.files, '/project/out'));
  });

  it('hold no output without a key: whoever can write to the folder would decide it', async () => {
    const host = cachedHost();
    await runOn(host, ['compile', '--out', 'out', '--cache-dir', '/shared']);
    expect(entries(host, '/shared').map((path) => path.endsWith('.output'))).toEqual([false]);
  });

  it('lead nothing out of the output folder, whatever somebody wrote into a shared one', async () => {
    const host = cachedHost();
    await runOn(host, ['compile', '--out', 'out', '--cache-dir', '/shared']);
    forge(host, 'jenkins/Dockerfile', '../escaped', { folder: '/shared' });
    await runOn(host, ['compile', '--out', 'elsewhere', '--cache-dir', '/shared']);
    expect(host.files.status('/project/escaped').ok).toBe(false);
    expect(readTree(host.files, '/project/elsewhere')).toEqual(readTree(host.files, '/project/out'));
  });

  it('hold no output and no text of a spec in the folder of the user', async () => {
    const host = createMemoryHost({
      files: inFolder('/project', warned),
      env: { HOME: '/home' },
      resources: { 'build-id': 'one' },
    });
    await runOn(host, compile);
    const [path = '', ...others] = entries(host, '/home/.cache/bitesize');
    expect(others).toEqual([]);
    expect(textOf(host, path)).not.toContain('shop.example.com\n');
  });

  it('go when nobody used them for a month, and not before', async () => {
    const host = cachedHost();
    // The clock of the memory stands still: whatever is kept is of day 0.
    const checkedOn = async (day: number) => {
      host.files.write('/project/build.bitesize', `${warned['build.bitesize']}# day ${day}\n`);
      await runOn({ ...cachedHost('one', host.files), now: () => day * 24 * 60 * 60_000 }, ['check']);
      return entries(host).length;
    };
    expect([await checkedOn(0), await checkedOn(29), await checkedOn(31)]).toEqual([1, 2, 0]);
  });
});

function readFile(files: FileSystem, path: string): Uint8Array {
  const read = files.read(path);
  return read.ok ? read.value : new Uint8Array();
}

function textSize(files: FileSystem, path: string): number {
  const status = files.status(path);
  return status.ok ? status.value.size : 0;
}
