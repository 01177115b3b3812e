import { encode } from 'tar-stream/headers.js';
import { describe, expect, it } from 'vitest';
import { packEntries } from '../../../../compiler/host/archive/tar-entry.ts';
import type { FileSystem } from '../../../../compiler/host/file-system.ts';
import type { MemoryHost } from '../../../../compiler/host/memory-host.ts';
import { runOn } from '../../cli/run.ts';
import { fullAfter, killedAfter } from '../../plan/output-folder.ts';
import { bytesOf, digestOf, fleetHost, OUT, treeOf } from './archive.ts';

const argv = ['compile', 'p/*', '--out', OUT];

const DAY = 24 * 60 * 60_000;

const END = new Uint8Array(1024);

/** Returns an archive with a file, whose header may say something else than is true. */
function archive(path: string, text = 'x', header: object = {}): Uint8Array {
  const bytes = packEntries([{ path, content: text, bytes: text.length }]);
  const plain = {
    mode: 0o644,
    uid: 0,
    gid: 0,
    mtime: new Date(0),
    name: path,
    size: text.length,
    type: 'file',
  };
  if (Object.keys(header).length > 0) bytes.set(encode({ ...plain, ...header }) ?? []);
  return Buffer.concat([bytes, END]);
}

/** Writes an archive in place of the output, and returns what compiling and comparing with it says. */
async function compileInto(host: MemoryHost, bytes: Uint8Array): Promise<string> {
  host.files.write(`/project/${OUT}`, bytes);
  const before = digestOf(host);
  const checked = await runOn(host, [...argv, '--check']);
  const { code, output, errors } = await runOn(host, argv);
  expect(errors).toBe('');
  expect([code, checked.code === 0]).toEqual([3, false]);
  expect(digestOf(host)).toBe(before);
  return output;
}

describe('an archive that no run left', () => {
  const cases: readonly (readonly [name: string, bytes: () => Uint8Array, text: string])[] = [
    ['text', () => Buffer.from('hello '.repeat(200)), 'it is no tar archive, or is damaged'],
    ['compressed', () => Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(600)]), 'it is compressed'],
    ['half a header', () => archive('a/b').subarray(0, 100), 'damaged at byte 0: it ends too early'],
    [
      'half a file',
      () => archive('a/b', 'x'.repeat(5000)).subarray(0, 2048),
      'damaged at byte 0: what follows is shorter',
    ],
    ['no end', () => archive('a/b').subarray(0, 1024), 'damaged at byte 1024: it ends too early'],
    ['a size of many gigabytes', () => archive('a/b', 'x', { size: 2 ** 40 }), 'what follows is shorter'],
    [
      'noise behind a file',
      () => Buffer.concat([archive('a/b').subarray(0, 1024), Buffer.alloc(512, 7)]),
      'at byte 1024: no header',
    ],
    ['a path above', () => archive('../b'), '`../b` in the archive leads out of the archive'],
    ['a path from the root', () => archive('/etc/passwd'), '`/etc/passwd` in the archive leads out'],
    [
      'a link',
      () => archive('a/b', '', { type: 'symlink', linkname: '/etc/passwd' }),
      '`a/b` in the archive is no file',
    ],
    ['a device', () => archive('a/b', '', { type: 'character-device' }), '`a/b` in the archive is no file'],
    [
      'a file below 20,000 folders',
      () => archive(`${'a/'.repeat(20_000)}b`),
      'a/…` in the archive has more than 4096 characters',
    ],
    [
      'a file twice',
      () => Buffer.concat([archive('a/b').subarray(0, 1024), archive('a/b')]),
      '`a/b` is twice',
    ],
    [
      'a file that is a folder',
      () => Buffer.concat([archive('a').subarray(0, 1024), archive('a/b')]),
      '`a` in the archive is a file and a folder at once',
    ],
  ];
  it.each(cases)('with %s is told once and stays', async (_, bytes, text) => {
    const output = await compileInto(fleetHost('a', 'b'), bytes());
    expect(output.match(/error\[/g)).toHaveLength(1);
    expect(output).toContain('error[output/cannot-write]: cannot write `out.tar`:');
    expect(output).toContain(text);
  });

  it('with files of others is not replaced', async () => {
    const host = fleetHost('a', 'b');
    const output = await compileInto(host, archive('photos/holiday.jpg'));
    expect(output).toContain(
      'error[output/foreign-file]: `out.tar/photos` exists and was not written by bitesize',
    );
    expect(output).toContain('an archive that is written holds nothing else');
  });

  it('with files of others in the folder of a project keeps that as it is', async () => {
    for (const path of ['a/holiday.jpg', 'a/jenkins/plugins.txt']) {
      const host = fleetHost('a', 'b');
      host.files.write(`/project/${OUT}`, archive(path));
      const { code, output } = await runOn(host, argv);
      expect([code, output]).toEqual([3, expect.stringContaining(`\`out.tar/${path}\` exists and was not`)]);
      const tree = treeOf(host.files);
      expect(Object.keys(tree).filter((each) => each.startsWith('a/'))).toEqual([path]);
      expect([tree[path], typeof tree['b/manifest.json']]).toEqual(['x', 'string']);
    }
  });

  it('with the output of several projects is not replaced by that of one, which is told once', async () => {
    const host = fleetHost('a', 'b');
    expect((await runOn(host, argv)).code).toBe(0);
    const before = digestOf(host);
    const { code, output } = await runOn(host, ['compile', 'p/a', '--out', OUT]);
    expect([code, digestOf(host)]).toEqual([3, before]);
    expect(output.match(/error\[.*/g)).toEqual([
      'error[output/foreign-file]: `out.tar/a/.bitesize/maps.json` exists and was not written by bitesize',
    ]);
    expect(output).toMatch(
      /= help: \d+ more like it; an archive that is written holds nothing else: name another/,
    );
  });

  it('with a manifest that names what others wrote is not replaced', async () => {
    const host = fleetHost('a');
    const forged = {
      version: 1,
      tool: { name: 'bitesize', version: '1' },
      inputs: [],
      maps: { path: '.bitesize/maps.json', bytes: 1, sha256: '0'.repeat(64) },
      artifacts: [{ path: 'jenkins/work.txt', bytes: 1, sha256: '0'.repeat(64) }],
    };
    const planted = Buffer.concat([
      archive('z/manifest.json', JSON.stringify(forged)).subarray(0, -1024),
      archive('z/jenkins/work.txt'),
    ]);
    expect(await compileInto(host, planted)).toContain('`out.tar/z/jenkins/work.txt` exists');
  });

  it('is replaced where it is empty', async () => {
    for (const bytes of [new Uint8Array(), END]) {
      const host = fleetHost('a');
      host.files.write(`/project/${OUT}`, bytes);
      expect((await runOn(host, argv)).code).toBe(0);
      expect(treeOf(host.files)['a/manifest.json']).toBeDefined();
    }
  });

  it('is not followed where it is a link in a checkout', async () => {
    const host = fleetHost('a');
    host.files.makeFolder('/project/.git');
    host.files.write('/elsewhere.tar', END);
    host.files.makeLink('/elsewhere.tar', `/project/${OUT}`);
    const { code, output } = await runOn(host, argv);
    expect([code, bytesOf(host, '/elsewhere.tar').length]).toEqual([3, END.length]);
    expect(output).toContain('is a link, and links in a checkout are not followed');
  });
});

/** Returns what a run has left beside the archive. */
function besides({ files }: MemoryHost): readonly string[] {
  const listed = files.list('/project');
  const names = (listed.ok ? listed.value : []).map(({ name }) => name);
  return names.filter((name) => !['p', OUT].includes(name));
}

describe('a run beside another one', () => {
  it('does not replace what the other one wrote meanwhile, and says so once', async () => {
    const host = fleetHost('a', 'b');
    const other = archive('of/another', 'run');
    const files: FileSystem = {
      ...host.files,
      makeFolder: (path, options) => {
        if (path.includes('parts')) host.files.write(`/project/${OUT}`, other);
        return host.files.makeFolder(path, options);
      },
    };
    const meanwhile: MemoryHost = Object.create(host, { files: { value: files } });
    const { code, output } = await runOn(meanwhile, argv);
    expect([code, output.match(/error\[/g)?.length, besides(host)]).toEqual([3, 1, []]);
    expect(output).toContain('cannot write `out.tar`: something else was written to it meanwhile: run again');
    expect(Buffer.from(bytesOf(host)).equals(other)).toBe(true);
  });
});

describe('a run that is stopped', () => {
  it('leaves the old archive where the disk is full, and says so', async () => {
    const host = fleetHost('a', 'b');
    for (let step = 0; step < 5; step++) {
      const { code, output } = await runOn(fullAfter(host, step), argv);
      expect([code, besides(host), bytesOf(host).length]).toEqual([3, [], 0]);
      expect(output).toContain('cannot write `out.tar`: no space left on the device');
    }
  });

  it('leaves the old archive or the new one at each step, and the next run leaves nothing of it', async () => {
    const host = fleetHost('a', 'b');
    await runOn(host, [...argv, '--no-cache']);
    const old = digestOf(host);
    const spec = '/project/p/b/build.bitesize';
    const text = new TextDecoder().decode(bytesOf(host, spec)).replace('./build.sh', './make.sh');
    host.files.write(spec, text);
    await runOn(host, ['compile', 'p/*', '--out', 'new.tar', '--no-cache']);
    const wanted = digestOf(host, '/project/new.tar');
    const seen = new Set<string>();
    let isKilled = true;
    for (let step = 0; isKilled; step++) {
      const killed = fleetHost('a', 'b');
      killed.files.write(`/project/${OUT}`, bytesOf(host));
      killed.files.write(spec, text);
      const stopped = { ...killedAfter(killed, step), env: killed.env };
      const { errors } = await runOn(stopped, [...argv, '--no-cache']);
      isKilled = errors.includes('this is a bug in bitesize');
      seen.add(digestOf(killed));
      const later: MemoryHost = Object.create(killed, { now: { value: () => 2 * DAY } });
      await runOn(later, [...argv, '--no-cache']);
      expect([digestOf(killed), besides(killed)]).toEqual([wanted, []]);
    }
    expect(seen).toEqual(new Set([old, wanted]));
  });
});
