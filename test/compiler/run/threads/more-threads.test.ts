import { expect, test } from 'vitest';
import type { HostThread } from '../../../../compiler/host/host.ts';
import { createMemoryHost } from '../../../../compiler/host/memory-host.ts';
import { NameGate } from '../../../../compiler/run/names/name-gate.ts';
import type { Work } from '../../../../compiler/run/project/project-task.ts';
import { runTasks } from '../../../../compiler/run/threads/run-tasks.ts';
import { files, names, tasks, work } from './twelve-projects.ts';

const cached: Work = { ...work, cache: { folder: '/cache', build: 'one', keepsOutput: false } };

/** A host whose threads do nothing, and how many of them were started. */
function threadedHost() {
  let started = 0;
  const idle: HostThread = {
    send: () => undefined,
    onMessage: () => undefined,
    onError: () => undefined,
    stop: () => undefined,
  };
  const host = createMemoryHost({ files });
  const startThread = () => {
    started++;
    return idle;
  };
  const startedBy = async (given: Work): Promise<number> => {
    const before = started;
    const gate = new NameGate(names);
    const outcomes = await runTasks({ ...host, startThread }, given, tasks, 3, gate);
    expect(outcomes.every(({ output }) => output !== undefined)).toBe(true);
    return started - before;
  };
  return { host, startedBy };
}

test('threads are started when there is more to do than to look', async () => {
  const { host, startedBy } = threadedHost();
  expect(await startedBy(cached)).toBe(2);
  expect(await startedBy(cached)).toBe(0);
  const touch = (count: number) => {
    for (const name of names.slice(0, count))
      host.files.write(`/project/out/${name}/jenkins/plugins.txt`, 'somebody was here');
  };
  touch(3);
  expect(await startedBy(cached)).toBe(0);
  touch(4);
  // Eight are left then, enough for one more.
  expect(await startedBy(cached)).toBe(1);
  expect(await startedBy(work)).toBe(2);
});
