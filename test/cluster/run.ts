import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureTools } from '../oracles/tools/ensure-tools.ts';
import { printResults } from './report/print-results.ts';
import type { ResultRow } from './report/record.ts';
import { clusterTools } from './server/programs.ts';

/*
 * npm run test:cluster: builds etcd, kube-apiserver and kubectl where they are not yet in the cache, starts them, runs
 * the tests of this folder and prints what was counted. `--write` keeps that in results.md; all other arguments go to
 * vitest, so `npm run test:cluster -- edits` runs the files whose path contains `edits`.
 */
const started = Date.now();
const options = process.argv.slice(2);
if (options.includes('--write') && options.length > 1) {
  process.stderr.write('results.md is about a whole run: `--write` goes with nothing else\n');
  process.exit(2);
}
const report = await ensureTools(clusterTools);
process.stderr.write(`cluster:\n${report.lines.join('\n')}\n`);
if (!report.complete) {
  process.stderr.write('the run needs all of them\n');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'bitesize-cluster-results-'));
const results = join(folder, 'results.json');
const code = await runVitest(options.filter((option) => option !== '--write'));
const rows = existsSync(results) ? (JSON.parse(readFileSync(results, 'utf8')) as readonly ResultRow[]) : [];
rmSync(folder, { recursive: true });
const seconds = Math.round((Date.now() - started) / 1000);
const text = printResults(rows, { date: new Date().toISOString().slice(0, 10), seconds });
process.stdout.write(text);
if (options.includes('--write')) writeFileSync(join(import.meta.dirname, 'results.md'), text);
process.exitCode = code;

function runVitest(args: readonly string[]): Promise<number> {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const config = join(import.meta.dirname, 'vitest.config.ts');
  const child = spawn(process.execPath, [vitest, 'run', '--config', config, ...args], {
    stdio: 'inherit',
    cwd: join(import.meta.dirname, '..', '..'),
    env: { ...process.env, BITESIZE_CLUSTER_RESULTS: results },
  });
  return new Promise((resolve) => child.on('close', (exit) => resolve(exit ?? 1)));
}
