const limits: Readonly<Record<string, string>> = {
  EMFILE: 'too many files are open: raise the limit (`ulimit -n`), or pass a smaller `--jobs`',
  ENFILE: 'too many files are open on this machine',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'no space left on the device',
  ENOMEM: 'there is not enough memory',
  EAGAIN: 'the machine starts no more processes or threads',
  EIO: 'the device does not answer',
  ERR_WORKER_OUT_OF_MEMORY: 'there is not enough memory',
};

/** The code of an error of a thread that cannot start. */
const NO_THREAD = 'ERR_WORKER_INIT_FAILED';

/**
 * Returns what a machine has too little of, by an exception of Node that says so; undefined for all others. Such an exception
 * may come from anywhere, the loading of our own code included, and is no bug.
 */
export function systemLimit(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : NO_THREAD;
  if (code !== NO_THREAD) return limits[code];
  // A thread that cannot start, or cannot load its code, says why only in its message.
  const [, first = '', last = first] = /^(?:Error: )?(E[A-Z]+): |: (E[A-Z]+)$/.exec(error.message) ?? [];
  return limits[last];
}
