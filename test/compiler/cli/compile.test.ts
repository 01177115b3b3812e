import { describe, expect, it } from 'vitest';
import { readTree } from '../plan/output-folder.ts';
import { fine, inFolder, run, runOn, textOf } from './run.ts';

const compile = ['compile', '--out', 'out', '--emit', 'ir'];
const broken = { 'build.bitesize': 'components: 3\n' };

describe('bitesize compile', () => {
  it('writes artifacts, maps and a manifest that names the inputs', async () => {
    const { code, output, host } = await run(compile, { files: fine });
    expect([code, output]).toEqual([
      0,
      'out: 1 added, 0 changed, 0 removed, 0 unchanged\n1 file, 0 errors, 0 warnings, 0 ms\n',
    ]);
    expect(Object.keys(readTree(host.files, '/project/out')).sort()).toEqual([
      '.bitesize/maps.json',
      'ir.json',
      'manifest.json',
    ]);
    const manifest = JSON.parse(textOf(host, 'out/manifest.json'));
    expect(manifest.inputs).toEqual([
      {
        path: 'build.bitesize',
        bytes: fine['build.bitesize']?.length,
        sha256: host.sha256(fine['build.bitesize'] ?? ''),
      },
    ]);
    expect(manifest.artifacts).toEqual([
      {
        path: 'ir.json',
        bytes: textOf(host, 'out/ir.json').length,
        sha256: host.sha256(textOf(host, 'out/ir.json')),
      },
    ]);
  });

  it('gives origins in the IR as file, line and column', async () => {
    const { host } = await run(compile, { files: fine });
    expect(JSON.parse(textOf(host, 'out/ir.json')).project).toEqual({
      value: 'shop',
      from: 'build.bitesize:1:10',
    });
  });

  it('with --emit checks only what the targets are made of, and judges no comment by that', async () => {
    const files = {
      ...fine,
      'jenkins.bitesize':
        'project: shop\njenkins:\n  # bitesize-ignore plugin/unused-pin: for later\n  url: nonsense\n',
    };
    const part = await run(['compile', '--out', 'out', '--emit', 'config-xml'], { files });
    expect([part.code, part.output]).toEqual([0, expect.not.stringContaining('warning[')]);
    const whole = await run(['compile', '--out', 'out', '--emit', 'config-xml,ir'], { files });
    expect([whole.code, whole.output]).toEqual([1, expect.stringContaining('controller/url')]);
  });

  it('changes nothing the second time', async () => {
    const first = await run(compile, { files: fine });
    const second = await runOn(first.host, compile);
    expect(second.output).toContain('out: 0 added, 0 changed, 0 removed, 1 unchanged\n');
  });

  it('gives the same bytes in another folder', async () => {
    const here = await run(compile, { files: fine });
    const there = await run(['compile', 'deep/down/shop', '--out', '/out', '--emit', 'ir'], {
      files: inFolder('deep/down/shop', fine),
    });
    expect(readTree(there.host.files, '/out')).toEqual(readTree(here.host.files, '/project/out'));
  });

  it('with --check writes nothing and exits with 4 when something differs', async () => {
    const before = await run([...compile, '--check'], { files: fine });
    expect([before.code, before.output.split('\n')[0]]).toEqual([
      4,
      'out: 1 to add, 0 to change, 0 to remove, 0 unchanged',
    ]);
    expect(before.host.files.status('out').ok).toBe(false);
    await runOn(before.host, compile);
    expect((await runOn(before.host, [...compile, '--check'])).code).toBe(0);
  });

  it('writes nothing for a project with an error, and leaves its old output', async () => {
    const { host } = await run(compile, { files: fine });
    const before = readTree(host.files, '/project/out');
    host.files.write('build.bitesize', broken['build.bitesize']);
    expect((await runOn(host, compile)).code).toBe(1);
    expect(readTree(host.files, '/project/out')).toEqual(before);
  });

  it('gives each of several projects a folder, and goes on past broken ones', async () => {
    const files = { ...inFolder('p/a', fine), ...inFolder('p/b', broken), ...inFolder('p/c', fine) };
    const { code, host } = await run([...compile, 'p/*'], { files });
    expect(code).toBe(1);
    expect(host.files.list('out')).toMatchObject({
      value: [{ name: 'a' }, { name: 'c' }, { name: 'fleet.json' }],
    });
  });

  it('gives a single match of a glob a folder too', async () => {
    const { host } = await run([...compile, 'p/*'], { files: inFolder('p/a', fine) });
    expect(textOf(host, 'out/a/manifest.json')).not.toBe('');
  });

  it('refuses two projects that would get one folder', async () => {
    const files = { ...inFolder('x/app', fine), ...inFolder('y/App', fine) };
    const { code, output, host } = await run([...compile, 'x/app', 'y/App'], { files });
    expect(code).toBe(2);
    expect(output).toContain(
      'error[output/same-folder]: `x/app` and `y/App` would both be written to `out/App`',
    );
    expect(host.files.list('out')).toMatchObject({ value: [{ name: 'app' }, { name: 'fleet.json' }] });
  });

  it('refuses a project in the place of the list of projects, and writes the others', async () => {
    const files = { ...inFolder('x/app', fine), ...inFolder('x/Fleet.json', fine) };
    const { code, output, host } = await run([...compile, 'x/*'], { files });
    expect(code).toBe(2);
    expect(output).toContain('error[output/same-folder]: `fleet.json` and `x/Fleet.json`');
    expect(host.files.list('out')).toMatchObject({ value: [{ name: 'app' }, { name: 'fleet.json' }] });
    expect(textOf(host, 'out/fleet.json')).toContain('"name":"app"');
  });

  it('exits with 3 when the output cannot be written', async () => {
    const { code, output } = await run(compile, { files: { ...fine, out: 'a file' } });
    expect(code).toBe(3);
    expect(output).toContain('error[output/cannot-write]: cannot write `out`: it is not a folder');
  });

  it('exits with 3 and touches nothing when a foreign file is in the way', async () => {
    const { code, output, host } = await run(compile, { files: { ...fine, 'out/ir.json': 'mine' } });
    expect(code).toBe(3);
    expect(output).toContain(
      'error[output/foreign-file]: `out/ir.json` exists and was not written by bitesize',
    );
    expect(readTree(host.files, '/project/out')).toEqual({ 'ir.json': 'mine' });
  });

  it('needs --out, and knows its emitters', async () => {
    const missing = await run(['compile'], { files: fine });
    expect([missing.code, missing.errors.includes("required option '-o, --out <folder>'")]).toEqual([
      2,
      true,
    ]);
    const wrong = await run(['compile', '--out', 'out', '--emit', 'irr'], { files: fine });
    expect([wrong.code, wrong.errors]).toEqual([2, "error: unknown emitter 'irr'\n(Did you mean ir?)\n"]);
  });

  it('keeps the lines about the output out of a report on standard output', async () => {
    const { output, errors } = await run([...compile, '--report', 'json'], { files: fine });
    expect(JSON.parse(output).summary.files).toBe(1);
    expect(errors).toBe('out: 1 added, 0 changed, 0 removed, 0 unchanged\n');
  });
});
