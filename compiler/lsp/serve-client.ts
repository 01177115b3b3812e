import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  createConnection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
  type WorkspaceFolder,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Code } from '../diagnostics/codes.ts';
import type { ClientStreams, Host } from '../host/host.ts';
import { absolutePath } from '../host/path.ts';
import { type ExitCode, exitCodes } from '../run/exit-code.ts';
import { version } from '../version.ts';
import { codeActionsOf, FIX_ALL } from './code-actions.ts';
import { commandNames } from './command-names.ts';
import { serveCommands } from './commands.ts';
import { serveEditing } from './editing.ts';
import { pathOfUri } from './file-uri.ts';
import { lifecycle } from './lifecycle.ts';
import { serveNavigation } from './navigation.ts';
import { OpenDocuments } from './open-documents.ts';
import { OUTPUT_SCHEME } from './output-uri.ts';
import { Projects } from './projects.ts';
import { type FindingContext, publishedFinding } from './published-findings.ts';
import { Publisher } from './publisher.ts';
import { answerAbout, logBug, type Session } from './session.ts';
import { type LspSettings, readSettings, shapingOf } from './settings.ts';

/**
 * Serves one client over its streams, following the Language Server Protocol 3.18, until it says that it ends or is gone.
 * Returns the exit code that the protocol asks for: an error where the client ended without saying so.
 */
export function serveClient(host: Host, streams: ClientStreams, given: LspSettings): Promise<ExitCode> {
  return new Promise((resolve) => {
    const server = new Server(host, streams, given, resolve);
    server.listen();
  });
}

/** The files whose changes on the disk are told; what else a project is made of is looked at with the next edit. */
const WATCHED = ['**/*.bitesize', '**/*.bitesize.ts'];

class Server {
  private readonly host: Host;
  private readonly connection: Connection;
  private readonly open: OpenDocuments;
  private readonly projects: Projects;
  private client: ClientCapabilities = {};
  private settings: LspSettings;
  private folders: readonly string[] = [];
  private readonly given: LspSettings;

  constructor(host: Host, streams: ClientStreams, given: LspSettings, end: (code: ExitCode) => void) {
    this.host = host;
    this.given = given;
    this.settings = given;
    let isEnded = false;
    const finish = (code: number) => {
      if (isEnded) return;
      isEnded = true;
      this.projects.close();
      this.connection.dispose();
      streams.close();
      end(code === 0 ? exitCodes.fine : exitCodes.errors);
    };
    const watchDog = { shutdownReceived: false, initialize: () => undefined, exit: finish };
    this.connection = createConnection((logger) => {
      const reader = new StreamMessageReader(streams.input);
      const writer = new StreamMessageWriter(streams.output);
      const connection = createProtocolConnection(reader, writer, logger, {
        messageStrategy: lifecycle(writer),
      });
      connection.onClose(() => finish(watchDog.shutdownReceived ? 0 : 1));
      return connection;
    }, watchDog);
    // A client that goes away closes its end; not every stream closes itself then.
    streams.input.once('end', () => finish(watchDog.shutdownReceived ? 0 : 1));
    this.open = new OpenDocuments(host.files);
    const publisher = new Publisher(this.connection, this.open, () => this.findingContext());
    this.projects = new Projects(host, this.open, shapingOf(given, host.env), {
      onState: (state) => publisher.publish(state),
      onGone: (folder) => publisher.forget(folder),
      onBug: (error) => logBug(this.connection, error),
    });
  }

  listen(): void {
    const { connection, host, open, projects } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.safely(() => this.initialized()));
    this.serveTexts();
    const session: Session = { host, connection, open, projects, client: () => this.client };
    serveEditing(session);
    serveNavigation(session);
    serveCommands(session);
    this.serveActions(session);
    connection.listen();
  }

  private initialize({
    capabilities,
    initializationOptions,
    workspaceFolders,
    ...params
  }: InitializeParams): InitializeResult {
    this.client = capabilities;
    this.settings = readSettings(initializationOptions, this.given);
    this.projects.setOptions(shapingOf(this.settings, this.host.env));
    // The older ways to name the folder, for clients that know no other.
    const { rootUri, rootPath } = params;
    const path = rootUri ? pathOfUri(rootUri) : (rootPath ?? undefined);
    const paths = workspaceFolders ? foldersOf(workspaceFolders) : path === undefined ? [] : [path];
    this.folders = paths.map((each) => absolutePath(this.host.cwd, each));
    return { capabilities: serverCapabilities(capabilities), serverInfo: { name: 'bitesize', version } };
  }

  private initialized(): void {
    const { connection, client } = this;
    this.projects.setFolders(this.folders);
    if (client.workspace?.workspaceFolders === true)
      connection.workspace.onDidChangeWorkspaceFolders((event) =>
        this.safely(() => this.changeFolders(event)),
      );
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers })
        .catch((error: unknown) => logBug(connection, error));
    }
    if (client.workspace?.configuration !== true) return;
    if (client.workspace.didChangeConfiguration?.dynamicRegistration === true)
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'bitesize' })
        .catch((error: unknown) => logBug(connection, error));
    this.askSettings();
  }

  /** Texts that open, change and close; what is saved, other folders, other settings. */
  private serveTexts(): void {
    const { connection, open, projects } = this;
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version: number, text } }) =>
      this.safely(() => this.refreshed(open.open(uri, languageId, number, text))),
    );
    connection.onDidChangeTextDocument(({ textDocument: { uri, version: number }, contentChanges }) =>
      this.safely(() => {
        const path = open.change(uri, number, contentChanges);
        if (path !== undefined) projects.touch(path);
      }),
    );
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) =>
      this.safely(() => this.refreshed(open.close(uri))),
    );
    connection.onDidSaveTextDocument(({ textDocument: { uri } }) =>
      this.safely(() => this.refreshed(pathOfUri(uri))),
    );
    connection.onDidChangeWatchedFiles(({ changes }) =>
      this.safely(() => projects.refresh(changes.flatMap(({ uri }) => pathOfUri(uri) ?? []))),
    );
    connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) =>
      this.safely(() => {
        if (this.client.workspace?.configuration === true) this.askSettings();
        else
          this.take(
            typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'bitesize') : undefined,
          );
      }),
    );
  }

  private serveActions(session: Session): void {
    const { connection, open } = this;
    connection.onCodeAction(({ textDocument: { uri }, range, context: { only, triggerKind } }, token) =>
      answerAbout(session, uri, token, ({ state, places, file, offsetAt }) => {
        const context = { ...this.findingContext(), places };
        const actions = codeActionsOf(
          { file, uri, start: offsetAt(range.start), end: offsetAt(range.end), only, trigger: triggerKind },
          {
            places,
            open,
            findings: state.findings,
            published: (finding) => publishedFinding(finding, context),
            documentChanges: this.client.workspace?.workspaceEdit?.documentChanges === true,
          },
        );
        // Older clients know commands alone.
        const takesActions = this.client.textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
        return takesActions ? [...actions] : actions.flatMap(({ command }) => command ?? []);
      }),
    );
  }

  private refreshed(path: string | undefined): void {
    if (path !== undefined) this.projects.refresh([path]);
  }

  private changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(foldersOf(removed));
    this.folders = [...new Set([...this.folders.filter((folder) => !gone.has(folder)), ...foldersOf(added)])];
    this.projects.setFolders(this.folders);
  }

  private askSettings(): void {
    this.connection.workspace
      .getConfiguration('bitesize')
      .then((sent: unknown) => this.take(sent))
      .catch((error: unknown) => logBug(this.connection, error));
  }

  private take(sent: unknown): void {
    const settings = readSettings(sent, this.settings);
    if (JSON.stringify(settings) === JSON.stringify(this.settings)) return;
    this.settings = settings;
    this.projects.setOptions(shapingOf(settings, this.host.env));
  }

  /** A notification has no answer: what goes wrong in it is logged. */
  private safely(work: () => void): void {
    try {
      work();
    } catch (error) {
      logBug(this.connection, error);
    }
  }

  private findingContext(): Omit<FindingContext, 'places'> {
    const shows = this.client.textDocument?.publishDiagnostics;
    return {
      abilities: {
        related: shows?.relatedInformation === true,
        tags: shows?.tagSupport !== undefined,
        codeDescription: shows?.codeDescriptionSupport === true,
      },
      pageOf: (code: Code) => this.host.resourceAddress?.(`compiler/diagnostics/pages/${code}.md`),
    };
  }
}

function serverCapabilities({ workspace }: ClientCapabilities): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    completionProvider: { triggerCharacters: [' ', ':', '-'] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: {},
    inlayHintProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
    executeCommandProvider: { commands: Object.values(commandNames) },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(workspace?.textDocumentContent === undefined
        ? {}
        : { textDocumentContent: { schemes: [OUTPUT_SCHEME] } }),
    },
  };
}

function foldersOf(folders: readonly WorkspaceFolder[]): readonly string[] {
  return folders.flatMap(({ uri }) => pathOfUri(uri) ?? []);
}
