import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundledCommand } from '../../bundle/bundled-command.ts';
import { HostilePlace } from '../../hostile/support/hostile-place.ts';
import { hostileCase } from '../../hostile/support/random-trees.ts';
import { type Call, traceRun } from './trace.ts';

/*
 * The real command on hostile checkouts, seen from outside: whatever the kernel was asked for. BITESIZE_FUZZ_SEED draws
 * other trees.
 */
const seed = Number(process.env.BITESIZE_FUZZ_SEED ?? 20170101);
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'bitesize-strace-')));
const place = new HostilePlace();
const cache = join(place.root, 'cache');
let cli = '';

beforeAll(async () => {
  cli = realpathSync(await bundledCommand());
});

afterAll(() => {
  place.remove();
  rmSync(scratch, { recursive: true, force: true });
});

/** What any process of Node reads: libraries of the system, its settings, what the kernel tells. */
const system = [
  '/usr',
  '/lib',
  '/lib64',
  '/etc/ld.so.cache',
  '/etc/ssl',
  '/proc',
  '/sys',
  '/dev/null',
  '/dev/urandom',
];
const readable = () => [
  ...system,
  dirname(dirname(realpathSync(process.execPath))),
  realpathSync(join(import.meta.dirname, '../../../node_modules')),
  dirname(cli),
  place.work,
  cache,
];
const writable = [place.work, cache, '/dev/null'];

function faultsOf(calls: readonly Call[]): readonly string[] {
  const isBelow = (path: string, folders: readonly string[]) =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
  return calls.flatMap(({ kind, path, text }) => {
    if (kind === 'run') return /\/(timeout|node)$/.test(path) ? [] : [`runs: ${text}`];
    if (kind === 'change') return isBelow(path, writable) ? [] : [`changes: ${text}`];
    return isBelow(path, readable()) && !path.endsWith('/environ') ? [] : [`reads: ${text}`];
  });
}

it('sees what a program does', async () => {
  const script = `
    const fs = require('node:fs');
    fs.readFileSync('${join(place.root, 'victim/secret.txt')}');
    fs.writeFileSync('../mark', '');
    fs.renameSync('../mark', '../moved');
    fs.unlinkSync('../moved');
    require('node:child_process').execFileSync('true');`;
  const env = { PATH: process.env.PATH ?? '' };
  const { calls } = await traceRun(['-e', script], place.work, env, join(scratch, 'trace'));
  const faults = faultsOf(calls).map((fault) => fault.slice(0, fault.indexOf(':')));
  expect(faults.sort()).toEqual(['changes', 'changes', 'changes', 'changes', 'reads', 'runs']);
});

/** A folder that the command line names may be a link to elsewhere: such trees say nothing here. */
const withoutNamedLinks = hostileCase.filter(
  ({ tree, argv }) => !argv.some((word) => word.split('/').some((part) => tree[part]?.kind === 'link')),
);
const cases = fc.sample(withoutNamedLinks, { seed, numRuns: 40 });

it.each(cases.map((each, index) => ({ ...each, index, line: each.argv.join(' ') })))(
  'tree $index: $line',
  async ({ tree, argv }) => {
    place.fill(tree);
    const env = { PATH: process.env.PATH ?? '', HOME: join(place.root, 'home'), BITESIZE_CACHE: cache };
    const { code, calls } = await traceRun([cli, ...argv], place.work, env, join(scratch, 'trace'));
    expect(calls.some(({ kind }) => kind === 'run')).toBe(true);
    expect(faultsOf(calls)).toEqual([]);
    expect([0, 1, 2, 3, 4]).toContain(code);
  },
);
