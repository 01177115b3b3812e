import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A build of the command. */
export interface Build {
  /** The short hash of its commit and the day of it. */
  readonly name: string;
  /** The file to run. */
  readonly command: string;
}

const root = resolve(import.meta.dirname, '../../..');

/** Returns the build of the commit that `ref` names, in a git worktree below `folder`; `removeCommit` takes that away. */
export function buildCommit(ref: string, folder: string): Build {
  const tree = join(folder, 'commit');
  git('worktree', 'add', '--detach', tree, ref);
  if (hasAllOf(lockOf(tree), lockOf(root)))
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  else run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], tree);
  return { ...builtIn(tree), name: git('log', '-1', '--format=%h of %cs') };

  function git(...argv: readonly string[]): string {
    return execFileSync('git', ['-C', existsSync(tree) ? tree : root, ...argv], { encoding: 'utf8' }).trim();
  }
}

/** Takes away what `buildCommit` made in the repository. */
export function removeCommit(folder: string): void {
  const tree = join(folder, 'commit');
  if (existsSync(tree)) execFileSync('git', ['-C', root, 'worktree', 'remove', '--force', tree]);
}

/** Returns the build of what is checked out, changes included. */
export function buildPresent(): Build {
  return { ...builtIn(root), name: 'now' };
}

function builtIn(tree: string): Pick<Build, 'command'> {
  run('npx', ['tsx', 'scripts/build.ts', '--no-types'], tree);
  const { bin } = JSON.parse(readFileSync(join(tree, 'package.json'), 'utf8')) as {
    readonly bin: { readonly bitesize: string };
  };
  return { command: join(tree, bin.bitesize) };
}

function run(program: string, argv: readonly string[], folder: string): void {
  execFileSync(program, argv, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Packages and their versions by their folders. */
type Lock = ReadonlyMap<string, string | undefined>;

function lockOf(tree: string): Lock {
  const { packages } = JSON.parse(readFileSync(join(tree, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version?: string }>>;
  };
  return new Map(Object.entries(packages).map(([path, { version }]) => [path, version]));
}

/** What is installed beside them does not change what is built. */
function hasAllOf(wanted: Lock, there: Lock): boolean {
  return [...wanted].every(([path, version]) => path === '' || there.get(path) === version);
}
