import { describe, expect, it } from 'vitest';
import { main } from '../../../compiler/cli/main.ts';
import { allCodes } from '../../../compiler/diagnostics/codes.ts';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';
import { useColour } from '../../../compiler/run/finish/use-colour.ts';
import { version } from '../../../compiler/version.ts';
import { fine, run } from './run.ts';

describe('the command line', () => {
  it('without a command prints five lines to copy', async () => {
    const { code, output } = await run([]);
    expect(code).toBe(0);
    expect(output.split('\n').filter((line) => line.startsWith('  bitesize '))).toHaveLength(5);
  });

  it('has help and a version', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, output: `${version}\n` });
    const help = await run(['--help']);
    expect(help.code).toBe(0);
    for (const command of ['check', 'compile', 'explain']) expect(help.output).toContain(`\n  ${command} `);
    expect(await run(['check', '--help'])).toMatchObject({ code: 0, errors: '' });
  });

  it.each([
    [['chek'], "error: unknown command 'chek'\n(Did you mean check?)\n"],
    [['check', '--reprot', 'json'], "error: unknown option '--reprot'\n(Did you mean --report?)\n"],
  ])('suggests what %j may have meant', async (argv, message) => {
    const { code, errors } = await run(argv);
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });

  it.each([
    [['chek'], '(bitesize --help shows what there is)'],
    [['check', '--reprot'], '(bitesize check --help shows what there is)'],
    [['compile'], '(bitesize compile --help shows what there is)'],
    [['plugins', 'list', '--reprot'], '(bitesize plugins --help shows what there is)'],
  ])('says after a mistake in %j where the options are listed', async (argv, hint) => {
    expect((await run(argv)).errors).toContain(`${hint}\n`);
  });

  it('reports an exception as a bug of bitesize, with exit code 3', async () => {
    const host = createMemoryHost({ files: fine });
    const broken = {
      ...host.files,
      list: () => {
        throw new TypeError('boom');
      },
      status: host.files.status,
    };
    const failing = createMemoryHost({ fileSystem: broken });
    expect(await main(['check'], failing)).toBe(3);
    expect(failing.errors()).toContain('error: this is a bug in bitesize, not in your specs\n');
    expect(failing.errors()).toContain('boom');
    expect(failing.errors()).toContain('bitesize 0');
  });
});

describe('bitesize explain', () => {
  it('lists every code', async () => {
    const { code, output } = await run(['explain']);
    expect(code).toBe(0);
    for (const name of allCodes()) expect(output).toContain(`${name} `);
  });

  it('prints the page of a code', async () => {
    const resources = { 'compiler/diagnostics/pages/source/tab.md': '# a page' };
    expect(await run(['explain', 'source/tab'], { resources })).toMatchObject({
      code: 0,
      output: '# a page\n',
    });
  });

  it('says what the table says where there is no page, and how to accept a warning', async () => {
    const { output } = await run(['explain', 'suppression/unused']);
    expect(output).toContain('# suppression/unused\n\nA warning. ');
    expect(output).toContain('# bitesize-ignore suppression/unused: <reason>');
  });

  it('takes the last part of a code, and suggests', async () => {
    expect((await run(['explain', 'unknown-field'])).code).toBe(0);
    const { code, errors } = await run(['explain', 'schema/unknwon-field']);
    expect(code).toBe(2);
    expect(errors).toContain(
      "error: there is no finding, field or guide 'schema/unknwon-field'\n(Did you mean schema/unknown-field?)\n",
    );
  });
});

describe('colour', () => {
  const terminal = { isTerminal: true, columns: 80, write: () => undefined };
  const pipe = { ...terminal, isTerminal: false };

  it.each([
    ['auto', {}, terminal, true],
    ['auto', {}, pipe, false],
    ['auto', { TERM: 'dumb' }, terminal, false],
    ['auto', { NO_COLOR: '1' }, terminal, false],
    ['auto', { NO_COLOR: '' }, terminal, true],
    ['auto', { FORCE_COLOR: '1' }, pipe, true],
    ['auto', { FORCE_COLOR: '0' }, terminal, false],
    ['auto', { FORCE_COLOR: '1', NO_COLOR: '1' }, pipe, true],
    ['always', { NO_COLOR: '1' }, pipe, true],
    ['never', { FORCE_COLOR: '1' }, terminal, false],
  ] as const)('--color %s with %j', (choice, env, stream, expected) => {
    expect(useColour(choice, env, stream)).toBe(expected);
  });

  it('gets into the text report only', async () => {
    const files = { 'build.bitesize': 'a: [' };
    expect((await run(['check'], { files, terminal: true })).output).toContain('\u001b[');
    expect((await run(['check', '--report', 'json'], { files, terminal: true })).output).not.toContain(
      '\u001b[',
    );
  });
});
