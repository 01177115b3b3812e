import { readFileSync, readlinkSync } from 'node:fs';

/** Linux counts the time of threads in hundredths of a second, whatever the machine. */
const MILLISECONDS_PER_TICK = 10;

/** Returns the name of the thread that asks, for `threadTime`; undefined where the system has none (not Linux). */
export function threadName(): string | undefined {
  try {
    return /^\d+\/task\/(\d+)$/.exec(readlinkSync('/proc/thread-self'))?.[1];
  } catch {
    return undefined;
  }
}

/** Returns the processor time in milliseconds that a thread of this process has used, or undefined when it is not known. */
export function threadTime(name: string): number | undefined {
  try {
    const status = readFileSync(`/proc/self/task/${name}/stat`, 'utf8');
    // proc(5): the name of the program may hold anything, so fields count from its end; 14 and 15 are the times.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    return Number.isFinite(ticks) ? ticks * MILLISECONDS_PER_TICK : undefined;
  } catch {
    return undefined;
  }
}
