import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { findJava } from '../tools/java.ts';
import { type CompiledJava, compileJava } from './compile-java.ts';

/** The JVM that runs all Groovy: jobs go in one after the other, answers come back in the same order. */
interface GroovyProcess {
  readonly java: CompiledJava;
  run(job: object): Promise<unknown>;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** One process for all test files of a worker, even when each file loads this module anew. */
const slot = globalThis as { bitesizeGroovy?: Promise<GroovyProcess> | undefined };

/** Returns the running JVM, starting it when there is none. */
export function groovyProcess(): Promise<GroovyProcess> {
  slot.bitesizeGroovy ??= start();
  return slot.bitesizeGroovy;
}

/** Runs one job; `kind` and the other fields are those of `java/bitesize/oracle/Main.java`. Rejects when the job itself is broken. */
export async function runJob(job: object): Promise<unknown> {
  return (await groovyProcess()).run(job);
}

async function start(): Promise<GroovyProcess> {
  const java = await compileJava();
  const program = findJava();
  if (program === undefined) throw new Error('java is missing');
  const options = ['-Xss16m', '-Xmx2g', '-XX:+UseSerialGC', '-Dfile.encoding=UTF-8'];
  const classpath = `${java.groovyJar}:${java.oracleClasses}`;
  const child = spawn(program, [...options, '-cp', classpath, 'bitesize.oracle.Main']);
  const waiting: Waiting[] = [];
  const errors: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString('utf8')));
  createInterface({ input: child.stdout }).on('line', (line) => {
    answer(line, waiting.shift());
    if (waiting.length === 0) holdProcess(child, false);
  });
  child.on('close', (code) => {
    slot.bitesizeGroovy = undefined;
    const error = new Error(`the JVM ended with code ${code}: ${errors.join('').slice(-2000)}`);
    for (const each of waiting.splice(0)) each.reject(error);
  });
  holdProcess(child, false);
  return {
    java,
    run: (job) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        holdProcess(child, true);
        child.stdin.write(`${ascii(JSON.stringify(job))}\n`);
      }),
  };
}

function answer(line: string, waiting: Waiting | undefined): void {
  const { result, error } = JSON.parse(line) as { result?: unknown; error?: string };
  if (error === undefined) waiting?.resolve(result);
  else waiting?.reject(new Error(error));
}

/** The JVM ends when its input does; this process need not live for it while no job is running. */
function holdProcess(child: ChildProcessWithoutNullStreams, hold: boolean): void {
  const pipes = [child.stdin, child.stdout, child.stderr].filter((stream) => stream instanceof Socket);
  for (const handle of [child, ...pipes]) {
    if (hold) handle.ref();
    else handle.unref();
  }
}

/** JSON without any character that an encoding could change. */
function ascii(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
