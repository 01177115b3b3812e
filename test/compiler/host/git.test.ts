import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneRepository, type GitHost, openGit } from '../../../compiler/host/git.ts';
import type { RunOptions, RunResult } from '../../../compiler/host/host.ts';
import { MemoryFiles } from '../../../compiler/host/memory-files.ts';
import { createNodeHost } from '../../../compiler/host/node-host.ts';
import { GitRepository } from '../cli/git-repository.ts';

interface Started {
  readonly program: string;
  readonly argv: readonly string[];
  readonly folder: string;
  readonly env: RunOptions['env'];
}

function said(stdout: string, code = 0, stderr = ''): RunResult {
  return { started: true, code, stdout, bytes: new TextEncoder().encode(stdout), stderr };
}

describe('a program that does not start', () => {
  const { run } = createNodeHost(new URL(import.meta.url));

  it('says that it is not installed', () => {
    expect(run('no-such-program-here', [], '', { env: {} })).toEqual({
      started: false,
      reason: 'it is not installed, or in no folder of PATH',
    });
  });

  it('says which folder is missing', () => {
    expect(run(process.execPath, ['--version'], '/nowhere-at-all', { env: {} })).toEqual({
      started: false,
      reason: 'there is no folder `/nowhere-at-all`',
    });
  });
});

/** A host on which git only writes down how it was started. */
function recording(
  paths: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
  version = 'git version 2.39.5\n',
) {
  const files = new MemoryFiles('/src', paths);
  const started: Started[] = [];
  const host: GitHost = {
    files,
    cwd: '/src',
    env,
    run: (program, argv, folder, options) => {
      started.push({ program, argv, folder, env: options.env });
      if (argv[0] === 'version') return said(version);
      return said(argv.includes('--show-toplevel') ? `${folder}\n` : '');
    },
  };
  return { host, files, started };
}

const bare = (folder: string) => ({
  [`${folder}/HEAD`]: 'ref: refs/heads/main\n',
  [`${folder}/config`]: '',
  [`${folder}/objects/info/x`]: '',
  [`${folder}/refs/heads/x`]: '',
});

function topOf({ host }: ReturnType<typeof recording>, path: string): string | undefined {
  const opened = openGit(host, path);
  return opened.ok ? opened.git.top : undefined;
}

describe('the checkout of a path', () => {
  it('has a `.git`: a folder that looks like a repository is none', () => {
    const on = recording({
      '/src/repo/.git/HEAD': '',
      '/src/repo/p/build.bitesize': '',
      ...bare('/src/repo/p'),
      ...bare('/src/repo'),
    });
    expect(topOf(on, 'repo/p')).toBe('/src/repo');
    expect(topOf(on, 'repo/p/not/there')).toBe('/src/repo');
    expect(new Set(on.started.map(({ folder }) => folder))).toEqual(new Set(['/src/repo']));
    expect(topOf(recording(bare('/src/p')), 'p')).toBeUndefined();
  });

  it('is the innermost, a submodule or another working tree too', () => {
    const on = recording({
      '/src/repo/.git/HEAD': '',
      '/src/repo/.git/modules/sub/HEAD': '',
      '/src/repo/sub/.git': 'gitdir: ../.git/modules/sub\n',
      '/src/repo/tree/.git': 'gitdir: /srv/repo.git/worktrees/tree\n',
      '/srv/repo.git/worktrees/tree/HEAD': '',
      '/src/repo/clone/.git/HEAD': '',
      '/src/repo/empty/.git/x': '',
    });
    expect(['sub', 'tree', 'clone', 'empty'].map((name) => topOf(on, `repo/${name}`))).toEqual([
      '/src/repo/sub',
      '/src/repo/tree',
      '/src/repo/clone',
      '/src/repo',
    ]);
  });

  it('is not what an unpacked `.git` names in a checkout', () => {
    const on = recording({
      '/src/repo/.git/HEAD': '',
      '/src/repo/p/.git': 'gitdir: ../other\n',
      ...bare('/src/repo/other'),
      '/src/repo/q/x': '',
    });
    on.files.makeLink('../other', '/src/repo/q/.git');
    for (const name of ['p', 'q']) expect(topOf(on, `repo/${name}`)).toBeUndefined();
    expect(on.started).toEqual([]);
  });

  it('is found over links of the user', () => {
    const on = recording({ '/src/repo/.git/HEAD': '', '/src/repo/p/x': '' });
    on.files.makeLink('/src/repo/p', '/src/here');
    expect(topOf(on, 'here')).toBe('/src/repo');
  });
});

describe('git', () => {
  const repo = { '/src/repo/.git/HEAD': '', '/src/repo/bin/git': '', '/usr/bin/git': '' };

  it('is started with nothing that a repository or its surroundings say', () => {
    const on = recording(repo, {
      GIT_DIR: '/evil',
      GIT_EXTERNAL_DIFF: 'x',
      GIT_CONFIG_GLOBAL: '/etc/ci-config',
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
      GIT_CONFIG_KEY_1: 'core.pager',
      GIT_CONFIG_VALUE_1: 'x',
      HOME: '/home/ci',
      PATH: '/src/repo/bin:/src/linked:.::/usr/bin',
    });
    on.files.makeLink('/src/repo/bin', '/src/linked');
    const opened = openGit(on.host, 'repo');
    if (opened.ok) opened.git.run(['ls-tree', 'HEAD']);
    const env = on.started.at(-1)?.env ?? {};
    expect(on.started.map(({ argv }) => argv[0])).toEqual(['version', 'rev-parse', 'ls-tree']);
    expect(env).toMatchObject({
      GIT_NO_LAZY_FETCH: '1',
      GIT_ALLOW_PROTOCOL: '',
      GIT_NO_REPLACE_OBJECTS: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_CONFIG_GLOBAL: '/etc/ci-config',
      GIT_CEILING_DIRECTORIES: '/src',
      PATH: '/usr/bin',
      HOME: '/home/ci',
    });
    expect(env).not.toHaveProperty('GIT_DIR');
    expect(env).not.toHaveProperty('GIT_EXTERNAL_DIFF');
    const settings = Array.from({ length: Number(env.GIT_CONFIG_COUNT) }, (_, index) => [
      env[`GIT_CONFIG_KEY_${index}`],
      env[`GIT_CONFIG_VALUE_${index}`],
    ]);
    expect(Object.fromEntries(settings)).toMatchObject({
      'safe.directory': '*',
      'safe.bareRepository': 'explicit',
      'core.hooksPath': '/dev/null',
      'core.fsmonitor': 'false',
      'core.pager': 'cat',
      'protocol.allow': 'never',
    });
  });

  it('takes no settings of a user whose home is the checkout', () => {
    for (const home of ['/src/repo', '.']) {
      const on = recording(repo, { HOME: home });
      openGit(on.host, 'repo');
      expect(on.started[0]?.env).toMatchObject({ GIT_CONFIG_GLOBAL: '/dev/null', PATH: expect.any(String) });
    }
  });

  it.each([
    ['git version 2.37.9\n', /^git 2\.37 is too old: .*\nhelp: install git 2\.38 or newer$/],
    ['git version 1.99\n', /too old/],
    ['something else\n', /does not say its version/],
  ])('is refused when it says %j', (version, message) => {
    const on = recording(repo, {}, version);
    expect(openGit(on.host, 'repo')).toMatchObject({ ok: false, problem: expect.stringMatching(message) });
    expect(on.started).toHaveLength(1);
  });

  it('clones with the settings of the user, without hooks, and not from within a folder', () => {
    const env = { GIT_DIR: '/x', GIT_SSH_COMMAND: 'ssh -i key', PATH: '/src/repo/bin:/usr/bin' };
    const on = recording(repo, env);
    cloneRepository(on.host, 'ssh://git.example.com/x.git', 'repo/new');
    const [clone] = on.started;
    expect(clone).toMatchObject({ folder: '/', env: { GIT_SSH_COMMAND: 'ssh -i key', PATH: '/usr/bin' } });
    expect(clone?.argv.slice(-2)).toEqual(['ssh://git.example.com/x.git', '/src/repo/new']);
    expect(clone?.env).not.toHaveProperty('GIT_DIR');
    expect(Object.values(clone?.env ?? {})).toContain('core.hooksPath');
  });
});

describe('git of the machine', () => {
  const repository = new GitRepository();
  const machine = createNodeHost(new URL('../../../', import.meta.url));
  const open = (path: string, env: Readonly<Record<string, string>> = {}) =>
    openGit({ ...machine, env: { ...process.env, ...env } }, join(repository.folder, path));

  beforeAll(() => {
    repository.write({ 'p/a.txt': 'a' });
    repository.commit();
    // The layout of a bare repository, with nothing in it that would do anything.
    for (const folder of ['objects', 'refs']) mkdirSync(join(repository.folder, 'p', folder));
    writeFileSync(join(repository.folder, 'p/HEAD'), 'ref: refs/heads/other\n');
    writeFileSync(join(repository.folder, 'p/config'), '[core]\n\tbare = true\n');
    symlinkSync('..', join(repository.folder, 'p/up'));
  });
  afterAll(() => repository.remove());

  it('looks at the checkout, not at a folder in it, nor at what the environment names', () => {
    for (const path of ['.', 'p', 'p/objects', 'p/up']) {
      const opened = open(path, { GIT_DIR: join(repository.folder, 'p'), GIT_WORK_TREE: '/' });
      expect(opened).toMatchObject({ ok: true, git: { top: repository.folder } });
      const head = opened.ok ? opened.git.run(['rev-parse', '--symbolic-full-name', 'HEAD']) : undefined;
      expect(head).toMatchObject({ code: 0, stdout: 'refs/heads/main\n' });
    }
  });

  it('sees what was set for it, and reads its input', () => {
    const opened = open('p');
    if (!opened.ok) throw new Error(opened.problem);
    const { run } = opened.git;
    expect(run(['config', 'safe.bareRepository'])).toMatchObject({ stdout: 'explicit\n' });
    expect(run(['cat-file', '--batch-check'], 'HEAD:p/a.txt\n')).toMatchObject({
      stdout: expect.stringMatching(/^[0-9a-f]{40} blob 1\n$/),
    });
  });
});

describe('programs', () => {
  it('are started in one place each', () => {
    const starting = sources('compiler').filter((path) =>
      /\bhost\.run\(|node:child_process/.test(readFileSync(path, 'utf8')),
    );
    expect(starting).toEqual([
      'compiler/host/git.ts',
      'compiler/host/kubectl.ts',
      'compiler/host/node-host.ts',
    ]);
    expect(sources('emitters').filter((path) => /child_process/.test(readFileSync(path, 'utf8')))).toEqual(
      [],
    );
  });
});

function sources(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts') && !name.includes('generated'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}
