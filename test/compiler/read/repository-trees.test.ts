import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeHost } from '../../../compiler/host/node-host.ts';
import { repositoryTrees } from '../../../compiler/read/repository-trees.ts';
import { GitRepository } from '../cli/git-repository.ts';

const build = `project: shop
components:
  - name: web
    repository: {git: git@github.com:example/shop.git, branch: main}
  - name: other
    repository: {git: git@github.com:example/other.git, branch: main}
`;

function application(fields: string): string {
  return `project: shop\napplications:\n  - {name: web, build: {${fields}}}\n`;
}

describe('the repository that the specs lie in', () => {
  let repository: GitRepository;

  beforeAll(() => {
    repository = new GitRepository();
    repository.git('remote', 'add', 'origin', 'https://github.com/example/shop');
    repository.write({
      'specs/build.bitesize': build,
      'specs/application.bitesize': application(''),
      'docker/web.Dockerfile': 'ARG NODE=22\nFROM node:$NODE AS build\nFROM debian:13 AS runtime\n',
      'services/web/index.js': '',
    });
    repository.commit();
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  });
  afterAll(() => repository.remove());

  async function check(fields: string): Promise<string> {
    repository.write({ 'specs/application.bitesize': application(fields) });
    return (await repository.bitesize('check', 'specs')).output;
  }

  it('is known by its remote', () => {
    const machine = createNodeHost(new URL('../../../', import.meta.url));
    const host = Object.create(machine, { cwd: { value: repository.folder } });
    const sources = [
      { name: 'build.bitesize', text: build },
      { name: 'application.bitesize', text: application('dockerfile: docker/web.Dockerfile') },
    ];
    const trees = repositoryTrees(host, 'specs', sources);
    expect([...(trees?.keys() ?? [])]).toEqual(['web']);
    expect(trees?.get('web')?.ref).toBe('origin/main');
    expect(trees?.get('web')?.paths).toContain('services/web/index.js');
    expect([...(trees?.get('web')?.texts.keys() ?? [])]).toEqual(['docker/web.Dockerfile']);
  });

  it('is read once for all components of a branch', () => {
    const machine = createNodeHost(new URL('../../../', import.meta.url));
    const runsOf = (count: number) => {
      let runs = 0;
      const counted = (...args: Parameters<typeof machine.run>) => {
        runs++;
        return machine.run(...args);
      };
      const host = Object.create(machine, {
        cwd: { value: repository.folder },
        run: { value: counted },
      });
      const names = Array.from({ length: count }, (_, index) => `web-${index}`);
      const components = names.map(
        (name) => `  - {name: ${name}, repository: {git: git@github.com:example/shop.git, branch: main}}\n`,
      );
      const applications = names.map(
        (name) => `  - {name: ${name}, build: {dockerfile: docker/web.Dockerfile}}\n`,
      );
      const trees = repositoryTrees(host, 'specs', [
        { name: 'build.bitesize', text: `project: shop\ncomponents:\n${components.join('')}` },
        {
          name: 'application.bitesize',
          text: `project: shop\napplications:\n${applications.join('')}`,
        },
      ]);
      expect([...(trees?.keys() ?? [])]).toEqual(names);
      return runs;
    };
    expect(runsOf(20)).toBe(runsOf(1));
  });

  it('is not looked at where it has too many files', () => {
    const machine = createNodeHost(new URL('../../../', import.meta.url));
    const listing = (count: number) =>
      Array.from({ length: count }, (_, index) => `100644 blob ${'a'.repeat(40)}\tf${index}\0`).join('');
    const treesWith = (count: number) => {
      const run = (...args: Parameters<typeof machine.run>) => {
        const ran = machine.run(...args);
        return args[1][0] === 'ls-tree' ? { ...ran, stdout: listing(count) } : ran;
      };
      const host = Object.create(machine, { cwd: { value: repository.folder }, run: { value: run } });
      return repositoryTrees(host, 'specs', [
        { name: 'build.bitesize', text: build },
        { name: 'application.bitesize', text: application('') },
      ]);
    };
    expect(treesWith(200_000)?.size).toBe(1);
    expect(treesWith(200_001)?.size).toBe(0);
  });

  it('has the Dockerfile, its stage and its arguments', async () => {
    expect(
      await check('dockerfile: docker/web.Dockerfile, target: Runtime, args: {NODE: 24, HTTP_PROXY: x}'),
    ).toContain('0 errors, 0 warnings');
  });

  it('has no such Dockerfile', async () => {
    const output = await check('context: docker, dockerfile: web.Dockerfil');
    expect(output).toContain('image/no-dockerfile]: there is no `docker/web.Dockerfil` at `origin/main`');
    expect(output).toContain('application.bitesize:3:54');
    expect(output).toContain('did you mean `docker/web.Dockerfile`?');
  });

  it('has no such stage', async () => {
    const output = await check('dockerfile: docker/web.Dockerfile, target: runtme');
    expect(output).toContain('`docker/web.Dockerfile` has no stage `runtme`');
    expect(output).toContain('did you mean `runtime`?');
    expect(await check('dockerfile: docker/web.Dockerfile, target: "2"')).toContain('has no stage `2`');
    expect(await check('dockerfile: docker/web.Dockerfile, target: "1"')).toContain('0 errors, 0 warnings');
  });

  it('has no such argument', async () => {
    const output = await check('dockerfile: docker/web.Dockerfile, args: {NODEE: 24}');
    expect(output).toContain('warning[image/unused-argument]');
    expect(output).toContain('did you mean `NODE`?');
  });

  it('may have a Dockerfile that is not committed yet', async () => {
    repository.write({ 'new/Dockerfile': 'FROM scratch\n' });
    expect(await check('context: new')).toContain('0 errors, 0 warnings');
    repository.delete('new');
    expect(await check('context: new')).toContain('image/no-dockerfile');
  });

  it('does not tell what lies behind a link', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'bitesize-outside-'));
    writeFileSync(join(outside, 'secret'), '');
    symlinkSync(outside, join(repository.folder, 'away'));
    const said = async (name: string) =>
      (await check(`context: away, dockerfile: ${name}`)).match(/there is no .*/)?.[0];
    expect(await said('secret')).toBe('there is no `away/secret` at `origin/main`');
    expect(await said('secre2')).toBe('there is no `away/secre2` at `origin/main`');
    repository.delete('away');
    rmSync(outside, { recursive: true });
  });

  it('is not asked about repositories of others', async () => {
    expect(await check('component: other, dockerfile: nowhere/Dockerfile')).toContain('0 errors, 0 warnings');
  });

  async function checkBuild(fields: string): Promise<string> {
    repository.write({
      'specs/build.bitesize': `project: shop
components:
  - name: web
    build: [{shell: make}]
    repository: {git: git@github.com:example/shop.git, branch: main}
${fields}`,
      'specs/application.bitesize': 'project: shop\n',
      'specs/jenkins.bitesize':
        'project: shop\njenkins: {credentials: [{id: api, type: username-password}, {id: seed-job-key, type: ssh-key}]}\n',
    });
    const { output } = await repository.bitesize('check', 'specs');
    repository.write({ 'specs/build.bitesize': build });
    repository.delete('specs/jenkins.bitesize');
    return output;
  }

  it('has files for the patterns of a component', async () => {
    const output = await checkBuild(
      "    paths: ['services/**', services/web, services/web/, 'services/*/index.?s', '**/index.js', '*/*.Dockerfile', 'docker/*']\n",
    );
    expect(output).not.toContain('no-such-path');
  });

  it.each([
    ['service/web/**', 'did you mean `services/web/**`?'],
    ['services/web/*.ts', 'correct the pattern'],
    ['services/*.js', 'correct the pattern'],
    ['services/web/index.js/**', 'correct the pattern'],
    ['docker/web.Dockerfil', 'did you mean `docker/web.Dockerfile`?'],
    ['**/nothing/**', 'correct the pattern'],
  ])('has no file for %s', async (pattern, help) => {
    const output = await checkBuild(`    paths: ['${pattern}']\n`);
    expect(output).toContain(
      `warning[request/no-such-path]: \`${pattern}\` finds no file at \`origin/main\``,
    );
    expect(output).toContain('build.bitesize:6:13');
    expect(output).toContain(help);
  });

  it('may have a folder that is not committed yet', async () => {
    repository.write({ 'fresh/a.txt': '' });
    expect(await checkBuild("    paths: ['fresh/**']\n")).not.toContain('no-such-path');
    repository.delete('fresh');
    expect(await checkBuild("    paths: ['fresh/**']\n")).toContain('no-such-path');
  });

  it('has no such marker', async () => {
    const output = await checkBuild('    pull_requests: {credentials: api, marker: services/web/indx.js}\n');
    expect(output).toContain(
      'warning[request/no-such-marker]: there is no `services/web/indx.js` at `origin/main`',
    );
    expect(output).toContain('did you mean `services/web/index.js`?');
    expect(
      await checkBuild('    pull_requests: {credentials: api, marker: services/web/index.js}\n'),
    ).not.toContain('no-such-marker');
  });

  it('is looked at again when it has changed, whatever the cache holds', async () => {
    repository.write({ 'specs/application.bitesize': application('context: late') });
    const cached = () => repository.bitesize('check', 'specs', '--cache-dir', `${repository.folder}-cache`);
    expect((await cached()).output).toContain('image/no-dockerfile');
    repository.write({ 'late/Dockerfile': 'FROM scratch\n' });
    repository.commit();
    expect((await cached()).output).toContain('0 errors');
  });
});
