import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sandboxModule } from './generate-sandbox/sandbox-module.ts';

/*
 * Writes the code that specs in TypeScript are evaluated with as text, so that it reaches the worker and the sandbox
 * whatever bundles or runs the compiler. `--check` writes nothing and fails when the file is stale.
 */

const target = 'compiler/specs-as-code/generated/sandbox.ts';
const text = await sandboxModule();
const isFresh = existsSync(target) && readFileSync(target, 'utf8') === text;
if (!isFresh && process.argv.includes('--check')) {
  process.stderr.write(`stale: ${target} (run npm run generate)\n`);
  process.exitCode = 1;
} else if (!isFresh) {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
