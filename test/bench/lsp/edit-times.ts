import { type ChildProcess, spawn } from 'node:child_process';
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A language server that is measured. */
export interface MeasuredServer {
  readonly name: string;
  readonly argv: readonly string[];
  readonly languageId: string;
  /** What it gets when it asks for its configuration. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A server that runs, with one text open. */
export interface RunningServer {
  readonly name: string;
  /** Types one letter, or takes it away, and returns the milliseconds until findings of the new text were told. */
  readonly edit: (line: number, character: number, letter: string) => Promise<number>;
  readonly pid: number;
  readonly end: () => Promise<void>;
}

/** Starts a server in a folder, opens a text in it, and waits for its first findings. */
export async function startServer(
  { name, argv, languageId, settings }: MeasuredServer,
  folder: string,
  file: string,
  text: string,
): Promise<RunningServer> {
  const [program = '', ...words] = argv;
  const child: ChildProcess = spawn(program, words, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const { stdin, stdout, pid } = child;
  if (stdin === null || stdout === null || pid === undefined) throw new Error(`${name} did not start`);
  const connection = createProtocolConnection(
    new StreamMessageReader(stdout),
    new StreamMessageWriter(stdin),
  );
  const uri = `file://${folder}/${file}`;
  let document = TextDocument.create(uri, languageId, 1, text);
  let wake: (() => void) | undefined;
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    if (params.uri !== uri) return;
    // A server that names versions may still tell of an older text.
    if (params.version === undefined || params.version === document.version) wake?.();
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section: string }[] }) =>
    items.map(({ section }) => settings[section] ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const next = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: `file://${folder}`,
    workspaceFolders: [{ uri: `file://${folder}`, name: 'project' }],
    capabilities: {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings });
  const first = next();
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId, version: 1, text },
  });
  await first;
  return {
    name,
    edit: async (line, character, letter) => {
      const start = { line, character };
      const end = letter === '' ? { line, character: character + 1 } : start;
      const contentChanges = [{ range: { start, end }, text: letter }];
      document = TextDocument.update(document, contentChanges, document.version + 1);
      const answered = next();
      const started = performance.now();
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: document.version },
        contentChanges,
      });
      await answered;
      return performance.now() - started;
    },
    pid,
    end: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended;
    },
  };
}
