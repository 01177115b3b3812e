import { afterAll, describe, expect, it } from 'vitest';
import { GitRepository } from './git-repository.ts';
import { fine, inFolder, run, runOn, textOf } from './run.ts';

const repository = new GitRepository();
afterAll(() => repository.remove());

describe('bitesize init', () => {
  it('writes a project that compiles', async () => {
    const { code, output, host } = await run(['init', 'my-shop']);
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/^next: bitesize compile my-shop --out out {3}\(.*\)$/m),
    ]);
    expect(textOf(host, 'my-shop/build.bitesize')).toContain('project: my-shop');
  });

  it('writes jobs of its own where they are asked for, and no others', async () => {
    const { host: without } = await run(['init', 'shop']);
    expect(textOf(without, 'shop/jobs.bitesize')).toBe('');
    for (const [git, source] of [
      ['https://github.com/acme/web.git', 'github: {repo_owner: acme, repo: web, credentials: github-api}'],
      [
        'git@gitlab.com:acme/sub/web.git',
        'gitlab: {server: gitlab, project: acme/sub/web, credentials: gitlab-api}',
      ],
      ['https://git.example.com/web.git', undefined],
    ]) {
      const { code, host } = await run(['init', 'shop', '--jobs', '--git', git ?? '']);
      expect(code).toBe(0);
      const text = textOf(host, 'shop/jobs.bitesize');
      expect(text).toContain('      - trigger: [shop]');
      if (source === undefined) expect(text).not.toContain('multibranch');
      else expect(text).toContain(`kind: multibranch\n    sources:\n      - ${source}`);
      expect((await runOn(host, ['check', 'shop'])).code).toBe(0);
    }
  });

  it('makes no project of a name without a letter', async () => {
    expect(await run(['init', 'x', '--name', '!!!'])).toMatchObject({
      code: 2,
      errors: 'error: `!!!` makes no name for a project: pass `--name <name>`\n',
    });
  });

  it('adopts specs with the files that they name', async () => {
    const old = {
      ...fine,
      'jenkins.bitesize': 'project: shop\njenkins:\n  job_dsl:\n    - file: jobs/more.groovy\n',
      'jobs/more.groovy': "job('more')\n",
      'README.md': 'not ours',
    };
    const { code, host } = await run(['init', 'new', '--from', 'old'], {
      files: inFolder('/project/old', old),
    });
    expect(code).toBe(0);
    for (const name of Object.keys(old))
      expect(textOf(host, `new/${name}`)).toBe(name === 'README.md' ? '' : old[name as keyof typeof old]);
  });

  it('says where the specs are when they are not in the root of a repository', async () => {
    repository.write(inFolder('deep', fine));
    repository.commit();
    const url = `file://${repository.folder}`;
    const { code, errors } = await repository.bitesize('init', 'copy', '--from', url);
    expect([code, errors]).toEqual([
      2,
      `error: there are no specs in \`${url}\`\nhelp: specs are in \`deep\`: name the folder, or use a glob\n`,
    ]);
    expect(repository.git('status', '--short')).toBe('');
    repository.write(fine);
    repository.commit();
    expect(await repository.bitesize('init', 'copy', '--from', url)).toMatchObject({ code: 0, errors: '' });
  });

  it('prints no password of an address', async () => {
    const host = {
      run: () =>
        ({
          started: true,
          code: 128,
          stdout: '',
          bytes: new Uint8Array(),
          stderr: 'fatal: no //me:pw@x',
        }) as const,
    };
    const { errors } = await run(['init', 'x', '--from', 'https://me:pw@git.example.com/x.git'], host);
    expect(errors).toBe('error: git cannot clone `https://***@git.example.com/x.git`: fatal: no //***@x\n');
  });
});
