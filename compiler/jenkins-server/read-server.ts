import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { inOrder } from '../util/in-order.ts';
import { getConfig, getJson, textIn } from './answers.ts';
import { type Exchange, JenkinsClient } from './jenkins-client.ts';
import { KeptConfigs } from './kept-configs.ts';
import { type ListedItem, type Listing, listFolder, listItems } from './list-items.ts';
import { type Login, readLogin } from './login.ts';
import { maskedSecrets } from './masked-secrets.ts';
import { itemPath, parseServerAddress } from './server-address.ts';
import { readFacts, type ServerFacts, userName } from './server-facts.ts';
import { type Asked, endsAll, failureFindings, reasonOf, type ServerFailure } from './server-failure.ts';

/** A job or folder as a server has it. */
export interface ServerItem {
  /** Its name and those of the folders that it is in, with `/`. */
  readonly name: string;
  /** Its configuration as Jenkins prints it. */
  readonly xml: string;
  /** The address of the configuration. */
  readonly place: string;
  /** The class, such as `hudson.model.FreeStyleProject`. */
  readonly class: string;
}

/** How far the reading is. */
export interface ReadingProgress {
  /** How many jobs and folders there are, as far as it is known. */
  readonly found: number;
  /** How many of them were read, from the server or from what is kept. */
  readonly read: number;
  /** How many of those came from what an earlier run kept. */
  readonly kept: number;
}

/** How a server is read. */
export interface ReadServerOptions {
  /** The address of Jenkins. */
  readonly url: string;
  /** A file of certificates in PEM that are trusted, in place of those of Node. */
  readonly caFile?: string;
  /** How many requests are on the way at once; 8 when absent. */
  readonly parallel?: number;
  /** How long nothing may arrive, in milliseconds; 30 seconds when absent. */
  readonly silence?: number;
  /** A folder that keeps what was read until all of it is, so that the next run goes on there; it takes a login. */
  readonly keepIn?: string;
  /** Ends the reading: requests on the way, and pauses. */
  readonly signal?: AbortSignal;
  readonly onFinding: (finding: Diagnostic) => void;
  /** Called before the first item. */
  readonly onFacts?: (facts: ServerFacts) => void;
  readonly onProgress?: (progress: ReadingProgress) => void;
  readonly onExchange?: (exchange: Exchange) => void;
  /** A number from 0 to 1, for pauses; that of the machine when absent. */
  readonly random?: () => number;
}

const PARALLEL = 8;
const SILENCE = 30_000;

/** The most bytes of a configuration. */
const MOST_OF_CONFIG = 64 * 1024 * 1024;

/**
 * Yields the jobs and folders of a running Jenkins, a folder before what is in it, and reads nothing else than it shows: no
 * request changes anything. The user and the token come from the environment or a netrc file (`readLogin`). Memory holds the
 * names of all items, and a few configurations.
 *
 * Nothing is thrown that a user or a server can cause: `onFinding` takes it. After an error the reading is not whole; what was
 * read is kept then, and removed when all of it was read.
 */
export async function* readServer(host: Host, options: ReadServerOptions): AsyncGenerator<ServerItem> {
  const ending = new AbortController();
  const { signal } = options;
  const end = () => ending.abort();
  if (signal?.aborted === true) return;
  signal?.addEventListener('abort', end, { once: true });
  let connection: Connection | undefined;
  try {
    connection = await connect(host, options, ending.signal);
    if (connection !== undefined) yield* readAll(host, options, connection);
  } finally {
    signal?.removeEventListener('abort', end);
    ending.abort();
    await connection?.close();
  }
}

interface Connection {
  readonly client: JenkinsClient;
  readonly login: Login | undefined;
  readonly close: () => Promise<void>;
}

async function connect(
  host: Host,
  options: ReadServerOptions,
  signal: AbortSignal,
): Promise<Connection | undefined> {
  const { url, caFile, onFinding, parallel = PARALLEL, silence = SILENCE, onExchange, random } = options;
  const parsed = parseServerAddress(url);
  if (parsed.kind === 'problem') {
    // A password in it is not shown.
    const shown = url.replace(/\/\/[^/]*@/, '//');
    onFinding(
      diagnose('server/address', { url: shown, problem: parsed.problem }, undefined, { help: parsed.help }),
    );
    return undefined;
  }
  const { address } = parsed;
  const { login, diagnostics } = readLogin(host, address);
  for (const finding of diagnostics) onFinding(finding);
  if (diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  const ca = caFile === undefined ? undefined : host.files.read(caFile, { limit: MOST_OF_CERTIFICATES });
  if (ca !== undefined && !ca.ok) {
    onFinding(diagnose('file/unreadable', { path: caFile ?? '', reason: ca.failure.reason }, undefined));
    return undefined;
  }
  const pem = ca === undefined ? {} : { ca: new TextDecoder().decode(ca.value) };
  const http = await host.openHttp({ connections: parallel, ...pem });
  if (!http.ok) {
    onFinding(diagnose('server/unreachable', { url: address.url, reason: http.failure.reason }, undefined));
    return undefined;
  }
  const client = new JenkinsClient({
    host,
    http: http.value,
    address,
    login,
    parallel,
    silence,
    signal,
    random: random ?? Math.random,
    ...(onExchange === undefined ? {} : { onExchange }),
  });
  return { client, login, close: http.value.close };
}

const MOST_OF_CERTIFICATES = 16 * 1024 * 1024;

async function* readAll(
  host: Host,
  options: ReadServerOptions,
  { client, login }: Connection,
): AsyncGenerator<ServerItem> {
  const { onFinding, onFacts, onProgress } = options;
  let isWhole = true;
  const report = (finding: Diagnostic) => {
    if (finding.severity === 'error') isWhole = false;
    onFinding(finding);
  };
  const end = (failure: ServerFailure) => {
    isWhole = false;
    for (const finding of failureFindings(failure)) report(finding);
  };
  const begun = await begin(client);
  if (!begun.ok) return end(begun.failure);
  const { root, version, isAnonymous } = begun.value;
  if (isAnonymous)
    report(
      diagnose('server/few-rights', { user: userName(undefined), what: 'all jobs, most likely' }, undefined, {
        help: 'set JENKINS_USER and JENKINS_TOKEN, or add the host to ~/.netrc',
      }),
    );
  let found = 0;
  const items = await listItems(client, root, {
    onFolder: (folder, { items: inside, refused }) => {
      found += inside.length;
      onProgress?.({ found, read: 0, kept: 0 });
      for (const name of refused)
        report(
          diagnose(
            'server/unread',
            { item: `\`${name}\` of ${placeName(folder)}`, reason: REFUSED_NAME },
            undefined,
          ),
        );
    },
    onFailure: (folder, failure) => {
      if (endsAll(failure)) end(failure);
      else
        report(diagnose('server/unread', { item: placeName(folder), reason: reasonOf(failure) }, undefined));
      return !endsAll(failure);
    },
  });
  if (items === undefined) return;
  const folders = items.filter(({ isFolder }) => isFolder).map(({ name }) => name);
  const facts = await readFacts(client, { root, version, folders }, report, end);
  if (facts === undefined) return;
  onFacts?.(facts);
  const kept =
    options.keepIn === undefined || login === undefined
      ? undefined
      : new KeptConfigs(host, options.keepIn, client.address.url, login);
  const progress = { found: items.length, read: 0, kept: 0 };
  for await (const { item, place, asked, isKept } of inOrder(items, options.parallel ?? PARALLEL, (each) =>
    readItem(client, each, kept),
  )) {
    if (!asked.ok) {
      if (endsAll(asked.failure)) return end(asked.failure);
      report(itemFinding(item, asked.failure));
      continue;
    }
    progress.read++;
    if (isKept) progress.kept++;
    onProgress?.({ ...progress });
    for (const { element, line } of maskedSecrets(asked.value))
      report(
        diagnose('server/masked-secret', { item: placeName(item.name), element, line }, undefined, {
          help: MASKED_HELP,
        }),
      );
    yield { name: item.name, xml: asked.value, place, class: item.class };
  }
  if (isWhole) kept?.remove();
}

const REFUSED_NAME = 'no job of Jenkins can have this name, or it is there twice';
const MASKED_HELP =
  'the user needs the permission `Job/Configure` to see that there is a secret and which one';

interface ReadItem {
  readonly item: ListedItem;
  readonly place: string;
  readonly asked: Asked<string>;
  readonly isKept: boolean;
}

async function readItem(
  client: JenkinsClient,
  item: ListedItem,
  kept: KeptConfigs | undefined,
): Promise<ReadItem> {
  const path = itemPath(item.name);
  const place = `${client.address.url}${path}/config.xml`;
  const known = kept?.read(place);
  if (known !== undefined) return { item, place, asked: { ok: true, value: known }, isKept: true };
  const asked = await getConfig(client, path, MOST_OF_CONFIG);
  if (asked.ok) kept?.write(place, asked.value);
  return { item, place, asked, isKept: false };
}

function itemFinding({ name }: ListedItem, failure: ServerFailure): Diagnostic {
  const help =
    failure.kind === 'forbidden'
      ? 'its configuration is shown to users with the permission `Job/Configure`, or `Job/ExtendedRead` where that is on'
      : 'run it again: what was read is kept';
  return diagnose('server/unread', { item: placeName(name), reason: reasonOf(failure) }, undefined, { help });
}

function placeName(fullName: string): string {
  return fullName === '' ? 'the root' : `\`${fullName}\``;
}

interface Begun {
  readonly root: Listing;
  readonly version: string | undefined;
  readonly isAnonymous: boolean;
}

/** Asks who the user is before anything else: that a login is not taken, and that the address is no Jenkins, shows here. */
async function begin(client: JenkinsClient): Promise<Asked<Begun>> {
  const who = await getJson(client, '/whoAmI/api/json');
  if (!who.ok) return noJenkins(who);
  const version = who.value.answer.headers['x-jenkins'];
  if (version === undefined && !textIn(who.value.data, '_class').startsWith('hudson.'))
    return {
      ok: false,
      failure: { kind: 'bad-answer', url: client.address.url, reason: 'it is no Jenkins' },
    };
  const root = await listFolder(client, '');
  if (!root.ok) return root;
  return { ok: true, value: { root: root.value, version, isAnonymous: who.value.data.anonymous === true } };
}

/** Where there is nothing to say who one is, there is no Jenkins, or not at this path. */
function noJenkins(asked: Extract<Asked<never>, { ok: false }>): Asked<never> {
  return asked.failure.kind === 'missing'
    ? {
        ok: false,
        failure: { kind: 'bad-answer', url: asked.failure.url, reason: 'there is nothing of this name' },
      }
    : asked;
}
