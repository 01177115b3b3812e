import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundledCommand } from '../../bundle/bundled-command.ts';

const preload = pathToFileURL(join(import.meta.dirname, 'kill-at-change.mjs')).href;

/** How a process ended and what it said. */
export interface Outcome {
  /** Its exit code, or the signal that killed it. */
  readonly status: number | NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run that was started. */
export interface Run {
  readonly outcome: Promise<Outcome>;
  /** Sends a signal to it and to every process that it started; one that has ended is fine. */
  readonly signal: (signal: NodeJS.Signals) => void;
}

/** The real command, bundled. */
export interface Command {
  readonly cli: string;
  readonly start: (argv: readonly string[], cwd: string, env?: Readonly<Record<string, string>>) => Run;
  /** Starts it so that a signal ends it in the middle of a change to files; the first one has number 0. */
  readonly startKilledAt: (
    argv: readonly string[],
    cwd: string,
    change: number,
    signal: NodeJS.Signals,
  ) => Run;
  /** Runs it to its end and returns how many changes to files it made; its end counts as one. */
  readonly countChanges: (argv: readonly string[], cwd: string) => Promise<number>;
}

/** Bundles the command; what its runs count goes to `folder`. */
export async function bundleCommand(folder: string): Promise<Command> {
  const cli = await bundledCommand();
  const clean = { PATH: process.env.PATH ?? '' };
  const watched = { ...clean, NODE_OPTIONS: `--import=${preload}` };
  const start: Command['start'] = (argv, cwd, env = clean) =>
    // The leader of a process group, so that whatever it starts can be killed with it.
    runOf(spawn(process.execPath, [cli, ...argv], { cwd, env, detached: true }));
  return {
    cli,
    start,
    startKilledAt: (argv, cwd, change, signal) =>
      start(argv, cwd, { ...watched, BITESIZE_KILL_AT: String(change), BITESIZE_KILL_SIGNAL: signal }),
    countChanges: async (argv, cwd) => {
      const counts = join(folder, `changes-${randomUUID()}`);
      const { status, stdout, stderr } = await start(argv, cwd, { ...watched, BITESIZE_COUNT_TO: counts })
        .outcome;
      if (status !== 0) throw new Error(`the run failed: ${stdout}${stderr}`);
      // Helper processes count for themselves; the one that writes most is meant.
      return Math.max(...readFileSync(counts, 'utf8').trim().split('\n').map(Number));
    },
  };
}

function runOf(child: ChildProcessWithoutNullStreams): Run {
  const text = { stdout: '', stderr: '' };
  child.stdin.end();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => {
      text[name] += part;
    });
  }
  const outcome = new Promise<Outcome>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ status: code ?? signal, ...text }));
  });
  return { outcome, signal: (signal) => signalGroup(child, signal) };
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
