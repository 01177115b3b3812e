import { checkoutTop } from './checkout-top.ts';
import { cloningEnv, lookingEnv } from './git-env.ts';
import type { Host, RunResult } from './host.ts';
import { absolutePath, folderOf } from './path.ts';

/** What of a host git needs. */
export type GitHost = Pick<Host, 'run' | 'files' | 'env' | 'cwd'>;

/** The checkout that a folder belongs to. */
export interface Git {
  /** Its top folder, absolute and without links. */
  readonly top: string;
  /** Runs a command of git that only looks, in the top folder; `input` is what it reads. */
  readonly run: (argv: readonly string[], input?: string) => RunResult;
}

/** A checkout, or why there is none; the lines after the first say what to do. */
export type OpenedGit =
  | { readonly ok: true; readonly git: Git }
  | { readonly ok: false; readonly problem: string };

/** The first version with `safe.bareRepository`. */
const OLDEST = { major: 2, minor: 38 };

/**
 * Returns git for the checkout that a path belongs to. This is the only place that starts git on a checkout that a
 * change may have shaped: in its top folder, with nothing that the repository could make git run, fetch or ask for.
 * Use only commands that filter and convert nothing, such as `rev-parse`, `ls-tree`, `cat-file` and `remote`.
 */
export function openGit(host: GitHost, path: string): OpenedGit {
  const shown = path === '' ? '.' : path;
  const found = checkoutTop(host, path);
  if (!found.ok) return { ok: false, problem: `\`${shown}\` is in no git repository: ${found.problem}` };
  const { top } = found;
  const env = lookingEnv(host, top, folderOf(top));
  const run = (argv: readonly string[], input?: string) =>
    host.run('git', argv, top, { env, ...(input === undefined ? {} : { input }) });
  const problem = versionProblem(run(['version'])) ?? topProblem(host, run, top, shown);
  return problem === undefined ? { ok: true, git: { top, run } } : { ok: false, problem };
}

/** Clones a repository that the user names into a folder that is not there yet. */
export function cloneRepository(host: GitHost, from: string, folder: string): RunResult {
  const target = absolutePath(host.cwd, folder);
  const around = checkoutTop(host, folder);
  const env = cloningEnv(host, around.ok ? around.top : folderOf(target));
  // Not in the folder: what lies there is no business of a clone.
  return host.run(
    'git',
    ['clone', '--quiet', '--depth=1', '--no-recurse-submodules', '--', from, target],
    '/',
    { env },
  );
}

function versionProblem(ran: RunResult): string | undefined {
  if (!ran.started) return `cannot run git: ${ran.reason}`;
  const [, major = '', minor = ''] = /^git version (\d+)\.(\d+)/.exec(ran.stdout) ?? [];
  if (major === '') return 'cannot run git: it does not say its version';
  const isOld =
    Number(major) < OLDEST.major || (Number(major) === OLDEST.major && Number(minor) < OLDEST.minor);
  if (!isOld) return undefined;
  const oldest = `${OLDEST.major}.${OLDEST.minor}`;
  return `git ${major}.${minor} is too old: it may run what a change tells it to\nhelp: install git ${oldest} or newer`;
}

/** Git must find the same checkout; it refuses one that belongs to another user, and says what to do. */
function topProblem(host: GitHost, run: Git['run'], top: string, shown: string): string | undefined {
  const ran = run(['rev-parse', '--show-toplevel']);
  if (!ran.started) return `cannot run git: ${ran.reason}`;
  const said = ran.stderr.trim().replace(/^fatal: /, '');
  if (ran.code !== 0) return `\`${shown}\` is in no git repository: ${said}`;
  const its = host.files.realPath(ran.stdout.replace(/\r?\n$/, ''));
  if (its.ok && its.value === top) return undefined;
  return `\`${shown}\` is in no git repository: git takes another folder than \`${top}\` for its working tree`;
}
