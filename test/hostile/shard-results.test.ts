import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryHost, type MemoryHost } from '../../compiler/host/memory-host.ts';
import { called, inFolder, runOn, textOf } from '../compiler/cli/run.ts';

const path = '/project/results/shard-1-of-2.json';

describe('the result of a shard that came from another machine', () => {
  let host: MemoryHost;

  beforeEach(async () => {
    const files = Object.fromEntries(
      ['a', 'b'].flatMap((name) => Object.entries(inFolder(`/project/${name}`, called(name)))),
    );
    host = createMemoryHost({ files: { ...files, '/outside/result.json': '{}' } });
    host.files.write('/project/a/build.bitesize', `${files['/project/a/build.bitesize']}    colour: red\n`);
    for (const shard of ['1/2', '2/2'])
      await runOn(host, [
        'check',
        'a',
        'b',
        '--unknown-fields',
        'warn',
        '--shard',
        shard,
        '--results',
        'results',
      ]);
    expect((await runOn(host, ['merge', 'results'])).output).toContain('0 errors, 1 warning');
  });

  async function refused(text: string): Promise<string> {
    host.files.write(path, text);
    const { code, output, errors } = await runOn(host, ['merge', 'results']);
    expect([code, output]).toEqual([2, '']);
    return errors;
  }

  it('is refused in any other form', async () => {
    const isNone = 'error: `results/shard-1-of-2.json` is not the result of a shard';
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        expect(await refused(text)).toContain(isNone);
      }),
      { numRuns: 100 },
    );
    for (const text of ['', 'x', 'null', '[]', '{"format":1}', '{"format":1,"tool":1}', '['.repeat(50_000)])
      expect(await refused(text)).toContain(isNone);
  });

  it('is refused when any part of it has another form', async () => {
    const whole: unknown = JSON.parse(textOf(host, path));
    const isNone =
      /is not the result of a shard|are of different runs|was written by another version|which its name does not say/;
    for (const changed of variants(whole)) expect(await refused(JSON.stringify(changed))).toMatch(isNone);
  });

  it('may point to places that are not there, which are then the end of the file', async () => {
    const text = textOf(host, path).replaceAll(/"(start|end)":\d+/g, '"$1":9000000');
    host.files.write(path, text);
    const { code, output } = await runOn(host, [
      'merge',
      'results',
      '--report',
      'text',
      '--report',
      'sarif=s',
    ]);
    expect([code, output]).toEqual([0, expect.stringContaining('1 warning')]);
  });

  it('is a file, and no link', async () => {
    host.files.remove(path);
    host.files.makeLink('/outside/result.json', path);
    const { code, errors } = await runOn(host, ['merge', 'results']);
    expect([code, errors]).toEqual([2, 'error: `results/shard-1-of-2.json` is no regular file\n']);
  });
});

/** Returns data with one part of it, however deep, replaced by what has another form. */
function variants(data: unknown): readonly unknown[] {
  if (Array.isArray(data))
    return [{ a: 1 }, ...data.flatMap((item, at) => variants(item).map((other) => data.with(at, other)))];
  if (typeof data === 'object' && data !== null)
    return [
      null,
      { ...data, unknown: 1 },
      ...Object.entries(data).flatMap(([name, value]) =>
        variants(value).map((other) => ({ ...data, [name]: other })),
      ),
    ];
  return [{}, null];
}
