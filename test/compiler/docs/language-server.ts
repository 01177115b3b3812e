import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const program = join(
  import.meta.dirname,
  '../../../node_modules/yaml-language-server/bin/yaml-language-server',
);

/** A message of the Language Server Protocol, as far as these tests look at it. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** A running yaml-language-server that talks over its standard streams. */
export class LanguageServer {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #settings: Readonly<Record<string, unknown>>;
  readonly #answers = new Map<number, (result: unknown) => void>();
  readonly #published = new Map<string, (found: readonly unknown[]) => void>();
  #unread = Buffer.alloc(0);
  #next = 1;

  /** `settings` are those of the section `yaml`, with schemas by absolute path. */
  constructor(settings: Readonly<Record<string, unknown>>) {
    this.#settings = settings;
    this.#child = spawn(process.execPath, [program, '--stdio']);
    this.#child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
  }

  async start(folder: string): Promise<void> {
    const rootUri = pathToFileURL(folder).href;
    const capabilities = {
      workspace: { configuration: true },
      textDocument: { hover: { contentFormat: ['markdown'] }, completion: {} },
    };
    await this.request('initialize', { processId: null, rootUri, capabilities });
    this.#send({ method: 'initialized', params: {} });
  }

  /** Opens a document and returns what the server finds wrong with it. */
  open(uri: string, text: string): Promise<readonly unknown[]> {
    const found = new Promise<readonly unknown[]>((resolve) => this.#published.set(uri, resolve));
    this.#send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
    });
    return found;
  }

  request(method: string, params: unknown): Promise<unknown> {
    const id = this.#next++;
    const answer = new Promise<unknown>((resolve) => this.#answers.set(id, resolve));
    this.#send({ id, method, params });
    return answer;
  }

  stop(): void {
    this.#child.kill();
  }

  #send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#child.stdin.write(body);
  }

  #receive(chunk: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, chunk]);
    for (;;) {
      const end = this.#unread.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.#unread.toString('utf8', 0, end))?.[1]);
      if (end < 0 || this.#unread.length < end + 4 + length) return;
      const body = this.#unread.toString('utf8', end + 4, end + 4 + length);
      this.#unread = this.#unread.subarray(end + 4 + length);
      this.#handle(JSON.parse(body) as Message);
    }
  }

  #handle({ id, method, params, result }: Message): void {
    if (id !== undefined && method === undefined) this.#answers.get(id)?.(result);
    else if (id !== undefined)
      this.#send({ id, result: method === 'workspace/configuration' ? this.#answer(params) : null });
    else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly unknown[] };
      this.#published.get(uri)?.(diagnostics);
    }
  }

  #answer(params: unknown): readonly unknown[] {
    const { items } = params as { items: readonly { section: string }[] };
    return items.map(({ section }) => (section === 'yaml' ? this.#settings : {}));
  }
}
