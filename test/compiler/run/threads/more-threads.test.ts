import { expect, test } from 'vitest';
import type { HostThread } from '../../../../compiler/host/host.ts';
import { createMemoryHost } from '../../../../compiler/host/memory-host.ts';
import { NameGate } from '../../../../compiler/run/names/name-gate.ts';
import type { Work } from '../../../../compiler/run/project/project-task.ts';
import { runTasks } from '../../../../compiler/run/threads/run-tasks.ts';
import { files, names, tasks, work } from './twelve-projects.ts';

const cached: Work = { ...work, cache: { folder: '/cache', build: 'one', keepsOutput: false } };

/** A thread that does nothing. */
const idle: HostThread = {
  send: () => undefined,
  onMessage: () => undefined,
  onError: () => undefined,
  stop: () => undefined,
};

/** A host whose threads do nothing, and how many of them were started. */
function threadedHost() {
  let started = 0;
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

test('few projects are looked at by one thread, and more are started when there is more to do', async () => {
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

test('many projects are looked at by more threads', async () => {
  // A cache with something in it; the projects themselves are soon told: they are not there.
  const host = createMemoryHost({ files: { '/cache/left/00/note': '' } });
  const startedFor = async (count: number): Promise<number> => {
    let started = 0;
    const startThread = (): HostThread => {
      started++;
      return idle;
    };
    const many = Array.from({ length: count }, (_, index) => ({ folder: `q${index}`, out: `out/q${index}` }));
    const gate = new NameGate(many.map(({ folder }) => folder));
    const outcomes = await runTasks({ ...host, startThread }, cached, many, 3, gate);
    expect(outcomes).toHaveLength(count);
    return started;
  };
  expect(await Promise.all([500, 501, 1001].map(startedFor))).toEqual([0, 1, 2]);
});
