import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobsPerProject } from './fleet-project.ts';
import { writeFleet } from './write-fleet.ts';

/*
 * Prints how long the built command takes for fleets of several sizes, how much memory it needs at most and how much it
 * writes; beside it the time of copying the same output. `npm run bench -- 100 1080` names the sizes.
 */
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const folder = mkdtempSync(join(tmpdir(), 'bitesize-bench-'));
const command = join(process.cwd(), 'dist/cli.js');

interface Measured {
  readonly seconds: number;
  /** Peak of the resident memory in MiB; undefined where GNU time is not installed. */
  readonly memory: number | undefined;
}

function measure(program: string, argv: readonly string[]): Measured {
  const timer = '/usr/bin/time';
  const withTimer = existsSync(timer);
  const started = performance.now();
  const ran = withTimer
    ? spawnSync(timer, ['-f', '%M', program, ...argv], { encoding: 'utf8', maxBuffer: 1 << 28 })
    : spawnSync(program, argv, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const seconds = (performance.now() - started) / 1000;
  if (ran.status !== 0) throw new Error(`${argv.join(' ')}: ${ran.stderr}`);
  const kilobytes = Number(ran.stderr.trim().split('\n').at(-1));
  return { seconds, memory: withTimer ? kilobytes / 1024 : undefined };
}

function bitesize(...argv: string[]): Measured {
  return measure(process.execPath, [command, ...argv, '--quiet']);
}

function bytesBelow(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function row(size: number, what: string, { seconds, memory }: Measured, bytes?: number): void {
  const cells = [
    size,
    what,
    seconds.toFixed(2),
    memory?.toFixed(0) ?? '',
    bytes === undefined ? '' : (bytes / 1e6).toFixed(1),
  ];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

execFileSync('npx', ['tsx', 'scripts/build.ts', '--no-types'], { stdio: 'ignore' });
process.stdout.write(`Node ${process.version}, ${cpus().length} cores, ${jobsPerProject} jobs a project\n\n`);
process.stdout.write('| projects | what | s | MiB | MB written |\n| --- | --- | --- | --- | --- |\n');
for (const size of sizes.length > 0 ? sizes : [1, 10, 100, 1080]) {
  const specs = join(folder, `specs-${size}`);
  const out = join(folder, `out-${size}`);
  writeFleet(specs, size);
  const projects = `${specs}/*`;
  const cold = bitesize('compile', projects, '--out', out);
  row(size, 'compile, cold', cold, bytesBelow(out));
  row(size, 'compile, nothing changed', bitesize('compile', projects, '--out', out));
  row(size, 'check', bitesize('check', projects));
  row(
    size,
    'compile --emit config-xml',
    bitesize('compile', projects, '--out', `${out}-xml`, '--emit', 'config-xml'),
    bytesBelow(`${out}-xml`),
  );
  row(size, 'cp -r of the output', measure('cp', ['-r', out, `${out}-copy`]));
}
rmSync(folder, { recursive: true });
