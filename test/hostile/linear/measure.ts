import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { main } from '../../../compiler/cli/main.ts';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';
import { costlyInputs } from './inputs.ts';

/*
 * Measures `bitesize check` on every costly input: `measure.ts <bytes> [report] [seconds] [first] [last]`. It prints
 * CPU seconds, megabytes of memory, the exit code, the length of the report, and the name of the input. An input that
 * takes more than so many seconds of wall time is given up. Workers of Node 20 run no TypeScript, so it is bundled first:
 *
 *   npx esbuild test/hostile/linear/measure.ts --bundle --platform=node --format=esm --packages=external --outfile=measure.mjs
 */

const [bytes = '100000', report = 'text', seconds = '60', first = '0', last = '999'] = process.argv.slice(2);

async function measure(index: number): Promise<string> {
  const input = costlyInputs[index];
  if (input === undefined) return '';
  const host = createMemoryHost({ files: input.files(Number(bytes)) });
  const before = process.cpuUsage();
  const code = await main(['check', '--no-cache', '-j', '1', '--report', report], host);
  const { user, system } = process.cpuUsage(before);
  const summary = host.output().trimEnd().split('\n').at(-1)?.slice(0, 60);
  const told = /^(error|warning)\[\S+\]/m.exec(host.output())?.[0] ?? '';
  return [
    ((user + system) / 1e6).toFixed(2),
    Math.round(process.memoryUsage().rss / 1e6),
    code,
    host.output().length,
    input.name,
    told,
    report === 'text' ? summary : '',
    host.errors().slice(0, 200).replaceAll('\n', ' '),
  ].join('\t');
}

async function work(from: number): Promise<void> {
  for (let index = from; index < costlyInputs.length && index <= Number(last); index++) {
    parentPort?.postMessage({ index });
    parentPort?.postMessage({ line: await measure(index) });
  }
}

function supervise(from: number): void {
  if (from >= costlyInputs.length || from > Number(last)) return;
  const worker = new Worker(new URL(import.meta.url), { workerData: from, argv: process.argv.slice(2) });
  let at = from;
  let timer: NodeJS.Timeout | undefined;
  const giveUp = (why: string) => {
    console.log(`${why}\t\t\t\t${costlyInputs[at]?.name}`);
    clearTimeout(timer);
    worker.removeAllListeners();
    void worker.terminate();
    supervise(at + 1);
  };
  worker.on('message', ({ index, line }: { index?: number; line?: string }) => {
    clearTimeout(timer);
    if (line !== undefined) console.log(`${at}\t${line}`);
    if (index === undefined) return;
    at = index;
    timer = setTimeout(() => giveUp(`over ${seconds} s`), Number(seconds) * 1000);
  });
  worker.on('error', (error) => giveUp(`failed: ${error.message}`));
}

if (isMainThread) supervise(Number(first));
else await work(Number(workerData));
