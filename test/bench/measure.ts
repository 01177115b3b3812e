import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Measurement } from './measurement.ts';
import { ProcessTreeMemory } from './process-tree-memory.ts';

/** The program that was measured ended with a code other than 0. */
export class ProgramFailed extends Error {}

/*
 * Bash has the CPU time of a child from `getrusage`, in microseconds; `times` of POSIX counts ticks of 10 ms, too coarse for
 * one start of Node. The shell itself costs about 1 ms.
 */
const timedByShell = 'TIMEFORMAT="%3U %3S"; { time "$@" > /dev/null 2>&4; } 4>&2 2>&1';
const millisecondsBetweenLooks = 20;

/** Runs a program in `folder` and returns what it cost. Throws `ProgramFailed` with what it wrote to stderr. */
export async function measure(
  program: string,
  argv: readonly string[],
  folder: string,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Measurement> {
  const started = performance.now();
  const child = spawn('bash', ['-c', timedByShell, 'bash', program, ...argv], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  const memory = new ProcessTreeMemory(child.pid ?? 0);
  const looks = setInterval(() => memory.look(), millisecondsBetweenLooks);
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await closed;
  const seconds = (performance.now() - started) / 1000;
  clearInterval(looks);
  const [times, errors] = await output;
  if (code !== 0) throw new ProgramFailed(`${[program, ...argv].join(' ')}: exit code ${code}\n${errors}`);
  return { seconds, cpuSeconds: cpuSeconds(times), memory: memory.peak() };
}

/** Returns the sum of user and system time, such as `1.230 0.110`, in seconds. */
function cpuSeconds(times: string): number {
  return times
    .trim()
    .split(' ')
    .map((seconds) => Number(seconds.replace(',', '.')))
    .reduce((sum, each) => sum + each, 0);
}
