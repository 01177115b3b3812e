import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledCommand } from '../bundle/bundled-command.ts';
import { called } from '../compiler/cli/run.ts';

/*
 * The scripts of the example are run as they stand. kubectl is a stand-in that runs the commands of the manifests here;
 * bitesize is the real one, bundled.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const example = join(root, 'examples/fleet-on-kubernetes');
const scratch = mkdtempSync(join(tmpdir(), 'bitesize-fleet-'));
const bin = join(scratch, 'bin');
let count = 0;

interface Case {
  readonly folder: string;
  readonly volume: string;
}

/** Nine projects, of which one is broken and two have one name: more than one thread, and more than one for a shard. */
const broken: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, called(name)])),
  g: { 'build.bitesize': `${called('g')['build.bitesize']}    colour: red\n` },
  h: called('twin'),
  i: called('twin'),
};
const good = Object.fromEntries(Object.entries(broken).filter(([name]) => name < 'f'));

/** Each run starts about twenty processes, which takes its time on a busy machine. */
const PATIENCE = 300_000;

beforeAll(async () => {
  mkdirSync(bin);
  symlinkSync(await bundledCommand(), join(bin, 'bitesize'));
  symlinkSync(join(import.meta.dirname, 'fake-kubectl.mjs'), join(bin, 'kubectl'));
}, PATIENCE);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function newCase(projects: typeof broken): Case {
  const folder = join(scratch, `case-${count++}`);
  const volume = join(folder, 'volume');
  for (const name of ['volume', 'state']) mkdirSync(join(folder, name), { recursive: true });
  for (const [name, files] of Object.entries(projects)) {
    mkdirSync(join(folder, 'projects', name), { recursive: true });
    for (const [file, text] of Object.entries(files))
      writeFileSync(join(folder, 'projects', name, file), text);
  }
  return { folder, volume };
}

/** Runs a program and returns its exit code and what it printed. */
function run(
  folder: string,
  program: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { code: number | null; output: string } {
  const env = {
    ...process.env,
    HOME: join(folder, 'home'),
    PATH: `${bin}:${process.env.PATH}`,
    NO_COLOR: '1',
    EXAMPLE: example,
    VOLUME: join(folder, 'volume'),
    STATE: join(folder, 'state'),
    CALLS: join(folder, 'calls.txt'),
    ...environment,
  };
  const { status, stdout, stderr } = spawnSync(program, argv, { cwd: folder, env, encoding: 'utf8' });
  return { code: status, output: stdout + stderr };
}

function runFleet({ folder }: Case): ReturnType<typeof run> {
  return run(folder, join(example, 'run.sh'), ['projects']);
}

/** Returns every file of a folder but the results of shards. */
function outputOf(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^shard-\d+-of-\d+\.json$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    entries.sort().map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );
}

const withoutTime = (text: string) =>
  text.replace(/\d+ ms$|[\d.]+ s$/gm, 'TIME').replace(/ time="[^"]*"/g, '');

describe('run.sh', { timeout: PATIENCE }, () => {
  it.each([
    ['without findings', good, 0],
    ['with findings in a project and among two', broken, 1],
  ])('gives what one run gives: projects %s', (_, projects, expected) => {
    const whole = newCase(projects);
    const one = run(whole.folder, 'bitesize', [
      'compile',
      'projects/*',
      '--out',
      'out',
      '--report',
      'junit=junit.xml',
    ]);
    const parts = newCase(projects);
    const ran = runFleet(parts);
    expect([one.code, ran.code]).toEqual([expected, expected]);
    expect(withoutTime(ran.output)).toBe(withoutTime(one.output));
    const written = outputOf(join(whole.folder, 'out'));
    expect(Object.keys(written)).toContain('/a/jenkins/plugins.txt');
    expect(Object.keys(written)).toContain('/fleet.json');
    expect(outputOf(join(parts.volume, 'out'))).toEqual(written);
    expect(withoutTime(readFileSync(join(parts.volume, 'reports/junit.xml'), 'utf8'))).toBe(
      withoutTime(readFileSync(join(whole.folder, 'junit.xml'), 'utf8')),
    );
    expect(readdirSync(join(parts.volume, 'reports'))).toEqual([
      'junit.xml',
      ...[1, 2, 3, 4].map((shard) => `shard-${shard}.xml`),
    ]);
    expect(readFileSync(join(parts.folder, 'calls.txt'), 'utf8').split('\n')).toEqual([
      'delete job compile',
      `apply --kustomize ${example}`,
      'wait --for=condition=Ready pod/files',
      'exec files --',
      'cp projects files:/fleet/projects',
      'patch job compile',
      'get job compile',
      'patch job merge',
      'get job merge',
      'get pods --selector',
      'logs merge-x7k2p',
      'get pod merge-x7k2p',
      '',
    ]);
  });

  it('keeps results from run to run, and leaves out what an earlier run with more shards left', () => {
    const { folder, volume } = newCase(good);
    expect(runFleet({ folder, volume }).code).toBe(0);
    const kept = Object.keys(outputOf(join(volume, 'cache/left')));
    const before = outputOf(join(volume, 'out'));
    rmSync(join(volume, 'out'), { recursive: true });
    mkdirSync(join(volume, 'out'));
    writeFileSync(join(volume, 'out/shard-1-of-8.json'), '{}');
    expect(runFleet({ folder, volume }).code).toBe(0);
    expect(outputOf(join(volume, 'out'))).toEqual(before);
    // Without a key the output is not among them: it is made again, and noted where it was.
    expect(kept.length).toBe(Object.keys(good).length);
    expect(Object.keys(outputOf(join(volume, 'cache/left')))).toEqual(kept);
  });

  it('ends with 3 and does not merge when shards could not write', () => {
    const { folder, volume } = newCase(good);
    writeFileSync(join(volume, 'out'), 'no folder');
    const { code, output } = runFleet({ folder, volume });
    expect(code).toBe(3);
    expect(output).toContain('out');
    expect(readFileSync(join(folder, 'calls.txt'), 'utf8')).not.toContain('merge\nget');
  });
});

describe('compile.sh', () => {
  it('fails when the command line is wrong', () => {
    const { folder } = newCase(good);
    const environment = { JOB_COMPLETION_INDEX: '0', SHARDS: 'four', CPUS: '2' };
    const { code, output } = run(folder, join(example, 'compile.sh'), [], environment);
    expect([code, output]).toEqual([2, expect.stringContaining('--shard')]);
  });
});
