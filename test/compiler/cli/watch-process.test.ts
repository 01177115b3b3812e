import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundledCommand } from '../../bundle/bundled-command.ts';
import { called } from './run.ts';

/* The real events of a file system, which nothing in memory can stand for. Only output is waited for, never a time. */

const scratch = mkdtempSync(join(tmpdir(), 'bitesize-watch-'));
let cli = '';
let folder = '';
let count = 0;
let child: ChildProcess | undefined;

beforeAll(async () => {
  cli = await bundledCommand();
});

beforeEach(() => {
  folder = join(scratch, `case-${count++}`);
  // So many that the first run is done by threads.
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) save(`p/${name}/build.bitesize`, spec(name));
});

afterEach(() => {
  child?.kill('SIGKILL');
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('a real command that watches', () => {
  it.each([
    ['events', {}],
    ['polling', { CHOKIDAR_USEPOLLING: '1' }],
  ])('sees by %s what is written, renamed, new and gone', async (_, env) => {
    const { until, end } = watch(['check', 'p/*'], env);
    await until(/watching 6 projects; Ctrl-C ends\n/);

    save('p/a/build.bitesize', `${spec('a')}colour: red\n`);
    await until(/\np\/a\/build\.bitesize changed\nerror\[.*[\s\S]*\n6 projects, 6 files, 1 error, .* m?s\n/);

    save('p/a/build.bitesize.new', spec('a'));
    renameSync(join(folder, 'p/a/build.bitesize.new'), join(folder, 'p/a/build.bitesize'));
    await until(/\np\/a\/build\.bitesize changed\n6 projects, 6 files, 0 errors, .* m?s\n/);

    save('p/b/jenkins.bitesize', 'jenkins: {}\n');
    await until(/\np\/b\/jenkins\.bitesize added\n6 projects, 7 files, 0 errors, .* m?s\n/);

    save('p/new/build.bitesize', spec('new'));
    await until(/\np\/new added\n7 projects, 8 files, 0 errors, .* m?s\n/);

    renameSync(join(folder, 'p/new'), join(folder, 'new'));
    await until(/\np\/new removed\n6 projects, 7 files, 0 errors, .* m?s\n/);

    expect(await end()).toBe(0);
  });

  it('follows a folder that others take the place of', async () => {
    const { until, end } = watch(['check', 'p/a', 'p/b'], {});
    await until(/watching 2 projects/);
    for (const colour of ['red', 'green', 'blue']) {
      save(`${colour}/build.bitesize`, `${spec('a')}${colour}: 1\n`);
      renameSync(join(folder, 'p/a'), join(folder, `before-${colour}`));
      renameSync(join(folder, colour), join(folder, 'p/a'));
      await until(new RegExp(`unknown field \`${colour}\`[\\s\\S]*2 projects, .* m?s\\n`));
    }
    save('p/a/build.bitesize', spec('a'));
    await until(/2 projects, 2 files, 0 errors, .* m?s\n/);
    expect(await end()).toBe(0);
  });

  it('compiles with modules from a shared folder', async () => {
    const module = (command: string) => `export const build = [{ shell: '${command}' }];\n`;
    save('shared/build.ts', module('./make.sh'));
    for (const name of ['x', 'y']) {
      rmSync(join(folder, `p/${name}`), { recursive: true, force: true });
      save(
        `t/${name}/build.bitesize.ts`,
        `import { build } from 'bitesize';
import { build as steps } from '../../shared/build.ts';
export default build({ project: '${name}', components: [{ name: 'web', repository: { git: 'git@example.com:a/b.git', branch: 'main' }, build: steps, artifacts: [{ location: 'web.deb' }] }] });
`,
      );
    }
    const { until, end } = watch(['--root', '.', 'compile', 't/*', '--out', 'out'], {});
    await until(/watching 2 projects/);
    save('shared/build.ts', module('./make.sh other'));
    await until(
      /\nshared\/build\.ts changed\nout\/x: 0 added, [\s\S]*out\/y: 0 added, .*\n2 projects, .* m?s\n/,
    );
    for (const name of ['x', 'y'])
      expect(readFileSync(join(folder, `out/${name}/manifest.json`), 'utf8')).toContain('shared/build.ts');
    expect(await end()).toBe(0);
  });
});

function spec(name: string): string {
  return called(name)['build.bitesize'] ?? '';
}

function save(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Starts the command; `until` waits for output after what it was given before. */
function watch(argv: readonly string[], env: Readonly<Record<string, string>>) {
  const started = spawn(process.execPath, [cli, ...argv, '--watch'], {
    cwd: folder,
    env: { PATH: process.env.PATH, BITESIZE_ALLOW_PLACEHOLDERS: '1', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  let output = '';
  let look: () => void = () => undefined;
  started.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    look();
  });
  const until = (expected: RegExp) =>
    new Promise<void>((resolve) => {
      look = () => {
        const found = expected.exec(output);
        if (found === null) return;
        output = output.slice(found.index + found[0].length);
        look = () => undefined;
        resolve();
      };
      look();
    });
  return { until, end: () => interrupted(started) };
}

function interrupted(command: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    command.once('exit', resolve);
    command.kill('SIGINT');
  });
}
