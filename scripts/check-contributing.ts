import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { changed, missingLine, type PageStep, pageSteps } from './contributing/page-steps.ts';

/*
 * Does what the pages in `scripts/contributing` say, one after the other, in a copy of the repository: adds the files,
 * makes the changes, runs the commands and compares what they print. At the end the type check, the linter and the
 * layers judge all additions together. `npm run contributing:check -- builder report` does some pages only.
 */

const pagesFolder = 'scripts/contributing';
const asked = process.argv.slice(2);
const names = readdirSync(pagesFolder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -'.md'.length))
  .filter((name) => asked.length === 0 || asked.includes(name));
if (names.length === 0) throw new Error(`no page of that name: ${asked.join(', ')}`);

const typecheck = 'npm run typecheck';
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'bitesize-contributing-')));
const copy = join(scratch, 'copy');
try {
  copyRepository();
  for (const name of names) {
    const start = performance.now();
    for (const step of pageSteps(readFileSync(join(pagesFolder, `${name}.md`), 'utf8'))) {
      if (!isLeftToTheEnd(step)) perform(name, step);
    }
    process.stdout.write(`${name}: works as its page says (${seconds(start)} s)\n`);
  }
  const start = performance.now();
  for (const command of [
    typecheck,
    'npx biome check compiler emitters jenkins schema test',
    'npx depcruise --config .dependency-cruiser.cjs compiler emitters jenkins schema',
  ]) {
    perform('all pages together', { kind: 'command', command, fails: false, prints: [] });
  }
  process.stdout.write(`all pages together: types, lint and layers are fine (${seconds(start)} s)\n`);
} catch (error) {
  process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** A type check that finds nothing takes long, and at the end one is made of all pages together. */
function isLeftToTheEnd(step: PageStep): boolean {
  return step.kind === 'command' && step.command === typecheck && !step.fails;
}

/** Copies what git knows and what is new, with the same dependencies and the command as it is in the sources. */
function copyRepository(): void {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  for (const path of list.split('\0')) {
    if (path === '' || !existsSync(path) || !lstatSync(path).isFile()) continue;
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    copyFileSync(path, join(copy, path));
  }
  symlinkSync(realpathSync('node_modules'), join(copy, 'node_modules'));
  // The type check runs several times: each after the first looks only at what is new.
  const settings = join(copy, 'tsconfig.json');
  const incremental = `"noEmit": true,\n    "incremental": true,\n    "tsBuildInfoFile": "../types.json",`;
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('"noEmit": true,', incremental));
  const command = `#!/bin/sh\nexec node --import tsx '${join(copy, 'compiler/cli/bin.ts')}' "$@"\n`;
  mkdirSync(join(scratch, 'bin'));
  writeFileSync(join(scratch, 'bin/bitesize'), command, { mode: 0o755 });
}

function perform(page: string, step: PageStep): void {
  if (step.kind === 'command') {
    run(page, step);
    return;
  }
  const path = join(copy, step.path);
  if (step.kind === 'change') {
    writeFileSync(path, changed(readFileSync(path, 'utf8'), step));
    return;
  }
  if (existsSync(path)) throw new Error(`${page}: ${step.path} is there already`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, step.text);
}

function run(page: string, { command, fails, prints }: PageStep & { kind: 'command' }): void {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, NO_COLOR: '1', PATH: `${join(scratch, 'bin')}${delimiter}${process.env.PATH}` },
  });
  const output = `${stdout}${stderr}`;
  const told = `${page}: \`${command}\``;
  if ((status !== 0) !== fails) throw new Error(`${told} ended with ${status}:\n${output.slice(-4000)}`);
  const missing = missingLine(output, prints);
  if (missing !== undefined) {
    throw new Error(`${told} does not print, at its place:\n${missing}\nbut:\n${output.slice(-4000)}`);
  }
}

function seconds(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(0);
}
