import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findSides } from '../../../compiler/cli/diff/project-sides.ts';
import { failed } from '../../../compiler/host/file-result.ts';
import { createNodeHost } from '../../../compiler/host/node-host.ts';
import { plainSpecs } from '../scaffold/plain-project.ts';
import { GitRepository } from './git-repository.ts';

const repository = new GitRepository();
const examples = new URL('../../../examples/', import.meta.url);

/** The specs of a small project in YAML, in a folder. */
function project(folder: string, name = folder.split('/').at(-1) ?? folder): Record<string, string> {
  const specs = plainSpecs(name);
  return Object.fromEntries(specs.map((spec) => [`${folder}/${spec.name}`, spec.text]));
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(repository.folder, path), 'utf8');
  expect(text).toContain(from);
  repository.write({ [path]: text.replace(from, to) });
}

interface Printed {
  readonly plan: { readonly add: number; readonly change: number; readonly remove: number };
  readonly projects: readonly {
    readonly folder: string;
    readonly from?: string;
    readonly presence: string;
    readonly changes: readonly { action: string; kind: string; name: string; because?: string }[];
  }[];
}

async function diff(...argv: string[]): Promise<Printed & { code: number; errors: string }> {
  const { code, output, errors } = await repository.bitesize('diff', ...argv, '--format', 'json');
  const printed: Printed = JSON.parse(output);
  return { code, errors, ...printed };
}

beforeAll(() => {
  repository.write({ ...project('yaml/one'), ...project('yaml/two'), ...project('yaml/three') });
  cpSync(new URL('fleet', examples), join(repository.folder, 'fleet'), { recursive: true });
  repository.commit();
});
afterEach(() => repository.reset());
afterAll(() => repository.remove());

describe('bitesize diff --base of several projects', () => {
  it('shows changed projects with a heading each, and one plan line in total', async () => {
    edit('yaml/two/environments.bitesize', 'replicas: 2', 'replicas: 3');
    edit('yaml/three/build.bitesize', '- shell: make test', '- shell: make test package');
    const { code, output, errors } = await repository.bitesize('diff', '--base', 'main', 'yaml/*');
    expect([code, errors]).toEqual([0, '']);
    expect(output.split('\n').filter((line) => /^\S/.test(line))).toEqual([
      '`yaml/three`',
      '`yaml/two`',
      'Plan: 0 to add, 3 to change, 0 to remove in 2 of 3 projects',
    ]);
  });

  it.each(['yaml/*', 'yaml/two'])('takes no project for removed that cannot be read: %s', async (name) => {
    const real = createNodeHost(new URL('../../../', import.meta.url));
    const list: typeof real.files.list = (path) =>
      path.endsWith('yaml/two') ? failed('denied') : real.files.list(path);
    const files = { ...real.files, list };
    const globFolders: typeof real.globFolders = (pattern, on = files) => real.globFolders(pattern, on);
    const before = process.cwd();
    process.chdir(repository.folder);
    try {
      const host = { ...real, cwd: repository.folder, files, globFolders };
      expect(await findSides(host, [name], 'main')).toEqual({
        ok: false,
        problem: 'cannot read `yaml/two`: permission denied',
      });
    } finally {
      process.chdir(before);
    }
  });

  it('shows nothing when nothing changes, or only comments', async () => {
    edit('yaml/one/build.bitesize', '# How', '# This is how');
    const argv = ['diff', '--base', 'main', 'yaml/one', 'yaml/two', '--exit-code'];
    expect(await repository.bitesize(...argv)).toEqual({ code: 0, output: 'No changes.\n', errors: '' });
  });

  it('knows of projects that only one side has', async () => {
    repository.delete('yaml/one');
    repository.write(project('yaml/new'));
    const { projects, plan } = await diff('--base', 'main', 'yaml/*', '--max-removals', '1000');
    expect(projects.map(({ folder, presence }) => `${presence} ${folder}`)).toEqual([
      'added yaml/new',
      'removed yaml/one',
    ]);
    expect(plan.change).toBe(0);
    expect(plan.add).toBe(plan.remove);
  });

  it('counts removals over all projects', async () => {
    repository.delete('yaml/one');
    repository.delete('yaml/two');
    const { code, errors } = await diff('--base', 'main', 'yaml/*');
    expect([code, errors]).toEqual([1, expect.stringMatching(/^error: \d+ things would be removed/)]);
  });

  it('takes a folder that is gone by its name', async () => {
    repository.delete('yaml/one');
    const { projects } = await diff('--base', 'main', 'yaml/one', 'yaml/two');
    expect(projects.map(({ folder, presence }) => [folder, presence])).toEqual([['yaml/one', 'removed']]);
    const alone = await repository.bitesize('diff', '--base', 'main', 'yaml/one', '--max-removals', '1000');
    expect([alone.code, alone.errors]).toEqual([0, '']);
    expect(alone.output).toMatch(/^Plan: 0 to add, 0 to change, \d+ to remove$/m);
  });

  it('takes specs for their folders, also one that is gone', async () => {
    repository.delete('yaml/one/jenkins.bitesize');
    edit('yaml/one/build.bitesize', '- shell: make test', '- shell: make test package');
    edit('yaml/two/environments.bitesize', 'replicas: 2', 'replicas: 3');
    const { projects } = await diff(
      '--base',
      'main',
      'yaml/two/environments.bitesize',
      'yaml/one/jenkins.bitesize',
      '--max-removals',
      '1000',
    );
    expect(projects.map(({ folder }) => folder)).toEqual(['yaml/two', 'yaml/one']);
  });

  it('says what a base with errors means', async () => {
    edit('yaml/one/environments.bitesize', 'replicas: 2', 'replicas: many');
    edit('yaml/two/environments.bitesize', 'replicas: 2', 'replicas: many');
    repository.commit();
    edit('yaml/one/environments.bitesize', 'replicas: many', 'replicas: 2');
    repository.delete('yaml/two');
    const { errors, projects } = await diff('--base', 'main', 'yaml/*');
    repository.reset();
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    expect(errors).toBe(
      'note: the base of `yaml/one` has 1 error and gives no output: everything counts as added\n' +
        'note: the base of `yaml/two` has 1 error and gives no output: what it had is not counted\n',
    );
    expect(projects.map(({ folder, presence }) => [folder, presence])).toEqual([
      ['yaml/one', 'changed'],
      ['yaml/two', 'removed'],
    ]);
  });

  it('recognises a project that moves to another folder', async () => {
    repository.git('mv', 'yaml/one', 'yaml/uno');
    const { projects, code } = await diff('--base', 'main', 'yaml/*', '--exit-code');
    expect(projects).toEqual([
      {
        folder: 'yaml/uno',
        from: 'yaml/one',
        presence: 'changed',
        risks: [],
        plan: expect.anything(),
        changes: [],
      },
    ]);
    expect(code).toBe(4);
  });

  it('shows the others when one does not compile', async () => {
    edit('yaml/two/environments.bitesize', 'replicas: 2', 'replicas: many');
    edit('yaml/three/environments.bitesize', 'replicas: 2', 'replicas: 3');
    const { code, projects, errors } = await diff('--base', 'main', 'yaml/*');
    expect(projects.map(({ folder }) => folder)).toEqual(['yaml/three']);
    expect([code, errors]).toEqual([1, 'error: `yaml/two` has 1 error: `bitesize check` shows them\n']);
  });

  it('says so when a folder holds no project on either side', async () => {
    expect(await repository.bitesize('diff', '--base', 'main', 'fleet/shared', 'yaml/one')).toMatchObject({
      code: 2,
      errors: 'error: there are no specs in `fleet/shared`, and there were none at `main`\n',
    });
    expect(await repository.bitesize('diff', '--base', 'main', 'none/*')).toMatchObject({ code: 2 });
  });
});

describe('bitesize diff --base of specs in TypeScript', () => {
  it('follows imports from above the project', async () => {
    edit('fleet/shared/web.ts', "mode: 'manual'", "mode: 'manual', timeout: 900");
    const { projects } = await diff('--base', 'main', 'fleet/{orders,prices,shared/none}', '--root', 'fleet');
    expect(projects.map(({ folder, changes }) => [folder, changes.map(({ name }) => name)])).toEqual([
      ['fleet/orders', ['Production-deploy', 'production/Deployment/orders']],
      ['fleet/prices', ['Production-deploy', 'production/Deployment/prices']],
    ]);
    expect(projects[0]?.changes[0]?.because).toMatch(/^\.\.\/shared\/web\.ts:\d+:\d+$/);
  });

  it('names one change of one project, and the specs that it comes from', async () => {
    edit(
      'fleet/orders/environments.bitesize.ts',
      "webEnvironments('orders')",
      "webEnvironments('orders', { replicas: 5 })",
    );
    const { output, code } = await repository.bitesize(
      'diff',
      'fleet/orders',
      '--base',
      'main',
      '--root',
      'fleet',
    );
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/spec\.replicas: 2 -> 5 {2}\(environments\.bitesize\.ts:\d+:\d+\)/),
    ]);
    expect(output).toContain('Plan: 0 to add, 2 to change, 0 to remove\n');
  });

  it('shows no output of a spec that does not compile as removed', async () => {
    edit('fleet/orders/environments.bitesize.ts', "'orders'", '1');
    const { output, code, errors } = await repository.bitesize(
      'diff',
      'fleet/orders',
      '--base',
      'main',
      '--root',
      'fleet',
    );
    expect([code, output, errors]).toEqual([1, '', expect.stringMatching(/has \d errors?/)]);
  });

  it('marks nodes of the picture', async () => {
    edit(
      'fleet/orders/environments.bitesize.ts',
      "webEnvironments('orders')",
      "webEnvironments('orders', { replicas: 5 })",
    );
    const { output } = await repository.bitesize(
      'graph',
      'fleet/orders',
      '--base',
      'main',
      '--root',
      'fleet',
      '--format',
      'json',
    );
    const nodes: readonly { id: string; changed?: true }[] = JSON.parse(output).nodes;
    expect(nodes.filter(({ changed }) => changed).map(({ id }) => id)).toEqual([
      'environment:Production',
      'service:Production/orders',
    ]);
  });
});

describe('bitesize diff --base of files that specs name', () => {
  it('reads those that only the base names', async () => {
    const specs = project('gists/shop');
    const build = 'seedJob';
    repository.write({
      ...specs,
      'gists/shop/jenkins.bitesize': 'project: shop\njenkins:\n  job_dsl:\n    - file: jobs/more.groovy\n',
      'gists/shop/jobs/more.groovy': `job('${build}')\n`,
    });
    repository.commit();
    try {
      repository.delete('gists/shop/jobs');
      repository.delete('gists/shop/jenkins.bitesize');
      const { errors, code, output } = await repository.bitesize(
        'diff',
        'gists/shop',
        '--base',
        'main',
        '--max-removals',
        '100',
      );
      expect([code, errors]).toEqual([0, '']);
      expect(output).toContain('- own-script `jobs/more.groovy`');
    } finally {
      repository.reset();
      repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    }
  });
});

describe('bitesize graph --base', () => {
  const marked = async () => {
    const { output, errors } = await repository.bitesize(
      'graph',
      'yaml/one',
      '--base',
      'main',
      '--format',
      'json',
    );
    expect(errors).toBe('');
    const nodes: readonly { id: string; job?: string; changed?: true }[] = JSON.parse(output).nodes;
    return nodes.filter(({ changed }) => changed);
  };

  it('marks the services whose pods use a claim that changes', async () => {
    const volumes = (size: string) =>
      `replicas: 2\n        volumes: [{name: data, path: /data, size: ${size}}]`;
    edit('yaml/one/environments.bitesize', 'replicas: 2', volumes('5Gi'));
    repository.commit();
    edit('yaml/one/environments.bitesize', '5Gi', '6Gi');
    const nodes = await marked();
    repository.reset();
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    expect(nodes.map(({ id }) => id)).toEqual(['service:Production/one']);
  });

  it('marks what is new, and jobs in a folder', async () => {
    const production = '  - name: Production\n';
    edit(
      'yaml/one/environments.bitesize',
      production,
      `  - name: Extra\n    namespace: extra\n    deployment: {mode: manual}\n${production}`,
    );
    edit('yaml/one/jenkins.bitesize', 'jenkins:\n', 'jenkins:\n  folder: team/one\n');
    const nodes = await marked();
    expect(nodes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['approval:Extra', 'environment:Extra', 'component:one']),
    );
    expect(nodes[0]?.job).toBe('team/one/one');
  });
});
