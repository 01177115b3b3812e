import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { TaskQueue } from '../../../../compiler/run/threads/task-queue.ts';

test('hands out each place once, in order, whoever takes it', () => {
  const queue = new TaskQueue(5);
  const other = new TaskQueue(5, queue.counter);
  const taken = [queue, other, other, queue, queue, other, queue].map((each) => each.take());
  expect(taken).toEqual([0, 1, 2, 3, 4, undefined, undefined]);
});

test('is shared with other threads', async () => {
  const length = 20_000;
  const queue = new TaskQueue(length);
  const worker = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
     const counter = new Int32Array(workerData.counter);
     let taken = 0;
     while (Atomics.add(counter, 0, 1) < workerData.length) taken++;
     parentPort.postMessage(taken);`,
    { eval: true, workerData: { counter: queue.counter, length } },
  );
  const ofOther = new Promise<number>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  let own = 0;
  while (queue.take() !== undefined) own++;
  expect(own + (await ofOther)).toBe(length);
  await worker.terminate();
});
