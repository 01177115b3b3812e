import { availableParallelism, totalmem } from 'node:os';

/** Returns what the numbers depend on besides the code: the size of the machine, the version of Node, the day. */
export function machine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB of memory`;
  const day = new Date().toISOString().slice(0, 10);
  return `${availableParallelism()} cores, ${memory}, Node ${process.version}, ${day}`;
}
