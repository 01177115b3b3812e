import { expect, it } from 'vitest';
import { fine, run } from './run.ts';

it('each reason for a plugin is given once', async () => {
  const jobs = 'project: shop\njobs:\n  - {name: nightly, kind: freestyle, builders: [{shell: make}]}\n';
  const { code, output } = await run(['plugins', 'list'], { files: { ...fine, 'jobs.bitesize': jobs } });
  expect(code).toBe(0);
  const reasons = output.split('\n').map((line) => line.replace(/^\S+ +/, '').split('; '));
  expect(reasons.filter((all) => new Set(all).size < all.length)).toEqual([]);
  expect(output).toContain('makes the jobs from the compiled scripts\n');
});
