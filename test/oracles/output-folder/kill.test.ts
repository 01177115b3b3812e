import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../bench/random.ts';
import { bundleCommand, type Command } from './command.ts';
import type { Phase } from './output-state.ts';
import { makeSetting, type Setting, type Way } from './setting.ts';

/*
 * Real processes, really killed: in the middle of a change to files that is drawn, or after a time that is drawn. Each
 * run compiles one of two versions into the folder that the last one left when it was killed.
 * BITESIZE_KILL_SEED draws others.
 */
const seed = Number(process.env.BITESIZE_KILL_SEED ?? 20170101);
const scratch = mkdtempSync(join(tmpdir(), 'bitesize-kill-'));
let command: Command;

beforeAll(async () => {
  command = await bundleCommand(scratch);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** How many killed runs left an output folder in which state; `finished` came too late to hit anything. */
type Counts = Record<Phase | 'finished' | 'mixed', number>;

describe('a run that is killed', () => {
  it('leaves the old or the new tree, 200 times, and the next one mends it', async () => {
    const counts = await killInTwo({ way: 'replaced as a whole', projects: 1, kills: 200 });
    expect(missed(counts, ['idle', 'staging', 'clearing'])).toEqual([]);
    expect(counts.mixed).toBe(0);
  });

  it('leaves the old or the new tree of each project of a fleet', async () => {
    const counts = await killInTwo({ way: 'replaced as a whole', projects: 3, kills: 14 });
    expect(missed(counts, ['idle', 'staging', 'clearing'])).toEqual([]);
    expect(counts.mixed).toBe(0);
  });

  it('leaves whole files, and a journal that the next one carries out, where the folder must stay', async () => {
    const counts = await killInTwo({ way: 'changed in place', projects: 1, kills: 40 });
    expect(missed(counts, ['staging', 'moving'])).toEqual([]);
    expect(counts.mixed).toBe(counts.moving);
  });

  it.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])(
    'leaves nothing else when it is asked to end: %s',
    async (signal) => {
      const counts = await killInTwo({ way: 'replaced as a whole', projects: 1, kills: 10, signal });
      expect(missed(counts, ['staging'])).toEqual([]);
      expect(counts.mixed).toBe(0);
    },
  );
});

describe('a loss of power', () => {
  // What a file system makes of content that it had not written yet.
  it.each([
    ['empty', 0],
    ['full of zeros', 1],
  ])('that leaves files %s is mended by the next run', async (_, share) => {
    const setting = await makeSetting(command, mkdtempSync(join(scratch, 'setting-')), 'replaced as a whole');
    await expectMended(setting, 0, 'nothing');
    const files = readdirSync(setting.roots[0] ?? '', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('/own') && entry.name !== 'README')
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(50);
    for (const file of files.filter((_, index) => index % 3 === 0)) {
      const { atime, mtime, size } = statSync(file);
      writeFileSync(file, new Uint8Array(size * share));
      utimesSync(file, atime, mtime);
    }
    expect(setting.states()[0]?.version).toBe(-1);
    await expectMended(setting, 0, 'a loss of power');
  });
});

interface Kills {
  readonly way: Way;
  readonly projects: number;
  readonly kills: number;
  readonly signal?: NodeJS.Signals;
}

/** Kills runs in two settings at once, as there are two processors nearly everywhere. */
async function killInTwo(kills: Kills): Promise<Counts> {
  const counts: Counts = {
    ...{ idle: 0, locked: 0, staging: 0, absent: 0, moving: 0, clearing: 0 },
    ...{ finished: 0, mixed: 0 },
  };
  await Promise.all(
    [0, 1].map(async (half) => {
      const folder = mkdtempSync(join(scratch, 'setting-'));
      const setting = await makeSetting(command, folder, kills.way, kills.projects);
      await killRuns(setting, { ...kills, kills: kills.kills / 2 }, seed + half, counts);
    }),
  );
  const shown = Object.entries(counts).map(([phase, count]) => `${count} ${phase}`);
  console.log(`${kills.kills} kills, ${kills.way}: ${shown.join(', ')}`);
  return counts;
}

async function killRuns(
  setting: Setting,
  { kills, signal = 'SIGKILL' }: Kills,
  ownSeed: number,
  counts: Counts,
): Promise<void> {
  const random = new Random(ownSeed);
  const { changes, milliseconds } = await measure(setting);
  for (let killed = 0; killed < kills; ) {
    const story = `${killed} kills with seed ${ownSeed}`;
    if (random.below(8) === 0) await expectMended(setting, random.below(2), story);
    // A folder that is this version already would give the run nothing to do.
    const version = setting.states()[0]?.version === 0 ? 1 : 0;
    const argv = setting.argvFor(version);
    // The first one is killed before it changes anything.
    const byTime = random.below(4) === 0 && killed > 0;
    const moment = killed === 0 ? 0 : random.below(byTime ? milliseconds : changes);
    const run = byTime
      ? command.start(argv, setting.folder)
      : command.startKilledAt(argv, setting.folder, moment, signal);
    const timer = byTime ? setTimeout(() => run.signal(signal), moment) : undefined;
    const { status, stderr } = await run.outcome;
    clearTimeout(timer);
    const told = `${story}, then version ${version} until ${byTime ? 'millisecond' : 'change'} ${moment}`;
    expect([signal, 0], `${told}: ${stderr}`).toContain(status);
    for (const { phase, version: found, problems } of setting.states()) {
      expect(problems, told).toEqual([]);
      counts[status === 0 ? 'finished' : phase]++;
      if (found === -1) counts.mixed++;
    }
    if (status !== 0) killed++;
  }
  await expectMended(setting, 0, `${kills} kills with seed ${ownSeed}`);
}

/** Returns what a run takes that changes everything, from the second one on: the first one makes the folder. */
async function measure(setting: Setting): Promise<{ changes: number; milliseconds: number }> {
  await expectMended(setting, 0, 'nothing');
  const changes = await command.countChanges(setting.argvFor(1), setting.folder);
  const start = performance.now();
  await expectMended(setting, 0, 'a run');
  return { changes, milliseconds: Math.ceil(performance.now() - start) };
}

/** A run that is left alone makes everything whole, and leaves nothing beside it. */
async function expectMended(setting: Setting, version: number, story: string): Promise<void> {
  const { status, stdout, stderr } = await command.start(setting.argvFor(version), setting.folder).outcome;
  expect([status, stderr], `a run of version ${version} after ${story}: ${stdout}`).toEqual([0, '']);
  const whole = setting.roots.map(() => ({ phase: 'idle', version, problems: [] }));
  expect(setting.states(), `a run of version ${version} after ${story}`).toEqual(whole);
}

function missed(counts: Counts, phases: readonly Phase[]): readonly Phase[] {
  return phases.filter((phase) => counts[phase] === 0);
}
