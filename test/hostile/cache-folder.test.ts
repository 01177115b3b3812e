import { describe, expect, it } from 'vitest';
import { createMemoryHost, type MemoryHost } from '../../compiler/host/memory-host.ts';
import { fine, inFolder, run, runOn, textOf } from '../compiler/cli/run.ts';
import { readTree } from '../compiler/plan/output-folder.ts';
import { entries } from '../compiler/run/cache-entries.ts';

const KEY = 'a-key-of-the-runner';

interface Setting {
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly folder?: string;
  readonly cwd?: string;
}

/** A checkout at `/checkout` with a project in it. */
function checkout({ env = {}, files = {}, folder = '/checkout/app', cwd = '/checkout' }: Setting = {}) {
  return createMemoryHost({
    cwd,
    files: { '/checkout/.git/HEAD': 'ref', ...inFolder(folder, fine), ...files },
    env,
    resources: { 'build-id': 'one' },
  });
}

describe('a cache folder that a change can write to', () => {
  it.each([
    ['in the checkout', '.bitesize-cache'],
    ['in the project', 'app/cache'],
    ['by its absolute path', '/checkout/cache'],
    ['by a way round', '../elsewhere/../checkout/cache'],
  ])('is refused: %s', async (_, path) => {
    const host = checkout();
    const before = readTree(host.files, '/checkout');
    for (const command of [['check'], ['compile', '--out', 'out'], ['compile', '--out', 'out', '--check']]) {
      const { code, errors, output } = await runOn(host, [...command, 'app', '--cache-dir', path]);
      expect([code, output]).toEqual([2, '']);
      expect(errors).toMatch(
        /^error: the cache folder `.*` lies in `\/checkout(\/app)?`, where a change .*\nhelp: /,
      );
    }
    expect(readTree(host.files, '/checkout')).toEqual(before);
  });

  it('is refused where the variable names it, too', async () => {
    const host = checkout({ env: { BITESIZE_CACHE: 'cache' } });
    expect((await runOn(host, ['check', 'app'])).code).toBe(2);
    expect((await runOn(host, ['check', 'app', '--no-cache'])).code).toBe(0);
  });

  it('is refused in a project that is no checkout', async () => {
    const host = createMemoryHost({ files: inFolder('/project', fine) });
    expect((await runOn(host, ['check', '--cache-dir', 'cache'])).code).toBe(2);
  });

  it('is taken where its entries are sealed with a key', async () => {
    const host = checkout({ env: { BITESIZE_CACHE_KEY: KEY } });
    expect((await runOn(host, ['check', 'app', '--cache-dir', 'cache'])).code).toBe(0);
    expect(entries(host, '/checkout/cache')).toHaveLength(1);
  });

  it('is taken elsewhere, beside the projects of a folder that is no checkout, too', async () => {
    const host = createMemoryHost({
      cwd: '/fleet',
      files: inFolder('/fleet/projects/a', fine),
      resources: { 'build-id': 'one' },
    });
    expect((await runOn(host, ['check', 'projects/*', '--cache-dir', 'cache'])).code).toBe(0);
    expect(entries(host, '/fleet/cache')).toHaveLength(1);
  });

  const links: readonly [string, string, Setting][] = [
    ['cache', 'cache', {}],
    ['deep/cache', 'deep', {}],
    ['app/cache', 'app/cache', {}],
    ['cache', 'cache', { env: { BITESIZE_CACHE_KEY: KEY } }],
  ];

  it.each(links)('leads nowhere over a link: %s', async (path, link, setting) => {
    const host = checkout({ ...setting, files: { '/victim/cache/mine.txt': 'mine' } });
    host.files.makeLink('/victim', `/checkout/${link}`);
    const { code, errors } = await runOn(host, ['check', 'app', '--cache-dir', path]);
    expect(code).toBe(2);
    expect(errors).toContain(`leads over the link \`/checkout/${link}\``);
    expect(readTree(host.files, '/victim')).toEqual({ 'cache/mine.txt': 'mine' });
  });

  it('may be reached over links of the user', async () => {
    const host = checkout();
    host.files.makeFolder('/disk/caches');
    host.files.makeLink('/disk', '/var');
    host.files.makeLink('caches', '/disk/linked');
    expect((await runOn(host, ['check', 'app', '--cache-dir', '/var/linked'])).code).toBe(0);
    expect(entries(host, '/disk/caches')).toHaveLength(1);
  });
});

describe("the user's own cache", () => {
  const own = '/home/.cache/bitesize';

  it('is used where the home is a checkout of its own, such as one of dotfiles', async () => {
    const files = { '/home/.git/HEAD': 'ref', '/home/app/.git/HEAD': 'ref' };
    const host = checkout({ env: { HOME: '/home' }, files, folder: '/home/app', cwd: '/home/app' });
    expect((await runOn(host, ['check'])).code).toBe(0);
    expect(entries(host, own)).toHaveLength(1);
  });

  const workspaces: readonly [string, Readonly<Record<string, string>>, string][] = [
    ['the home is the workspace', { '/home/.git/HEAD': 'ref' }, '/home/app'],
    [
      'the project is a submodule of it',
      { '/home/.git/HEAD': 'ref', '/home/app/.git': 'gitdir: x' },
      '/home/app',
    ],
    ['the working folder is elsewhere', { '/home/.git/HEAD': 'ref' }, '/'],
  ];

  it.each(workspaces)('is left alone without a word where %s', async (_, files, cwd) => {
    const host = checkout({ env: { HOME: '/home' }, files, folder: '/home/app', cwd });
    const ran = await runOn(host, ['check', '/home/app']);
    expect([ran.code, ran.errors]).toEqual([0, '']);
    expect(host.files.status(own).ok).toBe(false);
  });
});

describe('the key', () => {
  const keep = ['check', 'app', '--cache-dir', '/cache'];

  it('is no key when it is empty, as that of a job that may not have it', async () => {
    const host = checkout({ env: { BITESIZE_CACHE_KEY: '', BITESIZE_CACHE_KEY_FILE: '' } });
    expect((await runOn(host, keep)).code).toBe(0);
    expect((await runOn(host, ['check', 'app', '--cache-dir', 'cache'])).code).toBe(2);
  });

  it.each([
    [{ BITESIZE_CACHE_KEY: 'short' }, 'has fewer than 16 characters'],
    [{ BITESIZE_CACHE_KEY_FILE: '/keys/none' }, 'cannot read the file of `BITESIZE_CACHE_KEY_FILE`'],
    [{ BITESIZE_CACHE_KEY_FILE: 'key' }, 'lies where a change can write'],
  ])('is refused when it is none: %o', async (env, problem) => {
    const host = checkout({ env, files: { '/checkout/key': KEY } });
    const { code, errors } = await runOn(host, keep);
    expect(code).toBe(2);
    expect(errors).toContain(problem);
    expect(errors).not.toContain('short');
  });

  it('may stand in a file, and is the same then; it is written nowhere', async () => {
    const host = checkout({ env: { BITESIZE_CACHE_KEY: KEY } });
    const { output } = await runOn(host, keep);
    const [path = ''] = entries(host);
    const before = host.files.status(path);
    const files = { '/keys/key': `${KEY}\n`, [path]: textOf(host, path) };
    const other = checkout({ env: { BITESIZE_CACHE_KEY_FILE: '/keys/key' }, files });
    await runOn(other, keep);
    expect(before.ok && entries(other)).toEqual([path]);
    expect([output, path, textOf(host, path)].join()).not.toContain(KEY);
  });

  it('keeps entries apart from those without it, and of another key', async () => {
    const host = checkout();
    const paths = new Set<string>();
    for (const env of [{}, { BITESIZE_CACHE_KEY: KEY }, { BITESIZE_CACHE_KEY: `${KEY}2` }]) {
      await runOn(withEnv(host, env), keep);
      for (const path of entries(host)) paths.add(path);
    }
    expect(paths.size).toBe(3);
  });
});

function withEnv(host: MemoryHost, env: Readonly<Record<string, string>>): MemoryHost {
  return { ...host, env };
}

describe('a cache folder that cannot be had', () => {
  it('costs time only, and is told once where the user named it', async () => {
    const files = { ...inFolder('/project', fine), '/file': 'mine' };
    const named = await run(['check', '--cache-dir', '/file/cache'], { files });
    expect([named.code, named.errors]).toEqual([
      0,
      'note: cannot use the cache folder `/file/cache`: a part of the path is not a folder\n',
    ]);
    expect(named.output).toContain('0 errors');
    const quiet = await run(['check', '--quiet', '--cache-dir', '/file/cache'], { files });
    expect([quiet.code, quiet.errors]).toEqual([0, '']);
    const own = await run(['check'], { files, env: { HOME: '/file' } });
    expect([own.code, own.errors]).toEqual([0, '']);
  });
});
