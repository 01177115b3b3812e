import { describe, expect, it } from 'vitest';
import { createMemoryHost, type MemoryHost } from '../../../compiler/host/memory-host.ts';
import { exitCodes } from '../../../compiler/run/exit-code.ts';
import { called, inFolder, runOn, textOf } from '../cli/run.ts';

type Specs = Readonly<Record<string, string>>;

/** A fleet whose projects lie in `shop` and are served by one controller. */
function shop(projects: Readonly<Record<string, Specs>>, controller = ''): MemoryHost {
  const folders = Object.entries(projects).map(([name, specs]) =>
    inFolder(`shop/${name}`, { ...called(name), ...specs }),
  );
  return createMemoryHost({
    files: inFolder(
      '/project',
      Object.assign(
        {
          'controllers.bitesize': `controllers:
  - name: team
    projects: shop/*
    jenkins:
      url: https://team.ci.example.com/
      seed: {repository: 'git@github.com:our/compiled.git'}
${controller}`,
        },
        ...folders,
      ),
    ),
    resources: { 'build-id': 'one' },
    env: { BITESIZE_ALLOW_PLACEHOLDERS: '1' },
  });
}

const jenkins = (name: string, settings: string): Specs => ({
  'jenkins.bitesize': `project: ${name}\njenkins:\n${settings}`,
});

const pin = (name: string, version: string): Specs =>
  jenkins(name, `  plugins:\n    - {id: git, version: ${version}}\n`);

const deployed = (namespace: string, host: string, comment = ''): Specs => ({
  'environments.bitesize': `environments:
  - name: Production
    namespace: ${namespace}${comment}
    services:
      - name: web
        external_url: ${host}
`,
});

/** Returns what a check finds: code, and the first place. */
async function found(host: MemoryHost, ...folders: readonly string[]): Promise<readonly string[]> {
  const { output } = await runOn(host, ['check', ...folders]);
  return [...output.matchAll(/\[(fleet\/.*|plugin\/.*)\]: .*\n *--> (.*)/g)].map(
    ([, code, place]) => `${code} ${place}`,
  );
}

describe('check of some projects of a shared controller', () => {
  it('tells what they have in common with others, on whichever side it stands', async () => {
    const host = shop({
      a: deployed('a', 'www.our.net'),
      b: deployed('b', 'www.our.net'),
      c: deployed('c', 'c.our.net'),
      d: deployed('d', 'd.our.net', '\n    unknown: 1'),
    });
    const clash = ['fleet/shared-host shop/b/environments.bitesize:6:23'];
    expect(await found(host, 'shop/a')).toEqual(clash);
    expect(await found(host, 'shop/b')).toEqual(clash);
    expect(await found(host, 'shop/c')).toEqual([]);
    const { code, output } = await runOn(host, ['check', 'shop/c']);
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(output).toContain('0 errors, 0 warnings');
    expect((await runOn(host, ['check', 'shop/b'])).code).toBe(1);
  });

  it('tells folders and agents that are those of another project', async () => {
    const host = shop({
      a: jenkins('a', '  folder: Orders\n  kubernetes: {agent_namespace: one}\n'),
      b: jenkins('b', '  folder: orders\n'),
      c: jenkins('c', '  kubernetes: {agent_namespace: one}\n'),
    });
    // For the privileged ones, whose namespace is called after it, too.
    const agents = Array.from({ length: 2 }, () => 'fleet/agent-namespace shop/c/jenkins.bitesize:3:33');
    expect(await found(host, 'shop/a')).toEqual([
      'fleet/shared-folder shop/b/jenkins.bitesize:3:11',
      ...agents,
    ]);
    expect(await found(host, 'shop/c')).toEqual(agents);
  });

  it('tells plugins on which the projects do not agree, and those that nobody has', async () => {
    const asks = (name: string) => jenkins(name, '  plugins: [{id: no-such-plugin}]\n');
    const host = shop({
      a: pin('a', '5.7.0'),
      b: pin('b', '5.8.0'),
      c: pin('c', '5.7.0'),
      d: asks('d'),
      e: asks('e'),
    });
    const differ = ['plugin/pins-differ shop/b/jenkins.bitesize:4:26'];
    for (const name of ['a', 'b', 'c']) expect(await found(host, `shop/${name}`)).toEqual(differ);
    expect((await runOn(host, ['check', 'shop/c'])).output).toContain(
      '5.7.0 (project `a` and project `c`) and 5.8.0 (project `b`)',
    );
    expect(await found(host, 'shop/d')).toEqual(['plugin/unknown shop/d/jenkins.bitesize:3:18']);
    expect(await found(host, 'shop/e')).toEqual(['plugin/unknown shop/e/jenkins.bitesize:3:18']);
  });

  it('is silent about the controller and about what others have in common', async () => {
    const host = shop(
      { a: {}, b: deployed('b', 'www.our.net'), c: deployed('c', 'www.our.net') },
      '      plugins:\n        - {id: no-such-plugin}\n',
    );
    expect(await found(host, 'shop/a')).toEqual([]);
    expect(await found(host)).toHaveLength(2);
  });

  it('tells all findings that a check of all tells, each to one of its projects', async () => {
    const host = shop({
      a: { ...deployed('a', 'www.our.net'), ...pin('a', '5.7.0') },
      b: { ...deployed('a', 'www.our.net'), ...pin('b', '5.8.0') },
      c: { ...deployed('team', 'c.our.net'), ...jenkins('c', '  folder: B\n') },
    });
    const each = await Promise.all(['a', 'b', 'c'].map((name) => found(host, `shop/${name}`)));
    expect([...new Set(each.flat())].sort()).toEqual([...(await found(host))].sort());
  });

  it('knows comments in the specs of the others', async () => {
    const comment = ' # bitesize-ignore fleet/shared-namespace: one team runs both';
    const host = shop({
      a: deployed('both', 'a.our.net'),
      b: {
        'environments.bitesize': `# bitesize-ignore nonsense\nenvironments:\n  - name: Production\n    namespace: both${comment}\n`,
      },
    });
    const { output } = await runOn(host, ['check', 'shop/a']);
    expect(output).toMatch(/^3 files, 0 errors, 0 warnings, 1 accepted/m);
  });

  it('does without projects that have errors or cannot be read', async () => {
    const host = shop({
      a: deployed('a', 'www.our.net'),
      b: { ...deployed('b', 'www.our.net'), 'build.bitesize': 'project: b\ncomponents: 1\n' },
      c: { ...deployed('c', 'www.our.net'), 'Build.bitesize': 'project: c\n' },
    });
    expect(await found(host, 'shop/a')).toEqual([]);
    const { output } = await runOn(host, ['check', 'shop/a']);
    expect(output).toContain('3 files, 0 errors, 0 warnings');
  });

  it('is remembered, and looked at anew when another project changes', async () => {
    const host = shop({ a: deployed('a', 'www.our.net'), b: deployed('b', 'b.our.net') });
    expect(await found(host, 'shop/a')).toEqual([]);
    host.files.write(
      '/project/shop/b/environments.bitesize',
      deployed('b', 'www.our.net')['environments.bitesize'] ?? '',
    );
    expect(await found(host, 'shop/a')).toHaveLength(1);
    expect(await found(host, 'shop/a')).toHaveLength(1);
  });

  it('fixes the file of the fleet, too, and says what it fixed', async () => {
    const host = shop({ a: {}, b: {} }, '      system_mesage: Hello\n      replicas: 1\n');
    const before = await runOn(host, ['check', 'shop/a']);
    expect(before.output).toMatch(/^1 file, 2 errors/m);
    const after = await runOn(host, ['check', 'shop/a', '--fix=all']);
    expect(after.output).toMatch(/^controllers\.bitesize: fixed 1 finding$/m);
    const left = /error\[(.*)\]/g;
    expect([...after.output.matchAll(left)].map(([, code]) => code)).toEqual(['schema/unknown-field']);
    const text = textOf(host, '/project/controllers.bitesize');
    expect(text).toContain('      system_message: Hello\n      replicas: 1\n');
  });

  it('does with --fix what the mended file of the fleet says', async () => {
    const host = shop(
      { a: deployed('a', 'www.our.net'), b: deployed('b', 'www.our.net') },
      '      system_mesage: Hello\n',
    );
    expect(await found(host)).toEqual([]);
    const { output } = await runOn(host, ['check', '--fix=all']);
    expect(output).toContain('error[fleet/shared-host]');
    expect(output).toMatch(/^2 projects, 5 files, 1 error, 0 warnings/m);
  });

  it('fixes what lowering finds in the projects that are looked at, and leaves the other files to a person', async () => {
    const image = `project: a
applications:
  - name: a
    runtime: debian:13.1-slim
    version: 1.0
    command: /srv/web &
`;
    const host = shop(
      {
        a: { 'application.bitesize': image },
        b: { 'application.bitesize': image.replaceAll(' a\n', ' b\n') },
      },
      '      plugins: [{id: structs, version: 350.v3b_30f09f2363}]\n',
    );
    const { output } = await runOn(host, ['check', 'shop/a', '--fix=all']);
    expect(output).toMatch(/: fixed 1 finding$/m);
    expect(output).not.toContain('image/background-command');
    expect(textOf(host, '/project/shop/a/application.bitesize')).toBe(image.replace(' &', ''));
    expect(textOf(host, '/project/shop/b/application.bitesize')).toContain('/srv/web &');
    const all = await runOn(host, ['check', '--fix=all']);
    expect(all.output).not.toContain('image/background-command');
    expect(all.output).toContain('error[plugin/below-minimum]');
    expect(textOf(host, '/project/controllers.bitesize')).toContain('350.v3b_30f09f2363');
  });

  it('counts the file of a fleet once, in every report', async () => {
    const host = shop({ a: {}, b: {} });
    expect((await runOn(host, ['check'])).output).toMatch(/^2 projects, 3 files/m);
    expect((await runOn(host, ['check', 'shop/a', 'shop/b'])).output).toMatch(/^2 projects, 3 files/m);
    expect((await runOn(host, ['check', 'shop/a'])).output).toMatch(/^2 files/m);
    const { output } = await runOn(host, ['check', '--report', 'json']);
    expect(JSON.parse(output)).toMatchObject({
      summary: { projects: 2, files: 3 },
      fleets: [{ folder: '.', files: ['controllers.bitesize'] }],
    });
    expect((await runOn(host, ['check', '--report', 'junit'])).output).toContain(
      'name="controllers.bitesize"',
    );
  });

  it('says when the file of a fleet cannot be written', async () => {
    const host = shop({ a: {} }, '      system_mesage: Hello\n');
    const text = textOf(host, '/project/controllers.bitesize');
    host.files.remove('/project/controllers.bitesize');
    host.files.write('/project/fleet.yaml', text);
    host.files.makeLink('fleet.yaml', '/project/controllers.bitesize');
    const { code, output } = await runOn(host, ['check', '--fix=all']);
    expect(output).toContain('error[output/cannot-write]');
    expect(code).toBe(exitCodes.failure);
  });
});
