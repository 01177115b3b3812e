import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../../compiler/cli/main.ts';
import { createNodeHost } from '../../../compiler/host/node-host.ts';
import { absolutePath } from '../../../compiler/host/path.ts';
import { createAjv } from '../../../schema/generate/create-ajv.ts';
import { run, runOn, textOf } from '../cli/run.ts';
import { LanguageServer } from './language-server.ts';

const kinds = ['build', 'application', 'environments', 'jenkins', 'jobs', 'controllers'] as const;

describe('bitesize schema', () => {
  it.each(kinds)('prints the schema of %s for editors', async (kind) => {
    const { code, output } = await run(['schema', kind]);
    const schema = JSON.parse(output);
    expect(code).toBe(0);
    expect(schema.markdownDescription).toContain(schema.description);
    expect(schema.defaultSnippets.length).toBeGreaterThan(0);
    expect(output).not.toMatch(/"x-[a-z]+":/);
    expect(createAjv({ strict: false }).validateSchema(schema)).toBe(true);
  });

  it('prints all by file name', async () => {
    const { output } = await run(['schema']);
    expect(Object.keys(JSON.parse(output))).toEqual(kinds.map((kind) => `${kind}.bitesize`));
  });

  it('refuses another kind', async () => {
    expect((await run(['schema', 'builds'])).code).toBe(2);
  });

  it('adds to settings that are there, and changes nothing the second time', async () => {
    const files = { '.vscode/settings.json': '{"editor.tabSize": 2, "yaml.schemas": {"a.json": "a.yaml"}}' };
    const { host, output } = await run(['schema', '--install'], { files });
    expect(output.match(/^wrote /gm)).toHaveLength(kinds.length + 1);
    expect(JSON.parse(textOf(host, '.vscode/settings.json'))).toEqual({
      'editor.tabSize': 2,
      'files.associations': { '*.bitesize': 'yaml' },
      'yaml.schemas': {
        'a.json': 'a.yaml',
        ...Object.fromEntries(
          kinds.map((kind) => [`./.bitesize/schemas/${kind}.schema.json`, [`**/${kind}.bitesize`]]),
        ),
      },
    });
    expect((await runOn(host, ['schema', '--install'])).output).toBe('everything is up to date\n');
  });

  it.each([
    [
      'spaces',
      '{\n    // mine\n    "editor.tabSize": 8, /* wide */\n    "yaml.schemas": {"a.json": "a.yaml"},\n}\n',
    ],
    ['tabs', '{\n\t// mine\n\t"editor.tabSize": 8 // wide\n}\n'],
    ['Windows', '{\r\n  // mine\r\n  "editor.tabSize": 8\r\n}\r\n'],
  ])('keeps comments and layout of settings: %s', async (_name, text) => {
    const { host, code } = await run(['schema', '--install'], { files: { '.vscode/settings.json': text } });
    const settings = textOf(host, '.vscode/settings.json');
    expect(code).toBe(0);
    for (const line of text.split('\n').filter((each) => /\/[/*]/.test(each)))
      expect(settings).toContain(line.replace(/\s*$/, '').replace(/ \/\/ wide$/, ''));
    expect(settings.match(/\/[/*] \w+/g)).toEqual(text.match(/\/[/*] \w+/g));
    expect(settings).toContain('"**/build.bitesize"');
    expect(/(?<!\r)\n/.test(settings)).toBe(!text.includes('\r'));
    expect((await runOn(host, ['schema', '--install'])).output).toBe('everything is up to date\n');
  });

  it.each(['[]', '{"a": ', '"x"'])(
    'writes the schemas beside settings that it cannot edit: %s',
    async (text) => {
      const { host, code, output, errors } = await run(['schema', '--install'], {
        files: { '.vscode/settings.json': text },
      });
      expect([code, output.match(/^wrote /gm)?.length]).toEqual([3, kinds.length]);
      expect(errors).toContain('"**/build.bitesize"');
      expect(textOf(host, '.vscode/settings.json')).toBe(text);
    },
  );

  it('writes one modeline, and replaces another one', async () => {
    const files = { 'build.bitesize': '# yaml-language-server: $schema=old.json\nproject: shop\n' };
    const { host } = await run(['schema', '--install', 'modeline'], { files });
    expect(textOf(host, 'build.bitesize')).toBe(
      '# yaml-language-server: $schema=.bitesize/schemas/build.schema.json\nproject: shop\n',
    );
  });
});

/** For each kind: a file, a field on its last line to hover over, what the hover says, and what completion offers. */
const cases = [
  ['build', 'components:\n  - name: web\n    repository:\n      git: x\n', 'git SCM', 'branch'],
  ['application', 'applications:\n  - name: web\n    runtime: x\n', 'image', 'command'],
  ['environments', 'environments:\n  - name: dev\n    namespace: x\n', 'namespace', 'services'],
  ['jenkins', 'jenkins:\n  url: x\n', 'Jenkins', 'admin_email'],
] as const;

describe('yaml-language-server with what `schema --install` wrote', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bitesize-editor-'));
  let server: LanguageServer;

  beforeAll(async () => {
    const host = createNodeHost(new URL('../../../', import.meta.url));
    const files = {
      ...host.files,
      read: (path: string) => host.files.read(absolutePath(folder, path)),
    };
    expect(
      await main(['schema', '--install'], {
        ...host,
        cwd: folder,
        files,
        stdout: { ...host.stdout, write: () => undefined },
      }),
    ).toBe(0);
    const settings = JSON.parse(readFileSync(join(folder, '.vscode/settings.json'), 'utf8'));
    server = new LanguageServer({
      schemas: settings['yaml.schemas'],
      validate: true,
      hover: true,
      completion: true,
      schemaStore: { enable: false },
    });
    await server.start(folder);
  });

  afterAll(() => {
    server.stop();
    rmSync(folder, { recursive: true });
  });

  it.each(cases)('checks, explains and completes %s.bitesize', async (kind, text, hover, offered) => {
    const open = (name: string, content: string) => {
      const path = join(folder, name, `${kind}.bitesize`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      const uri = pathToFileURL(path).href;
      return server.open(uri, content).then((found) => ({ uri, found }));
    };
    const good = await open('good', text);
    expect(good.found).toEqual([]);
    const last = text.trimEnd().split('\n').length - 1;
    const column = (text.trimEnd().split('\n').at(-1) ?? '').search(/\S/);
    const hovered = await server.request('textDocument/hover', {
      textDocument: { uri: good.uri },
      position: { line: last, character: column + 1 },
    });
    expect(JSON.stringify(hovered)).toContain(hover);

    const indented = `${text}${' '.repeat(column)}`;
    const incomplete = await open('incomplete', indented);
    const completed = await server.request('textDocument/completion', {
      textDocument: { uri: incomplete.uri },
      position: { line: last + 1, character: column },
    });
    expect(JSON.stringify(completed)).toContain(`"label":"${offered}"`);

    const bad = await open('bad', `${text}${' '.repeat(column)}no_such_field: 1\n`);
    expect(JSON.stringify(bad.found)).toContain('Property no_such_field is not allowed');
  });
});
