import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  MarkupContent,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type StdioClient, stdioClient } from './stdio-client.ts';
import type { TestClient } from './test-client.ts';

/*
 * What the server answers about a place, over standard input and output. What the answers are made of is tested with
 * `compiler/language`; here, that they come to the client in the form of the protocol.
 */

const sample = join(import.meta.dirname, '../../../examples/sample-app');
const files = Object.fromEntries(
  readdirSync(sample)
    .filter((name) => name.endsWith('.bitesize'))
    .map((name) => [name, readFileSync(join(sample, name), 'utf8')]),
);

let started: StdioClient;
let client: TestClient;

// CRLF and wide characters before everything that is asked about.
const build = `# 🍰 ${(files['build.bitesize'] ?? '').slice(2)}`.replaceAll('\n', '\r\n');

beforeAll(async () => {
  started = await stdioClient(files);
  client = started.client;
  await client.initialize();
  for (const name of Object.keys(files))
    await client.open(name, name === 'build.bitesize' ? build : (files[name] ?? ''));
  await client.findings('build.bitesize');
});

afterAll(() => started.remove());

function piece({ uri, range }: Location): string {
  const document = client.document(uri.slice(client.uri('').length + 1));
  return document.getText(range);
}

function contents(hover: Hover | null): string {
  return (hover?.contents as MarkupContent | undefined)?.value ?? '';
}

describe('while writing', () => {
  it('a hover has the documentation of the field, and where it stands', async () => {
    const at = client.at('build.bitesize', 'repository:', 2);
    const hover = await client.ask<Hover | null>('textDocument/hover', 'build.bitesize', at);
    expect(contents(hover)).toContain('repository');
    expect(client.document('build.bitesize').getText(hover?.range)).toBe('repository');
  });

  it('completion offers fields that may still be written, and names of other files', async () => {
    const name = 'environments.bitesize';
    const before = client.text(name);
    await client.replace(name, '    namespace: sample-app-dev\n', '    namespace: sample-app-dev\n    de');
    const fields = await client.ask<readonly CompletionItem[]>(
      'textDocument/completion',
      name,
      client.at(name, '    de', 6),
    );
    const labels = fields.map(({ label }) => label);
    expect(labels).not.toContain('namespace');
    expect(labels.length).toBeGreaterThan(2);
    const [first] = [...fields].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    expect(first?.textEdit).toBeDefined();
    await client.change(name, { text: before });
    const application = client.text('application.bitesize');
    await client.replace('application.bitesize', 'build: storefront', 'build: ');
    const names = await client.ask<readonly CompletionItem[]>(
      'textDocument/completion',
      'application.bitesize',
      client.at('application.bitesize', 'build: ', 'build: '.length),
    );
    await client.change('application.bitesize', { text: application });
    expect(names.map(({ label }) => label)).toEqual(expect.arrayContaining(['storefront', 'orders']));
  });

  it('hints say what defaults decide', async () => {
    const name = 'build.bitesize';
    const range = { start: { line: 0, character: 0 }, end: client.document(name).positionAt(1e9) };
    const hints = await client.about<readonly InlayHint[]>('textDocument/inlayHint', name, { range });
    expect(hints.length).toBeGreaterThan(0);
    for (const { position } of hints)
      expect(client.document(name).positionAt(client.document(name).offsetAt(position))).toEqual(position);
  });
});

describe('from place to place', () => {
  it('a name leads to what it names in another file, and to all its uses', async () => {
    const at = client.at('environments.bitesize', 'name: storefront', 8);
    const found = await client.ask<readonly Location[]>(
      'textDocument/definition',
      'environments.bitesize',
      at,
    );
    expect(found.map(({ uri }) => uri)).toContain(client.uri('application.bitesize'));
    expect(found.map(piece)).toEqual(found.map(() => 'storefront'));
    const uses = (includeDeclaration: boolean) =>
      client.ask<readonly Location[]>('textDocument/references', 'environments.bitesize', at, {
        context: { includeDeclaration },
      });
    const all = await uses(true);
    const others = await uses(false);
    expect(new Set(all.map(piece))).toEqual(new Set(['storefront']));
    expect(others.length).toBeLessThan(all.length);
  });

  it('a rename changes all files, and says what else it does', async () => {
    const name = 'environments.bitesize';
    const at = client.at(name, 'name: Staging', 8);
    const range = await client.ask<{ range: Range; placeholder: string }>(
      'textDocument/prepareRename',
      name,
      at,
    );
    expect([range.placeholder, client.document(name).getText(range.range)]).toEqual(['Staging', 'Staging']);
    const edit = await client.ask<WorkspaceEdit>('textDocument/rename', name, at, { newName: 'Rehearsal' });
    const changes = (edit.documentChanges ?? []) as readonly TextDocumentEdit[];
    const own = changes.find(({ textDocument }) => textDocument.uri === client.uri(name));
    expect(own?.textDocument.version).toBe(client.document(name).version);
    const renamed = TextDocument.applyEdits(client.document(name), (own?.edits ?? []) as TextEdit[]);
    expect(renamed).toContain('name: Rehearsal');
    const [annotation] = Object.values(edit.changeAnnotations ?? {});
    expect(annotation?.needsConfirmation).toBe(true);
    expect(annotation?.description).not.toBe('');
    expect(client.messages.at(-1)).toBe(annotation?.description);
    const refused = client.ask('textDocument/rename', name, { line: 0, character: 0 }, { newName: 'x' });
    await expect(refused).rejects.toMatchObject({ code: -32803 });
  });

  it('there is an outline, folding and links', async () => {
    const name = 'build.bitesize';
    const symbols = await client.about<readonly DocumentSymbol[]>('textDocument/documentSymbol', name);
    const all = (nodes: readonly DocumentSymbol[]): readonly string[] =>
      nodes.flatMap((node) => [node.name, ...all(node.children ?? [])]);
    expect(all(symbols).join()).toContain('storefront');
    const folding = await client.about<readonly FoldingRange[]>('textDocument/foldingRange', name);
    const component = client.at(name, '- name: storefront').line;
    expect(folding.some(({ startLine }) => startLine <= component)).toBe(true);
    const links = await client.about<readonly DocumentLink[]>('textDocument/documentLink', name);
    expect(links.map(({ target }) => target)).toContain('https://git.example.com/shop/orders.git');
  });
});

describe('the output', () => {
  it('is shown from a value, and leads back', async () => {
    const name = 'environments.bitesize';
    const at = client.at(name, 'initial_delay: 20', 'initial_delay: '.length);
    const range = { start: at, end: at };
    const context = { diagnostics: [], triggerKind: 1 };
    const offered = await client.about<readonly CodeAction[]>('textDocument/codeAction', name, {
      range,
      context,
    });
    const command = offered.find((action) => action.command?.command === 'bitesize.showOutput')?.command;
    const lines = await client.connection.sendRequest<
      readonly { path: string; line: number; text: string; uri: string }[]
    >('workspace/executeCommand', command ?? {});
    const line = lines.find(({ text }) => text.includes('initialDelaySeconds: 20'));
    expect(line).toBeDefined();
    await client.until(() => (client.shown.includes(lines[0]?.uri ?? '') ? true : undefined));
    const { text } = await client.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', {
      uri: line?.uri,
    });
    expect(text.split('\n')[(line?.line ?? 0) - 1]).toBe(line?.text);
    const back = await client.connection.sendRequest<readonly Location[]>('workspace/executeCommand', {
      command: 'bitesize.showOrigin',
      arguments: [line?.uri, line?.line],
    });
    expect(back.map(piece).join()).toContain('20');
    const none = await client.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', {
      uri: 'bitesize-output:/../../etc/passwd?%2F',
    });
    expect(none.text).toBe('');
  });
});
