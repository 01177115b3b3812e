import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { JenkinsModel, type Right } from '../support/jenkins-model.ts';
import { type JenkinsServer, startJenkins } from '../support/jenkins-server.ts';
import { CiMachine, type Ran } from './ci-machine.ts';

/*
 * The recipes for a running Jenkins against the one of the tests. `gh` and `curl` are scripts that keep what they would post, and
 * what they could see.
 */
const root = fileURLToPath(new URL('../../examples/ci/live/', import.meta.url));
const recipe = (name: string) => readFileSync(join(root, name), 'utf8');

const READER = { JENKINS_USER: 'reader', JENKINS_TOKEN: '11reader' };
const ADMINISTRATOR = { JENKINS_USER: 'admin', JENKINS_TOKEN: '11aaaa' };
const specs = `project: shop
jobs:
  - name: nightly
    kind: freestyle
    builders: [{shell: make test}]
`;
const changed = specs.replace('make test', 'make check');

let machine: CiMachine;
let server: JenkinsServer;
let bin = '';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string | boolean>>;
}

interface Job {
  readonly if: string;
  readonly environment: string;
  readonly permissions: unknown;
  readonly concurrency: Readonly<Record<string, unknown>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<'plan' | 'apply', Job>>;
}

interface GitLabJob {
  readonly rules: readonly { readonly if: string }[];
  readonly script: readonly string[];
  readonly resource_group?: string;
  readonly interruptible?: boolean;
}

type GitLab = Readonly<Record<'plan' | 'apply', GitLabJob>> & {
  readonly '.bitesize': { readonly before_script: readonly string[] };
};

const workflow = () => load(recipe('github-workflow.yml')) as Workflow;
const gitlab = () => load(recipe('gitlab-ci.yml')) as GitLab;

/** Shell text with what its CI puts into its environment. */
interface ShellStep {
  readonly text: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A recipe; the login of a job is the one that its CI gives to it. */
interface Recipe {
  readonly name: string;
  readonly steps: (job: 'plan' | 'apply') => readonly ShellStep[];
  /** Where the backup is; in the checkout, or of the runner. */
  readonly backup: () => string;
  /** Whether shell text makes the comment. */
  readonly comments: boolean;
}

const recipes: readonly Recipe[] = [
  {
    name: 'github-workflow.yml',
    steps: (job) => {
      const login = job === 'plan' ? READER : ADMINISTRATOR;
      const values: Readonly<Record<string, string>> = {
        'vars.JENKINS_URL': server.url,
        'vars.JENKINS_USER': login.JENKINS_USER,
        'secrets.JENKINS_TOKEN': login.JENKINS_TOKEN,
        'github.token': 'ghs_comment',
        'github.event.pull_request.html_url': 'https://git.example.com/shop/specs/pull/7',
      };
      const filled = (text: string) =>
        text.replace(/\$\{\{ ([\w.]+) \}\}/g, (_, name: string) => values[name] ?? `no ${name}`);
      return workflow().jobs[job].steps.flatMap(({ run, env = {} }) => {
        if (run === undefined) return [];
        const own = Object.fromEntries(Object.entries(env).map(([name, text]) => [name, filled(text)]));
        return [{ text: run, env: { RUNNER_TEMP: machine.temporary, ...own } }];
      });
    },
    backup: () => join(machine.temporary, 'backup'),
    comments: true,
  },
  {
    name: 'gitlab-ci.yml',
    // GitLab runs all lines in one shell.
    steps: (job) => [
      {
        text: [...gitlab()['.bitesize'].before_script, ...gitlab()[job].script].join('\n'),
        env: {
          ...(job === 'plan' ? READER : ADMINISTRATOR),
          JENKINS_URL: server.url,
          CI_DEFAULT_BRANCH: 'main',
          CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
          CI_API_V4_URL: 'https://git.example.com/api/v4',
          CI_PROJECT_ID: '3',
          CI_MERGE_REQUEST_IID: '7',
          COMMENT_TOKEN: 'glpat-comment',
        },
      },
    ],
    backup: () => join(machine.change, 'bitesize-backup'),
    comments: true,
  },
  {
    name: 'plan.Jenkinsfile and apply.Jenkinsfile',
    steps: (job) =>
      [...recipe(`${job}.Jenkinsfile`).matchAll(/sh '''([\s\S]*?)'''/g)].map(([, text = '']) => ({
        text: text.replaceAll('\\\\', '\\'),
        env: {
          ...(job === 'plan' ? READER : ADMINISTRATOR),
          JENKINS_URL: server.url,
          WORKSPACE_TMP: machine.temporary,
        },
      })),
    backup: () => join(machine.change, 'bitesize-backup'),
    comments: false,
  },
];

/** Runs the steps of a job up to the first one that fails. */
async function run({ steps }: Recipe, job: 'plan' | 'apply'): Promise<Ran> {
  machine.freshTemporary();
  let output = '';
  for (const { text, env } of steps(job)) {
    const ran = await machine.shell(text, { PATH: `${bin}:${process.env.PATH ?? ''}`, ...env });
    output += ran.output;
    if (ran.code !== 0) return { code: ran.code, output };
  }
  return { code: 0, output };
}

/** What the plan says: as it was posted, or as the file that a step of Jenkins posts. */
function comment({ comments }: Recipe): string | undefined {
  const file = comments ? join(bin, 'posted.md') : join(machine.temporary, 'bitesize/plan.md');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Takes the change into the main branch, and checks that out. */
function merge(text: string): void {
  const { origin, change } = machine;
  writeFileSync(join(origin, 'jobs.bitesize'), text);
  machine.git(origin, 'commit', '--quiet', '--allow-empty', '-a', '-m', 'merged');
  machine.git(change, 'fetch', '--quiet', 'origin');
  machine.git(change, 'reset', '--quiet', '--hard', 'origin/main');
}

beforeAll(async () => {
  machine = await CiMachine.start([{ name: 'jobs.bitesize', text: specs }]);
  bin = join(machine.folder, 'bin');
  mkdirSync(bin);
  const post = `cp "$file" '${join(bin, 'posted.md')}'\nenv > '${join(bin, 'posted.env')}'\n`;
  writeFileSync(
    join(bin, 'gh'),
    `#!/bin/sh\nwhile [ $# -gt 1 ]; do [ "$1" = --body-file ] && file=$2; shift; done\n${post}`,
    { mode: 0o755 },
  );
  writeFileSync(
    join(bin, 'curl'),
    `#!/bin/sh\ncat > '${join(bin, 'curl.config')}'\nprintf '%s\\n' "$@" > '${join(bin, 'curl.arguments')}'\nfor each; do case $each in body@*) file=\${each#body@};; esac; done\n${post}`,
    { mode: 0o755 },
  );
});

afterAll(() => machine?.stop());

beforeEach(async () => {
  for (const name of ['posted.md', 'posted.env']) rmSync(join(bin, name), { force: true });
  merge(specs);
  const model = new JenkinsModel();
  const rights = new Set<Right>(['Overall/Read', 'Job/Read', 'Job/ExtendedRead']);
  model.users.set('reader', { token: '11reader', rights });
  model.addJob(
    'nightly',
    '<project><builders><hudson.tasks.Shell><command>make test</command></hudson.tasks.Shell></builders></project>',
  );
  server = await startJenkins(model);
});

afterEach(async () => {
  await server[Symbol.asyncDispose]();
});

describe.each(recipes)('$name', (each) => {
  it('says what a change would change, as a user who may only read', async () => {
    machine.propose('jobs.bitesize', changed);
    const { code, output } = await run(each, 'plan');
    expect([code, output]).toEqual([0, output]);
    expect(comment(each)).toContain('make check');
    expect(comment(each)).toContain('0 to add, 1 to change, 0 to remove');
    expect(new Set(server.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  it('says so, too, where a secret is not shown', async () => {
    const job = server.model.find('nightly');
    if (job === undefined) throw new Error('the job is gone');
    job.xml = job.xml.replace(
      '</project>',
      '<authToken>{AQAAABAAAAAQc2VjcmV0c2VjcmV0}</authToken></project>',
    );
    machine.propose('jobs.bitesize', changed);
    const { code, output } = await run(each, 'plan');
    expect([code, output]).toEqual([0, output]);
    expect(output).toContain('live/hidden-secret');
    expect(comment(each)).toContain('make check');
  });

  it('says nothing of a change with a mistake, and fails', async () => {
    machine.propose('jobs.bitesize', changed.replace('kind: freestyle', 'kind: freestile'));
    const { code } = await run(each, 'plan');
    expect(code).toBe(1);
    if (each.comments) expect(comment(each)).toBeUndefined();
  });

  it('runs nothing of the change, and asks no registry that it names', async () => {
    machine.propose('jobs.bitesize', changed);
    machine.plantPackage();
    const before = machine.registry.asked.length;
    const { code, output } = await run(each, 'plan');
    expect([code, output]).toEqual([0, output]);
    expect(machine.registry.asked.slice(before)).toContain('/bitesize');
    expect(machine.registry.asked.slice(before).filter((path) => path.startsWith('/planted/'))).toEqual([]);
    expect(existsSync(machine.marker)).toBe(false);
  });

  it('changes what was merged, keeps what it replaced, and has nothing to do afterwards', async () => {
    merge(changed);
    const { code, output } = await run(each, 'apply');
    expect([code, output]).toEqual([0, output]);
    expect(server.model.find('nightly')?.xml).toContain('<command>make check</command>');
    expect(existsSync(join(each.backup(), 'index.json'))).toBe(true);
    const before = server.requests.length;
    const again = await run(each, 'apply');
    expect([again.code, again.output]).toEqual([0, again.output]);
    expect(server.requests.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

describe('who has which token', () => {
  it('GitHub: a change cannot rewrite the recipe, forks get no plan, and only one run applies', () => {
    const { on, permissions, jobs } = workflow();
    expect(Object.keys(on)).toEqual(['pull_request_target', 'push']);
    expect(permissions).toEqual({});
    expect(jobs.plan.if).toContain('github.event.pull_request.head.repo.full_name == github.repository');
    expect(jobs.plan.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    expect(jobs.apply.permissions).toEqual({ contents: 'read' });
    expect([jobs.plan.environment, jobs.apply.environment]).toEqual(['jenkins-read', 'jenkins']);
    expect(jobs.apply.concurrency).toEqual({ group: 'jenkins-apply', 'cancel-in-progress': false });
    const steps = [...jobs.plan.steps, ...jobs.apply.steps];
    for (const { uses } of steps)
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    const withToken = steps.filter(({ env }) => env?.JENKINS_TOKEN !== undefined);
    for (const { run: text } of withToken) expect(text).toMatch(/^"\$RUNNER_TEMP\/bitesize\/bin\/bitesize" /);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.map(({ with: more }) => more?.['persist-credentials'])).toEqual([false, false]);
  });

  it('GitHub: what comments has no token of Jenkins', async () => {
    const [github] = recipes;
    if (github === undefined) throw new Error('no recipe');
    machine.propose('jobs.bitesize', changed);
    await run(github, 'plan');
    const seen = readFileSync(join(bin, 'posted.env'), 'utf8');
    expect(seen).toContain('GH_TOKEN=ghs_comment');
    expect(seen).not.toContain('JENKINS_TOKEN');
  });

  it('GitLab: forks get no plan, only one run applies, and the token of comments is in no argument', async () => {
    const { plan, apply } = gitlab();
    expect(plan.rules.map((rule) => rule.if)).toEqual([
      '$CI_PIPELINE_SOURCE == "merge_request_event" && $CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID',
    ]);
    expect([apply.resource_group, apply.interruptible]).toEqual(['jenkins', false]);
    const [, each] = recipes;
    if (each === undefined) throw new Error('no recipe');
    machine.propose('jobs.bitesize', changed);
    await run(each, 'plan');
    expect(readFileSync(join(bin, 'curl.config'), 'utf8')).toBe('header = "PRIVATE-TOKEN: glpat-comment"\n');
    expect(readFileSync(join(bin, 'curl.arguments'), 'utf8')).not.toContain('glpat-comment');
  });

  it('Jenkins: forks get no plan, and only one build applies', () => {
    expect(recipe('plan.Jenkinsfile')).toContain('expression { env.CHANGE_FORK == null }');
    expect(recipe('apply.Jenkinsfile')).toContain('disableConcurrentBuilds()');
    expect(recipe('plan.Jenkinsfile')).not.toContain('jenkins-administrator');
  });
});
