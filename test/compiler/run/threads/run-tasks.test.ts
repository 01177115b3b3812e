import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fleetProject } from '../../../bench/fleet-project.ts';
import { fleetSpecs } from '../../../bench/fleet-specs.ts';
import { seed, writeFleet } from '../../../bench/write-fleet.ts';
import { bundledCommand } from '../../../bundle/bundled-command.ts';

/* Threads and the cache exist in the built command only: it is bundled and runs in processes of its own. */

const scratch = mkdtempSync(join(tmpdir(), 'bitesize-fleet-'));
let cli = '';
const size = 9;

beforeAll(async () => {
  cli = await bundledCommand();
  writeFleet(join(scratch, 'projects'), size);
  // One that is broken, one that takes the host of another, and one whose findings are about a program.
  writeFileSync(join(scratch, 'projects', nameOf(2), 'build.bitesize'), 'components: [\n');
  const environments = fleetSpecs(fleetProject(5, seed))['environments.bitesize'] ?? '';
  writeFileSync(
    join(scratch, 'projects', nameOf(5), 'environments.bitesize'),
    environments.replaceAll(`${nameOf(5)}.example.com`, `${nameOf(3)}.example.com`),
  );
  mkdirSync(join(scratch, 'projects', 'zz-typescript'));
  writeFileSync(
    join(scratch, 'projects', 'zz-typescript', 'build.bitesize.ts'),
    "import { build } from 'bitesize';\nexport default build({ project: 'zz', components: [{ nam: 'zz' }] });\n",
  );
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('threads', () => {
  it('give the same bytes, findings and exit code as one', () => {
    const one = run(['compile', 'projects/*', '--out', 'one', '--report', 'json=one.json', '--jobs', '1']);
    // What another run knows starts no threads.
    const home = join(scratch, 'home-of-three');
    const three = run(
      ['compile', 'projects/*', '--out', 'three', '--report', 'json=three.json', '--jobs', '3'],
      { home },
    );
    expect([three.status, three.stderr]).toEqual([1, '']);
    expect(one.status).toBe(three.status);
    expect(withoutTime(three.stdout).replaceAll('three', 'one')).toBe(withoutTime(one.stdout));
    expect(readFileSync(join(scratch, 'three.json'), 'utf8')).toBe(
      readFileSync(join(scratch, 'one.json'), 'utf8'),
    );
    expect(treeOf('three')).toEqual(treeOf('one'));
    expect(Object.keys(treeOf('one')).filter((path) => path.endsWith('/manifest.json'))).toHaveLength(
      size - 2,
    );
    expect(one.stdout).toContain('error[ts/type]');
    expect(one.stdout).toContain('error[fleet/shared-host]');
  });

  it('fix specs as one does', () => {
    for (const folder of ['fix-one', 'fix-three']) {
      cpSync(join(scratch, 'projects'), join(scratch, folder, 'projects'), { recursive: true });
      const jobs = folder === 'fix-one' ? '1' : '3';
      const cwd = join(scratch, folder);
      run(['check', 'projects/*', '--fix', '--jobs', jobs], { cwd, home: join(cwd, 'home') });
    }
    expect(treeOf('fix-three')).toEqual(treeOf('fix-one'));
  });
});

describe('the cache of the built command', () => {
  it('leaves a second run nothing to write, and gives another machine the output', () => {
    const options = ['compile', 'projects/*', '--cache-dir', 'cache', '--jobs', '2'];
    const first = run([...options, '--out', 'out']);
    const before = stampsOf('out');
    const second = run([...options, '--out', 'out']);
    expect(stampsOf('out')).toEqual(before);
    expect(findingsOf(second.stdout)).toBe(findingsOf(first.stdout));
    expect(second.stdout).toMatch(/^out\/\S+: 0 added, 0 changed, 0 removed, \d+ unchanged$/m);
    run([...options, '--out', 'other']);
    expect(treeOf('other')).toEqual(treeOf('out'));
  });

  it('is not taken in by a copy of a tree that somebody changed', () => {
    const project = `projects/${nameOf(0)}`;
    run(['compile', project, '--out', 'plain']);
    const before = treeOf('plain');
    const path = join(scratch, 'plain/jenkins/plugins.txt');
    writeFileSync(path, 'x'.repeat(statSync(path).size));
    cpSync(join(scratch, 'plain'), join(scratch, 'copy'), { recursive: true, preserveTimestamps: true });
    // The copy of the manifest is the newest file of the copy, as it may be.
    chmodSync(join(scratch, 'copy/manifest.json'), 0o644);
    run(['compile', project, '--out', 'copy']);
    expect(treeOf('copy')).toEqual(before);
  });
});

function nameOf(index: number): string {
  return fleetProject(index, seed).name;
}

interface Place {
  readonly cwd?: string;
  readonly home?: string;
}

function run(argv: readonly string[], { cwd = scratch, home = join(scratch, 'home') }: Place = {}) {
  const env = { PATH: process.env.PATH, HOME: home };
  return spawnSync(process.execPath, [cli, ...argv], { cwd, env, encoding: 'utf8' });
}

function withoutTime(output: string): string {
  return output.replace(/, [\d.]+ m?s\n$/, '\n');
}

function findingsOf(output: string): string {
  return output.slice(0, output.indexOf('\nout/'));
}

function treeOf(folder: string): Readonly<Record<string, string>> {
  const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  return Object.fromEntries(filesIn(folder).map((name) => [name, hash(join(scratch, folder, name))]));
}

/** The status of a file changes with every touch. */
function stampsOf(folder: string): readonly string[] {
  return filesIn(folder).map((name) => {
    const { ino, ctimeMs } = statSync(join(scratch, folder, name));
    return `${name} ${ino} ${ctimeMs}`;
  });
}

function filesIn(folder: string): readonly string[] {
  const root = join(scratch, folder);
  const entries = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return entries.filter((name) => statSync(join(root, name)).isFile()).sort();
}
