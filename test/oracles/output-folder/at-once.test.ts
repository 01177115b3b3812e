import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleCommand, type Command } from './command.ts';
import { makeSetting, type Setting, type Way } from './setting.ts';
import { readAgainAndAgain } from './tree-reader.ts';

/* Several real runs that write to one folder at the same time, and one that reads it meanwhile. */
const scratch = mkdtempSync(join(tmpdir(), 'bitesize-at-once-'));
let command: Command;

beforeAll(async () => {
  command = await bundleCommand(scratch);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const ways: readonly Way[] = ['replaced as a whole', 'changed in place'];

describe.each(ways)('a folder that is %s by several runs at once', (way) => {
  it.each([
    ['two of one version', [1, 1]],
    ['two of two versions', [0, 1]],
    ['eight of one version', [1, 1, 1, 1, 1, 1, 1, 1]],
    ['eight of two versions', [0, 1, 0, 1, 0, 1, 0, 1]],
  ])('is one of the versions in the end: %s', async (_, versions) => {
    const setting = await newSetting(way);
    for (let round = 0; round < 2; round++) {
      await expectFine(setting, versions);
      // So that the next round has something to do, and does not make the folder.
      await expectFine(setting, [round]);
    }
  });

  it('is mended by eight runs that all find a killed one', async () => {
    const setting = await newSetting(way);
    await expectFine(setting, [0]);
    const changes = await command.countChanges(setting.argvFor(1), setting.folder);
    for (const part of [0.02, 0.5]) {
      await expectFine(setting, [0]);
      const moment = Math.floor(changes * part);
      const { status } = await command.startKilledAt(setting.argvFor(1), setting.folder, moment, 'SIGKILL')
        .outcome;
      expect(status).toBe('SIGKILL');
      await expectFine(setting, [0, 1, 0, 1, 0, 1, 0, 1]);
    }
  });
});

describe('a reader of a folder that is replaced as a whole', () => {
  it('never sees a mixture', async () => {
    const setting = await newSetting('replaced as a whole');
    await expectFine(setting, [0]);
    let isOver = false;
    const reading = readAgainAndAgain(setting.roots[0] ?? '', () => isOver);
    for (let round = 0; round < 10; round++) await expectFine(setting, [(round + 1) % 2]);
    isOver = true;
    const { whole, replaced, absent, problems } = await reading;
    console.log(
      `whole trees read: ${[...whole.values()].join(' and ')}; ${replaced} replaced, ${absent} absent`,
    );
    expect(problems).toEqual([]);
    expect([...whole.keys()].length).toBe(2);
  });
});

async function newSetting(way: Way): Promise<Setting> {
  return makeSetting(command, mkdtempSync(join(scratch, 'setting-')), way);
}

/** Starts runs of these versions at the same time; all end well, and the folder is what one of them makes. */
async function expectFine(setting: Setting, versions: readonly number[]): Promise<void> {
  const runs = versions.map((version) => command.start(setting.argvFor(version), setting.folder));
  const outcomes = await Promise.all(runs.map(({ outcome }) => outcome));
  const ends = outcomes.map(({ status, stdout, stderr }) =>
    status === 0 ? 0 : `${status}: ${stdout}${stderr}`,
  );
  expect(ends).toEqual(versions.map(() => 0));
  const [state] = setting.states();
  expect(state).toMatchObject({ phase: 'idle', problems: [] });
  expect(versions).toContain(state?.version);
}
