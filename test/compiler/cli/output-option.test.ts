import { describe, expect, it } from 'vitest';
import { inFolder, run, textOf } from './run.ts';

const spec =
  'project: shop\ncomponents:\n  - name: web\n    repository: {git: git@git.example.com:shop/web.git}\n';

const files = inFolder('/project', { 'build.bitesize': spec });

const live = ['--jenkins', 'http://localhost:1'];

describe('an option that names what is written', () => {
  it.each([
    ['check', '--report', 'json=build.bitesize'],
    ['check', '--baseline', 'build.bitesize', '--update-baseline'],
    ['check', '--report', 'sarif=../other/jobs.bitesize.ts'],
    ['graph', '--out', './build.bitesize'],
    ['plan', ...live, '--out', 'build.bitesize'],
    ['drift', ...live, '--trace-http', 'build.bitesize'],
  ])('keeps specs: %s %s %s', async (...argv) => {
    const { code, errors, host } = await run(argv, { files });
    expect(code).toBe(2);
    expect(errors).toContain('It is the name of a spec, which would be lost: name another file.');
    expect(textOf(host, 'build.bitesize')).toBe(spec);
  });

  it.each([
    ['compile', '--out', ''],
    ['compile', '--out', 'out', '--cache-dir', ''],
    ['check', '--shard', '1/2', '--results', ''],
    ['docs', '--out', ''],
    ['import', 'home', '--out', ''],
    ['apply', ...live, '--backup', ''],
  ])('is not empty: %s %s %s %s', async (...argv) => {
    const { code, errors, host } = await run(argv, { files });
    expect(code).toBe(2);
    expect(errors).toContain('It is empty: is the variable set that names the folder?');
    expect(host.files.list('/project')).toMatchObject({ ok: true, value: [{ name: 'build.bitesize' }] });
  });

  it.each([
    ['check', '--baseline', ''],
    ['graph', '--out', ''],
    ['plan', ...live, '--out', ''],
  ])('names a file: %s %s', async (...argv) => {
    const { code, errors } = await run(argv, { files });
    expect([code, errors]).toEqual([2, expect.stringContaining('is the variable set that names the file?')]);
  });
});
