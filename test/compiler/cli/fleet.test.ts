import { describe, expect, it } from 'vitest';
import { called, inFolder, run } from './run.ts';

const controllers = `controllers:
  - name: team
    projects: [orders, search]
    jenkins:
      url: https://team.ci.example.com/
      seed:
        repository: git@github.com:our/compiled.git
`;

const fleet = {
  ...inFolder('orders', called('orders')),
  ...inFolder('search', called('search')),
  ...inFolder('site', called('site')),
};

const files = inFolder('/project', { 'controllers.bitesize': controllers, ...fleet });

interface Plan {
  readonly layouts: readonly {
    readonly name: string;
    readonly total: Readonly<Record<string, number>>;
    readonly jenkinses: readonly { readonly name: string; readonly projects: readonly string[] }[];
  }[];
}

describe('bitesize fleet', () => {
  it('counts what each Jenkins takes, and what other layouts would', async () => {
    const argv = ['fleet', '.', 'site', '--as-own', '--as-shared', '3', '--as-shared', '2', '--json'];
    const { code, output } = await run(argv, { files });
    expect(code).toBe(0);
    const { layouts }: Plan = JSON.parse(output);
    expect(layouts.map(({ name, total }) => [name, total.jenkinses, total.projects, total.jobs])).toEqual([
      ['as it is', 2, 3, 3],
      ['a Jenkins each', 3, 3, 3],
      ['3 on each', 1, 3, 3],
      ['2 on each', 2, 3, 3],
    ]);
    expect(layouts[0]?.jenkinses.map(({ name, projects }) => [name, projects])).toEqual([
      ['team', ['orders', 'search']],
      ['site', ['site']],
    ]);
    const [, own, one] = layouts.map(({ total }) => total);
    // Each project has an apt server of its own, 10 GiB, wherever it is; a Jenkins has 20.
    expect([own, one].map((each) => (each?.storage ?? 0) / 2 ** 30)).toEqual([90, 50]);
  });

  it('prints tables, and says which Jenkins is not counted whole', async () => {
    const broken = { ...files, '/project/site/build.bitesize': 'project: site\ncomponents: [\n' };
    const { code, output, errors } = await run(['fleet', '.', 'site'], { files: broken });
    expect(code).toBe(1);
    expect(output).toMatch(/^jenkins +kind +projects +jobs/);
    expect(output).toMatch(/^team +shared +2 +2 /m);
    expect(errors).toMatch(
      /^error: `site` has \d errors? and is not counted whole: `bitesize check` shows them$/m,
    );
  });

  it('refuses a controller that serves nobody', async () => {
    expect((await run(['fleet', '--as-shared', '0'], { files })).code).toBe(2);
  });
});

describe('commands about one project of a fleet', () => {
  it('plugins are those of its controller', async () => {
    const { code, output } = await run(['plugins', 'list', 'orders'], { files });
    expect(code).toBe(0);
    expect(output).toMatch(/^matrix-auth:/m);
  });

  it('why finds lines of its part, and of the file of the fleet', async () => {
    const spec = await run(['why', 'orders/build.bitesize:3'], { files });
    expect(spec.output).toContain('  projects/orders/jenkins/');
    const own = await run(['why', 'controllers.bitesize:5'], { files });
    expect(own.output).toContain('  jenkins/init.groovy.d/');
  });

  it('graph draws the fleet by its root, and the pipeline of a project by its folder', async () => {
    const drawn = await run(['graph', '--format', 'mermaid'], { files });
    expect(drawn.output).toMatch(/\["orders"\]\n/);
    const project = await run(['graph', 'orders', '--format', 'json'], { files });
    expect(JSON.parse(project.output).nodes[0].job).toBe('orders/web');
  });

  it('plan and drift refuse it with a sentence', async () => {
    const { code, errors } = await run(['plan', 'orders', '--jenkins', 'http://127.0.0.1:9'], { files });
    expect(code).not.toBe(0);
    expect(errors).toContain(
      'the shared controller `team` serves `orders`: this command knows only projects with a Jenkins of their own',
    );
  });

  it('diff knows a move: what is lost, and the command that keeps it', async () => {
    const moved = { ...files, ...inFolder('/project/before/orders', called('orders')) };
    const to = await run(['diff', 'before/orders', 'orders', '--format', 'json'], { files: moved });
    const { changes } = JSON.parse(to.output);
    expect(changes.filter(({ action }: { action: string }) => action !== 'change')).toEqual([
      expect.objectContaining({
        action: 'rename',
        from: 'orders-jenkins/jenkins',
        name: 'team-jenkins/jenkins: orders',
      }),
    ]);
    expect(to.output).toContain(
      'kubectl -n orders-jenkins exec jenkins-0 -c jenkins -- tar -C /var/jenkins_home/jobs -cf - ./web | kubectl -n team-jenkins exec -i jenkins-0 -c jenkins',
    );
    const back = await run(['diff', 'orders', 'before/orders'], { files: moved });
    expect(back.output).toContain(
      'tar -C /var/jenkins_home/jobs/orders/jobs -cf - . | kubectl -n orders-jenkins',
    );
    expect(back.output).toMatch(/^Plan: 0 to add, \d+ to change, 0 to remove$/m);
  });
});
