import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderScript } from '../../../../compiler/lower/jobs/render-script.ts';
import { shellWord } from '../../../../compiler/print/shell-word.ts';

/* The scripts that look at what changed, run by a shell with git: 0 means that there is nothing to build. */

let folder: string;
const commits = new Map<string, string>();

function git(...args: string[]): string {
  const settings = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main'];
  return execFileSync('git', [...settings, ...args], { cwd: folder, encoding: 'utf8' }).trim();
}

function commit(name: string, path: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), name);
  git('add', '.');
  git('commit', '-q', '-m', name);
  commits.set(name, git('rev-parse', 'HEAD'));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitesize-untouched-'));
  git('init', '-q');
  commit('base', 'README.md');
  git('checkout', '-q', '-b', 'change');
  commit('web', 'services/web/src/deep/index.ts');
  git('checkout', '-q', 'main');
  commit('other', "it's/$HOME [x].md");
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  git('merge', '-q', '--no-edit', 'change');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(patterns: readonly string[], isRequest: boolean, env: Record<string, string>): number | null {
  const pathspecs = patterns.map((pattern) => shellWord(`:(glob)${pattern}`)).join(' ');
  const { text } = renderScript('untouched.sh', { isRequest, pathspecs });
  return spawnSync('sh', ['-e', '-c', text], { cwd: folder, env: { ...process.env, ...env } }).status;
}

describe('a pull request', () => {
  it.each<[string, number, string[]]>([
    ['changes what is below a folder', 1, ['services/web/**']],
    ['changes what is in a folder', 1, ['services/web']],
    ['changes one of several', 1, ['docs/**', '**/index.ts']],
    ['changes nothing elsewhere', 0, ['services/worker/**']],
    ['does not reach across folders with one star', 0, ['services/*.ts', 'services/web/*']],
    ['does not count what the target got meanwhile', 0, ["it's/**"]],
  ])('%s', (_, status, patterns) => {
    expect(run(patterns, true, { CHANGE_TARGET: 'main' })).toBe(status);
  });

  it('is built when its target is not there', () => {
    expect(run(['nothing/**'], true, { CHANGE_TARGET: 'gone' })).not.toBe(0);
  });
});

describe('a push', () => {
  it.each<[string, number, string, string[]]>([
    ['changes a file since the last success', 1, 'base', ['services/web/**']],
    ['changes a file with letters that mean something to a shell', 1, 'base', ["it's/$HOME ?x?.md"]],
    ['changes nothing of the component', 0, 'web', ['services/web/**']],
  ])('%s', (_, status, since, patterns) => {
    expect(run(patterns, false, { SINCE: commits.get(since) ?? '' })).toBe(status);
  });

  it('is built when the last success is no commit any more', () => {
    expect(run(['nothing/**'], false, { SINCE: 'f'.repeat(40) })).not.toBe(0);
  });
});
