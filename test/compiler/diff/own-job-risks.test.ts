import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';

const head = `project: shop
external: {credentials: [nexus-login, deploy-key], labels: [windows], jobs: [x, y]}
jobs:
  - {name: other, kind: freestyle}
`;

/** What the command tells of risks between two versions of a job. */
async function risks(before: string, after: string): Promise<readonly string[]> {
  const { code, output, errors } = await run(
    ['diff', 'old', 'new', '--format', 'json', '--max-removals', '100'],
    {
      files: { 'old/jobs.bitesize': head + before, 'new/jobs.bitesize': head + after },
    },
  );
  expect([code, errors]).toEqual([0, '']);
  const { risks: found } = JSON.parse(output) as {
    readonly risks: readonly {
      readonly of: string;
      readonly name: string;
      readonly kind: string;
      readonly text: string;
    }[];
  };
  return found.flatMap(({ of, name, kind, text }) =>
    of === 'job' && name === 'job' ? [`${kind}: ${text}`] : [],
  );
}

const job = (fields: string, kind = 'freestyle') => `  - {name: job, kind: ${kind}, ${fields}}\n`;
const plain = job('disabled: false');
const ALONE = 'it builds when somebody, or another job, starts it';

describe('a trigger that is gone', () => {
  it.each([
    ['{upstream: x}', 'the end of another job no longer starts it'],
    ['{timed: H 3 * * *}', 'no schedule starts it any more'],
    [
      '{parameterized-timed: [{schedule: "H 3 * * *", parameters: {A: b}}]}',
      'no schedule starts it any more',
    ],
    ['{pollscm: H/5 * * * *}', 'a push no longer starts it'],
    ['github', 'a push no longer starts it'],
    ['gitlab', 'a push no longer starts it'],
    ['bitbucket', 'a push no longer starts it'],
  ])('%s', async (trigger, text) => {
    expect(await risks(job(`triggers: [${trigger}]`), plain)).toEqual([`trigger-lost: ${text}: ${ALONE}`]);
  });

  it('of a pipeline, too', async () => {
    expect(
      await risks(job('script: x, triggers: [{upstream: x}]', 'pipeline'), job('script: x', 'pipeline')),
    ).toEqual([`trigger-lost: the end of another job no longer starts it: ${ALONE}`]);
  });

  it('one of several', async () => {
    expect(await risks(job('triggers: [{upstream: [x, y]}]'), job('triggers: [{upstream: x}]'))).toEqual([
      'trigger-lost: the end of `y` no longer starts it',
    ]);
    const both = job('triggers: [{timed: H 1 * * *}, {timed: H 2 * * *}]');
    expect(await risks(both, job('triggers: [{timed: H 1 * * *}]'))).toEqual([
      'trigger-lost: the schedule `H 2 * * *` no longer starts it',
    ]);
    expect(await risks(both, job('triggers: [{timed: H 1 * * *}, {timed: H 3 * * *}]'))).toEqual([]);
  });

  it('of what looks for branches', async () => {
    const sources = 'sources: [{github: {repo_owner: acme, repo: web}}]';
    expect(
      await risks(job(`${sources}, triggers: [{periodic: 1d}]`, 'multibranch'), job(sources, 'multibranch')),
    ).toEqual(['trigger-lost: it no longer looks at regular times for what is new or gone']);
  });
});

describe('pull requests of more people', () => {
  const EVERYBODY =
    'permission-widened: pull requests of everybody are built with the Jenkinsfile that they bring, which may use any credential that the job may';
  const open = (source: string) => job(`sources: [${source}]`, 'multibranch');
  const forks = (source: string, trust: string) =>
    open(
      source.replace(
        '}}',
        `, discover_pr_forks_strategy: merge-current, discover_pr_forks_trust: ${trust}}}`,
      ),
    );
  const everyone = [
    ['github', '{github: {repo_owner: acme, repo: web}}', 'permission'],
    ['gitlab', '{gitlab: {project: acme/web}}', 'members'],
    ['bitbucket', '{bitbucket: {repo_owner: ACME, repo: web}}', 'team'],
  ] as const;

  it.each(everyone)('from %s are trusted', async (_, source, some) => {
    expect(await risks(forks(source, some), forks(source, 'everyone'))).toEqual([EVERYBODY]);
    expect(await risks(open(source), forks(source, 'everyone'))).toEqual([EVERYBODY]);
    expect(await risks('', forks(source, 'everyone'))).toEqual([EVERYBODY]);
    expect(await risks(forks(source, 'everyone'), forks(source, some))).toEqual([]);
    expect(await risks(open(source), forks(source, 'nobody'))).toEqual([
      'permission-widened: pull requests of forks are built, with the Jenkinsfile of the branch that they are for',
    ]);
  });

  it('of all repositories of an owner', async () => {
    const of = (trust: string) =>
      forks('{github: {repo_owner: acme}}', trust).replace('multibranch', 'organization');
    expect(await risks(of('contributors'), of('everyone'))).toEqual([EVERYBODY]);
    expect(await risks(of('nobody'), of('contributors'))).toEqual([
      'permission-widened: pull requests of whoever has contributed are built with the Jenkinsfile that they bring',
    ]);
  });

  it('get at the credentials of the job', async () => {
    const source = '{github: {repo_owner: acme, repo: web, credentials: deploy-key}}';
    expect(await risks(forks(source, 'nobody'), forks(source, 'everyone'))).toEqual([
      EVERYBODY,
      'permission-widened: builds what pull requests propose, those of forks, too, with the credential `deploy-key`',
    ]);
    const other = forks(source.replace('deploy-key', 'nexus-login'), 'everyone');
    expect(await risks(forks(source, 'everyone'), other)).toEqual([
      'permission-widened: its builds get at the credential `nexus-login`, and so does what pull requests of forks propose',
    ]);
  });

  it('are built without a question', async () => {
    const strategy = (fields: string) =>
      open('{github: {repo_owner: acme, repo: web, build_strategies: [{change-request: {X}}]}}').replace(
        'X',
        fields,
      );
    expect(await risks(strategy('ignore_untrusted_changes: true'), strategy(''))).toEqual([
      'permission-widened: pull requests of people who are not trusted are built, too',
    ]);
  });
});

describe('what held builds back, or people', () => {
  it.each([
    ['{lockable-resources: db}', 'its builds no longer wait for resources that others hold'],
    ['{build-blocker: {blocking_jobs: [other]}}', 'its builds no longer wait for other jobs'],
    ['{throttle: {max_total: 1}}', 'nothing limits any more how many of its builds run at the same time'],
  ])('property %s', async (property, text) => {
    expect(await risks(job(`properties: [${property}]`), plain)).toEqual([`gate-opened: ${text}`]);
    expect(await risks(plain, job(`properties: [${property}]`))).toEqual([]);
  });

  it('a pipeline that built one at a time', async () => {
    const one = job('script: x, properties: [disable-concurrent]', 'pipeline');
    expect(await risks(one, job('script: x', 'pipeline'))).toEqual([
      'gate-opened: two of its builds may run at the same time',
    ]);
  });

  it('fields of the job', async () => {
    expect(await risks(plain, job('concurrent: true'))).toEqual([
      'gate-opened: two of its builds may run at the same time',
    ]);
    expect(await risks(job('block_upstream: true, block_downstream: true'), plain)).toEqual([
      'gate-opened: its builds no longer wait for those of the jobs that start it',
      'gate-opened: its builds no longer wait for those of the jobs that it starts',
    ]);
  });

  it('permissions', async () => {
    const matrix = (group: string, permission: string) =>
      job(`properties: [{authorization: [{group: ${group}, permissions: [${permission}]}]}]`);
    expect(
      await risks(matrix('developers', 'Job/Read'), matrix('developers', 'Job/Read, Job/Configure')),
    ).toEqual(['permission-widened: `developers` gets `hudson.model.Item.Configure`']);
    expect(
      await risks(matrix('developers', 'Job/Read, Job/Configure'), matrix('developers', 'Job/Read')),
    ).toEqual([]);
    const copy = (jobs: string) => job(`properties: [{copy-artifact-permission: [${jobs}]}]`);
    expect(await risks(copy('other'), copy('other, "*"'))).toEqual([
      'permission-widened: `*` may copy its artifacts',
    ]);
  });
});

describe('what becomes of branches and views', () => {
  it('a source that looks elsewhere', async () => {
    const of = (source: string) => job(`sources: [${source}]`, 'multibranch');
    const text = (place: string) =>
      `history-lost: it no longer looks at \`${place}\`: what it made for branches there is deleted with its builds, where no other source has them`;
    const github = '{github: {repo_owner: acme, repo: web}}';
    expect(await risks(of(github), of(github.replace('web', 'shop')))).toEqual([text('acme/web')]);
    expect(await risks(of(`${github}, {git: "https://git.example.com/a.git"}`), of(github))).toEqual([
      text('https://git.example.com/a.git'),
    ]);
    expect(await risks(of(github), of(`${github}, {git: "https://git.example.com/a.git"}`))).toEqual([]);
  });

  it('a view that is gone is told', async () => {
    const { output } = await run(['diff', 'old', 'new'], {
      files: {
        'old/jobs.bitesize': `${head}  - {name: Nightly, kind: list-view, jobs: [other]}\n`,
        'new/jobs.bitesize': head,
      },
    });
    expect(output).toContain('- view `Nightly`');
  });
});
