import { expect, test } from 'vitest';
import { createMemoryHost } from '../../../../compiler/host/memory-host.ts';
import { TaskQueue } from '../../../../compiler/run/threads/task-queue.ts';
import { workThrough } from '../../../../compiler/run/threads/work-through.ts';
import { files, names, tasks, work } from './twelve-projects.ts';

test('holds eight compiled projects, and compiles the others when those may be written', async () => {
  const host = createMemoryHost({ files });
  const answers: (() => void)[] = [];
  const ended: number[] = [];
  let heard: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const all = workThrough(host, work, tasks, new TaskQueue(tasks.length), {
    ask: (place) =>
      new Promise((answer) => {
        answers.push(() => answer(place !== 3));
        if (answers.length === 8) heard();
        if (answers.length > 8) answer(true);
      }),
    end: (place) => ended.push(place),
  });
  await asked;
  // Whatever could go on has gone on by then.
  for (let turns = 0; turns < 50; turns++) await new Promise((resolve) => setImmediate(resolve));
  expect([answers.length, ended]).toEqual([8, []]);
  for (const answer of answers.toReversed()) answer();
  await all;
  expect(ended.slice(0, 8)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
  expect(ended.toSorted((one, other) => one - other)).toEqual(tasks.map((_, place) => place));
  const isWritten = names.map((name) => host.files.status(`/project/out/${name}/manifest.json`).ok);
  expect(isWritten).toEqual(names.map((_, place) => place !== 3));
});

test('a task that fails ends the run', async () => {
  const host = createMemoryHost({ files });
  const queue = new TaskQueue(tasks.length);
  const coordinator = {
    ask: async () => true,
    end: (place: number): void => {
      if (place === 2) throw new Error('no room');
    },
  };
  await expect(workThrough(host, work, tasks, queue, coordinator)).rejects.toThrow('no room');
});
