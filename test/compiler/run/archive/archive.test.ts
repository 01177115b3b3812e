import { describe, expect, it } from 'vitest';
import type { FileSystem } from '../../../../compiler/host/file-system.ts';
import type { MemoryHost } from '../../../../compiler/host/memory-host.ts';
import { called, inFolder, runOn } from '../../cli/run.ts';
import { readTree } from '../../plan/output-folder.ts';
import { bytesOf, digestOf, fleetHost, OUT, treeOf } from './archive.ts';

const into = (out: string, ...options: readonly string[]) => ['compile', 'p/*', '--out', out, ...options];

/** Changes what a project builds. */
function edit({ files }: MemoryHost, name: string): void {
  const text = called(name)['build.bitesize']?.replace('./build.sh', './make.sh') ?? '';
  files.write(`/project/p/${name}/build.bitesize`, text);
}

/** Takes a project away. */
function take({ files }: MemoryHost, name: string): void {
  files.remove(`/project/p/${name}/build.bitesize`);
  files.removeFolder(`/project/p/${name}`);
}

/** Returns what stands beside the archive, without the specs and the caches. */
function beside({ files }: MemoryHost): readonly string[] {
  const listed = files.list('/project');
  return (listed.ok ? listed.value : []).map(({ name }) => name).filter((name) => name !== 'p');
}

describe('an output in an archive', () => {
  it('has the files of the output folder, and nothing is left beside it', async () => {
    const host = fleetHost('a', 'b', 'a-c');
    const { code, output } = await runOn(host, into(OUT));
    expect(code).toBe(0);
    expect(output).toMatch(/out\.tar\/a: \d+ added/);
    await runOn(host, into('out'));
    expect(treeOf(host.files)).toEqual(readTree(host.files, '/project/out'));
    expect(beside(host)).toEqual(['out', OUT]);
  });

  it('is the archive itself for one project', async () => {
    const host = fleetHost('a');
    expect((await runOn(host, ['compile', 'p/a', '--out', OUT])).code).toBe(0);
    await runOn(host, ['compile', 'p/a', '--out', 'out']);
    expect(treeOf(host.files)).toEqual(readTree(host.files, '/project/out'));
  });

  it('is the same for the same specs, whatever was there before', async () => {
    const host = fleetHost('a', 'b', 'c');
    await runOn(host, into(OUT));
    edit(host, 'b');
    const { output } = await runOn(host, into(OUT));
    expect(output).toMatch(/out\.tar\/b: 0 added, [1-9]\d* changed/);
    expect(output).toMatch(/out\.tar\/c: 0 added, 0 changed, 0 removed, [1-9]/);
    await runOn(host, into('fresh.tar', '--no-cache'));
    await runOn(host, ['compile', 'p/c', 'p/b', 'p/a', '--out', 'turned.tar', '--no-cache']);
    expect(digestOf(host)).toBe(digestOf(host, '/project/fresh.tar'));
    // The list of the projects names them in the order of their names, too.
    expect(digestOf(host)).toBe(digestOf(host, '/project/turned.tar'));
  });

  it('is not written where nothing changed, nor read where a run left it', async () => {
    const host = fleetHost('a', 'x');
    await runOn(host, into(OUT));
    const read: number[] = [];
    const files: FileSystem = {
      ...host.files,
      readPart: (path, part) => {
        read.push(part.position);
        return host.files.readPart(path, part);
      },
    };
    const watched: MemoryHost = Object.create(host, { files: { value: files } });
    const before = host.files.status(`/project/${OUT}`);
    const { code, output } = await runOn(watched, into(OUT));
    expect([code, output.match(/[1-9]\d* unchanged/g)?.length]).toEqual([0, 2]);
    expect(host.files.status(`/project/${OUT}`)).toEqual(before);
    // Only the list of the projects is read, which comes after the project `a`.
    expect(read).toEqual([expect.any(Number)]);
    expect(read[0]).toBeGreaterThan(100_000);
  });

  it('loses what is no project any more, and --check says so before', async () => {
    const host = fleetHost('a', 'b');
    await runOn(host, into(OUT));
    take(host, 'b');
    const checked = await runOn(host, into(OUT, '--check'));
    expect(checked.code).toBe(4);
    expect(checked.output).toContain('out.tar/b: to remove');
    expect(Object.keys(treeOf(host.files)).some((path) => path.startsWith('b/'))).toBe(true);
    expect((await runOn(host, into(OUT))).code).toBe(0);
    expect(Object.keys(treeOf(host.files)).some((path) => path.startsWith('b/'))).toBe(false);
    expect((await runOn(host, into(OUT, '--check'))).code).toBe(0);
  });

  it('keeps the last good output of a project that has errors', async () => {
    const host = fleetHost('a', 'b');
    await runOn(host, into(OUT));
    const before = treeOf(host.files);
    host.files.write('/project/p/b/build.bitesize', `${called('b')['build.bitesize']}    colour: red\n`);
    edit(host, 'a');
    expect((await runOn(host, into(OUT))).code).toBe(1);
    const after = treeOf(host.files);
    expect(after['b/manifest.json']).toBe(before['b/manifest.json']);
    expect(after['a/manifest.json']).not.toBe(before['a/manifest.json']);
    // The next run knows it by the note of this one, and so does one that has none.
    expect((await runOn(host, into(OUT))).code).toBe(1);
    expect(treeOf(host.files)).toEqual(after);
  });

  it('is compared by its content where another run or tool made it', async () => {
    const host = fleetHost('a', 'b');
    await runOn(host, into(OUT));
    host.files.write('/project/copy.tar', bytesOf(host));
    const counted = await runOn(host, into('copy.tar'));
    expect(counted.output.match(/0 added, 0 changed, 0 removed/g)).toHaveLength(2);
    expect((await runOn(host, into('copy.tar', '--check'))).code).toBe(0);
    edit(host, 'a');
    expect((await runOn(host, into('copy.tar', '--check'))).code).toBe(4);
    expect((await runOn(host, into('copy.tar', '--no-cache'))).code).toBe(0);
    await runOn(host, into(OUT));
    expect(digestOf(host, '/project/copy.tar')).toBe(digestOf(host));
  });

  it('is a folder where one of that name stands, or a slash says so', async () => {
    const host = fleetHost('a');
    host.files.makeFolder('/project/there.tar');
    await runOn(host, into('there.tar'));
    await runOn(host, into('new.tar/'));
    const kind = (path: string) => {
      const status = host.files.status(path);
      return status.ok && status.value.kind;
    };
    expect([kind('/project/there.tar/a/manifest.json'), kind('/project/new.tar/a/manifest.json')]).toEqual([
      'file',
      'file',
    ]);
  });

  it('names where a line of it comes from', async () => {
    const host = fleetHost('a');
    await runOn(host, into(OUT));
    const { code, output } = await runOn(host, ['why', 'out.tar/a/jenkins/plugins.txt:4', 'p/a']);
    expect([code, output.split('\n')[0]]).toEqual([0, 'jenkins/plugins.txt:4']);
  });

  it('is not written by shards and while watching, and other archives not at all', async () => {
    const host = fleetHost('a');
    for (const [argv, text] of [
      [into(OUT, '--shard', '1/2'), 'a shard writes a part of the output: name a folder'],
      [into(OUT, '--watch'), '`--watch` writes project by project: name a folder'],
      [into('out.zip'), 'only archives with the ending `.tar` are written'],
      [into('out.tar.gz'), 'a folder of this name is `out.tar.gz/`'],
    ] as const) {
      const { code, errors } = await runOn(host, argv);
      expect([code, errors]).toEqual([2, expect.stringContaining(text)]);
    }
    expect(beside(host)).toEqual([]);
  });

  it('keeps long paths and others than ASCII', async () => {
    const long = 'x'.repeat(120);
    const host = fleetHost();
    for (const name of [long, 'größe'])
      for (const [path, text] of Object.entries(inFolder(`/project/p/${name}`, called('a')))) {
        host.files.makeFolder(`/project/p/${name}`);
        host.files.write(path, text.replace('project: a', `project: n${name.length}`));
      }
    expect((await runOn(host, into(OUT))).code).toBe(0);
    await runOn(host, into('out'));
    expect(treeOf(host.files)).toEqual(readTree(host.files, '/project/out'));
  });
});
