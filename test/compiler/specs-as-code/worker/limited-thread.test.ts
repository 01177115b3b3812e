import { describe, expect, test } from 'vitest';
import { LimitedThread } from '../../../../compiler/specs-as-code/worker/limited-thread.ts';

/** A thread that does what it is asked; it says who it is first, as ours do. */
const code = `
const { parentPort } = require('node:worker_threads');
const { readlinkSync } = require('node:fs');
let thread;
try { thread = /\\d+$/.exec(readlinkSync('/proc/thread-self'))?.[0]; } catch {}
parentPort.postMessage({ thread });
parentPort.on('message', (what) => {
  if (what === 'answer') parentPort.postMessage({ done: 1 });
  if (what === 'talk') for (const at of [1, 2, 3]) parentPort.postMessage(at === 3 ? { done: at } : { at });
  if (what === 'fill') for (const kept = []; ; ) kept.push(new Array(1000).fill(kept.length));
  if (what === 'work') for (;;);
  if (what === 'fail') throw new Error('a mistake of ours');
  if (what === 'leave') process.exit();
});
`;

const start = () => new LimitedThread(code, { resourceLimits: { maxOldGenerationSizeMb: 16 } });

function ask(thread: LimitedThread, what: string, time = 60_000) {
  return thread.ask<number>(what, {
    time,
    // The boundary: the thread stands above.
    onMessage: (message) => {
      const { done } = message as { readonly done?: number };
      return done === undefined ? undefined : { answer: done };
    },
  });
}

describe('a limited thread', () => {
  test('answers, one request after the other', async () => {
    const thread = start();
    expect([await ask(thread, 'answer'), await ask(thread, 'talk')]).toEqual([{ answer: 1 }, { answer: 3 }]);
    await thread.end();
  });

  test.each([
    ['works without end', 'work', 10, 'timeout'],
    ['waits without end', 'wait', 0, 'timeout'],
    ['needs too much memory', 'fill', 60_000, 'out of memory'],
  ])('that %s is ended, and the next request gets another one', async (_, what, time, end) => {
    const thread = start();
    expect(await ask(thread, what, time)).toEqual({ end });
    expect(await ask(thread, 'answer')).toEqual({ answer: 1 });
    await thread.end();
  });

  test.each([
    ['a mistake in it', 'fail', 'a mistake of ours'],
    ['a thread that leaves', 'leave', 'ended without an answer'],
  ])('does not hide %s', async (_, what, message) => {
    const thread = start();
    await expect(ask(thread, what)).rejects.toThrow(message);
    expect(await ask(thread, 'answer')).toEqual({ answer: 1 });
    await thread.end();
  });
});
