import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import type { Host } from '../../../compiler/host/host.ts';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';
import { allSpecFileNames } from '../../../compiler/source/spec-kind.ts';
import { checkFindings, shortFindings } from './check-findings.ts';
import { clientInMemory, type TestClient } from './test-client.ts';

/** Sequences of edits: `BITESIZE_LSP_RUNS`, 5,000 where all of them are wanted. */
const runs = Number(process.env.BITESIZE_LSP_RUNS ?? 100);

/** The same sequences at every run, unless `BITESIZE_FUZZ_SEED` asks for others. */
const seed = Number(process.env.BITESIZE_FUZZ_SEED ?? 20170101);

const examples = join(import.meta.dirname, '../../../examples');
const projects = ['sample-app', 'web-service', 'docs-site', 'everything', 'own-jobs', 'single-sign-on'].map(
  (name) =>
    Object.fromEntries(
      readdirSync(join(examples, name))
        .filter((file) => allSpecFileNames.includes(file) && !file.endsWith('.ts'))
        .map((file) => [file, readFileSync(join(examples, name, file), 'utf8')]),
    ),
);

/** What somebody may type or paste, right and wrong. */
const typed = fc.oneof(
  fc.constantFrom(
    ...[
      '\n',
      '\r\n',
      '\r',
      '\t',
      ' ',
      '  ',
      ':',
      ': ',
      '- ',
      '-',
      '#',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      '|',
      '&a ',
      '*a',
    ],
    ...[
      'agent',
      'ag',
      'agent: ',
      'name: web\n',
      '  - name: web\n',
      '\n  ag\n',
      '<<: *a',
      'true',
      'no',
      '1.10',
      '🍰',
      '日本',
    ],
    ...[
      '# bitesize-ignore check/todo: fine\n',
      '# bitesize-ignore x',
      '---\n',
      '\u0000',
      '\ufeff',
      '${X}',
      'git: https://u:p@h/x',
    ],
  ),
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);

const edit = fc.record({
  file: fc.nat(),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(30)),
  text: fc.oneof(typed, fc.constant('')),
  ask: fc.option(fc.nat({ max: 99 }), { freq: 2 }),
  isCancelled: fc.boolean(),
});

type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

const methods = [
  'hover',
  'completion',
  'definition',
  'references',
  'prepareRename',
  'rename',
  'documentSymbol',
  'foldingRange',
  'documentLink',
  'inlayHint',
  'codeAction',
] as const;

let client: TestClient;
/** Waits as a machine does, so that several edits become one look. */
const host: Host = Object.create(createMemoryHost({ env: { BITESIZE_ALLOW_PLACEHOLDERS: '1' } }), {
  wait: { value: (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds)) },
});
let count = 0;

beforeAll(async () => {
  client = clientInMemory(host).client;
  await client.initialize();
});

afterAll(() => client.end());

describe('random edits', () => {
  it(`leave the findings of check, whatever is asked meanwhile (${runs} sequences)`, async () => {
    const sequence = fc.array(edit, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...projects), sequence, async (files, edits) => {
        const folder = `p${count++}`;
        const names = Object.keys(files);
        for (const name of names) await client.open(`${folder}/${name}`, files[name] ?? '');
        for (const each of edits) await apply(folder, names, each);
        const texts = Object.fromEntries(names.map((name) => [name, client.text(`${folder}/${name}`)]));
        // All texts are in what is answered then, and what was found in them was told before.
        await client.about('textDocument/foldingRange', `${folder}/${names[0]}`);
        const found = names.map((name) => {
          const published = client.published.get(client.uri(`${folder}/${name}`));
          return [name, shortFindings(published?.diagnostics ?? [])] as const;
        });
        const checked = await checkFindings(texts);
        expect(Object.fromEntries(found)).toEqual(
          Object.fromEntries(names.map((name) => [name, checked.get(name) ?? []])),
        );
        expect(client.logged).toEqual([]);
        for (const name of names) await client.close(`${folder}/${name}`);
      }),
      { seed, numRuns: runs },
    );
  }, 3_600_000);
});

/** Makes one edit, and asks something about its place that may be cancelled at once. */
async function apply(
  folder: string,
  names: readonly string[],
  { file, at, removed, text, ask, isCancelled }: Edit,
): Promise<void> {
  const name = `${folder}/${names[file % names.length]}`;
  const document = client.document(name);
  const start = Math.floor(at * document.getText().length);
  const range = { start: document.positionAt(start), end: document.positionAt(start + removed) };
  await client.change(name, { range, text });
  if (ask === null) return;
  const method = methods[ask % methods.length] ?? 'hover';
  const position = document.positionAt(start + text.length);
  const cancel = new CancellationTokenSource();
  const context = { includeDeclaration: true, diagnostics: [] };
  const asked = client.connection.sendRequest(
    `textDocument/${method}`,
    {
      textDocument: { uri: client.uri(name) },
      position,
      newName: 'other',
      range: { start: range.start, end: position },
      context,
    },
    cancel.token,
  );
  if (isCancelled) cancel.cancel();
  const refused = await asked.then(
    () => undefined,
    (error: { readonly code: number; readonly message: string }) => error,
  );
  if (refused === undefined) return;
  // A rename may have nothing to rename; all else fails only when it was cancelled.
  const allowed = isCancelled ? [LSPErrorCodes.RequestCancelled] : [];
  if (method === 'rename') allowed.push(LSPErrorCodes.RequestFailed);
  expect(allowed, `${method}: ${refused.message}`).toContain(refused.code);
}
