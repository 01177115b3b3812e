import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../../compiler/source/limits.ts';
import { called, fine, inFolder, run, runOn, textOf } from './run.ts';

const unknownField = { 'build.bitesize': `${fine['build.bitesize']}    colour: red\n` };
const quoted = {
  'environments.bitesize': `project: shop
environments:
  - name: Development
    namespace: shop-dev
    services:
      - name: web
        ssl: "true" # quoted
`,
};

describe('bitesize check', () => {
  it('accepts a good project and says how much it read', async () => {
    const { code, output, errors } = await run(['check'], { files: fine });
    expect([code, output, errors]).toEqual([0, '1 file, 0 errors, 0 warnings, 0 ms\n', '']);
  });

  it('reports all findings of all projects, with paths from the working folder', async () => {
    const files = {
      ...inFolder('a', unknownField),
      ...inFolder('b', { 'build.bitesize': 'a: [' }),
      ...inFolder('c', fine),
    };
    const { code, output } = await run(['check', 'a', './b/', '/project/c'], { files });
    expect(code).toBe(1);
    expect(output).toContain(' --> a/build.bitesize:11:5\n');
    expect(output).toContain(' --> b/build.bitesize:');
    expect(output).toMatch(/\n3 projects, 3 files, 2 errors, 0 warnings, 0 ms\n$/);
  });

  it('takes a spec for its folder, and each folder once', async () => {
    const { output } = await run(['check', 'a/build.bitesize', 'a', './a'], { files: inFolder('a', fine) });
    expect(output).toBe('1 file, 0 errors, 0 warnings, 0 ms\n');
  });

  it('expands a glob to the folders that hold specs', async () => {
    const files = { ...inFolder('p/a', fine), ...inFolder('p/b', called('store')), 'p/c/README.md': '' };
    const { code, output } = await run(['check', 'p/*'], { files });
    expect([code, output]).toEqual([0, '2 projects, 2 files, 0 errors, 0 warnings, 0 ms\n']);
  });

  it.each(['p/*', 'p/**', '*/b'])('tells of a folder that nobody can look into: %s', async (glob) => {
    const { host } = await run(['check', 'p/a'], {
      files: { ...inFolder('p/a', fine), ...inFolder('p/b', fine) },
    });
    host.files.setMode('p/b', 0);
    const { code, output } = await runOn(host, ['check', glob]);
    expect(code).toBe(1);
    expect(output).toContain(
      'error[file/unreadable]: cannot read `p/b`: permission denied\n' +
        '  = help: let the user that runs bitesize read it, or name the projects one by one\n',
    );
    expect(output).not.toContain('file/no-match');
  });

  it.each([
    ['a folder without specs', ['check', 'empty'], 'file/no-specs'],
    ['a folder that is not there', ['check', 'nowhere'], 'file/not-found'],
    ['a glob that matches nothing', ['check', 'no*'], 'file/no-match'],
    ['a file that is no spec', ['check', 'empty/README.md'], 'file/not-a-spec'],
  ])('rejects %s', async (_, argv, finding) => {
    const { code, output } = await run(argv, {
      files: { 'empty/README.md': '', ...inFolder('other/a', fine) },
    });
    expect(code).toBe(1);
    expect(output).toContain(`error[${finding}]`);
  });

  it('names the folders below that hold specs', async () => {
    const { output } = await run(['check'], { files: { ...inFolder('app', fine), 'README.md': '' } });
    expect(output).toContain('= help: specs are in `app`: name the folder, or use a glob\n');
  });

  it('goes on past a file that it cannot read, without errors that follow from that', async () => {
    const files = {
      'build.bitesize': new Uint8Array([0x70, 0x3a, 0x20, 0x78, 0x0a, 0x79, 0x3a, 0x20, 0xff]),
      'application.bitesize': `project: shop
applications:
  - name: web
    runtime: nginx:1.27
    version: 1
    dependencies:
      - name: web
        type: debian-package
        origin:
          build: web
`,
    };
    const { code, output } = await run(['check'], { files });
    expect(code).toBe(1);
    expect(output).toContain(
      'error[file/not-utf8]: the file is not valid UTF-8 from here on\n --> build.bitesize:2:4\n',
    );
    expect(output).toMatch(/2 files, 1 error, 0 warnings, 0 ms\n$/);
  });

  it.each([
    ['an unreadable file', 'denied', 'file/unreadable'],
    ['a huge file', 'huge', 'file/too-large'],
  ])('reports %s', async (_, what, finding) => {
    const { host } = await run(['check'], { files: fine });
    if (what === 'denied') host.files.setMode('build.bitesize', 0);
    else host.files.write('build.bitesize', `# ${'x'.repeat(MAX_FILE_BYTES)}\n`);
    const { code, output } = await runOn(host, ['check']);
    expect(code).toBe(1);
    expect(output).toContain(`error[${finding}]`);
    expect(output).toContain(' --> build.bitesize:1:1\n');
  });

  it('skips a byte order mark and keeps columns right', async () => {
    const { code, output } = await run(['check'], {
      files: { 'build.bitesize': '\ufeffprojekt: shop\ncomponents: []\n' },
    });
    expect(code).toBe(1);
    expect(output).toContain(' --> build.bitesize:1:1\n');
  });

  it('reports two application specs in one folder', async () => {
    const spec = 'project: shop\napplications: []\n';
    const { output } = await run(['check'], {
      files: { 'application.bitesize': spec, 'containers.bitesize': spec },
    });
    expect(output).toContain('error[file/two-application-specs]');
  });

  it('turns unknown fields into warnings, and warnings into errors', async () => {
    const warned = await run(['check', '--unknown-fields', 'warn'], { files: unknownField });
    expect([warned.code, warned.output.includes('warning[schema/unknown-field]')]).toEqual([0, true]);
    const strict = await run(['check', '--unknown-fields', 'warn', '--warnings-as-errors'], {
      files: unknownField,
    });
    expect(strict.code).toBe(1);
  });

  it('is silent with --quiet unless there are errors', async () => {
    expect((await run(['check', '-q'], { files: quoted })).output).toBe('');
    expect((await run(['check', '-q'], { files: unknownField })).output).toMatch(
      /^error\[schema\/unknown-field\]/,
    );
  });
});

describe('standard input', () => {
  it('stands for the file that is named, among the others of its folder', async () => {
    const files = inFolder('app', { ...fine, 'application.bitesize': 'project: other\napplications: []\n' });
    const options = { files, input: unknownField['build.bitesize'] };
    const { code, output } = await run(['check', '-', '--stdin-name', 'app/build.bitesize'], options);
    expect(code).toBe(1);
    expect(output).toContain(' --> app/build.bitesize:11:5\n');
    expect(output).toContain('2 files');
  });

  it('may name a folder that is not there', async () => {
    const options = { input: fine['build.bitesize'] ?? '' };
    expect((await run(['check', '-', '--stdin-name', 'x/build.bitesize'], options)).code).toBe(0);
  });

  it.each([
    [['check', '-']],
    [['check', '-', '--stdin-name', 'x.yaml']],
    [['check', '-', 'a', '--stdin-name', 'build.bitesize']],
    [['check', 'a', '--stdin-name', 'build.bitesize']],
    [['check', '-', '--stdin-name', 'build.bitesize', '--fix']],
  ])('is refused as in %j', async (argv) => {
    const { code, errors } = await run(argv);
    expect(code).toBe(2);
    expect(errors).toMatch(/^error: .*`-/);
  });
});

describe('--report', () => {
  it('may be repeated: one to standard output, the others to files', async () => {
    const argv = ['check', '--report', 'json', '--report', 'sarif=out/r.sarif', '--report=text=r.txt'];
    const { code, output, host } = await run(argv, { files: unknownField });
    expect(code).toBe(1);
    expect(JSON.parse(output).summary.errors).toBe(1);
    expect(JSON.parse(textOf(host, 'out/r.sarif')).version).toBe('2.1.0');
    expect(textOf(host, 'r.txt')).toContain('error[schema/unknown-field]');
  });

  it('to `-` go to standard output, as without a file', async () => {
    const dash = await run(['check', '--report', 'json=-'], { files: fine });
    const plain = await run(['check', '--report', 'json'], { files: fine });
    expect(dash.output).toBe(plain.output);
    expect(JSON.parse(dash.output)).toMatchObject({ tool: { name: 'bitesize' } });
    const two = await run(['check', '--report', 'json=-', '--report', 'text'], { files: fine });
    expect(two.errors).toContain('Only one report can go to standard output');
  });

  it('leaves the text on standard output when it only goes to files', async () => {
    const { output } = await run(['check', '--report', 'json=r.json'], { files: fine });
    expect(output).toBe('1 file, 0 errors, 0 warnings, 0 ms\n');
  });

  it.each([
    [['--report', 'jsno'], '(Did you mean json?)'],
    [['--report', 'json='], 'A file name must follow the `=`'],
    [['--report', 'json', '--report', 'text'], 'Only one report can go to standard output'],
    [['--max-diagnostics', 'x'], 'It must be a whole number'],
  ])('is refused as in %j', async (argv, message) => {
    const { code, errors } = await run(['check', ...argv], { files: fine });
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });

  it('that cannot be written gives exit code 3', async () => {
    const { code, errors } = await run(['check', '--report', 'json=build.bitesize/x'], { files: fine });
    expect(code).toBe(3);
    expect(errors).toMatch(/^error: cannot write the report build.bitesize\/x: /);
  });
});

describe('--fix', () => {
  it('applies safe fixes and keeps everything else, also a byte order mark', async () => {
    const spec = quoted['environments.bitesize'];
    const { code, output, host } = await run(['check', '--fix'], {
      files: { 'environments.bitesize': `\ufeff${spec}` },
    });
    expect(code).toBe(0);
    expect(output).toBe('.: fixed 1 finding\n1 file, 0 errors, 0 warnings, 0 ms\n');
    expect(textOf(host, 'environments.bitesize')).toBe(spec.replace('"true"', 'true'));
    const bytes = host.files.read('environments.bitesize');
    expect(bytes.ok && bytes.value[0]).toBe(0xef);
  });

  const misspelt = `${fine['build.bitesize']?.replace('artifacts:', 'artefacts:')}# bitesize-ignore schema/unknown-feild: no\n`;
  const repaired = misspelt.replace('artefacts:', 'artifacts:');

  it('leaves other fixes to a person, and shows each once', async () => {
    const { output, host } = await run(['check', '--fix'], { files: { 'build.bitesize': misspelt } });
    expect(output.match(/\+ {5}artifacts:/g)).toHaveLength(1);
    expect(textOf(host, 'build.bitesize')).toBe(misspelt);
  });

  it.each([
    ['all', repaired.replace('unknown-feild', 'unknown-field')],
    ['schema/unknown-field', repaired],
    ['suppression/unknown-code', misspelt.replace('unknown-feild', 'unknown-field')],
    ['suppression/unknown-code,schema/unknown-field', repaired.replace('unknown-feild', 'unknown-field')],
  ])('applies the others where they are asked for: --fix=%s', async (which, expected) => {
    const { host } = await run(['check', `--fix=${which}`, '.'], { files: { 'build.bitesize': misspelt } });
    expect(textOf(host, 'build.bitesize')).toBe(expected);
  });

  it.each([
    ['plugin/below-minimum', 'jenkins.bitesize', '350.v3b_30f09f2363', '362.va_b_695ef4fdf9'],
    ['image/background-command', 'application.bitesize', '/srv/web &', '/srv/web'],
  ])('applies those of findings that only lowering makes: %s', async (code, name, wrong, mended) => {
    const files = {
      'jenkins.bitesize': `project: shop
jenkins:
  url: https://ci.our.net/
  plugins:
    - id: structs
      version: 350.v3b_30f09f2363
`,
      'application.bitesize': `project: shop
applications:
  - name: web
    runtime: debian:13.1-slim
    version: 1.0
    command: /srv/web &
`,
    };
    const before = await run(['check'], { files });
    expect(before.output).toContain(`[${code}]`);
    const safe = await runOn(before.host, ['check', '--fix']);
    expect(safe.output).toBe(before.output);
    const { output } = await runOn(before.host, ['check', `--fix=${code}`]);
    expect(output).toContain('.: fixed 1 finding\n');
    expect(output).not.toContain(code);
    expect(textOf(before.host, name)).toBe(files[name as keyof typeof files].replace(wrong, mended));
  });

  it('takes no folder for the name of a finding, and knows the names', async () => {
    const files = inFolder('all', { 'build.bitesize': misspelt });
    const { host } = await run(['check', '--fix', 'all'], { files });
    expect(textOf(host, 'all/build.bitesize')).toBe(misspelt);
    const { code, errors } = await run(['check', '--fix=schema/unknown-feild'], { files });
    expect([code, errors]).toEqual([
      2,
      'error: `--fix=schema/unknown-feild`: no finding has this code; did you mean `schema/unknown-field`?\n',
    ]);
  });
});

describe('--baseline', () => {
  const argv = ['check', '--baseline', 'known.json'];

  it('accepts what it lists, also further down, and nothing else', async () => {
    const first = await run([...argv, '--update-baseline'], { files: unknownField });
    expect([first.code, first.output]).toEqual([
      0,
      'wrote the baseline known.json\n1 file, 0 errors, 0 warnings, 1 accepted, 0 ms\n',
    ]);
    const { host } = first;
    host.files.write('build.bitesize', `# moved\n${unknownField['build.bitesize']}`);
    expect((await runOn(host, argv)).code).toBe(0);
    host.files.write('build.bitesize', `${unknownField['build.bitesize']}    size: 3\n`);
    const third = await runOn(host, argv);
    expect(third.code).toBe(1);
    expect(third.output).toContain('unknown field `size`');
    expect(third.output).not.toContain('unknown field `colour`');
  });

  it('that is not there or not one is an error', async () => {
    const missing = await run(argv, { files: fine });
    expect([missing.code, missing.output.includes('error[baseline/unreadable]')]).toEqual([2, true]);
    const wrong = await run(argv, { files: { ...fine, 'known.json': '{}' } });
    expect(wrong.output).toContain('it is not a baseline of bitesize');
  });

  it.each(['check', 'compile'])('must be named for %s to update it', async (command) => {
    const { code, errors } = await run([
      command,
      '--update-baseline',
      ...(command === 'compile' ? ['--out', 'out'] : []),
    ]);
    expect([code, errors]).toEqual([2, 'error: `--update-baseline` needs `--baseline`\n']);
  });

  it('does not let a project with errors compile', async () => {
    const first = await run([...argv, '--update-baseline'], { files: unknownField });
    const { code, host } = await runOn(first.host, ['compile', '--out', 'out', '--baseline', 'known.json']);
    expect(code).toBe(1);
    expect(host.files.status('out').ok).toBe(false);
  });
});
