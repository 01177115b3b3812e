import { describe, expect, it } from 'vitest';
import { createMemoryHost, type MemoryHost } from '../../../compiler/host/memory-host.ts';
import { called, inFolder, runOn, textOf } from '../cli/run.ts';
import { watching } from '../cli/watching.ts';
import { readTree } from '../plan/output-folder.ts';

/** A controller for some projects, as controllers.bitesize has it. */
const serving = (projects: string, name = 'team') => `  - name: ${name}
    projects: ${projects}
    jenkins:
      url: https://${name}.ci.example.com/
      seed:
        repository: git@github.com:our/compiled.git
`;

const fleetFile = `controllers:\n${serving('shop/*')}`;

const environments = (namespace: string) => `environments:
  - name: Production
    namespace: ${namespace}
`;

const warned = (name: string) => ({
  ...called(name),
  'environments.bitesize': `environments:
  - name: Production
    namespace: ${name}
    services:
      - name: web
        ssl: "true"
        external_url: ${name}.example.com
`,
});

/** Two projects that a controller serves, and one with its own Jenkins. */
const fleet = {
  'controllers.bitesize': fleetFile,
  ...inFolder('shop/orders', called('orders')),
  ...inFolder('shop/search', warned('search')),
  ...inFolder('site', called('site')),
};

function hostOf(
  files: Readonly<Record<string, string>> = fleet,
  env: Readonly<Record<string, string>> = {},
): MemoryHost {
  return createMemoryHost({
    files: inFolder('/project', files),
    resources: { 'build-id': 'one' },
    env: { BITESIZE_ALLOW_PLACEHOLDERS: '1', ...env },
  });
}

const places = (output: string) => output.match(/--> .*/g) ?? [];

describe('a fleet with controllers.bitesize', () => {
  it('says how agents are called that a script asks for', async () => {
    const job = (name: string, script: string) =>
      `  - {name: ${name}, kind: pipeline, script: "${script}"}\n`;
    const jobs = [
      job('any', 'node { }'),
      job('plain', "node('generic') { }"),
      job('unknown', "node('windows') { }"),
      job('right', "node('orders.generic') { }"),
      job('external', "node('mac') { }"),
    ];
    const spec = `project: orders\nexternal: {labels: [mac]}\njobs:\n${jobs.join('')}`;
    const host = hostOf({ ...fleet, 'shop/orders/jobs.bitesize': spec });
    const { output } = await runOn(host, ['check']);
    const found = /warning\[fleet\/script-agent\]: the pipeline of job `(.*)` asks for (.*), and none/g;
    expect([...output.matchAll(found)].map(([, name, agent]) => [name, agent])).toEqual([
      ['any', 'any agent'],
      ['plain', 'an agent `generic`'],
      ['unknown', 'an agent `windows`'],
    ]);
    expect(output.match(/= help: ask for .*/g)).toEqual(
      Array.from({ length: 3 }, () => '= help: ask for the label `orders.generic`'),
    );
    const alone = await runOn(hostOf({ ...called('orders'), 'jobs.bitesize': spec }), ['check']);
    expect(alone.output).not.toContain('script-agent');
  });

  it('points at the agent in a script and in a file, and a comment about the field accepts it', async () => {
    const jobs = (comment: string) => `project: orders
jobs:
  - name: text
    kind: pipeline
    script: |${comment}
      pipeline {
        agent any
      }
  - name: file
    kind: pipeline
    file: nightly.groovy${comment}
`;
    const checked = (comment = '') =>
      runOn(
        hostOf({
          ...fleet,
          ...inFolder('shop/orders', {
            'jobs.bitesize': jobs(comment),
            'nightly.groovy': `// agent any\nnode('generic') {\n}\n`,
          }),
        }),
        ['check', 'shop/orders'],
      );
    const { output } = await checked();
    expect(output.match(/(?:-->|:::) .*/g)).toEqual([
      '--> shop/orders/jobs.bitesize:7:9',
      '--> shop/orders/jobs.bitesize:11:11',
      '::: shop/orders/nightly.groovy:2:6',
    ]);
    const accepted = await checked(' # bitesize-ignore fleet/script-agent: an agent from outside');
    expect(accepted.output).toMatch(/0 warnings, 2 accepted/);
  });

  it('points at the first 200 agents of a script, and for the others at the script', async () => {
    const agents = Array.from({ length: 203 }, (_, index) => `      node('mac${index}') { }\n`).join('');
    const host = hostOf({
      ...fleet,
      'shop/orders/jobs.bitesize': `project: orders
jobs:
  - name: text
    kind: pipeline
    script: |
${agents}`,
    });
    const { output } = await runOn(host, ['check', 'shop/orders', '--max-diagnostics', '0']);
    const found = output.matchAll(/an agent `mac(\d+)`[^\n]*\n *--> \S+:(\d+):(\d+)\n/g);
    const byNumber = (one: readonly number[], other: readonly number[]) => (one[0] ?? 0) - (other[0] ?? 0);
    const placed = [...found].map(([, ...numbers]) => numbers.map(Number)).sort(byNumber);
    expect(placed).toEqual(
      Array.from({ length: 203 }, (_, index) => (index < 200 ? [index, index + 6, 12] : [index, 6, 1])),
    );
  });

  it('warns about environments and agents in namespaces of another controller', async () => {
    const host = hostOf({
      'controllers.bitesize': `controllers:\n${serving('shop')}${serving('site', 'web')}`,
      ...inFolder('shop', called('shop')),
      ...inFolder('site', { ...called('shop'), 'environments.bitesize': environments('team-jenkins') }),
    });
    const { output } = await runOn(host, ['check']);
    expect(output).toContain(
      'environment `Production` lies in namespace `team-jenkins`, as does the Jenkins in project `team`',
    );
    expect(output).toContain('an agent lies in namespace `shop-agents`, as does an agent in project `shop`');
  });

  it('says in which of two files a missing setting belongs', async () => {
    const build = `project: shop
components:
  - name: web
    repository: {git: git@git.our.net:web.git, credentials: missing}
    notifications: {mail: team@our.net}
    build: [{shell: make}]
`;
    const host = hostOf({
      'controllers.bitesize': `controllers:\n${serving('shop')}`,
      ...inFolder('shop', { 'build.bitesize': build }),
    });
    const { output } = await runOn(host, ['check']);
    expect(output).toContain('into `known_hosts` of controllers.bitesize');
    expect(output).toContain('add the server to controllers.bitesize: `mail:');
    expect(output).toContain('`credentials` of jenkins.bitesize');
  });

  it('is compiled by the name of its root: a controller with its projects is one output', async () => {
    const host = hostOf();
    const { code, output } = await runOn(host, ['compile', '--out', 'out']);
    expect(code).toBe(0);
    expect(places(output)).toEqual(['--> shop/search/environments.bitesize:6:14']);
    expect(output).toMatch(/2 projects, 4 files, 0 errors, 1 warning/);
    const files = Object.keys(readTree(host.files, '/project/out'));
    const folders = new Set(files.map((path) => path.split('/').slice(0, 3).join('/')));
    expect([...folders].filter((path) => path.includes('projects'))).toEqual([
      'team/projects/orders',
      'team/projects/search',
    ]);
    expect(files.filter((path) => path.endsWith('manifest.json'))).toEqual(['team/manifest.json']);
    const { inputs } = JSON.parse(textOf(host, '/project/out/team/manifest.json'));
    expect(inputs.map(({ path }: { path: string }) => path)).toEqual([
      'controllers.bitesize',
      'shop/orders/build.bitesize',
      'shop/search/build.bitesize',
      'shop/search/environments.bitesize',
    ]);
    expect(JSON.parse(textOf(host, '/project/out/fleet.json')).projects).toHaveLength(1);
  });

  it('gives the same bytes whichever way it is named, beside a project with its own Jenkins', async () => {
    const [root, globs] = [hostOf(), hostOf()];
    await runOn(root, ['compile', '.', 'site', '--out', 'out']);
    await runOn(globs, ['compile', 'shop/*', 'site', '--out', 'out']);
    expect(readTree(globs.files, '/project/out')).toEqual(readTree(root.files, '/project/out'));
    expect(Object.keys(readTree(root.files, '/project/out/site'))).toContain('manifest.json');
    const again = await runOn(root, ['compile', '.', 'site', '--out', 'out', '--check']);
    expect(again.code).toBe(0);
  });

  it('compiles a controller whole when one of its projects is named, and says so', async () => {
    const host = hostOf();
    const { code, output } = await runOn(host, ['compile', 'shop/orders', '--out', 'out']);
    expect(code).toBe(0);
    expect(output).toContain(
      'team: compiled with 1 more project that the controller serves: its own files are made of all of them',
    );
    const root = hostOf();
    await runOn(root, ['compile', '--out', 'out']);
    expect(readTree(host.files, '/project/out')).toEqual(readTree(root.files, '/project/out'));
  });

  it('checks one project with the settings of its controller', async () => {
    const time = 'project: orders\njenkins:\n  time_zone: Europe/Berlin\n';
    const host = hostOf({ ...fleet, 'shop/orders/jenkins.bitesize': time });
    const { code, output } = await runOn(host, ['check', 'shop/orders']);
    expect(code).toBe(1);
    expect(output.match(/error\[.*/g)).toEqual([
      'error[fleet/decided-by-controller]: `jenkins.time_zone` is decided by the controller `team`, which serves other projects, too',
    ]);
    expect(places(output)).toEqual(['--> shop/orders/jenkins.bitesize:3:3']);
    // The other project has a warning that nobody asked about.
    expect(output).toContain('3 files, 1 error, 0 warnings');
  });

  it('does nothing with its projects while its file is wrong, and says so once', async () => {
    const files = { ...fleet, 'controllers.bitesize': `${fleetFile}${serving('site', 'team')}` };
    const host = hostOf(files);
    const { code, output } = await runOn(host, ['compile', 'shop/*', 'site', '--out', 'out']);
    expect(code).toBe(1);
    expect(output.match(/(error|warning)\[.*/g)).toEqual([
      'error[fleet/same-name]: there are two controllers called `team`',
    ]);
    expect(places(output)).toEqual(['--> controllers.bitesize:8:11']);
    expect(Object.keys(readTree(host.files, '/project/out'))).toEqual(['fleet.json']);
  });

  it('is nothing that is read above the working folder, unless the user has named it', async () => {
    const host = createMemoryHost({
      files: { ...inFolder('/fleet', fleet), ...inFolder('/project', called('own')) },
      env: { BITESIZE_ALLOW_PLACEHOLDERS: '1' },
    });
    await runOn(host, ['compile', '/fleet/shop/orders', '--out', 'alone']);
    expect(Object.keys(readTree(host.files, '/project/alone'))).toContain('manifest.json');
    await runOn(host, ['compile', '/fleet/shop/*', '--out', 'still-alone']);
    expect(Object.keys(readTree(host.files, '/project/still-alone/search'))).toContain('manifest.json');
    await runOn(host, ['compile', '/fleet/*/*', '--out', 'named']);
    expect(Object.keys(readTree(host.files, '/project/named'))).toContain('team/manifest.json');
    await runOn(host, ['--root', '/fleet', 'compile', '/fleet/shop/orders', '--out', 'rooted']);
    expect(Object.keys(readTree(host.files, '/project/rooted'))).toContain('team/manifest.json');
  });

  it('has a host once, whoever serves the project', async () => {
    const withHost = (name: string) => ({
      ...called(name),
      'environments.bitesize': `${environments(name)}    services:
      - name: web
        external_url: shop.example.com
`,
    });
    const host = hostOf({
      ...fleet,
      ...inFolder('shop/orders', withHost('orders')),
      ...inFolder('site', withHost('site')),
    });
    const { code, output } = await runOn(host, ['check', '.', 'site']);
    expect(code).toBe(1);
    expect(output).toContain('as has service `web` of environment `Production` in project `shop/orders`');
    expect(output).toContain('--> site/environments.bitesize:6:23');
    expect(output).toContain('::: shop/orders/environments.bitesize:6:23');
  });

  it('is the same in shards', async () => {
    const host = hostOf({ ...fleet, 'controllers.bitesize': `${fleetFile}${serving('site', 'web')}` });
    const whole = await runOn(host, ['compile', '--out', 'whole', '--report', 'json=whole.json']);
    for (const shard of ['1/2', '2/2'])
      await runOn(host, ['compile', '--out', 'parts', '--shard', shard, '--results', 'results', '-q']);
    const merged = await runOn(host, ['merge', 'results', '--report', 'json=parts.json']);
    expect(merged.code).toBe(whole.code);
    expect(readTree(host.files, '/project/parts')).toEqual(readTree(host.files, '/project/whole'));
    const found = (path: string) => JSON.parse(textOf(host, path)).diagnostics;
    expect(found('/project/parts.json')).toEqual(found('/project/whole.json'));
  });

  it('is looked at again where a file of it changed, and else comes from the cache', async () => {
    const host = hostOf(fleet, { BITESIZE_CACHE: '/cache' });
    await runOn(host, ['compile', '--out', 'out']);
    const before = readTree(host.files, '/project/out');
    const again = await runOn(host, ['compile', '--out', 'out']);
    expect(places(again.output)).toEqual(['--> shop/search/environments.bitesize:6:14']);
    expect(again.output).toMatch(/out\/team: 0 added, 0 changed, 0 removed/);
    host.files.write('/project/controllers.bitesize', fleetFile.replace('team.ci', 'other.ci'));
    await runOn(host, ['compile', '--out', 'out']);
    expect(readTree(host.files, '/project/out')).not.toEqual(before);
    host.files.write('/project/controllers.bitesize', fleetFile);
    await runOn(host, ['compile', '--out', 'out']);
    expect(readTree(host.files, '/project/out')).toEqual(before);
  });

  it('is checked on standard input as it is not yet saved', async () => {
    const host = createMemoryHost({
      files: inFolder('/project', fleet),
      input: `${fleetFile}    colour: red\n`,
      env: { BITESIZE_ALLOW_PLACEHOLDERS: '1' },
    });
    const own = await runOn(host, ['check', '-', '--stdin-name', 'controllers.bitesize']);
    expect(own.output).toContain('unknown field `colour`');
    expect(places(own.output)).toEqual(['--> controllers.bitesize:8:5']);
    const project = createMemoryHost({
      files: inFolder('/project', fleet),
      input: 'project: orders\njenkins:\n  url: https://other.example.com/\n',
      env: { BITESIZE_ALLOW_PLACEHOLDERS: '1' },
    });
    const served = await runOn(project, ['check', '-', '--stdin-name', 'shop/orders/jenkins.bitesize']);
    expect(served.output).toContain('`jenkins.url` is decided by the controller `team`');
    expect(places(served.output)[0]).toBe('--> shop/orders/jenkins.bitesize:3:3');
  });
});

describe('a fleet that is watched', () => {
  const compile = ['compile', '--out', 'out'];

  it('runs a controller again when a project changes, comes, or moves to another one', async () => {
    const watched = await watching(compile, { files: fleet });
    watched.save(inFolder('shop/orders', called('orders2')));
    expect(await watched.until(' ms')).toContain('shop/orders/build.bitesize changed');
    watched.save(inFolder('shop/new', called('new')));
    expect(await watched.until(' ms')).toMatch(/out\/team: \d+ added/);
    expect(Object.keys(readTree(watched.host.files, '/project/out/team/projects/new'))).not.toEqual([]);
    watched.save({
      'controllers.bitesize': `controllers:\n${serving('[shop/orders, shop/new]')}${serving('shop/search', 'other')}`,
    });
    await watched.until(' ms');
    expect(Object.keys(readTree(watched.host.files, '/project/out/other'))).toContain('manifest.json');
    expect(watched.host.files.list('/project/out/team/projects/search').ok).toBe(false);
    watched.save({ 'controllers.bitesize': 'controllers: [\n' });
    expect(await watched.until(' ms')).toContain('error[source/');
    watched.save({ 'controllers.bitesize': fleetFile });
    await watched.until(' ms');
    expect((await watched.end()).code).toBe(0);
  });
});
