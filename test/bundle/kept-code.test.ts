import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chunkPath } from '../../compiler/cli/start/load-chunks.ts';
import { codeFolder, keptFiles, keptPath } from '../../compiler/cli/start/open-code.ts';
import { bundledCommand } from './bundled-command.ts';

const specs = resolve('examples/sample-app');
let folder = '';
let built = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bitesize-kept-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  built = dirname(await bundledCommand());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Returns a copy of the built command that may be changed. */
function copyOfBuild(): string {
  const copy = mkdtempSync(join(folder, 'dist-'));
  cpSync(built, copy, { recursive: true });
  return copy;
}

/** What a run says and writes, and what it is compared by: all files with their contents. */
interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly files: Readonly<Record<string, string>>;
}

function run(dist: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const out = mkdtempSync(join(folder, 'out-'));
  const target = argv[0] === 'compile' ? ['--out', out] : [];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(dist, 'cli.cjs'), ...argv, ...target],
    {
      cwd: specs,
      encoding: 'utf8',
      env: { ...process.env, BITESIZE_CACHE: '', NO_COLOR: '1', ...env },
    },
  );
  const clean = (text: string) => text.replaceAll(out, 'OUT').replace(/\d+ ms|\d+[.]\d+ s/g, 'TIME');
  return { code: status, stdout: clean(stdout), stderr: clean(stderr), files: filesOf(out) };
}

function filesOf(below: string): Readonly<Record<string, string>> {
  const files = readdirSync(below, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(below.length), readFileSync(path, 'latin1')]));
}

function kept(dist: string): readonly string[] {
  return keptFiles.map((file) => keptPath(codeFolder(dist), file));
}

function changeByte(path: string, place: (length: number) => number): void {
  const content = readFileSync(path);
  const index = place(content.length);
  content.writeUInt8(content.readUInt8(index) ^ 0x55, index);
  writeFileSync(path, content);
}

const eachKept = (change: (path: string) => void) => (dist: string) => kept(dist).forEach(change);
const ways: Readonly<Record<string, (dist: string) => void>> = {
  'is missing': (dist) => rmSync(join(codeFolder(dist), 'kept'), { recursive: true }),
  'is of another version of Node': (dist) => {
    const [path = ''] = kept(dist).map(dirname);
    renameSync(path, join(dirname(path), 'v0.0.1-linux-x64'));
  },
  'is of another V8': eachKept((path) => {
    // What V8 itself looks at first is changed, and the checksum agrees.
    const content = readFileSync(path);
    content.fill(0, 12, 16);
    writeFileSync(path, content);
  }),
  'is cut off': eachKept((path) => truncateSync(path, 10_000)),
  'is empty': eachKept((path) => truncateSync(path, 0)),
  'is a folder': eachKept((path) => {
    rmSync(path);
    mkdirSync(path);
  }),
  'has other bytes at its start': eachKept((path) => changeByte(path, () => 36)),
  'has other bytes in the middle': eachKept((path) => changeByte(path, (length) => Math.floor(length / 2))),
  'has other bytes at its end': eachKept((path) => changeByte(path, (length) => length - 1)),
  'has another checksum': eachKept((path) => changeByte(path, () => 2)),
};

describe('what V8 made of the code', () => {
  test('is there for both files of code, and V8 takes it', () => {
    const asked = `
      const vm = require('node:vm');
      const seen = [];
      const { Script } = vm;
      vm.Script = class extends Script {
        constructor(code, options) {
          super(code, options);
          seen.push(options.filename.replace(/.*[/]/, '') + ' ' + this.cachedDataRejected);
        }
      };
      process.on('exit', () => process.stderr.write(seen.join()));
    `;
    const preload = join(folder, 'preload.cjs');
    writeFileSync(preload, asked);
    const argv = ['--require', preload, join(built, 'cli.cjs')];
    const of = (...command: readonly string[]) =>
      spawnSync(process.execPath, [...argv, ...command], {
        cwd: specs,
        encoding: 'utf8',
        env: { ...process.env, BITESIZE_CACHE: '', NODE_OPTIONS: '' },
      }).stderr;
    expect(of('check', '--quiet')).toBe('check.cjs false');
    expect(of('compile', '--quiet', '--out', join(folder, 'taken'))).toBe(
      'check.cjs false,compile.cjs false',
    );
  });

  test.each(Object.entries(ways))('%s: the same comes out', (_, change) => {
    const dist = copyOfBuild();
    change(dist);
    for (const argv of [['check'], ['compile'], ['check', 'nowhere']])
      expect(run(dist, argv)).toEqual(run(built, argv));
  });

  test('cannot be used with other flags of V8: the same comes out', () => {
    expect(
      run(built, ['compile'], { NODE_OPTIONS: '--stack-trace-limit=5 --interpreted-frames-native-stack' }),
    ).toEqual(run(built, ['compile']));
  });

  test('is not used for other code of the same length', () => {
    const dist = copyOfBuild();
    const path = chunkPath(codeFolder(dist), 'check');
    const code = readFileSync(path, 'latin1');
    const changed = code.replaceAll('Compiles bitesize specs into', 'Compiles bitesize SPECS into');
    expect(changed).not.toBe(code);
    writeFileSync(path, changed, 'latin1');
    expect(run(dist, ['--help']).stdout).toContain('Compiles bitesize SPECS into');
  });

  test('is read alone: nothing in the package changes, and nothing appears beside it', () => {
    const dist = copyOfBuild();
    rmSync(join(codeFolder(dist), 'kept'), { recursive: true });
    const home = mkdtempSync(join(folder, 'home-'));
    const states = () =>
      readdirSync(dist, { recursive: true, encoding: 'utf8' })
        .sort()
        .map((path) => `${path} ${statSync(join(dist, path)).mtimeMs}`);
    const before = states();
    const temporary = mkdtempSync(join(folder, 'tmp-'));
    const { code } = run(dist, ['check'], { HOME: home, XDG_CACHE_HOME: join(home, 'c'), TMPDIR: temporary });
    expect(code).toBe(0);
    expect(states()).toEqual(before);
    expect([...readdirSync(home), ...readdirSync(temporary)]).toEqual([]);
  });
});

test('an installed package has all that the command needs', () => {
  const from = mkdtempSync(join(folder, 'package-'));
  cpSync('package.json', join(from, 'package.json'));
  cpSync(built, join(from, 'dist'), { recursive: true });
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(execFileSync('npm', pack, { cwd: from, encoding: 'utf8' })) as [
    { readonly filename: string },
  ];
  const into = mkdtempSync(join(folder, 'installed-'));
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', into]);
  const { bin } = JSON.parse(readFileSync(join(into, 'package/package.json'), 'utf8')) as {
    readonly bin: { readonly bitesize: string };
  };
  const installed = dirname(join(into, 'package', bin.bitesize));
  expect(kept(installed).map((path) => statSync(path).isFile())).toEqual([true, true]);
  for (const argv of [['check'], ['compile'], ['explain', 'schema/unknown-field'], ['schema', 'build']])
    expect(run(installed, argv)).toEqual(run(built, argv));
});

test('an error in the code itself is told with the place and the name of the function', () => {
  const dist = copyOfBuild();
  const path = chunkPath(codeFolder(dist), 'check');
  const code = readFileSync(path, 'latin1');
  const start = 'function runCheck(';
  const at = code.indexOf('{', code.indexOf(')', code.indexOf(start)) + 1);
  expect(code.indexOf(start)).toBeGreaterThan(0);
  writeFileSync(path, `${code.slice(0, at + 1)}throw new Error("made for this test");${code.slice(at + 1)}`);
  const { code: exit, stderr } = run(dist, ['check']);
  expect(exit).toBe(3);
  expect(stderr).toContain('this is a bug in bitesize');
  expect(stderr).toMatch(/at (async )?runCheck \(.*code[/]check[.]cjs:\d+:\d+\)/);
});
