import { hash } from 'node:crypto';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { availableParallelism, hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { once } from '../util/once.ts';
import { type FileResult, failed, success, tooLarge } from './file-result.ts';
import { READ_LIMIT } from './file-system.ts';
import { folderGlob } from './folder-glob.ts';
import type {
  ClientStreams,
  Host,
  HostThread,
  OutputStream,
  ProcessInfo,
  RunOptions,
  RunResult,
} from './host.ts';
import { attempt, nodeFiles } from './node-files.ts';
import { watchFolder } from './node-watch.ts';
import { systemLimit } from './system-limit.ts';
import { HEAP_GROWTH, SHORT_RUN, setFlags } from './v8-flags.ts';

/** Returns the host for a real machine. `resources` is the folder that holds what ships with bitesize. */
export function createNodeHost(resources: URL): Host {
  const cwd = process.cwd();
  return {
    cwd,
    // Each look at a variable of `process.env`, and at all of them, asks the system.
    env: { ...process.env },
    get stdout() {
      return outputStream(process.stdout);
    },
    get stderr() {
      return outputStream(process.stderr);
    },
    files: nodeFiles,
    process: processInfo(),
    cores: availableParallelism(),
    ...(isBundle(resources) ? { startThread: (setup: unknown) => startThread(resources, setup) } : {}),
    keepMemorySmall: () => setFlags([HEAP_GROWTH]),
    expectLittleWork: () => setFlags(SHORT_RUN),
    readInput,
    get ask() {
      // What tells terminals apart brings much along that few runs need.
      const { isatty } = process.getBuiltinModule('node:tty');
      return isatty(0) && isatty(1) ? ask : undefined;
    },
    globFolders: (pattern, files = nodeFiles) => folderGlob(pattern, files, process.cwd()),
    openClient,
    resourceAddress: (path) => new URL(path, resources).href,
    readResource: (path) => attempt(() => readFileSync(fileURLToPath(new URL(path, resources)), 'utf8')),
    sha256: (content) => hash('sha256', content),
    now,
    wait,
    watch: watchFolder,
    onInterrupt,
    readUrl,
    openHttp: async (options) =>
      (await import('./node-http.ts')).openNodeHttp({ ...options, env: process.env }),
    run,
  };
}

/** The clock of `performance` would bring a module along that measures much else. */
const clockStart = Date.now() - milliseconds();

function now(): number {
  return clockStart + milliseconds();
}

function milliseconds(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

const THREAD = 'thread.cjs';

/** A checkout that runs from its sources has no bundle of the thread, and does the work in the one that it has. */
function isBundle(resources: URL): boolean {
  return existsSync(fileURLToPath(new URL(THREAD, resources)));
}

/** Room for what lives shortly, in each thread; more of it saves little time. */
const YOUNG_GENERATION_MB = 24;

function startThread(resources: URL, setup: unknown): HostThread {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const worker = new Worker(new URL(THREAD, resources), {
    workerData: setup,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  return {
    send: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on('message', listener),
    onError: (listener) => worker.on('error', listener),
    stop: () => {
      worker.terminate();
    },
  };
}

function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end, { once: true });
  });
}

/** A second signal ends the process: whoever asks twice does not want to wait. */
function onInterrupt(listener: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const undo = () => {
    for (const signal of signals) process.removeListener(signal, stop);
  };
  const stop = () => {
    undo();
    listener();
  };
  for (const signal of signals) process.on(signal, stop);
  return undo;
}

/** The streams of the process that something was written to. */
const guarded = new Set<NodeJS.WriteStream>();

/** Settles when the system has taken all that was written to the streams of the process, or has refused it. */
export async function outputTaken(): Promise<void> {
  const open = [...guarded].filter(({ writableLength }) => writableLength > 0);
  await Promise.all(open.map((stream) => new Promise<void>((resolve) => stream.write('', () => resolve()))));
  // What became of it is told in a later turn.
  await new Promise((resolve) => setImmediate(resolve));
}

/** The exit code for what could not be written. */
const FAILURE = 3;

/**
 * A reader that went away (`bitesize check | head`) is no error. Whatever else a run would end with, output that nobody got
 * is a failure; of several that could not be written one line is enough.
 */
function outputStream(stream: NodeJS.WriteStream): OutputStream {
  if (!guarded.has(stream)) {
    guarded.add(stream);
    let isTold = false;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || isTold) return;
      isTold = true;
      process.once('exit', () => {
        process.exitCode = FAILURE;
      });
      if (stream === process.stdout)
        process.stderr.write(
          `error: cannot write to standard output: ${systemLimit(error) ?? error.message}\n`,
        );
    });
  }
  return { isTerminal: stream.isTTY === true, columns: stream.columns, write: (text) => stream.write(text) };
}

async function readUrl(url: string): ReturnType<Host['readUrl']> {
  try {
    const answer = await fetch(url);
    if (!answer.ok) return failed('other', `the server answers ${answer.status}`);
    return await readChunks(answer.body ?? []);
  } catch (error) {
    return failed('other', error instanceof Error ? error.message : String(error));
  }
}

/** The most bytes that another program may write. */
const MOST_OUTPUT = 256 * 1024 * 1024;

/** How long another program may take, in milliseconds: a program that hangs must not hang a CI job for hours. */
const PATIENCE = 15 * 60_000;

function run(
  program: string,
  argv: readonly string[],
  folder: string,
  { env, input = '' }: RunOptions,
): RunResult {
  const limits = { maxBuffer: MOST_OUTPUT, timeout: PATIENCE, killSignal: 'SIGKILL' } as const;
  // Most runs start no program, and the module for it loads many others.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const result = spawnSync(program, argv, { cwd: folder === '' ? '.' : folder, env, input, ...limits });
  if (result.error) return { started: false, reason: startProblem(result.error, folder) };
  return {
    started: true,
    code: result.status ?? 1,
    get stdout() {
      return result.stdout.toString('utf8');
    },
    bytes: result.stdout,
    stderr: result.stderr.toString('utf8'),
  };
}

/** Returns why a program did not start; the system has one error for a program and for a folder that is not there. */
function startProblem(error: Error, folder: string): string {
  const isMissing = 'code' in error && error.code === 'ENOENT';
  if (!isMissing) return error.message;
  return nodeFiles.status(folder === '' ? '.' : folder).ok
    ? 'it is not installed, or in no folder of PATH'
    : `there is no folder \`${folder}\``;
}

async function ask(question: string): Promise<string | undefined> {
  const { createInterface } = await import('node:readline');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // It closes for Ctrl-C and Ctrl-D, too.
  return new Promise((resolve) => {
    let isAnswered = false;
    terminal.once('close', () => {
      if (!isAnswered) process.stdout.write('\n');
      resolve(undefined);
    });
    terminal.question(question, (answer) => {
      isAnswered = true;
      resolve(answer);
      terminal.close();
    });
  });
}

function openClient(): ClientStreams {
  const { stdin, stdout } = process;
  return { input: stdin, output: stdout, close: () => stdin.destroy() };
}

async function readInput(): ReturnType<Host['readInput']> {
  try {
    return await readChunks(process.stdin);
  } catch (error) {
    return failed('other', error instanceof Error ? error.message : String(error));
  }
}

/** A stream may never end: what is larger than any file that is read is refused. */
async function readChunks(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<FileResult<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > READ_LIMIT) return tooLarge(READ_LIMIT);
    chunks.push(chunk);
  }
  return success(Buffer.concat(chunks));
}

/**
 * A process is its number, its machine and the moment it started: numbers alone are used again. Machines may be called alike, and
 * so may containers of one machine, none of which sees the processes of the other: that shows in the kernel and its namespace.
 */
function processInfo(): ProcessInfo {
  // Asked for only by those who must know: most runs do not.
  const place = once(
    (): ProcessPlace => ({ machine: hostname(), space: processSpace(), started: startOf(process.pid) }),
  );
  return {
    get id() {
      const { machine, space, started } = place();
      return JSON.stringify({ process: process.pid, machine, space, started });
    },
    isRunning: (id) => {
      const other = parseId(id);
      if (other === undefined) return false;
      const { machine, space } = place();
      if (other.machine !== machine || other.space !== space) return undefined;
      return signalReaches(other.process) && other.started === startOf(other.process);
    },
  };
}

/** Returns what all processes that see each other have in common; empty where the system does not say. */
function processSpace(): string {
  const kernel = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const namespace = attempt(() => readlinkSync('/proc/self/ns/pid'));
  return [kernel, namespace].flatMap((part) => (part.ok ? [part.value] : [])).join(' ');
}

/** Where a process runs, and since when. */
interface ProcessPlace {
  readonly machine: string;
  readonly space: string;
  readonly started: string | undefined;
}

interface ProcessId extends ProcessPlace {
  readonly process: number;
}

function parseId(id: string): ProcessId | undefined {
  try {
    const data: unknown = JSON.parse(id);
    if (typeof data !== 'object' || data === null || !('process' in data) || !('machine' in data))
      return undefined;
    const started = 'started' in data && typeof data.started === 'string' ? data.started : undefined;
    if (typeof data.process !== 'number' || typeof data.machine !== 'string') return undefined;
    // Numbers below 1 stand for groups of processes.
    if (!Number.isSafeInteger(data.process) || data.process < 1) return undefined;
    const space = 'space' in data && typeof data.space === 'string' ? data.space : '';
    return { process: data.process, machine: data.machine, space, started };
  } catch {
    return undefined;
  }
}

function signalReaches(pid: number): boolean {
  const result = attempt(() => process.kill(pid, 0));
  return result.ok || result.failure.kind === 'denied';
}

/** Returns when a process started, in the kernel's ticks since boot; undefined where /proc does not say. */
function startOf(pid: number): string | undefined {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The second field is the command in parentheses and may hold anything; the start is the 22nd field.
  return stat.ok ? stat.value.slice(stat.value.lastIndexOf(')') + 2).split(' ')[19] : undefined;
}
