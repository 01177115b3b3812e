import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { machine } from '../machine.ts';
import { tableLine } from '../table.ts';
import { type MeasuredServer, type RunningServer, startServer } from './edit-times.ts';
import { longSpec } from './long-spec.ts';

/*
 * Measures the time from an edit to its findings: `bitesize lsp` of the built command beside yaml-language-server, on the
 * same file with the same schema, letter by letter, each letter in both one after the other.
 *
 *   npm run bench:lsp              5,000 lines, 100 letters
 *   npm run bench:lsp -- 20        another number of letters
 *   npm run bench:lsp -- --write   what is printed becomes test/bench/lsp/results.md
 */
const LINES = 5000;

/** Letters before it is measured: code that was never run is slow. */
const WARM_UP = 20;

/** The goal for the slowest of twenty edits, in milliseconds. */
const GOAL = 100;

const FILE = 'build.bitesize';

const argv = process.argv.slice(2);
const letters = Number(argv.find((word) => /^\d+$/.test(word)) ?? 100);
const root = join(import.meta.dirname, '../../..');
const printed: string[] = [];

execFileSync('npx', ['tsx', 'scripts/build.ts', '--no-types'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
const yamlServer = createRequire(import.meta.url).resolve('yaml-language-server/package.json');
const { version }: { version: string } = JSON.parse(readFileSync(yamlServer, 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'bitesize-bench-lsp-'));
const load = loadavg()[0]?.toFixed(1);
try {
  const text = longSpec(LINES);
  writeFileSync(join(folder, FILE), text);
  copyFileSync(join(root, 'schema/build.schema.json'), join(folder, 'build.schema.json'));
  const ours = await started(bitesize(), text);
  const other = await started(yaml(), text);
  const times = await measure(ours, other, text);
  report(ours, other, times);
  await ours.end();
  await other.end();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (argv.includes('--write')) writeFileSync(join(import.meta.dirname, 'results.md'), printed.join(''));

function bitesize(): MeasuredServer {
  return {
    name: 'bitesize lsp',
    argv: [process.execPath, join(root, 'dist/cli.cjs'), 'lsp'],
    languageId: 'bitesize',
    settings: {},
  };
}

function yaml(): MeasuredServer {
  const schemas = { [`file://${folder}/build.schema.json`]: ['*.bitesize'] };
  return {
    name: `yaml-language-server ${version}`,
    argv: [process.execPath, join(dirname(yamlServer), 'bin/yaml-language-server'), '--stdio'],
    languageId: 'yaml',
    settings: { yaml: { schemas, validate: true, schemaStore: { enable: false } } },
  };
}

function started(server: MeasuredServer, text: string): Promise<RunningServer> {
  return startServer(server, folder, FILE, text);
}

interface Times {
  readonly ours: readonly number[];
  readonly others: readonly number[];
  /** Milliseconds of CPU an edit, of all threads of a server. */
  readonly cpu: readonly [ours: number, others: number];
}

/** Letters come into names all over the file, and go again; one of four makes a field that there is not. */
async function measure(ours: RunningServer, other: RunningServer, text: string): Promise<Times> {
  const lines = text.split('\n');
  const named = lines.flatMap((line, at) => (/^ {2}- name: /.test(line) ? [at] : []));
  const times = { ours: [] as number[], others: [] as number[] };
  let before = [0, 0];
  const cpuNow = () => [ours, other].map(({ pid }) => cpuOf(pid));
  for (let count = 0; count < WARM_UP + letters; count++) {
    if (count === WARM_UP) before = cpuNow();
    const place = Math.floor(count / 2);
    const line = named[(place * 37) % named.length] ?? 2;
    // Behind the name, or in the word `name`.
    const character = place % 4 === 3 ? 6 : (lines[line]?.length ?? 0);
    const letter = count % 2 === 0 ? 'x' : '';
    const one = await ours.edit(line, character, letter);
    const two = await other.edit(line, character, letter);
    if (count < WARM_UP) continue;
    times.ours.push(one);
    times.others.push(two);
  }
  const [one = 0, two = 0] = cpuNow().map((now, index) => (now - (before[index] ?? 0)) / letters);
  return { ...times, cpu: [one, two] };
}

function report(ours: RunningServer, other: RunningServer, { ours: one, others: two, cpu }: Times): void {
  print('# From an edit to its findings\n\n');
  print(`${machine()}. A build spec of ${LINES} lines; ${letters} letters typed and taken away, each in both servers, one
after the other. Every edit is answered before the next one comes, so that both wait as long as they think somebody types.
Other work on the machine when this began: a load of ${load}. \`npm run bench:lsp\` prints this again.\n\n`);
  print(tableLine(['server', 'median ms', 'p95 ms', 'slowest ms', 'CPU ms an edit', 'MB']));
  print(tableLine(['---', '---', '---', '---', '---', '---']));
  for (const [server, times, spent] of [[ours, one, cpu[0]] as const, [other, two, cpu[1]] as const])
    print(
      tableLine([
        server.name,
        at(times, 0.5).toFixed(1),
        at(times, 0.95).toFixed(1),
        at(times, 1).toFixed(1),
        spent.toFixed(1),
        memoryOf(server.pid).toFixed(0),
      ]),
    );
  const p95 = at(one, 0.95);
  print(`
\`bitesize lsp\` looks at the whole project, as \`check\` does; the other one holds one file against its schema.

## Goals

${tableLine(['goal', 'measured', 'met'])}${tableLine(['---', '---', '---'])}`);
  print(
    tableLine([`p95 below ${GOAL} ms`, `${p95.toFixed(1)} ms`, p95 < GOAL ? 'yes' : 'no']) +
      tableLine([
        'faster than yaml-language-server (p95)',
        `${(at(two, 0.95) / p95).toFixed(1)} times`,
        p95 < at(two, 0.95) ? 'yes' : 'no',
      ]),
  );
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
}

/** The kernel counts in hundredths of a second. */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function print(text: string): void {
  printed.push(text);
  process.stdout.write(text);
}
