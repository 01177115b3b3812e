import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { FileSystem } from '../../../compiler/host/file-system.ts';
import { createMemoryHost, type MemoryHost } from '../../../compiler/host/memory-host.ts';
import { nodeFiles } from '../../../compiler/host/node-files.ts';
import { fine, runOn } from '../cli/run.ts';
import { readTree } from '../plan/output-folder.ts';
import { forge } from './cache-entries.ts';

/*
 * Real files, since it is the system that notes when they changed. The clock of the run goes ahead of it, as if everything had
 * been left alone for a minute.
 */

const MINUTE = 60_000;

const started = process.cwd();

const folders: string[] = [];
let root = '';

beforeEach(() => {
  root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'bitesize-untouched-')));
  folders.push(root);
  process.chdir(root);
  write('shop', specs);
});

afterAll(() => {
  process.chdir(started);
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

/** A project with a warning that quotes a line. */
const specs: Readonly<Record<string, string>> = {
  'build.bitesize': fine['build.bitesize'] ?? '',
  'environments.bitesize': `project: shop
environments:
  - name: Development
    namespace: shop-dev
    services:
      - name: web
        replicas: "2"
        ssl: "true"
        external_url: shop.company.com
`,
};

function write(folder: string, files: Readonly<Record<string, string>>): void {
  fs.mkdirSync(join(root, folder), { recursive: true });
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(join(root, folder, name), text);
}

interface HostSettings {
  readonly files?: FileSystem;
  readonly ahead?: number;
  readonly input?: string;
}

function hostOf({ files = nodeFiles, ahead = MINUTE, input }: HostSettings = {}): MemoryHost {
  const host = createMemoryHost({
    cwd: root,
    fileSystem: files,
    env: { BITESIZE_CACHE: join(root, 'cache') },
    resources: { 'build-id': 'one' },
    ...(input === undefined ? {} : { input }),
  });
  return { ...host, now: () => Date.now() + ahead };
}

const argv = ['compile', 'shop', '--out', 'out'];

/** Compiles, and returns what was said without times and counts of the output, and which specs were read. */
async function compile(settings: HostSettings = {}, args: readonly string[] = argv) {
  const specsRead: string[] = [];
  const given = settings.files ?? nodeFiles;
  const read: FileSystem['read'] = (path, options) => {
    if (path.startsWith('shop/')) specsRead.push(path);
    return given.read(path, options);
  };
  const ran = await runOn(hostOf({ ...settings, files: { ...given, read } }), args);
  const said = ran.output.replaceAll(/^out: .*$|, [\d.]+ m?s$/gm, '');
  return { ...ran, said, specsRead };
}

const outputTree = () => readTree(nodeFiles, join(root, 'out'));

/** Returns what a compilation says and leaves that knows nothing of earlier ones. */
async function afresh(args: readonly string[] = argv) {
  const { said } = await compile({}, [...args, '--no-cache']);
  return { said, tree: outputTree() };
}

describe('a project whose specs were left alone', () => {
  it('is not read again, and the same is said of it', async () => {
    const first = await compile();
    const second = await compile({}, [...argv, '--quiet']);
    expect(first.specsRead.length).toBeGreaterThan(0);
    expect([second.specsRead, second.code]).toEqual([[], 0]);
    const third = await compile();
    expect(third.said).toBe(first.said);
    expect(third.said).toContain('ssl: "true"');
    expect(third.output).toMatch(/^out: 0 added, 0 changed, 0 removed, \d+ unchanged$/m);
  });

  it('says the same in every report', async () => {
    for (const report of ['json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle']) {
      const args = [...argv, '--report', report];
      const first = await compile({}, args);
      expect((await compile({}, args)).said.replaceAll(/time="[^"]*"/g, '')).toBe(
        first.said.replaceAll(/time="[^"]*"/g, ''),
      );
    }
  });

  it('has its output mended where that was edited, the time of the change set back', async () => {
    await compile();
    const before = outputTree();
    const path = join(root, 'out/jenkins/plugins.txt');
    const { atime, mtime, size } = fs.statSync(path);
    fs.writeFileSync(path, 'x'.repeat(size));
    fs.utimesSync(path, atime, mtime);
    await compile();
    expect(outputTree()).toEqual(before);
  });

  it('is known with the places of its findings where a spec becomes shorter while the run is at work', async () => {
    const first = await compile();
    const shorter: FileSystem['read'] = (path, options) => {
      const read = nodeFiles.read(path, options);
      return read.ok && path.endsWith('/environments.bitesize')
        ? { ok: true, value: new TextEncoder().encode('project: shop\n') }
        : read;
    };
    const second = await compile({ files: { ...nodeFiles, read: shorter } });
    const headline = (text: string) => text.split('\n').filter((line) => /^warning/.test(line));
    expect(headline(second.said)).toEqual(headline(first.said));
    expect(second.said).toContain('shop/environments.bitesize:2:');
  });
});

const path = (name: string) => join(root, 'shop', name);
const sameSize = (text: string) => text.replace('"2"', '"3"');

describe('a change of specs is found', () => {
  const changes: readonly [string, () => void][] = [
    [
      'by another text of the same length, the time of the change set back',
      () => {
        const { atime, mtime } = fs.statSync(path('environments.bitesize'));
        write('shop', { 'environments.bitesize': sameSize(specs['environments.bitesize'] ?? '') });
        fs.utimesSync(path('environments.bitesize'), atime, mtime);
      },
    ],
    [
      'by another file of the same length and time in the place of one',
      () => {
        const { atime, mtime } = fs.statSync(path('environments.bitesize'));
        write('other', { spec: sameSize(specs['environments.bitesize'] ?? '') });
        fs.utimesSync(join(root, 'other/spec'), atime, mtime);
        fs.renameSync(join(root, 'other/spec'), path('environments.bitesize'));
      },
    ],
    [
      'by a link in the place of a file',
      () => {
        write('shop', { 'other.txt': sameSize(specs['environments.bitesize'] ?? '') });
        fs.rmSync(path('environments.bitesize'));
        fs.symlinkSync('other.txt', path('environments.bitesize'));
      },
    ],
    [
      'by another folder in the place of the project, with the same names, lengths and times',
      () => {
        fs.renameSync(join(root, 'shop'), join(root, 'before'));
        const text = sameSize(specs['environments.bitesize'] ?? '');
        write('shop', { ...specs, 'environments.bitesize': text });
        for (const name of ['', ...Object.keys(specs)]) {
          const { atime, mtime } = fs.statSync(join(root, 'before', name));
          fs.utimesSync(path(name), atime, mtime);
        }
      },
    ],
    ['by a new one', () => write('shop', { 'jenkins.bitesize': 'agents:\n  - name: big\n' })],
    ['by one that is gone', () => fs.rmSync(path('environments.bitesize'))],
    ['by a file that is meant as one', () => write('shop', { 'jenkins.bitesize.yml': 'agents: []\n' })],
  ];

  it.each(changes)('%s', async (_, change) => {
    await compile();
    expect((await compile({}, [...argv, '--quiet'])).specsRead).toEqual([]);
    change();
    const { said } = await compile();
    const tree = outputTree();
    expect({ said, tree }).toEqual(await afresh());
  });

  it('in the same moment as their last one', async () => {
    // A file system that notes seconds: the second change has the time of the first.
    const [moment, ahead] = [Math.floor(Date.now() / 1000) * 1000, 1500];
    const coarse: FileSystem['status'] = (asked) => {
      const found = nodeFiles.status(asked);
      if (!found.ok || !asked.includes('shop')) return found;
      const { kind, size, mode, identity, device } = found.value;
      const value = { kind, size, mode, identity, device, changed: moment, statusChanged: moment };
      return { ok: true, value };
    };
    const files = { ...nodeFiles, status: coarse };
    await compile({ files, ahead });
    write('shop', { 'environments.bitesize': sameSize(specs['environments.bitesize'] ?? '') });
    const { said } = await compile({ files, ahead });
    const tree = outputTree();
    expect({ said, tree }).toEqual(await afresh());
  });
});

describe('specs are read as long as they may decide nothing alone', () => {
  it('until they were left alone for a while', async () => {
    await compile({ ahead: 0 });
    expect((await compile({ ahead: 0 })).specsRead.length).toBeGreaterThan(0);
    expect((await compile()).specsRead.length).toBeGreaterThan(0);
    expect((await compile({}, [...argv, '--quiet'])).specsRead).toEqual([]);
  });

  it('where other options shape the output', async () => {
    await compile();
    const args = [...argv, '--emit', 'plugins-txt'];
    const { said } = await compile({}, args);
    const tree = outputTree();
    expect({ said, tree }).toEqual(await afresh(args));
  });

  it('where a comment mutes a finding', async () => {
    const text = (specs['environments.bitesize'] ?? '').replace(
      'project: shop\n',
      'project: shop\n# bitesize-ignore check/no-such: a reason\n',
    );
    write('shop', { 'environments.bitesize': text });
    const first = await compile();
    const second = await compile();
    expect(second.specsRead.length).toBeGreaterThan(0);
    expect(second.said).toBe(first.said);
  });

  it('where another file decides, too', async () => {
    const job = `job('one') {}\n`;
    const settings = 'project: shop\njenkins:\n  job_dsl:\n    - file: extra.groovy\n';
    write('shop', { 'jenkins.bitesize': settings, 'extra.groovy': job });
    await compile();
    write('shop', { 'extra.groovy': job.replace('one', 'two') });
    const { said } = await compile();
    const tree = outputTree();
    expect({ said, tree }).toEqual(await afresh());
  });

  it('where what is kept of them cannot be', async () => {
    const first = await compile();
    const host = hostOf();
    const { length = 0 } = specs['environments.bitesize'] ?? '';
    const settings = { folder: join(root, 'cache') };
    forge(host, `"length":${length},`, '"length":9007199254740991,', settings);
    const second = await compile();
    expect(second.specsRead.length).toBeGreaterThan(0);
    expect(second.said).toBe(first.said);
    forge(host, '"name":"environments.bitesize"', '"name":"../../secret"', settings);
    expect((await compile()).said).toBe(first.said);
  });

  it('where one of them came from standard input', async () => {
    const input = sameSize(specs['environments.bitesize'] ?? '');
    await compile({ input }, [
      'compile',
      '-',
      '--stdin-name',
      path('environments.bitesize'),
      '--out',
      join(root, 'out'),
    ]);
    const { said } = await compile();
    const tree = outputTree();
    expect({ said, tree }).toEqual(await afresh());
  });
});
