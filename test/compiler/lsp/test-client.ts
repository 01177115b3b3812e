import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../../../compiler/host/host.ts';
import { serveClient } from '../../../compiler/lsp/serve-client.ts';
import type { ExitCode } from '../../../compiler/run/exit-code.ts';

/** What an editor of today can do. */
export const able: ClientCapabilities = {
  workspace: {
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
    workspaceFolders: true,
    textDocumentContent: {},
  },
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
      versionSupport: true,
    },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
    completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  window: { showDocument: { support: true } },
};

/** A change of an open text: a range and its new text; all of it without a range. */
export type Change = { readonly range?: Range; readonly text: string };

/** An editor, as far as the protocol sees it. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly folder: string;
  result: InitializeResult = { capabilities: {} };
  /** What was published last, by URI. */
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly messages: string[] = [];
  readonly logged: string[] = [];
  readonly shown: string[] = [];
  private readonly texts = new Map<string, TextDocument>();
  private readonly waiting = new Set<() => void>();

  constructor(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, folder: string) {
    this.folder = folder;
    this.connection = createProtocolConnection(
      new StreamMessageReader(input),
      new StreamMessageWriter(output),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.set(params.uri, params);
      for (const wake of [...this.waiting]) wake();
    });
    this.connection.onNotification('window/showMessage', ({ message }) => {
      this.messages.push(message);
    });
    this.connection.onNotification('window/logMessage', ({ message }) => {
      this.logged.push(message);
    });
    this.connection.onRequest('window/showDocument', ({ uri }) => {
      this.shown.push(uri);
      return { success: true };
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.listen();
  }

  async initialize(capabilities: ClientCapabilities = able, options?: unknown): Promise<void> {
    this.result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities,
      workspaceFolders: [{ uri: this.uri(''), name: 'project' }],
      ...(options === undefined ? {} : { initializationOptions: options }),
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  uri(name: string): string {
    return `file://${[this.folder, ...(name === '' ? [] : [name])].join('/')}`;
  }

  text(name: string): string {
    return this.document(name).getText();
  }

  document(name: string): TextDocument {
    const found = this.texts.get(this.uri(name));
    if (found === undefined) throw new Error(`${name} is not open`);
    return found;
  }

  /** Returns the position of a piece of a text; behind it with `after`. */
  at(name: string, piece: string, after = 0): Position {
    const offset = this.text(name).indexOf(piece);
    if (offset === -1) throw new Error(`${piece} is not in ${name}`);
    return this.document(name).positionAt(offset + after);
  }

  async open(name: string, text: string): Promise<void> {
    const uri = this.uri(name);
    const languageId = name.endsWith('.ts') ? 'typescript' : 'bitesize';
    this.texts.set(uri, TextDocument.create(uri, languageId, 1, text));
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  async change(name: string, ...contentChanges: readonly Change[]): Promise<void> {
    const document = this.document(name);
    const version = document.version + 1;
    TextDocument.update(document, [...contentChanges] as never, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: document.uri, version },
      contentChanges: [...contentChanges] as never,
    });
  }

  /** Replaces a piece of a text by another one. */
  async replace(name: string, piece: string, text: string): Promise<void> {
    const range = { start: this.at(name, piece), end: this.at(name, piece, piece.length) };
    await this.change(name, { range, text });
  }

  async close(name: string): Promise<void> {
    const uri = this.uri(name);
    this.texts.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Returns what is said of a text as it is now; waits until it is said. */
  async findings(name: string): Promise<readonly Diagnostic[]> {
    const uri = this.uri(name);
    const version = this.texts.get(uri)?.version;
    return this.until(() => {
      const params = this.published.get(uri);
      return params !== undefined && (version === undefined || params.version === version)
        ? params.diagnostics
        : undefined;
    });
  }

  /** Waits until something that was published makes an answer. */
  until<T>(answer: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const found = answer();
        if (found === undefined) return;
        this.waiting.delete(look);
        resolve(found);
      };
      this.waiting.add(look);
      look();
    });
  }

  /** Sends a request about a place. */
  ask<T>(method: string, name: string, position: Position, more: object = {}): Promise<T> {
    return this.connection.sendRequest<T>(method, {
      textDocument: { uri: this.uri(name) },
      position,
      ...more,
    });
  }

  /** Sends a request about a whole file. */
  about<T>(method: string, name: string, more: object = {}): Promise<T> {
    return this.connection.sendRequest<T>(method, { textDocument: { uri: this.uri(name) }, ...more });
  }

  async end(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
  }
}

/** Returns a client of a server in this process, over streams in memory, and the exit code of the server. */
export function clientInMemory(host: Host): {
  readonly client: TestClient;
  readonly ended: Promise<ExitCode>;
} {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const streams = { input: toServer, output: toClient, close: () => toServer.destroy() };
  const settings = { unknownFields: 'error', allowPlainSecrets: false, allowPlaceholders: false } as const;
  const ended = serveClient(host, streams, settings);
  return { client: new TestClient(toClient, toServer, host.cwd), ended };
}
