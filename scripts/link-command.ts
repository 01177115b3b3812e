import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';

/*
 * Lets `npx bitesize` run this checkout: npm links the commands of dependencies into node_modules/.bin, but not those of
 * the package itself, and npx would look for a published one.
 */
const link = 'node_modules/.bin/bitesize';
if (existsSync('dist/cli.cjs')) {
  mkdirSync('node_modules/.bin', { recursive: true });
  chmodSync('dist/cli.cjs', 0o755);
  rmSync(link, { force: true });
  symlinkSync('../../dist/cli.cjs', link);
}
