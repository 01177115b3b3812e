import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeFiles } from '../../../compiler/host/node-files.ts';
import { createNodeHost } from '../../../compiler/host/node-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'bitesize-read-'));
const server = createServer();

beforeAll(async () => {
  writeFileSync(join(folder, 'file'), 'text');
  writeFileSync(join(folder, 'empty'), '');
  writeFileSync(join(folder, 'sparse'), '');
  truncateSync(join(folder, 'sparse'), 3_000_000_000);
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  await new Promise<void>((resolve) => server.listen(join(folder, 'socket'), resolve));
  const targets = { pipe: 'pipe', socket: 'socket', file: 'file', zero: '/dev/zero', terminal: '/dev/tty' };
  for (const [name, target] of Object.entries(targets)) symlinkSync(target, join(folder, `to-${name}`));
  symlinkSync('round', join(folder, 'round'));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function read(name: string, options?: Parameters<typeof nodeFiles.read>[1]): string {
  const result = nodeFiles.read(join(folder, name), options);
  return result.ok ? new TextDecoder().decode(result.value) : result.failure.kind;
}

describe('reading a file of the machine', () => {
  it('reads what is regular, also what says that it is empty', () => {
    expect(['file', 'to-file', 'empty'].map((name) => read(name))).toEqual(['text', 'text', '']);
    const version = nodeFiles.read('/proc/version');
    expect(version.ok ? version.value.length : 0).toBeGreaterThan(10);
  });

  it.each(['pipe', 'socket', 'to-pipe', 'to-socket', 'to-zero', 'to-terminal'])('refuses %s', (name) => {
    const expected = name === 'to-terminal' ? expect.stringMatching(/not-regular|not-found/) : 'not-regular';
    expect(read(name)).toEqual(expected);
  });

  it('follows no link where none is wanted', () => {
    expect(read('file', { noFollow: true })).toBe('text');
    for (const name of ['to-file', 'to-zero', 'to-pipe', 'round'])
      expect(read(name, { noFollow: true })).toBe('is-a-link');
    expect(read('pipe', { noFollow: true })).toBe('not-regular');
    expect(read('none', { noFollow: true })).toBe('not-found');
    expect(read('round')).toBe('other');
  });

  it('reads no more than the limit, whatever size a file says it has', () => {
    expect(read('file', { limit: 4 })).toBe('text');
    expect(read('file', { limit: 3 })).toBe('too-large');
    expect(read('sparse')).toBe('too-large');
    expect(nodeFiles.read('/proc/version', { limit: 9 })).toEqual({
      ok: false,
      failure: { kind: 'too-large', reason: 'it has more than 9 bytes' },
    });
  });
});

describe('globs of the machine', () => {
  it('match links to folders, and seek nothing behind them', async () => {
    const host = createNodeHost(new URL('../../../', import.meta.url));
    for (const name of ['g/a/x', 'g/b']) execFileSync('mkdir', ['-p', join(folder, name)]);
    symlinkSync('..', join(folder, 'g/a/up'));
    symlinkSync('/', join(folder, 'g/all'));
    symlinkSync('g', join(folder, 'h'));
    const found = async (pattern: string) =>
      (await host.globFolders(`${folder}/${pattern}`)).map((path) =>
        path.replace(/^.*bitesize-read-[^/]*\//, ''),
      );
    expect(await found('g/*')).toEqual(['g/a', 'g/all', 'g/b']);
    expect(await found('g/*/*')).toEqual(['g/a/up', 'g/a/x']);
    expect(await found('g/**')).toEqual(['g', 'g/a', 'g/a/up', 'g/a/x', 'g/all', 'g/b']);
    expect(await found('h/*')).toEqual(['h/a', 'h/all', 'h/b']);
  });
});
