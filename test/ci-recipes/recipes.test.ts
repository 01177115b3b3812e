import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledCommand } from '../bundle/bundled-command.ts';
import { plainSpecs } from '../compiler/scaffold/plain-project.ts';
import { type PackageRegistry, startRegistry } from './package-registry.ts';

/*
 * The shell steps of the recipes are run as they stand, in a clone with a proposed change. npm is the real one; the registry
 * that the user's own settings name has a package whose command is this checkout.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bitesize-ci-')));
const origin = join(folder, 'origin');
const change = join(folder, 'change');
/** What the runner gives a job beside the checkout; empty when a job starts. */
const temporary = join(folder, 'temporary');
const home = join(folder, 'home');
/** Where a change would show that something of it ran. */
const marker = join(folder, 'marker');

function git(cwd: string, ...argv: string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...argv], { cwd, encoding: 'utf8' }).trim();
}

function recipe(name: string): string {
  return readFileSync(join(root, 'examples/ci', name), 'utf8');
}

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** Runs shell text in the clone. Of the environment it gets only what a runner gives: npm hands down its own settings. */
function shell(text: string, environment: Readonly<Record<string, string>>): Promise<Ran> {
  const env = { PATH: process.env.PATH ?? '', HOME: home, TMPDIR: temporary, NO_COLOR: '1', ...environment };
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-e', '-c', text], { cwd: change, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => {
        output += part;
      });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** A recipe: its steps in their order, each a shell of its own, and the variables that its CI sets. */
interface Recipe {
  readonly name: string;
  readonly steps: () => readonly string[];
  readonly environment: () => Record<string, string>;
  /** Where the output is. */
  readonly results: string;
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
    environment: () => ({ CHANGE_TARGET: 'main', WORKSPACE_TMP: temporary }),
    results: join(change, 'bitesize-results'),
  },
  {
    name: 'github-workflow.yml',
    steps: () => workflow().jobs.bitesize.steps.flatMap(({ run }) => run ?? []),
    environment: () => ({
      BASE: git(change, 'rev-parse', 'origin/main'),
      GITHUB_STEP_SUMMARY: join(temporary, 'summary.md'),
      RUNNER_TEMP: temporary,
    }),
    results: join(temporary, 'results'),
  },
  {
    name: 'gitlab-ci.yml',
    // GitLab runs all lines in one shell.
    steps: () => [ci().bitesize.script.join('\n')],
    environment: () => ({ CI_MERGE_REQUEST_DIFF_BASE_SHA: git(change, 'rev-parse', 'origin/main') }),
    results: join(change, 'bitesize-results'),
  },
  {
    name: 'gerrit.sh',
    steps: () => [recipe('gerrit.sh')],
    environment: () => ({ GERRIT_BRANCH: 'main', RESULTS: join(temporary, 'results') }),
    results: join(temporary, 'results'),
  },
];

/** Runs the steps of a recipe as a job does: up to the first one that fails. */
async function job({ steps, environment }: Recipe): Promise<Ran> {
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary);
  let output = '';
  for (const step of steps()) {
    const ran = await shell(step, environment());
    output += ran.output;
    if (ran.code !== 0) return { code: ran.code, output };
  }
  const summary = join(temporary, 'summary.md');
  return { code: 0, output: existsSync(summary) ? output + readFileSync(summary, 'utf8') : output };
}

/** Makes the clone what it was, and proposes a change. */
function propose(from: string, to: string): void {
  git(change, 'reset', '--quiet', '--hard', 'origin/main');
  git(change, 'clean', '--quiet', '-d', '-x', '--force', '--force');
  writeFileSync(join(change, 'environments.bitesize'), environments.replace(from, to));
}

let environments = '';
let registry: PackageRegistry;

beforeAll(async () => {
  const command = `'${process.execPath}' '${await bundledCommand()}'`;
  registry = await startRegistry(join(folder, 'registry'), '0.1.0', `#!/bin/sh\nexec ${command} "$@"\n`);
  mkdirSync(home);
  writeFileSync(join(home, '.npmrc'), `registry=${registry.url}\nnoproxy=127.0.0.1\nupdate-notifier=false\n`);
  mkdirSync(origin);
  git(origin, 'init', '--quiet', '--initial-branch=main');
  for (const { name, text } of plainSpecs('shop')) {
    writeFileSync(join(origin, name), text);
    if (name === 'environments.bitesize') environments = text;
  }
  git(origin, 'add', '.');
  git(origin, 'commit', '--quiet', '-m', 'start');
  git(folder, 'clone', '--quiet', origin, change);
});

afterAll(() => {
  registry?.close();
  rmSync(folder, { recursive: true });
});

describe.each(recipes)('$name', (each) => {
  it('says what a good change changes, and compiles it', async () => {
    propose('replicas: 2', 'replicas: 3');
    const { code, output } = await job(each);
    expect([code, output]).toEqual([0, output]);
    expect(output).toContain('Plan: 0 to add, 2 to change, 0 to remove');
    expect(existsSync(join(each.results, 'out/jenkins/plugins.txt'))).toBe(true);
  });

  it('stops at a mistake', async () => {
    propose('replicas: 2', 'replicsa: 2');
    const { code, output } = await job(each);
    expect(code).toBe(1);
    expect(output).toContain('replicas');
    expect(existsSync(join(each.results, 'out'))).toBe(false);
  });

  it('runs nothing of the change, and asks no registry that it names', async () => {
    propose('replicas: 2', 'replicas: 3');
    plantPackage();
    const before = registry.asked.length;
    const { code, output } = await job(each);
    expect([code, output]).toEqual([0, output]);
    expect(registry.asked.slice(before)).toContain('/bitesize');
    expect(registry.asked.slice(before).filter((path) => path.startsWith('/planted/'))).toEqual([]);
    expect(existsSync(marker)).toBe(false);
  });

  it('writes nothing through links of the change', async () => {
    propose('replicas: 2', 'replicas: 3');
    const victim = join(folder, 'victim');
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
      symlinkSync(victim, join(change, name));
    const names = ['bitesize.sarif', 'checkstyle.xml', 'junit.xml', 'gl-code-quality-report.json', 'diff.md'];
    for (const name of [...names, 'review.txt']) symlinkSync(join(victim, 'mine.txt'), join(change, name));
    const { code, output } = await job(each);
    expect([code, output]).toEqual([0, output]);
    expect(readdirSync(victim)).toEqual(['mine.txt']);
    expect(readFileSync(join(victim, 'mine.txt'), 'utf8')).toBe('mine\n');
    expect(lstatSync(each.results).isDirectory()).toBe(true);
  });
});

/** Puts a package and settings of npm into the change that leave a marker when they are used. */
function plantPackage(): void {
  const script = `#!/bin/sh\necho planted > '${marker}'\nexit 9\n`;
  const files: Readonly<Record<string, string>> = {
    'package.json': JSON.stringify({
      name: 'planted',
      version: '1.0.0',
      scripts: Object.fromEntries(
        ['preinstall', 'install', 'postinstall', 'prepare'].map((name) => [
          name,
          `echo ${name} > '${marker}'`,
        ]),
      ),
    }),
    '.npmrc': `registry=${registry.url}planted/\nprefix=${join(change, 'planted')}\nscript-shell=${join(change, 'planted.sh')}\n`,
    'planted.sh': script,
    npm: script,
    node: script,
    'node_modules/.bin/bitesize': script,
    'node_modules/.bin/npm': script,
    'node_modules/bitesize/package.json': JSON.stringify({
      name: 'bitesize',
      version: '0.1.0',
      bin: { bitesize: 'bitesize.sh' },
    }),
    'node_modules/bitesize/bitesize.sh': script,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(change, name, '..'), { recursive: true });
    writeFileSync(join(change, name), text, { mode: 0o755 });
  }
}

describe('what a change can replace', () => {
  it('is what the tests take for it: npx runs the package of a change', async () => {
    propose('replicas: 2', 'replicas: 3');
    plantPackage();
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary);
    await shell('npx --yes bitesize@0.1.0 --version || true', {});
    expect(readFileSync(marker, 'utf8')).toBe('planted\n');
    rmSync(marker);
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
