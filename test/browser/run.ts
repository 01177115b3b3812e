import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromiumPath } from './chromium.ts';

/*
 * npm run test:browser: installs Debian's Chromium when it is missing and this is root, then runs the tests of this
 * folder. Arguments go to vitest.
 */
if (!existsSync(chromiumPath) && process.getuid?.() === 0) {
  process.stderr.write('Chromium is missing: installing it\n');
  spawnSync('apt-get', ['update'], { stdio: 'inherit' });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'inherit' });
}
if (!existsSync(chromiumPath)) {
  process.stderr.write(
    `${chromiumPath} is missing: install the package chromium, or name a Chromium in CHROMIUM\n`,
  );
  process.exit(1);
}
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const config = join(import.meta.dirname, 'vitest.config.ts');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', config, ...process.argv.slice(2)],
  { stdio: 'inherit', cwd: join(import.meta.dirname, '../..') },
);
process.exitCode = status ?? 1;
