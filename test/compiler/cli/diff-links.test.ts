import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GitRepository } from './git-repository.ts';
import { fine, inFolder } from './run.ts';

const repository = new GitRepository();
const origin = new GitRepository();
const outside = realpathSync(mkdtempSync(join(tmpdir(), 'bitesize-outside-')));
const SECRET = 'TOKEN=not-for-anybody';

beforeAll(() => {
  writeFileSync(join(outside, 'secret'), SECRET);
  repository.write(inFolder('shop', fine));
  symlinkSync(join(outside, 'secret'), join(repository.folder, 'shop', 'jenkins.bitesize'));
  repository.commit();
  origin.write(inFolder('shop', fine));
  origin.git('config', 'uploadpack.allowFilter', 'true');
  origin.commit();
});
afterAll(() => {
  rmSync(outside, { recursive: true });
  repository.remove();
  origin.remove();
});

describe('a base', () => {
  it('is not read through its links, nor through those of the working tree', async () => {
    for (const root of [[], ['--root', '/']]) {
      const { output, errors } = await repository.bitesize(
        'diff',
        'shop',
        '--base',
        'HEAD',
        ...root,
        '--unified',
      );
      expect(output + errors).not.toContain(SECRET);
    }
    const graph = await repository.bitesize('graph', 'shop', '--base', 'HEAD', '--format', 'json');
    expect(graph.output + graph.errors).not.toContain(SECRET);
  });

  it('is the one of the commit where the working tree has a link in its place', async () => {
    repository.delete('shop');
    symlinkSync(outside, join(repository.folder, 'shop'));
    writeFileSync(join(outside, 'build.bitesize'), SECRET);
    const { output, errors } = await repository.bitesize('diff', '.', 's*', '--base', 'HEAD');
    expect(output + errors).not.toContain(SECRET);
    repository.delete('shop');
    repository.reset();
  });

  it('fetches nothing into a clone that left contents out, and says so', async () => {
    const clone = new GitRepository();
    try {
      const url = `file://${origin.folder}`;
      clone.git('remote', 'add', 'origin', url);
      clone.git('fetch', '--quiet', '--filter=blob:none', 'origin', 'main');
      const missing = () =>
        clone.git('rev-list', '--objects', '--missing=print', 'FETCH_HEAD').match(/^\?/gm);
      clone.write(inFolder('shop', fine));
      expect(missing()).toHaveLength(1);
      for (const command of ['diff', 'graph']) {
        const { code, errors } = await clone.bitesize(command, 'shop', '--base', 'FETCH_HEAD');
        expect([code, errors]).toEqual([
          2,
          expect.stringContaining('this clone has left out the content of `shop/build.bitesize` at the base'),
        ]);
      }
      expect(missing()).toHaveLength(1);
      clone.git('fetch', '--quiet', '--refetch', '--no-filter', 'origin', 'main');
      expect(await clone.bitesize('diff', 'shop', '--base', 'FETCH_HEAD')).toMatchObject({ code: 0 });
    } finally {
      clone.remove();
    }
  });
});
