import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  type CodeAction,
  type Diagnostic,
  DiagnosticTag,
  ErrorCodes,
  LSPErrorCodes,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { longSpec } from '../../bench/lsp/long-spec.ts';
import { checkFindings, shortFindings } from './check-findings.ts';
import { type StdioClient, stdioClient, writeIn } from './stdio-client.ts';
import { able, type TestClient } from './test-client.ts';

/*
 * The built command and a client of the library that editors use, over standard input and output.
 */

const sample = join(import.meta.dirname, '../../../examples/sample-app');
const files = Object.fromEntries(
  readdirSync(sample)
    .filter((name) => name.endsWith('.bitesize'))
    .map((name) => [name, readFileSync(join(sample, name), 'utf8')]),
);

let started: StdioClient;
let client: TestClient;

async function start(given: Readonly<Record<string, string>>, capabilities = able): Promise<void> {
  started = await stdioClient(given);
  client = started.client;
  await client.initialize(capabilities);
}

function texts(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(started.folder).map((name) => [name, readFileSync(join(started.folder, name), 'utf8')]),
  );
}

function codesOf(found: readonly Diagnostic[]): readonly unknown[] {
  return found.map(({ code }) => code);
}

/** Applies an edit as an editor does, and returns the text of a file after it. */
function edited(name: string, edit: WorkspaceEdit | undefined): string {
  const uri = client.uri(name);
  const changes = edit?.documentChanges?.filter((each): each is TextDocumentEdit => 'edits' in each) ?? [];
  const edits = changes.filter(({ textDocument }) => textDocument.uri === uri).flatMap((each) => each.edits);
  return TextDocument.applyEdits(client.document(name), edits as never);
}

function finding(found: readonly Diagnostic[], code: string): Diagnostic {
  const one = found.find((each) => each.code === code);
  if (one === undefined) throw new Error(`${code} is not among ${JSON.stringify(found)}`);
  return one;
}

async function actions(name: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]> {
  const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
  return client.about('textDocument/codeAction', name, { range, context });
}

function pieceOf(name: string, { start: from, end }: Range): string {
  return client.document(name).getText({ start: from, end });
}

describe('a session', () => {
  afterEach(() => started.remove());

  it('says what it can do, and ends as the protocol asks for', async () => {
    await start({});
    expect(client.result.serverInfo?.name).toBe('bitesize');
    expect(client.result.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      renameProvider: { prepareProvider: true },
    });
    await client.end();
    expect(await started.ended).toEqual({ code: 0, errors: '' });
  });

  it('ends with an error when the client goes away without a word', async () => {
    await start({});
    started.process.stdin?.end();
    expect(await started.ended).toEqual({ code: 1, errors: '' });
  });

  it('holds clients to the order of the protocol', async () => {
    started = await stdioClient(files);
    client = started.client;
    const { connection } = client;
    const failure = (method: string, params: unknown) =>
      connection.sendRequest(method, params).then(
        () => undefined,
        (error: { code: number }) => error.code,
      );
    const position = {
      textDocument: { uri: client.uri('build.bitesize') },
      position: { line: 0, character: 0 },
    };
    expect(await failure('textDocument/hover', position)).toBe(ErrorCodes.ServerNotInitialized);
    expect(await failure('shutdown', null)).toBe(ErrorCodes.ServerNotInitialized);
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri: client.uri('build.bitesize'),
        languageId: 'yaml',
        version: 1,
        text: 'projekt: x\n',
      },
    });
    await client.initialize();
    expect(await failure('initialize', { processId: null, rootUri: null, capabilities: {} })).toBe(
      ErrorCodes.InvalidRequest,
    );
    expect(await failure('textDocument/hover', position)).toBeUndefined();
    const published = [...client.published.values()].flatMap(({ diagnostics }) => codesOf(diagnostics));
    expect(published).not.toContain('schema/unknown-field');
    await connection.sendRequest('shutdown');
    expect(await failure('textDocument/hover', position)).toBe(ErrorCodes.InvalidRequest);
    expect(await failure('shutdown', null)).toBe(ErrorCodes.InvalidRequest);
    expect(await failure('initialize', { processId: null, rootUri: null, capabilities: {} })).toBe(
      ErrorCodes.InvalidRequest,
    );
    await connection.sendNotification('exit');
    expect(await started.ended).toEqual({ code: 0, errors: '' });
  });

  it('ends with an error at an exit that nothing came before', async () => {
    started = await stdioClient(files);
    await started.client.connection.sendNotification('exit');
    expect(await started.ended).toEqual({ code: 1, errors: '' });
  });

  it('answers wrong requests with errors, and goes on', async () => {
    await start(files);
    const code = (asked: Promise<unknown>) =>
      asked.then(
        () => 0,
        (error: { code: number }) => error.code,
      );
    const command = (name: string, ...given: readonly unknown[]) =>
      client.connection.sendRequest('workspace/executeCommand', { command: name, arguments: given });
    expect(await code(client.connection.sendRequest('textDocument/nothing', {}))).toBe(
      ErrorCodes.MethodNotFound,
    );
    expect(await code(command('bitesize.nothing'))).toBe(ErrorCodes.InvalidParams);
    expect(await code(command('bitesize.explain', 'no/code'))).toBe(ErrorCodes.InvalidParams);
    expect(await code(client.connection.sendRequest('textDocument/hover', { nothing: 1 }))).toBe(
      ErrorCodes.InternalError,
    );
    await client.open('build.bitesize', files['build.bitesize'] ?? '');
    expect(await client.findings('build.bitesize')).toEqual([]);
    expect(await client.ask('textDocument/hover', 'none.txt', { line: 0, character: 0 })).toBeNull();
    const hover = client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: 'untitled:build.bitesize' },
      position: { line: 0, character: 0 },
    });
    expect(await hover).toBeNull();
  });

  it('answers cancelled requests as such', async () => {
    await start(files);
    await client.open('build.bitesize', files['build.bitesize'] ?? '');
    const cancel = new CancellationTokenSource();
    const asked = client.connection.sendRequest(
      'textDocument/documentSymbol',
      { textDocument: { uri: client.uri('build.bitesize') } },
      cancel.token,
    );
    cancel.cancel();
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(await client.findings('build.bitesize')).toEqual([]);
  });
});

describe('findings', () => {
  afterEach(() => started.remove());

  it('are those of check, of every file of the project, while nothing is saved', async () => {
    await start(files);
    await client.open('build.bitesize', files['build.bitesize'] ?? '');
    await client.replace('build.bitesize', '- name: orders', '- name: order');
    await client.findings('build.bitesize');
    const application = await client.until(() => client.published.get(client.uri('application.bitesize')));
    expect(codesOf(application.diagnostics)).toContain('link/unknown-component');
    const checked = await checkFindings({ ...files, 'build.bitesize': client.text('build.bitesize') });
    expect(shortFindings(application.diagnostics)).toEqual(checked.get('application.bitesize'));
    expect(texts()).toEqual(files);
    await client.replace('build.bitesize', '- name: order', '- name: orders');
    await client.findings('build.bitesize');
    await client.until(
      () => client.published.get(client.uri('application.bitesize'))?.diagnostics.length === 0 || undefined,
    );
  });

  it('have their page, the places that explain them, and how they are shown', async () => {
    await start({});
    await client.open(
      'build.bitesize',
      'project: shop\ncomponents:\n  - name: web\n  - name: web\n  # bitesize-ignore check/todo: nothing\n  - name: other\n',
    );
    const found = await client.findings('build.bitesize');
    const twice = found.find(({ code }) => code === 'link/duplicate-name');
    const page = fileURLToPath(twice?.codeDescription?.href ?? '');
    expect(readFileSync(page, 'utf8')).toContain('# link/duplicate-name');
    expect(twice?.relatedInformation).toEqual([
      {
        location: {
          uri: client.uri('build.bitesize'),
          range: { start: { line: 2, character: 10 }, end: { line: 2, character: 13 } },
        },
        message: 'first defined here',
      },
    ]);
    const unused = found.find(({ code }) => code === 'suppression/unused');
    expect(unused?.tags).toEqual([DiagnosticTag.Unnecessary]);
  });

  it('stand where UTF-16 counts them, with CRLF, wide characters and a byte order mark', async () => {
    await start({});
    const text = '\ufeffproject: shop # 🍰🍰\r\ncomponents:\r\n  - {name: web, "日本🍰": 1, agnet: x}\r\n';
    await client.open('build.bitesize', text);
    const found = await client.findings('build.bitesize');
    expect(found.map(({ range, code }) => [code, pieceOf('build.bitesize', range)])).toEqual([
      ['schema/unknown-field', '"日本🍰"'],
      ['schema/unknown-field', 'agnet'],
    ]);
    await client.change('build.bitesize', {
      range: { start: { line: 0, character: 1 }, end: { line: 0, character: 8 } },
      text: 'projekt',
    });
    const after = await client.findings('build.bitesize');
    expect(
      pieceOf(
        'build.bitesize',
        after[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      ),
    ).toBe('projekt');
  });

  it('come and go with broken text, typed letter by letter', async () => {
    await start(files);
    const name = 'environments.bitesize';
    await client.open(name, files[name] ?? '');
    expect(codesOf(await client.findings(name))).toEqual(['kubernetes/shared-claim']);
    const at = client.at(name, '  - name: Staging');
    for (const [index, letter] of [...'  ag: ['].entries()) {
      const position = { line: at.line, character: at.character + index };
      await client.change(name, { range: { start: position, end: position }, text: letter });
    }
    expect(codesOf(await client.findings(name))).toEqual(['source/syntax']);
    await client.replace(name, '  ag: [', '');
    expect(codesOf(await client.findings(name))).toEqual(['kubernetes/shared-claim']);
    await client.change(name, { text: 'a: [' });
    expect(codesOf(await client.findings(name))).toEqual(['source/syntax']);
  });

  it('of a file of 5,000 lines are those of check after each edit', async () => {
    await start({});
    const name = 'build.bitesize';
    await client.open(name, longSpec(5000));
    for (const [from, to] of [
      ['  - name: component-400\n', '  - name: component-4\n'],
      ['branch: main', 'brnach: main'],
    ] as const) {
      await client.replace(name, from, to);
      const found = await client.findings(name);
      expect(shortFindings(found)).toEqual((await checkFindings({ [name]: client.text(name) })).get(name));
    }
  });

  it('vanish with their file, and with their project', async () => {
    await start({ 'build.bitesize': 'project: shop\nagnet: 1\n' });
    const uri = client.uri('build.bitesize');
    await client.until(() => (client.published.get(uri)?.diagnostics.length ?? 0) > 0 || undefined);
    await client.open('jenkins.bitesize', 'project: other\n');
    await client.findings('jenkins.bitesize');
    rmSync(join(started.folder, 'build.bitesize'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri, type: 3 }],
    });
    await client.until(() => client.published.get(uri)?.diagnostics.length === 0 || undefined);
    await client.replace('jenkins.bitesize', 'project', 'projekt');
    expect(codesOf(await client.findings('jenkins.bitesize'))).toContain('schema/unknown-field');
    await client.close('jenkins.bitesize');
    await client.until(
      () => client.published.get(client.uri('jenkins.bitesize'))?.diagnostics.length === 0 || undefined,
    );
  });

  it('follow the files that specs name, saved or not', async () => {
    const environments =
      'project: shop\nenvironments:\n  - name: dev\n    namespace: shop-dev\n    gists:\n      - path: gists/a.yaml\n';
    await start({ 'environments.bitesize': environments });
    const name = 'environments.bitesize';
    await client.open(name, environments);
    expect(codesOf(await client.findings(name))).toContain('kubernetes/missing-gist-file');
    const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: b}\n';
    await client.open('gists/a.yaml', map);
    await client.until(
      () =>
        !codesOf(client.published.get(client.uri(name))?.diagnostics ?? []).includes(
          'kubernetes/missing-gist-file',
        ) || undefined,
    );
    await client.close('gists/a.yaml');
    await client.until(
      () =>
        codesOf(client.published.get(client.uri(name))?.diagnostics ?? []).includes(
          'kubernetes/missing-gist-file',
        ) || undefined,
    );
    writeIn(started.folder, 'gists/a.yaml', map);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('gists/a.yaml'), type: 1 }],
    });
    await client.until(
      () =>
        !codesOf(client.published.get(client.uri(name))?.diagnostics ?? []).includes(
          'kubernetes/missing-gist-file',
        ) || undefined,
    );
  });

  it('change with the settings and the folders of the workspace', async () => {
    await start({ 'build.bitesize': 'project: shop\nagnet: 1\n', 'other/build.bitesize': 'projekt: x\n' });
    const of = (name: string) => client.published.get(client.uri(name))?.diagnostics;
    const severity = () =>
      of('build.bitesize')?.find(({ code }) => code === 'schema/unknown-field')?.severity;
    await client.until(() => severity() === 1 || undefined);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { bitesize: { unknownFields: 'warn' } },
    });
    await client.until(() => severity() === 2 || undefined);
    const added = [{ uri: client.uri('other'), name: 'other' }];
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added, removed: [] },
    });
    await client.until(() => (of('other/build.bitesize')?.length ?? 0) > 0 || undefined);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: added },
    });
    await client.until(() => of('other/build.bitesize')?.length === 0 || undefined);
  });

  it('tell nothing of what lies outside of the project', async () => {
    const secret = 'project: shop\nagnet: outside\n';
    await start({ 'secret.txt': secret, 'app/jenkins.bitesize': 'project: shop\n' });
    symlinkSync('../secret.txt', join(started.folder, 'app/build.bitesize'));
    await client.open('app/jenkins.bitesize', 'project: shop\n');
    await client.findings('app/jenkins.bitesize');
    const found = await client.until(() => client.published.get(client.uri('app/build.bitesize')));
    expect(codesOf(found.diagnostics)).toEqual(['file/outside']);
    expect(
      await client.ask('textDocument/hover', 'app/build.bitesize', { line: 1, character: 2 }),
    ).toBeNull();
  });
});

describe('actions', () => {
  afterEach(() => started.remove());

  it('are the fixes of a finding, a comment with a reason, and its page', async () => {
    const name = 'environments.bitesize';
    await start(files);
    const text = (files[name] ?? '').replace('external_url', 'externl_url').replaceAll('\n', '\r\n');
    await client.open(name, text);
    const found = await client.findings(name);
    const shared = finding(found, 'kubernetes/shared-claim');
    const unknown = finding(found, 'schema/unknown-field');

    const fixes = await actions(name, unknown.range);
    const fix = fixes.find(({ edit }) => edit !== undefined);
    expect(edited(name, fix?.edit)).toBe(text.replace('externl_url', 'external_url'));
    expect(fix?.diagnostics).toEqual([unknown]);
    expect(fixes.some(({ title }) => title.startsWith('Ignore'))).toBe(false);

    const about = await actions(name, { start: shared.range.start, end: shared.range.start });
    const ignore = about.find(({ title }) => title === 'Ignore kubernetes/shared-claim here, with a reason');
    const comment = '          # bitesize-ignore kubernetes/shared-claim: ';
    expect(edited(name, ignore?.edit)).toBe(
      text.replace('          - name: invoices', `${comment}\r\n          - name: invoices`),
    );
    await client.change(name, { text: edited(name, ignore?.edit).replace(comment, `${comment}fine`) });
    expect(codesOf(await client.findings(name))).toEqual(['schema/unknown-field']);

    const explain = about.find(({ command }) => command?.command === 'bitesize.explain')?.command;
    const page = await client.connection.sendRequest<{ markdown: string }>(
      'workspace/executeCommand',
      explain ?? {},
    );
    expect(page.markdown).toContain('# kubernetes/shared-claim');
    expect(readFileSync(fileURLToPath(client.shown[0] ?? ''), 'utf8')).toBe(page.markdown);
    expect(await actions(name, unknown.range, ['refactor'])).toEqual([]);
  });

  it('are the fixes of findings that only lowering makes, too', async () => {
    const name = 'application.bitesize';
    const spec = `project: shop
applications:
  - name: web
    runtime: debian:13.1-slim
    version: 1.0
    command: /srv/web &
`;
    await start({ [name]: spec });
    await client.open(name, spec);
    const behind = finding(await client.findings(name), 'image/background-command');
    const fix = (await actions(name, behind.range)).find(({ title }) => title === 'Remove the `&`');
    expect(edited(name, fix?.edit)).toBe(spec.replace(' &', ''));
  });

  it('put the comment about a warning within a text where the text begins', async () => {
    const name = 'build.bitesize';
    const text =
      'project: shop\ncomponents:\n  - name: web\n    build:\n      - shell: |\n          set -e\n          cargo build\n';
    await start({ [name]: text });
    await client.open(name, text);
    const missing = finding(await client.findings(name), 'job/missing-tool');
    const about = await actions(name, missing.range);
    const ignore = about.find(({ title }) => title.startsWith('Ignore'));
    const comment = '      # bitesize-ignore job/missing-tool: ';
    expect(edited(name, ignore?.edit)).toBe(text.replace('      - shell', `${comment}\n      - shell`));
    await client.change(name, { text: edited(name, ignore?.edit).replace(comment, `${comment}fine`) });
    expect(codesOf(await client.findings(name))).not.toContain('job/missing-tool');
  });

  it('apply all fixes that keep the meaning', async () => {
    const name = 'build.bitesize';
    await start({});
    const text =
      'project: shop\ncomponents:\n  - name: web\n    # bitesize-ignore check/todo: nothing\n    build:\n      - shell: echo 1\n      # bitesize-ignore check/cron-rare: nothing\n      - shell: echo 2\n';
    await client.open(name, text);
    expect(codesOf(await client.findings(name))).toEqual(['suppression/unused', 'suppression/unused']);
    const start0 = { line: 0, character: 0 };
    const [all] = await actions(name, { start: start0, end: start0 }, ['source.fixAll']);
    expect(all?.kind).toBe('source.fixAll.bitesize');
    expect(edited(name, all?.edit)).toBe(text.replaceAll(/.*bitesize-ignore.*\n/g, ''));
  });
});
