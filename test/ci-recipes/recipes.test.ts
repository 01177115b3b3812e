import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newProject } from '../../compiler/scaffold/new-project.ts';

/*
 * The shell steps of the recipes are run as they stand, in a clone with a proposed change. `npx` runs this checkout
 * instead of a published package; everything else is the real program.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bitesize-ci-'));
const origin = join(folder, 'origin');
const change = join(folder, 'change');

function git(cwd: string, ...argv: string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...argv], { cwd, encoding: 'utf8' }).trim();
}

function recipe(name: string): string {
  return readFileSync(join(root, 'examples/ci', name), 'utf8');
}

/** Runs shell text in the clone and returns its exit code and output. */
function shell(
  text: string,
  environment: Readonly<Record<string, string>>,
): { code: number | null; output: string } {
  const env = {
    ...process.env,
    ...environment,
    PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
    NO_COLOR: '1',
  };
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', text], {
    cwd: change,
    env,
    encoding: 'utf8',
  });
  return { code: status, output: stdout + stderr };
}

/** The steps of each recipe in their order, and the variables that its CI sets. */
const recipes: readonly {
  name: string;
  steps: () => readonly string[];
  environment: () => Record<string, string>;
}[] = [
  {
    name: 'Jenkinsfile',
    steps: () => [...recipe('Jenkinsfile').matchAll(/sh '''([\s\S]*?)'''/g)].map(([, text]) => text ?? ''),
    environment: () => ({ CHANGE_TARGET: 'main' }),
  },
  {
    name: 'github-workflow.yml',
    steps: () => {
      const workflow = load(recipe('github-workflow.yml')) as {
        jobs: { bitesize: { steps: { run?: string }[] } };
      };
      return workflow.jobs.bitesize.steps.flatMap(({ run }) => run ?? []);
    },
    environment: () => ({
      BASE: git(change, 'rev-parse', 'origin/main'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    }),
  },
  {
    name: 'gitlab-ci.yml',
    steps: () => (load(recipe('gitlab-ci.yml')) as { bitesize: { script: string[] } }).bitesize.script,
    environment: () => ({ CI_MERGE_REQUEST_DIFF_BASE_SHA: git(change, 'rev-parse', 'origin/main') }),
  },
  { name: 'gerrit.sh', steps: () => [recipe('gerrit.sh')], environment: () => ({ GERRIT_BRANCH: 'main' }) },
];

function write(text: string, from: string, to: string): void {
  const file = join(change, 'environments.bitesize');
  writeFileSync(file, text.replace(from, to));
}

let environments = '';

beforeAll(() => {
  mkdirSync(join(folder, 'bin'));
  const npx = join(folder, 'bin', 'npx');
  writeFileSync(
    npx,
    `#!/bin/sh\nshift 2\nexec '${process.execPath}' '${root}node_modules/tsx/dist/cli.mjs' '${root}compiler/cli/bin.ts' "$@"\n`,
  );
  chmodSync(npx, 0o755);
  mkdirSync(origin);
  git(origin, 'init', '--quiet', '--initial-branch=main');
  for (const { name, text } of newProject({
    name: 'shop',
    git: 'git@git.example.com:shop/shop.git',
    branch: 'main',
    runtime: 'node:20',
    host: 'shop.example.com',
    port: 8080,
  })) {
    writeFileSync(join(origin, name), text);
    if (name === 'environments.bitesize') environments = text;
  }
  git(origin, 'add', '.');
  git(origin, 'commit', '--quiet', '-m', 'start');
  git(folder, 'clone', '--quiet', origin, change);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(recipes)('$name', ({ steps, environment }) => {
  it('says what a good change changes, and compiles it', () => {
    write(environments, 'replicas: 2', 'replicas: 3');
    rmSync(join(change, 'out'), { recursive: true, force: true });
    rmSync(join(folder, 'summary.md'), { force: true });
    const ran = steps().map((step) => shell(step, environment()));
    expect(ran.map(({ code, output }) => (code === 0 ? 0 : output))).toEqual(ran.map(() => 0));
    const summary = existsSync(join(folder, 'summary.md'))
      ? readFileSync(join(folder, 'summary.md'), 'utf8')
      : '';
    expect(ran.map(({ output }) => output).join('') + summary).toContain(
      'Plan: 0 to add, 2 to change, 0 to remove',
    );
    expect(existsSync(join(change, 'out/jenkins/plugins.txt'))).toBe(true);
  });

  it('stops at a mistake in its first step', () => {
    write(environments, 'replicas: 2', 'replicsa: 2');
    const [first] = steps();
    const { code, output } = shell(first ?? '', environment());
    expect(code).toBe(1);
    expect(output).toContain('replicas');
  });
});

describe('the cache between runs', () => {
  const kept: readonly [string, () => unknown][] = [
    [
      'github-workflow.yml',
      () => {
        const { jobs } = load(recipe('github-workflow.yml')) as {
          jobs: { bitesize: { steps: { uses?: string; with?: { path: string } }[] } };
        };
        return jobs.bitesize.steps.find(({ uses }) => uses?.startsWith('actions/cache@'))?.with?.path;
      },
    ],
    [
      'gitlab-ci.yml',
      () =>
        (load(recipe('gitlab-ci.yml')) as { bitesize: { cache: { paths: string[] } } }).bitesize.cache
          .paths[0],
    ],
  ];

  it.each(kept)('%s: is the folder that its steps use', (name, folderOf) => {
    const steps =
      recipes
        .find((each) => each.name === name)
        ?.steps()
        .join('\n') ?? '';
    const used = [...steps.matchAll(/(?:check|compile) --cache-dir (\S+)/g)].map(([, path]) => path);
    expect(used).toEqual([folderOf(), folderOf()]);
  });
});
