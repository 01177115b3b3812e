import { describe, expect, it } from 'vitest';
import { jobDsl } from '../../../emitters/job-dsl/index.ts';
import type { Item } from '../../../jenkins/all-items.ts';
import { compiledJob } from '../../jenkins/compiled-job.ts';
import { node } from '../../jenkins/items/node.ts';
import { emitItems } from '../emit.ts';

/** Returns the most calls that stand in one closure of a script, those of closures inside not counted. */
function mostCalls(script: string): number {
  const open = [0];
  let most = 0;
  for (const line of script.split('\n').map((each) => each.trim())) {
    if (line === '}') most = Math.max(most, open.pop() ?? 0);
    else {
      open.push((open.pop() ?? 0) + 1);
      if (/[{]( \w+)?( ->)?$/.test(line)) open.push(0);
    }
  }
  return most;
}

describe('a job with hundreds of entries', () => {
  const batches = (count: number, indent: string) =>
    Array.from({ length: count }, (_, index) => `${indent}- batch: nmake ${index}\n`).join('');

  it('has no closure that the JVM could not compile', async () => {
    const { dsl, findings } = await compiledJob('freestyle', `    builders:\n${batches(900, '      ')}`);
    expect(findings).toEqual([]);
    expect(dsl).toContain("'nmake 899'");
    expect(mostCalls(dsl)).toBeLessThanOrEqual(500);
  });

  it('nor one for what stands in one entry', async () => {
    const steps = batches(900, '            ');
    const lines = `    builders:\n      - conditional-step:\n          condition: always\n          steps:\n${steps}`;
    const { dsl, findings } = await compiledJob('freestyle', lines);
    expect(findings).toEqual([]);
    expect(dsl).toContain("'nmake 899'");
    expect(mostCalls(dsl)).toBeLessThanOrEqual(500);
  });

  it('keeps one configure block where that is enough', async () => {
    const { dsl } = await compiledJob('freestyle', `    builders:\n${batches(20, '      ')}`);
    expect(dsl).not.toContain('.with {');
  });
});

it('multijobs are the last items of a script', () => {
  const job = (kind: 'multijob' | 'freestyle', name: string): Item =>
    node({ kind, family: 'jobs', name, ...(kind === 'multijob' ? { pollSubjobs: false } : {}) }) as Item;
  const items = [job('multijob', 'a'), job('freestyle', 'b'), job('multijob', 'c'), job('freestyle', 'd')];
  const [script = ''] = [...emitItems(jobDsl, items).values()].map(({ text }) => text);
  expect([...script.matchAll(/^\w+Job\('(\w)'\)/gm)].map(([, name]) => name)).toEqual(['b', 'd', 'a', 'c']);
});
