import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Measurement } from './measurement.ts';
import { ProcessTreeMemory } from './process-tree-memory.ts';

/** The program that was measured ended with a code other than 0. */
export class ProgramFailed extends Error {}

/*
 * `times` is the one way to the CPU time of a child that every POSIX shell has: its second line is the user and the
 * system time of the children that ended, with those of their own children. The shell itself costs about 1 ms.
 */
const timedByShell = '"$@" > /dev/null; code=$?; times; exit $code';
const millisecondsBetweenLooks = 20;

/** Runs a program in `folder` and returns what it cost. Throws `ProgramFailed` with what it wrote to stderr. */
export async function measure(
  program: string,
  argv: readonly string[],
  folder: string,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Measurement> {
  const started = performance.now();
  const child = spawn('sh', ['-c', timedByShell, 'sh', program, ...argv], {
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

/** Returns the seconds in the second line of `times`, such as `0m1.230s 0m0.110s`. */
function cpuSeconds(times: string): number {
  const [, ofChildren = ''] = times.trim().split('\n');
  return [...ofChildren.matchAll(/(\d+)m([\d.,]+)s/g)]
    .map(([, minutes = '', seconds = '']) => Number(minutes) * 60 + Number(seconds.replace(',', '.')))
    .reduce((sum, each) => sum + each, 0);
}
