import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileResult } from '../../../compiler/host/file-result.ts';
import type { FileSystem } from '../../../compiler/host/file-system.ts';
import { MemoryFiles } from '../../../compiler/host/memory-files.ts';
import { nodeFiles } from '../../../compiler/host/node-files.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bitesize-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

/** What holds for the machine must hold in memory, or tests in memory would prove nothing. */
describe.each([
  ['of the machine', (): FileSystem => nodeFiles],
  ['in memory', (): FileSystem => new MemoryFiles(root)],
])('the file system %s', (_, create) => {
  it('writes, reads and lists', () => {
    const files = create();
    expect(files.makeFolder(`${root}/b/c`)).toMatchObject({ ok: true });
    expect(files.makeFolder(`${root}/b/c`)).toMatchObject({ ok: true });
    expect(files.makeFolder(`${root}/b/e`, { exclusive: true })).toMatchObject({ ok: true });
    files.write(`${root}/a`, 'text');
    files.write(`${root}/b/d`, new Uint8Array([1, 2]));
    expect(text(files, 'a')).toBe('text');
    expect(files.list(root)).toEqual({
      ok: true,
      value: [
        { name: 'a', kind: 'file' },
        { name: 'b', kind: 'folder' },
      ],
    });
    expect(files.status(`${root}/b/d`)).toMatchObject({ value: { kind: 'file', size: 2 } });
    expect(files.realPath(`${root}/b/../a`)).toMatchObject({ ok: true });
  });

  it('reads and adds parts of files', () => {
    const files = create();
    const path = `${root}/a`;
    files.write(path, 'abc');
    expect(files.append(path, new TextEncoder().encode('defg'))).toMatchObject({ ok: true });
    expect(text(files, 'a')).toBe('abcdefg');
    const part = (position: number, length: number, into?: Uint8Array) => {
      const read = files.readPart(path, { position, length, ...(into && { into }) });
      return read.ok ? new TextDecoder().decode(read.value) : read.failure.kind;
    };
    expect([part(0, 3), part(2, 3), part(5, 9), part(7, 1), part(9, 1)]).toEqual([
      'abc',
      'cde',
      'fg',
      '',
      '',
    ]);
    expect([part(1, 2, new Uint8Array(5)), part(6, 5, new Uint8Array(5))]).toEqual(['bc', 'g']);
    files.makeLink('a', `${root}/link`);
    files.makeFolder(`${root}/folder`);
    const failures = ['link', 'folder', 'nothing'].map((name) => [
      files.readPart(`${root}/${name}`, { position: 0, length: 1 }),
      files.append(`${root}/${name}`, new Uint8Array(1)),
    ]);
    expect(failures.flat().map(({ ok }) => ok)).toEqual([false, false, false, false, false, false]);
    expect(failures[0]).toMatchObject([
      { failure: { kind: 'is-a-link' } },
      { failure: { kind: 'is-a-link' } },
    ]);
    expect(text(files, 'a')).toBe('abcdefg');
  });

  it('gives failures as data', () => {
    const files = create();
    files.write(`${root}/a`, '');
    files.makeFolder(`${root}/full/inner`);
    const kinds = {
      'read missing': files.read(`${root}/x`),
      'read folder': files.read(`${root}/full`),
      'list missing': files.list(`${root}/x`),
      'list file': files.list(`${root}/a`),
      'status missing': files.status(`${root}/x`),
      'real path missing': files.realPath(`${root}/x`),
      'write into missing': files.write(`${root}/x/y`, ''),
      'write over folder': files.write(`${root}/full`, ''),
      'write again': files.write(`${root}/a`, '', { exclusive: true }),
      'rename missing': files.rename(`${root}/x`, `${root}/y`),
      'rename over full': files.rename(`${root}/full/inner`, `${root}/full`),
      'link over': files.link(`${root}/a`, `${root}/full`),
      'remove missing': files.remove(`${root}/x`),
      'remove full': files.removeFolder(`${root}/full`),
      'folder in file': files.makeFolder(`${root}/a/b`),
      'folder again': files.makeFolder(`${root}/full`, { exclusive: true }),
      'folder in missing': files.makeFolder(`${root}/x/y`, { exclusive: true }),
    };
    expect(Object.fromEntries(Object.entries(kinds).map(([name, result]) => [name, kindOf(result)]))).toEqual(
      {
        'read missing': 'not-found',
        'read folder': 'is-a-folder',
        'list missing': 'not-found',
        'list file': 'not-a-folder',
        'status missing': 'not-found',
        'real path missing': 'not-found',
        'write into missing': 'not-found',
        'write over folder': 'is-a-folder',
        'write again': 'exists',
        'rename missing': 'not-found',
        'rename over full': 'not-empty',
        'link over': 'exists',
        'remove missing': 'not-found',
        'remove full': 'not-empty',
        'folder in file': 'not-a-folder',
        'folder again': 'exists',
        'folder in missing': 'not-found',
      },
    );
  });

  it('renames over a file and over an empty folder', () => {
    const files = create();
    files.write(`${root}/a`, 'new');
    files.write(`${root}/b`, 'old');
    files.rename(`${root}/a`, `${root}/b`);
    files.makeFolder(`${root}/empty`);
    files.makeFolder(`${root}/full`);
    files.write(`${root}/full/x`, 'x');
    files.rename(`${root}/full`, `${root}/empty`);
    expect([text(files, 'b'), text(files, 'empty/x')]).toEqual(['new', 'x']);
    expect(files.list(root)).toMatchObject({ value: [{ name: 'b' }, { name: 'empty' }] });
  });

  it('gives a file two names', () => {
    const files = create();
    files.write(`${root}/a`, 'text');
    files.link(`${root}/a`, `${root}/b`);
    expect(identity(files, 'a')).toBe(identity(files, 'b'));
    files.remove(`${root}/a`);
    expect(text(files, 'b')).toBe('text');
    files.write(`${root}/c`, 'text');
    expect(identity(files, 'c')).not.toBe(identity(files, 'b'));
  });

  it('tells a link from what it points to', () => {
    const files = create();
    files.makeFolder(`${root}/real`);
    files.write(`${root}/real/x`, 'x');
    files.makeLink('real', `${root}/link`);
    expect(files.status(`${root}/link`)).toMatchObject({ value: { kind: 'link' } });
    expect(files.readLink(`${root}/link`)).toMatchObject({ value: 'real' });
    expect(text(files, 'link/x')).toBe('x');
    expect(files.list(root)).toMatchObject({ value: [{ kind: 'link' }, { kind: 'folder' }] });
    files.remove(`${root}/link`);
    expect(text(files, 'real/x')).toBe('x');
  });

  it('keeps modes', () => {
    const files = create();
    files.write(`${root}/a`, '');
    files.setMode(`${root}/a`, 0o640);
    expect(files.status(`${root}/a`)).toMatchObject({ value: { mode: 0o640 } });
  });
});

function text(files: FileSystem, path: string): string {
  const read = files.read(`${root}/${path}`);
  return read.ok ? new TextDecoder().decode(read.value) : `(${read.failure.kind})`;
}

function identity(files: FileSystem, path: string): string {
  const status = files.status(`${root}/${path}`);
  return status.ok ? status.value.identity : '';
}

function kindOf(result: FileResult<unknown>): string {
  return result.ok ? 'ok' : result.failure.kind;
}
