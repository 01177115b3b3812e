import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Git, openGit } from '../../../compiler/host/git.ts';
import { GitBlobs } from '../../../compiler/host/git-blobs.ts';
import { gitFiles } from '../../../compiler/host/git-files.ts';
import { parseGitTree } from '../../../compiler/host/git-tree.ts';
import { createNodeHost } from '../../../compiler/host/node-host.ts';
import { GitRepository } from '../cli/git-repository.ts';

const repository = new GitRepository();
const host = createNodeHost(new URL('../../../', import.meta.url));
const { folder } = repository;
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function git(): Git {
  const opened = openGit(host, folder);
  if (!opened.ok) throw new Error(opened.problem);
  return opened.git;
}

function open() {
  const blobs = new GitBlobs(git());
  const tree = parseGitTree(repository.git('ls-tree', '-r', '-z', '--full-tree', 'HEAD'));
  return { blobs, files: gitFiles({ top: folder, tree, blobs, cwd: folder, machine: host.files }) };
}

beforeAll(() => {
  repository.write({
    'a.txt': 'committed',
    'deep/er/bytes': new Uint8Array([0, 10, 255, 10]),
    'deep/über.txt': 'ü\n',
    'deep/empty': '',
  });
  symlinkSync('deep/er', join(folder, 'short'));
  symlinkSync('../a.txt', join(folder, 'deep', 'up'));
  symlinkSync('nowhere', join(folder, 'broken'));
  symlinkSync('round', join(folder, 'round'));
  symlinkSync('/etc', join(folder, 'out'));
  repository.commit();
  repository.write({ 'a.txt': 'changed', 'new.txt': 'new' });
  repository.delete('deep');
});
afterAll(() => repository.remove());

describe('the files of a commit', () => {
  it('are those of the commit, whatever the working tree has', () => {
    const { files } = open();
    const bytes = (path: string) => {
      const read = files.read(path);
      return read.ok ? [...read.value] : read.failure;
    };
    expect(bytes('a.txt')).toEqual([...new TextEncoder().encode('committed')]);
    expect(bytes(`${folder}/deep/er/bytes`)).toEqual([0, 10, 255, 10]);
    expect(bytes('deep/empty')).toEqual([]);
    expect(files.read('new.txt')).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });

  it('are listed with names that are no ASCII', () => {
    expect(open().files.list('deep')).toEqual({
      ok: true,
      value: [
        { name: 'empty', kind: 'file' },
        { name: 'er', kind: 'folder' },
        { name: 'up', kind: 'link' },
        { name: 'über.txt', kind: 'file' },
      ],
    });
  });

  it('say what they are without being read', () => {
    const { files } = open();
    expect(files.status('deep/er/bytes')).toMatchObject({ value: { kind: 'file', size: 4, mode: 0o644 } });
    expect(files.status('deep')).toMatchObject({ value: { kind: 'folder' } });
    expect(files.status('short')).toMatchObject({ value: { kind: 'link' } });
    expect(files.status('deep/er/bytes/x')).toMatchObject({ failure: { kind: 'not-found' } });
    expect(files.list('a.txt')).toMatchObject({ failure: { kind: 'not-a-folder' } });
    expect(files.read('deep')).toMatchObject({ failure: { kind: 'is-a-folder' } });
  });

  it('are found over links, in the repository and out of it', () => {
    const { files } = open();
    expect(files.read('short/bytes')).toMatchObject({ ok: true });
    expect(files.realPath('short/bytes')).toEqual({ ok: true, value: `${folder}/deep/er/bytes` });
    expect(files.realPath('deep/up')).toEqual({ ok: true, value: `${folder}/a.txt` });
    expect(files.readLink('deep/up')).toEqual({ ok: true, value: '../a.txt' });
    for (const path of ['broken', 'round', 'broken/x'])
      expect(files.read(path)).toMatchObject({ failure: { kind: 'not-found' } });
    expect(files.list('out')).toMatchObject({ failure: { kind: 'outside' } });
    expect(files.read('out/hostname')).toMatchObject({ failure: { kind: 'outside' } });
    expect(files.realPath('out/hostname')).toMatchObject({ failure: { kind: 'outside' } });
    expect(files.read(join(process.cwd(), 'package.json'))).toMatchObject({ ok: true });
  });

  it('cannot be changed', () => {
    const { files } = open();
    const results = [
      files.write('a.txt', ''),
      files.makeFolder('x'),
      files.rename('a.txt', 'b.txt'),
      files.remove('a.txt'),
      files.removeFolder('deep'),
      files.link('a.txt', 'b.txt'),
      files.makeLink('a.txt', 'b.txt'),
      files.setMode('a.txt', 0),
    ];
    for (const result of results) expect(result).toMatchObject({ failure: { kind: 'denied' } });
  });

  it('are asked for once, many at a time', () => {
    let runs = 0;
    const { run } = git();
    const counting = {
      run: (...argv: Parameters<Git['run']>) => {
        runs++;
        return run(...argv);
      },
    };
    const ids = repository.git('ls-tree', '-r', '--format=%(objectname)', 'HEAD').trim().split('\n');
    const blobs = new GitBlobs(counting);
    blobs.load([...ids, '0'.repeat(40)], 1_000);
    expect(ids.map((id) => blobs.read(id)?.length)).not.toContain(undefined);
    expect(runs).toBe(2);
    expect(blobs.read('0'.repeat(40))).toBeUndefined();
    expect(decode(blobs.read(ids[0] ?? '') ?? new Uint8Array())).toBe('committed');
  });

  it('match globs', async () => {
    const { files } = open();
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect(await host.globFolders('d*/*', files)).toEqual(['deep/er']);
      expect(await host.globFolders('{deep,none}', files)).toEqual(['deep']);
      expect(await host.globFolders('d*')).toEqual([]);
    } finally {
      process.chdir(before);
    }
  });
});
