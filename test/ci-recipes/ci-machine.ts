import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledCommand } from '../bundle/bundled-command.ts';
import { type PackageRegistry, startRegistry } from './package-registry.ts';

/** What came of shell text. */
export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs the shell steps of recipes as they stand, in a clone with a proposed change. npm is the real one; the registry that the
 * user's own settings name has a package whose command is this checkout.
 */
export class CiMachine {
  readonly folder: string = realpathSync(mkdtempSync(join(tmpdir(), 'bitesize-ci-')));
  readonly origin: string = join(this.folder, 'origin');
  readonly change: string = join(this.folder, 'change');
  /** What the runner gives a job beside the checkout; empty when a job starts. */
  readonly temporary: string = join(this.folder, 'temporary');
  /** Where a change would show that something of it ran. */
  readonly marker: string = join(this.folder, 'marker');
  readonly registry: PackageRegistry;
  private readonly home = join(this.folder, 'home');

  private constructor(registry: PackageRegistry) {
    this.registry = registry;
  }

  /** Starts one whose main branch has these files. */
  static async start(files: readonly { readonly name: string; readonly text: string }[]): Promise<CiMachine> {
    const packages = mkdtempSync(join(tmpdir(), 'bitesize-ci-packages-'));
    const command = `'${process.execPath}' '${await bundledCommand()}'`;
    const registry = await startRegistry(packages, '0.1.0', `#!/bin/sh\nexec ${command} "$@"\n`);
    rmSync(packages, { recursive: true });
    const machine = new CiMachine(registry);
    const { folder, origin, change, home } = machine;
    mkdirSync(home);
    writeFileSync(
      join(home, '.npmrc'),
      `registry=${registry.url}\nnoproxy=127.0.0.1\nupdate-notifier=false\n`,
    );
    mkdirSync(origin);
    machine.git(origin, 'init', '--quiet', '--initial-branch=main');
    for (const { name, text } of files) writeFileSync(join(origin, name), text);
    machine.git(origin, 'add', '.');
    machine.git(origin, 'commit', '--quiet', '-m', 'start');
    machine.git(folder, 'clone', '--quiet', origin, change);
    return machine;
  }

  git(cwd: string, ...argv: string[]): string {
    const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...identity, ...argv], { cwd, encoding: 'utf8' }).trim();
  }

  /** Runs shell text in the clone. Of the environment it gets only what a runner gives: npm hands down its own settings. */
  shell(text: string, environment: Readonly<Record<string, string>>): Promise<Ran> {
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: this.home,
      TMPDIR: this.temporary,
      NO_COLOR: '1',
      ...environment,
    };
    return new Promise((resolve, reject) => {
      const child = spawn('bash', ['-e', '-c', text], {
        cwd: this.change,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (part: string) => {
          output += part;
        });
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, output }));
    });
  }

  /** Empties what the runner gives a job. */
  freshTemporary(): void {
    rmSync(this.temporary, { recursive: true, force: true });
    mkdirSync(this.temporary);
  }

  /** Makes the clone what it was, and changes a file. */
  propose(name: string, text: string): void {
    this.git(this.change, 'reset', '--quiet', '--hard', 'origin/main');
    this.git(this.change, 'clean', '--quiet', '-d', '-x', '--force', '--force');
    writeFileSync(join(this.change, name), text);
  }

  /** Puts a package and settings of npm into the change that leave a marker when they are used. */
  plantPackage(): void {
    const { change, marker, registry } = this;
    const script = `#!/bin/sh\necho planted > '${marker}'\nexit 9\n`;
    const hooks = ['preinstall', 'install', 'postinstall', 'prepare'];
    const scripts = Object.fromEntries(hooks.map((name) => [name, `echo ${name} > '${marker}'`]));
    const files: Readonly<Record<string, string>> = {
      'package.json': JSON.stringify({ name: 'planted', version: '1.0.0', scripts }),
      '.npmrc': `registry=${registry.url}planted/\nprefix=${join(change, 'planted')}\nscript-shell=${join(change, 'planted.sh')}\n`,
      'planted.sh': script,
      npm: script,
      node: script,
      'node_modules/.bin/bitesize': script,
      'node_modules/.bin/npm': script,
      'node_modules/bitesize/package.json': JSON.stringify({
        name: 'bitesize',
        version: '0.1.0',
        bin: { bitesize: 'bitesize.sh' },
      }),
      'node_modules/bitesize/bitesize.sh': script,
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(change, name, '..'), { recursive: true });
      writeFileSync(join(change, name), text, { mode: 0o755 });
    }
  }

  stop(): void {
    this.registry.close();
    rmSync(this.folder, { recursive: true });
  }
}
