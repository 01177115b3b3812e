import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram } from '../tools/find-program.ts';
import { runCommand } from '../tools/run-command.ts';
import type { CommandCall, ShellResult, ShellScenario } from './shell-scenario.ts';

const fakeCommand = join(dirname(fileURLToPath(import.meta.url)), 'fake-command.mjs');

/** Programs that would change the machine, the cluster or the network, or need one. */
const FAKES =
  `kubectl docker sudo apt-get apt-key apt-add-repository add-apt-repository apt-cache dpkg dpkg-deb gem pip pip3 npm
  curl wget git gpg ssh scp rsync gradle mvn helm sleep aptly reprepro dpkg-scanpackages systemctl service`.split(
    /\s+/,
  );

/** Harmless programs that scripts may really run; anything else is not found. */
const TOOLS =
  `sh bash cat sed grep egrep awk mktemp env printf echo tr head tail date mkdir rmdir rm cp mv ls test [ wc sort
  uniq tee base64 cut basename dirname chmod true false find xargs seq tar gzip touch ln od uname id sha256sum md5sum
  cmp diff expr realpath readlink install stat tac rev nproc hostname whoami which`.split(/\s+/);

/**
 * Runs a shell script in an empty folder with fake programs first in PATH, and returns what it called and left behind.
 * Never rejects for what the script does.
 */
export async function runShell(scenario: ShellScenario): Promise<ShellResult> {
  const root = mkdtempSync(join(tmpdir(), 'bitesize-shell-'));
  try {
    return await runIn(root, scenario);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function runIn(root: string, scenario: ShellScenario): Promise<ShellResult> {
  const fakes = join(root, 'fakes');
  const tools = join(root, 'tools');
  const workspace = join(root, 'workspace');
  for (const folder of [fakes, tools, workspace]) mkdirSync(folder);
  const log = join(root, 'calls');
  const settings = join(root, 'settings.json');
  writeFileSync(settings, JSON.stringify({ answers: scenario.answers ?? [], log }));
  const programs = scenario.programs ?? {};
  for (const name of [...FAKES, ...(scenario.fakes ?? [])])
    if (programs[name] === undefined) writeFake(fakes, name, settings);
  for (const [name, path] of Object.entries(programs)) symlinkSync(path, join(fakes, name));
  for (const name of TOOLS) {
    const real = findProgram(name);
    if (real !== undefined) symlinkSync(real, join(tools, name));
  }
  for (const [path, content] of Object.entries(scenario.files ?? {})) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), content);
  }
  const script = join(root, 'script.sh');
  writeFileSync(script, scenario.text);
  chmodSync(script, 0o755);
  const command = scenario.text.startsWith('#!') ? [script] : ['/bin/sh', '-xe', script];
  const { code, stdout, stderr } = await runCommand(
    command[0] ?? '',
    [...command.slice(1), ...(scenario.arguments ?? [])],
    {
      cwd: workspace,
      env: {
        HOME: workspace,
        WORKSPACE: workspace,
        LANG: 'C.UTF-8',
        ...scenario.environment,
        PATH: `${fakes}:${tools}`,
      },
      timeout: 240_000,
    },
  );
  return { code, stdout, stderr, calls: readCalls(log), files: readFiles(workspace) };
}

function writeFake(folder: string, name: string, settings: string): void {
  const path = join(folder, name);
  const words = [process.execPath, fakeCommand, settings, name].map((word) => `'${word}'`).join(' ');
  writeFileSync(path, `#!/bin/sh\nexec ${words} "$@"\n`);
  chmodSync(path, 0o755);
}

function readCalls(log: string): readonly CommandCall[] {
  if (!existsSync(log)) return [];
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const { answer: _, ...call } = JSON.parse(line) as CommandCall & { answer: number };
    return call;
  });
}

function readFiles(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(files.map((file) => [relative(folder, file), readFileSync(file, 'utf8')]));
}
