import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allTools } from './tools/all-tools.ts';
import { ensureTools } from './tools/ensure-tools.ts';

/*
 * npm run test:oracles: finds or installs the outside programs, then runs the tests of this folder.
 * Arguments go to vitest, so `npm run test:oracles -- groovy` runs the files whose path contains `groovy`.
 */
const report = await ensureTools(allTools);
process.stderr.write(`oracles:\n${report.lines.join('\n')}\n`);
if (!report.complete) {
  process.stderr.write('the oracles cannot run: a required program is missing\n');
  process.exit(1);
}
const here = dirname(fileURLToPath(import.meta.url));
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const child = spawn(
  process.execPath,
  [vitest, 'run', '--config', join(here, 'vitest.config.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit', cwd: join(here, '..', '..') },
);
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
