import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GitRepository } from './git-repository.ts';
import { fine, inFolder } from './run.ts';

const origin = new GitRepository();
const clone = new GitRepository();
let first = '';

/** What `diff` says to a ref: its errors, since it cannot say more. */
async function errors(ref: string, folder = 'shop'): Promise<string> {
  const { code, errors: said } = await clone.bitesize('diff', folder, '--base', ref);
  expect(code).toBe(2);
  return said;
}

beforeAll(() => {
  origin.write(inFolder('shop', fine));
  origin.commit();
  first = origin.git('rev-parse', 'HEAD').trim();
  origin.git('checkout', '--quiet', '-b', 'work');
  origin.commit();
  clone.git('remote', 'add', '-t', 'work', 'origin', `file://${origin.folder}`);
  clone.git('fetch', '--quiet', '--depth=1', 'origin', 'work');
  clone.git('checkout', '--quiet', '-b', 'work', 'origin/work');
});
afterAll(() => {
  origin.remove();
  clone.remove();
});

describe('a base that a CI system did not fetch', () => {
  it('is asked for by a command that gets it', async () => {
    const said = await errors('origin/main');
    expect(said).toMatch(
      /^error: git does not know `origin\/main` in `shop`\nhelp: fetch it first: `git fetch .*`\n$/,
    );
    const command = /`(git fetch [^`]*)`/.exec(said)?.[1] ?? '';
    execFileSync('sh', ['-c', command], { cwd: clone.folder, stdio: 'ignore' });
    const { code, output } = await clone.bitesize('diff', 'shop', '--base', 'origin/main');
    expect([code, output]).toEqual([0, 'No changes.\n']);
    expect(await errors('main')).toContain('help: it knows `origin/main`: pass `--base origin/main`');
  });

  it.each([
    ['a branch without its remote', () => 'other', /and pass `--base origin\/other`/],
    [
      'a commit',
      () => first.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      /git fetch --no-tags --depth=1 origin [0-9a-f]{40}`/,
    ],
    ['a commit before another', () => 'HEAD~1', /`git fetch --unshallow`/],
    ['nothing', () => '', /`--base` is empty: is the variable set that names the ref\?/],
  ])('may be %s', async (_, ref, message) => {
    expect(await errors(ref())).toMatch(message);
  });

  it('is in a repository', async () => {
    const { code, errors: said } = await clone.bitesize('diff', join(clone.folder, '..'), '--base', 'HEAD');
    expect([code, said]).toEqual([2, expect.stringContaining('is in no git repository')]);
  });
});
