import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainSpecs } from '../compiler/scaffold/plain-project.ts';
import { CiMachine, type Ran } from './ci-machine.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let machine: CiMachine;

function recipe(name: string): string {
  return readFileSync(join(root, 'examples/ci', name), 'utf8');
}

/** A recipe: its steps in their order, each a shell of its own, and the variables that its CI sets. */
interface Recipe {
  readonly name: string;
  readonly steps: () => readonly string[];
  readonly environment: () => Record<string, string>;
  /** Where the output is. */
  readonly results: () => string;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: {
    readonly bitesize: {
      readonly steps: readonly {
        readonly run?: string;
        readonly uses?: string;
        readonly with?: Readonly<Record<string, unknown>>;
      }[];
    };
  };
}

const workflow = () => load(recipe('github-workflow.yml')) as Workflow;
const ci = () => load(recipe('gitlab-ci.yml')) as { bitesize: { script: string[]; cache?: unknown } };

const recipes: readonly Recipe[] = [
  {
    name: 'Jenkinsfile',
    steps: () =>
      [...recipe('Jenkinsfile').matchAll(/sh '''([\s\S]*?)'''/g)].map(([, text = '']) =>
        text.replaceAll('\\\\', '\\'),
      ),
    environment: () => ({ CHANGE_TARGET: 'main', WORKSPACE_TMP: machine.temporary }),
    results: () => join(machine.change, 'bitesize-results'),
  },
  {
    name: 'github-workflow.yml',
    steps: () => workflow().jobs.bitesize.steps.flatMap(({ run }) => run ?? []),
    environment: () => ({
      BASE: machine.git(machine.change, 'rev-parse', 'origin/main'),
      GITHUB_STEP_SUMMARY: join(machine.temporary, 'summary.md'),
      RUNNER_TEMP: machine.temporary,
    }),
    results: () => join(machine.temporary, 'results'),
  },
  {
    name: 'gitlab-ci.yml',
    // GitLab runs all lines in one shell.
    steps: () => [ci().bitesize.script.join('\n')],
    environment: () => ({
      CI_MERGE_REQUEST_DIFF_BASE_SHA: machine.git(machine.change, 'rev-parse', 'origin/main'),
    }),
    results: () => join(machine.change, 'bitesize-results'),
  },
  {
    name: 'gerrit.sh',
    steps: () => [recipe('gerrit.sh')],
    environment: () => ({ GERRIT_BRANCH: 'main', RESULTS: join(machine.temporary, 'results') }),
    results: () => join(machine.temporary, 'results'),
  },
];

/** Runs the steps of a recipe as a job does: up to the first one that fails. */
async function job({ steps, environment }: Recipe): Promise<Ran> {
  machine.freshTemporary();
  let output = '';
  for (const step of steps()) {
    const ran = await machine.shell(step, environment());
    output += ran.output;
    if (ran.code !== 0) return { code: ran.code, output };
  }
  const summary = join(machine.temporary, 'summary.md');
  return { code: 0, output: existsSync(summary) ? output + readFileSync(summary, 'utf8') : output };
}

function propose(from: string, to: string): void {
  machine.propose('environments.bitesize', environments.replace(from, to));
}

let environments = '';

beforeAll(async () => {
  const specs = plainSpecs('shop');
  environments = specs.find(({ name }) => name === 'environments.bitesize')?.text ?? '';
  machine = await CiMachine.start(specs);
});

afterAll(() => machine?.stop());

describe.each(recipes)('$name', (each) => {
  it('says what a good change changes, and compiles it', async () => {
    propose('replicas: 2', 'replicas: 3');
    const { code, output } = await job(each);
    expect([code, output]).toEqual([0, output]);
    expect(output).toContain('Plan: 0 to add, 2 to change, 0 to remove');
    expect(existsSync(join(each.results(), 'out/jenkins/plugins.txt'))).toBe(true);
  });

  it('stops at a mistake', async () => {
    propose('replicas: 2', 'replicsa: 2');
    const { code, output } = await job(each);
    expect(code).toBe(1);
    expect(output).toContain('replicas');
    expect(existsSync(join(each.results(), 'out'))).toBe(false);
  });

  it('runs nothing of the change, and asks no registry that it names', async () => {
    propose('replicas: 2', 'replicas: 3');
    machine.plantPackage();
    const before = machine.registry.asked.length;
    const { code, output } = await job(each);
    expect([code, output]).toEqual([0, output]);
    expect(machine.registry.asked.slice(before)).toContain('/bitesize');
    expect(machine.registry.asked.slice(before).filter((path) => path.startsWith('/planted/'))).toEqual([]);
    expect(existsSync(machine.marker)).toBe(false);
  });

  it('writes nothing through links of the change', async () => {
    propose('replicas: 2', 'replicas: 3');
    const victim = join(machine.folder, 'victim');
    rmSync(victim, { recursive: true, force: true });
    mkdirSync(victim);
    writeFileSync(join(victim, 'mine.txt'), 'mine\n');
    for (const name of [
      'out',
      'bitesize-results',
      '.bitesize-cache',
      'bitesize-cache',
      'bitesize',
      'results',
    ])
      symlinkSync(victim, join(machine.change, name));
    const names = ['bitesize.sarif', 'checkstyle.xml', 'junit.xml', 'gl-code-quality-report.json', 'diff.md'];
    for (const name of [...names, 'review.txt'])
      symlinkSync(join(victim, 'mine.txt'), join(machine.change, name));
    const { code, output } = await job(each);
    expect([code, output]).toEqual([0, output]);
    expect(readdirSync(victim)).toEqual(['mine.txt']);
    expect(readFileSync(join(victim, 'mine.txt'), 'utf8')).toBe('mine\n');
    expect(lstatSync(each.results()).isDirectory()).toBe(true);
  });
});

describe('what a change can replace', () => {
  it('is what the tests take for it: npx runs the package of a change', async () => {
    propose('replicas: 2', 'replicas: 3');
    machine.plantPackage();
    machine.freshTemporary();
    await machine.shell('npx --yes bitesize@0.1.0 --version || true', {});
    expect(readFileSync(machine.marker, 'utf8')).toBe('planted\n');
    rmSync(machine.marker);
  });
});

describe('the GitHub workflow', () => {
  const steps = () => workflow().jobs.bitesize.steps;

  it('gives a change no rights', () => {
    expect(Object.keys(workflow().on)).toEqual(['pull_request', 'push']);
    expect(workflow().permissions).toEqual({ contents: 'read' });
    const checkout = steps().find(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkout?.with).toMatchObject({ 'persist-credentials': false });
  });

  it('names actions by the hash of a commit', () => {
    const used = steps().flatMap(({ uses }) => uses ?? []);
    expect(used).not.toEqual([]);
    for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
  });

  it('keeps the cache of its steps, outside of the checkout', () => {
    const kept = steps().find(({ uses }) => uses?.startsWith('actions/cache@'))?.with?.path;
    const text = steps().flatMap(({ run }) => run ?? []);
    const used = text.flatMap((run) => [...run.matchAll(/--cache-dir "([^"]+)"/g)].map(([, path]) => path));
    expect(used).toEqual(['$RUNNER_TEMP/bitesize-cache', '$RUNNER_TEMP/bitesize-cache']);
    expect(kept).toBe('${{ runner.temp }}/bitesize-cache');
  });
});

describe('the GitLab recipe', () => {
  it('has no cache, which would lie in the checkout', () => {
    expect(ci().bitesize.cache).toBe(undefined);
  });
});
