import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileStates, written } from './file-states.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitesize-states-'));
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'sub/file'), 'text');
});
afterEach(() => rmSync(folder, { recursive: true }));

function changeBy(act: () => void) {
  const before = fileStates(folder);
  // The clock of some file systems ticks every few milliseconds.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  act();
  return written(before, fileStates(folder));
}

test('nothing', () => {
  expect(changeBy(() => {})).toEqual({ files: 0, bytes: 0, others: 0 });
});

test('the same bytes again', () => {
  expect(changeBy(() => writeFileSync(join(folder, 'sub/file'), 'text'))).toEqual({
    files: 1,
    bytes: 4,
    others: 0,
  });
});

test('a temporary file that came and went', () => {
  const act = () => {
    writeFileSync(join(folder, 'temporary'), '');
    rmSync(join(folder, 'temporary'));
  };
  expect(changeBy(act)).toEqual({ files: 0, bytes: 0, others: 1 });
});

test('a file that was only linked', () => {
  const outside = `${folder}-link`;
  expect(changeBy(() => linkSync(join(folder, 'sub/file'), outside))).toEqual({
    files: 0,
    bytes: 0,
    others: 1,
  });
  rmSync(outside);
});

test('a file that is gone', () => {
  // The folder that it was in, and itself.
  expect(changeBy(() => rmSync(join(folder, 'sub/file')))).toEqual({ files: 0, bytes: 0, others: 2 });
});

test('a folder that is not there has nothing', () => {
  expect(fileStates(join(folder, 'absent')).size).toBe(0);
});
