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

it.each([
  ['list', 'nowhere', '`nowhere` does not exist'],
  ['tree', 'nowhere', '`nowhere` does not exist'],
  ['lsit', '', '`lsit` does not exist'],
  ['list', 'empty', 'no specs in `empty`'],
  ['update', 'nowhere', '`nowhere` does not exist'],
])('%s %s: a folder without specs has no plugins', async (command, folder, message) => {
  const files = { ...fine, 'empty/README.md': '', 'center.json': '{}' };
  const more = command === 'update' ? ['--from', 'center.json'] : [];
  const argv = ['plugins', command, folder, ...more].filter((word) => word !== '');
  const { code, output, errors } = await run(argv, { files });
  expect([code, output]).toEqual([1, '']);
  expect(errors).toContain(message);
});

it('specs in TypeScript that have errors have no plugins', async () => {
  const { code, output, errors } = await run(['plugins', 'list'], {
    files: { 'build.bitesize.ts': 'export default missing;\n' },
  });
  expect([code, output]).toEqual([1, '']);
  expect(errors).toContain('the specs have errors: `bitesize check` shows them');
});
