import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunOptions } from '../../../compiler/host/host.ts';
import { openKubectl } from '../../../compiler/host/kubectl.ts';
import { MemoryFiles } from '../../../compiler/host/memory-files.ts';
import { createNodeHost } from '../../../compiler/host/node-host.ts';

interface Started {
  readonly program: string;
  readonly argv: readonly string[];
  readonly folder: string;
  readonly env: RunOptions['env'];
  readonly input: string | undefined;
}

/** A host on which kubectl only writes down how it was started. */
function recording(env: Readonly<Record<string, string>>, paths: Readonly<Record<string, string>> = {}) {
  const started: Started[] = [];
  const files = new MemoryFiles('/src', {
    '/src/repo/.git/HEAD': '',
    '/src/repo/shop/build.bitesize': '',
    '/home/me/.kube/config': '',
    ...paths,
  });
  return {
    started,
    host: {
      files,
      cwd: '/src',
      env,
      run: (program: string, argv: readonly string[], folder: string, options: RunOptions) => {
        started.push({ program, argv, folder, env: options.env, input: options.input });
        return { started: true, code: 0, stdout: '', bytes: new Uint8Array(), stderr: '' } as const;
      },
    },
  };
}

function startedWith(
  env: Readonly<Record<string, string>>,
  {
    folders = ['repo/shop'],
    context,
    paths,
  }: {
    readonly folders?: readonly string[];
    readonly context?: string;
    readonly paths?: Readonly<Record<string, string>>;
  } = {},
): Started | string {
  const { host, started } = recording(env, paths);
  const opened = openKubectl(host, folders, context);
  if (!opened.ok) return opened.kubeconfig;
  opened.kubectl.run(['get', '--filename=-'], 'kind: x\n');
  return started[0] ?? 'nothing';
}

function envWith(...given: Parameters<typeof startedWith>): RunOptions['env'] {
  const ran = startedWith(...given);
  return typeof ran === 'string' ? { refused: ran } : ran.env;
}

const me = { PATH: '/usr/bin:/bin', HOME: '/home/me' };

describe('kubectl', () => {
  it('runs in no folder of anybody, with the context and a time-out', () => {
    expect(startedWith(me, { context: 'shop' })).toMatchObject({
      program: 'kubectl',
      argv: ['get', '--filename=-', '--context=shop', '--request-timeout=30s'],
      folder: '/',
      input: 'kind: x\n',
    });
    // One argument, whatever it is called.
    expect(startedWith(me, { context: '--kubeconfig=/x' })).toMatchObject({
      argv: ['get', '--filename=-', '--context=--kubeconfig=/x', '--request-timeout=30s'],
    });
  });

  it('is sought in absolute folders that are no part of a checkout', () => {
    const paths = { '/tools/bin/x': '', '/src/other/.git/HEAD': '', '/src/other/p/x': '' };
    expect(
      envWith(
        { ...me, PATH: '.:bin:/src/repo/bin:/src/repo/../repo/shop:/src/other/bin:/tools/bin::/usr/bin' },
        { folders: ['repo/shop', 'other/p'], paths },
      ).PATH,
    ).toBe('/tools/bin:/usr/bin');
    expect(envWith({ ...me, PATH: './bin' }).PATH).toBe('/usr/local/bin:/usr/bin:/bin');
  });

  it('is not the one in a project that is in no checkout', () => {
    expect(
      envWith({ ...me, PATH: '/src/loose/bin:/bin' }, { folders: ['loose'], paths: { '/src/loose/a': '' } })
        .PATH,
    ).toBe('/bin');
  });

  it('compares with whole texts, whatever the environment says', () => {
    const env = envWith({
      ...me,
      KUBECTL_EXTERNAL_DIFF: '/src/repo/evil',
      KUBECTL_KUBERC: 'true',
      LC_ALL: 'de_DE',
    });
    expect(env).toMatchObject({ KUBECTL_EXTERNAL_DIFF: 'diff -N -a -U1000000', LC_ALL: 'C' });
    expect(env.KUBECTL_KUBERC).toBeUndefined();
    // What kubectl drops without a word would change what is compared.
    for (const option of (env.KUBECTL_EXTERNAL_DIFF ?? '').split(' ').slice(1))
      expect(option).toMatch(/^[a-zA-Z0-9-=]+$/);
  });

  it('gets what a login needs, and no secret of others', () => {
    const given = { AWS_PROFILE: 'shop', HTTPS_PROXY: 'http://proxy:3128', SSH_AUTH_SOCK: '/run/agent' };
    const env = envWith({
      ...me,
      ...given,
      JENKINS_TOKEN: 'x',
      JENKINS_USER: 'me',
      BITESIZE_CACHE_KEY: 'x',
      NODE_OPTIONS: '--require=/src/repo/evil.js',
    });
    expect(env).toMatchObject({ ...me, ...given });
    expect(Object.keys(env).filter((name) => /^(?:JENKINS|BITESIZE|NODE)_/.test(name))).toEqual([]);
  });

  it('reads no kubeconfig of a checkout', () => {
    expect(startedWith({ ...me, KUBECONFIG: 'repo/kubeconfig' })).toBe('/src/repo/kubeconfig');
    expect(startedWith({ ...me, KUBECONFIG: '/home/me/a:/src/repo/shop/k' })).toBe('/src/repo/shop/k');
    expect(
      startedWith({ PATH: '/bin', HOME: '/src/repo' }, { paths: { '/src/repo/.kube/config': '' } }),
    ).toBe('/src/repo/.kube/config');
  });

  it('reads those of the user from where they are', () => {
    expect(envWith({ ...me, KUBECONFIG: 'ci/kubeconfig::/home/me/b' }).KUBECONFIG).toBe(
      '/src/ci/kubeconfig:/home/me/b',
    );
    expect(envWith(me).KUBECONFIG).toBeUndefined();
    expect(envWith({ ...me, KUBECONFIG: '' }).KUBECONFIG).toBe('');
  });

  it('does not trust a home, a cache or a folder for files in a checkout', () => {
    const env = envWith({
      PATH: '/bin',
      HOME: '/src/repo/home',
      KUBECONFIG: '/etc/kubeconfig',
      TMPDIR: '/src/repo/tmp',
      KUBECACHEDIR: 'cache',
      KUBERC: '/src/repo/kuberc',
      XDG_CONFIG_HOME: '/home/me/.config',
    });
    const places = ['HOME', 'TMPDIR', 'KUBECACHEDIR', 'KUBERC', 'XDG_CONFIG_HOME'];
    expect(places.map((name) => env[name])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      '/home/me/.config',
    ]);
  });

  it('is really not the one that a change put there, behind a link neither', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bitesize-planted-'));
    const repo = join(folder, 'repo');
    for (const part of ['.git', 'bin', 'shop']) mkdirSync(join(repo, part), { recursive: true });
    writeFileSync(join(repo, '.git/HEAD'), '');
    const good = join(folder, 'good');
    mkdirSync(good);
    for (const [place, said] of [
      [join(repo, 'bin'), 'planted'],
      [good, 'ours'],
    ] as const) {
      writeFileSync(join(place, 'kubectl'), `#!/bin/sh\necho ${said}\n`);
      chmodSync(join(place, 'kubectl'), 0o755);
    }
    symlinkSync(join(repo, 'bin'), join(folder, 'link'));
    const real = createNodeHost(new URL('../../../', import.meta.url));
    const PATH = `bin:${join(folder, 'link')}:${join(repo, 'bin')}:${good}:/usr/bin:/bin`;
    const opened = openKubectl({ ...real, cwd: repo, env: { PATH } }, ['shop'], undefined);
    const ran = opened.ok ? opened.kubectl.run(['version']) : undefined;
    expect(ran).toMatchObject({ started: true, stdout: 'ours\n' });
  });
});
