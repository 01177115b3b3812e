import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundledCommand } from '../../bundle/bundled-command.ts';

/*
 * The real command, bundled, in processes of its own. What needs no process is tested in memory beside this file.
 */

const scratch = mkdtempSync(join(tmpdir(), 'bitesize-cli-'));
const example = join(scratch, 'example');
let cli = '';
let folder = '';
let count = 0;

beforeAll(async () => {
  cli = await bundledCommand();
  mkdirSync(example);
  writeFileSync(join(example, 'build.bitesize'), buildSpec('./build.sh', 3));
});

beforeEach(() => {
  folder = join(scratch, `case-${count++}`);
  mkdirSync(folder);
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the real command', () => {
  it('is executable and knows its version', () => {
    expect(statSync(cli).mode & 0o111).not.toBe(0);
    expect(execFileSync(cli, ['--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('checks an example', () => {
    const { status, stderr, stdout } = bitesize(['check', example]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^1 file, 0 errors, 0 warnings, \d+ ms\n$/);
  });

  it('exits with 1 for errors in specs, 2 for a wrong command line', () => {
    writeFileSync(join(folder, 'build.bitesize'), 'a: [\n');
    expect(bitesize(['check']).status).toBe(1);
    expect(bitesize(['chek']).status).toBe(2);
  });

  it('compiles an example, and changes no file the second time', () => {
    expect(bitesize(['compile', example, '--out', 'out']).status).toBe(0);
    const before = stamps('out');
    const { status, stdout } = bitesize(['compile', example, '--out', 'out']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/out: 0 added, 0 changed, 0 removed, \d+ unchanged\n/);
    expect(stamps('out')).toEqual(before);
    expect(bitesize(['compile', example, '--out', 'out', '--check']).status).toBe(0);
  });

  it('gives the same bytes in another place, time zone and language', () => {
    bitesize(['compile', example, '--out', 'here']);
    const copy = join(folder, 'somewhere/else');
    cpSync(example, copy, { recursive: true });
    const env = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', HOME: '/nowhere' };
    bitesize(['compile', '.', '--out', '../there'], { cwd: copy, env });
    expect(treeOf('somewhere/there')).toBe(treeOf('here'));
    expect(treeOf('here')).not.toBe('');
  });

  it('reads standard input', () => {
    const { status, stdout } = bitesize(['check', '-', '--stdin-name', 'build.bitesize'], {
      input: 'nonsense: 1\n',
    });
    expect(status).toBe(1);
    expect(stdout).toContain(' --> build.bitesize:1:1\n');
  });

  it('expands globs by itself', () => {
    for (const name of ['p/a', 'p/b'])
      cpSync(join(example, 'build.bitesize'), join(folder, name, 'build.bitesize'));
    expect(bitesize(['check', 'p/*']).stdout).toContain('2 projects, 2 files, ');
  });

  it('follows NO_COLOR and FORCE_COLOR', () => {
    writeFileSync(join(folder, 'build.bitesize'), 'a: [\n');
    expect(bitesize(['check'], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[');
    expect(bitesize(['check'], { env: { NO_COLOR: '1' } }).stdout).not.toContain('\u001b[');
  });

  it('does not mind a reader that goes away', () => {
    writeFileSync(join(folder, 'build.bitesize'), `components:\n${'- bad: [}\n'.repeat(2000)}`);
    const { stderr, stdout } = shell('check --max-diagnostics 0 | head -1');
    expect(stdout).toContain('error[');
    expect(stderr).toBe('');
  });

  it('ends with 3 and one line when its output cannot be written', () => {
    for (const argv of [['check', example], ['schema'], ['compile', example, '--out', join(folder, 'out')]]) {
      const { status, stderr } = shell(`${argv.map((word) => `"${word}"`).join(' ')} > /dev/full`);
      expect([status, stderr]).toEqual([
        3,
        'error: cannot write to standard output: no space left on the device\n',
      ]);
    }
    expect(shell(`check "${example}" > /dev/full 2>&1`).status).toBe(3);
  });

  it('ends with 3 and one line when it may open too few files', () => {
    // A run of one project needs hardly more files than Node itself; each thread needs its own.
    const node = `"${process.execPath}" "${cli}" check --jobs 3 --cache-dir "${folder}/cache"`;
    const fleet = "'examples/fleet/*/'";
    const { status, stderr } = spawnSync('sh', ['-c', `ulimit -n 36; exec ${node} ${fleet}`], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([3, expect.stringMatching(/^error: too many files are open.*\n$/)]);
  });

  it('writes a report to a pipe of the user, and to its own output that leads to a file', () => {
    const pipe = join(scratch, 'pipe');
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    const piped = shell(`check "${example}" -q --report "json=${pipe}" & cat "${pipe}"; wait`);
    expect(JSON.parse(piped.stdout).version).toBe(1);
    shell(`check "${example}" -q --report json=/dev/stdout > "${folder}/r.json"`);
    expect(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')).version).toBe(1);
  });

  it('waits for no pipe that lies in its folder', () => {
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'r.json')]);
    const { status, stderr } = bitesize(['check', example, '--report', 'json=r.json']);
    expect([status, stderr]).toEqual([
      3,
      'error: cannot write the report r.json: it is neither a file nor a folder\n',
    ]);
  });

  it('writes a report to a device', () => {
    const piped = shell(`check "${example}" -q --report json=/dev/stdout | cat`);
    expect(JSON.parse(piped.stdout).version).toBe(1);
    const { status, stderr } = bitesize(['check', example, '--report', 'json=/dev/full']);
    expect([status, stderr]).toEqual([
      3,
      'error: cannot write the report /dev/full: no space left on the device\n',
    ]);
  });

  it('keeps the mode of a spec that it fixes', () => {
    const spec = join(folder, 'environments.bitesize');
    writeFileSync(
      spec,
      'project: a\nenvironments:\n  - name: b\n    namespace: c\n    services:\n      - name: d\n        ssl: "true"\n',
    );
    chmodSync(spec, 0o600);
    expect(bitesize(['check', '--fix']).status).toBe(0);
    expect(readFileSync(spec, 'utf8')).toContain('ssl: true\n');
    expect(statSync(spec).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['environments.bitesize']);
  });
});

describe('bad input', () => {
  it.each<[string, string | Buffer, string]>([
    ['an empty file', '', '1:1'],
    ['a file that is not YAML', '}{\n', '1:1'],
    ['a tab', 'a:\n\tb: 1\n', '2:1'],
    ['a huge file', `# ${'x'.repeat(10_000_000)}\n`, '1:1'],
    ['a thousand nested lists', `components: ${'['.repeat(1000)}${']'.repeat(1000)}\n`, '1:'],
    ['an alias bomb', aliasBomb(), '5:'],
    ['bytes that are not UTF-8', Buffer.from([0x61, 0x3a, 0x0a, 0xc3, 0x28]), '2:1'],
    ['zeros', Buffer.alloc(1000), '1:1'],
  ])('%s gives a place, never a stack trace', (_, content, place) => {
    writeFileSync(join(folder, 'build.bitesize'), content);
    const { status, stdout, stderr } = bitesize(['check']);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain(` --> build.bitesize:${place}`);
    expect(stdout).not.toMatch(/^ {4}at /m);
    expect(stdout.length).toBeLessThan(20_000);
  });

  it('a folder with the name of a spec gives a finding', () => {
    mkdirSync(join(folder, 'build.bitesize'));
    const { status, stdout } = bitesize(['check']);
    expect(status).toBe(1);
    expect(stdout).toContain('error[file/unreadable]: cannot read `build.bitesize`: it is a folder\n');
  });
});

describe('an output folder', () => {
  it('is the old or the new tree when the run is killed at any moment, and mends itself', async () => {
    const [oldTree, newTree] = twoTrees();
    let interrupted = 0;
    for (let round = 0; round < 8; round++) {
      rmSync(join(folder, 'out'), { recursive: true, force: true });
      cpSync(join(folder, 'old-out'), join(folder, 'out'), { recursive: true });
      const child = start(['compile', 'new', '--out', 'out']);
      await killAfterChanges(child, round + 1);
      if (readdirSync(folder).some((name) => name.startsWith('.out.'))) interrupted++;
      if (existsSync(join(folder, 'out'))) expect([oldTree, newTree]).toContain(treeOf('out'));
      expect(bitesize(['compile', 'new', '--out', 'out']).status).toBe(0);
      expect(treeOf('out')).toBe(newTree);
      expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    }
    expect(interrupted).toBeGreaterThan(0);
  });

  it('is whole when several runs write to it at once', async () => {
    const trees = twoTrees();
    for (let round = 0; round < 3; round++) {
      const children = ['old', 'new', 'old', 'new'].map((name) => start(['compile', name, '--out', 'out']));
      expect(await Promise.all(children.map(ended))).toEqual([0, 0, 0, 0]);
      expect(trees).toContain(treeOf('out'));
      expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    }
  });

  it('may be the working folder, with files and a repository of its own', () => {
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/main\n');
    writeFileSync(join(folder, 'notes.md'), 'mine\n');
    const inode = statSync(folder).ino;
    expect(bitesize(['compile', example, '--out', '.']).status).toBe(0);
    expect(statSync(folder).ino).toBe(inode);
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['.bitesize', '.git', 'manifest.json', 'notes.md']),
    );
    expect(readdirSync(join(folder, '.bitesize'))).toEqual(['maps.json']);
  });
});

interface Options {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  readonly input?: string;
}

function bitesize(argv: readonly string[], { cwd = folder, env = {}, input }: Options = {}) {
  return spawnSync(process.execPath, [cli, ...argv], {
    cwd,
    env: { PATH: process.env.PATH, BITESIZE_ALLOW_PLACEHOLDERS: '1', ...env },
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  });
}

/** Runs the command in a shell, so that it can be part of a pipe. */
function shell(rest: string) {
  return spawnSync('sh', ['-c', `"${process.execPath}" "${cli}" ${rest}`], { cwd: folder, encoding: 'utf8' });
}

function start(argv: readonly string[]): ChildProcess {
  return spawn(process.execPath, [cli, ...argv], { cwd: folder, stdio: 'ignore' });
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', resolve));
}

/** Kills a run when it has changed so many names beside its output folder: its lock, its new tree, the old one. */
async function killAfterChanges(child: ChildProcess, changes: number): Promise<void> {
  let seen = 0;
  const watcher = watch(folder, () => {
    if (++seen >= changes) child.kill('SIGKILL');
  });
  await ended(child);
  watcher.close();
}

/** Makes two projects whose outputs differ in many files, and returns the trees that they compile to. */
function twoTrees(): readonly [string, string] {
  for (const [name, command] of [
    ['old', 'make old'],
    ['new', 'make new'],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'build.bitesize'), buildSpec(command, 60));
    expect(bitesize(['compile', name, '--out', `${name}-out`]).status).toBe(0);
  }
  expect(treeOf('old-out')).not.toBe(treeOf('new-out'));
  return [treeOf('old-out'), treeOf('new-out')];
}

function buildSpec(command: string, components: number): string {
  const list = Array.from(
    { length: components },
    (_, index) => `  - name: c${index}
    repository:
      git: git@example.com:shop/c${index}.git
      branch: master
    build:
      - shell: ${command}
    artifacts:
      - location: x.deb
`,
  );
  return `project: shop\ncomponents:\n${list.join('')}`;
}

/** Returns a digest of every path and content below a folder; empty when there is nothing. */
function treeOf(name: string): string {
  const lines = filesBelow(name).map((path) => `${path} ${sha256(readFileSync(join(folder, name, path)))}`);
  return lines.length === 0 ? '' : sha256(lines.join('\n'));
}

function stamps(name: string): readonly string[] {
  return filesBelow(name).map((path) => {
    const { ino, mtimeMs } = statSync(join(folder, name, path));
    return `${path} ${ino} ${mtimeMs}`;
  });
}

function filesBelow(name: string): readonly string[] {
  const root = join(folder, name);
  const entries = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return entries.filter((path) => statSync(join(root, path)).isFile()).sort();
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function aliasBomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level++) {
    lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
  }
  return `${lines.join('\n')}\n`;
}
