import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { inOrder } from '../util/in-order.ts';
import { getConfig, getJson, textIn } from './answers.ts';
import { type ConnectOptions, connectServer, PARALLEL, type ReportFinding } from './connect-server.ts';
import type { JenkinsClient } from './jenkins-client.ts';
import { KeptConfigs } from './kept-configs.ts';
import { type ListedItem, type Listing, listFolder, listItems } from './list-items.ts';
import { maskedSecrets } from './masked-secrets.ts';
import { itemPath } from './server-address.ts';
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
export interface ReadServerOptions extends ConnectOptions {
  /**
   * A folder for configurations: those that were read are not asked for again, in the next run neither. Without one nothing
   * is kept, and each is asked for anew.
   */
  readonly keepIn?: string;
  /** Whether the ids of credentials are asked for, which takes two requests more a folder; true when absent. */
  readonly credentials?: boolean;
  /** Ends the reading: requests on the way, and pauses. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadingProgress) => void;
}

/** A Jenkins that is being read. */
export interface ServerReading {
  /** The address, with no slash at its end. */
  readonly url: string;
  /** Who asks; undefined without a login. */
  readonly user: string | undefined;
  /** What only who has the login knows: what is kept of the server is sealed with it. Undefined without a login. */
  readonly sealKey: string | undefined;
  readonly facts: ServerFacts;
  /**
   * Yields the jobs and folders, a folder before what is in it; each time the same ones, which are asked for once. What
   * cannot be read is reported each time, and left out.
   */
  readonly items: (report: ReportFinding) => AsyncGenerator<ServerItem>;
  /** Ends all connections. With `isDone` what is kept is removed: without it the next run goes on there. */
  readonly close: (isDone: boolean) => Promise<void>;
}

/** The most bytes of a configuration. */
const MOST_OF_CONFIG = 64 * 1024 * 1024;

/**
 * Returns a running Jenkins to be read; undefined when it cannot be. No request changes anything. The user and the token come
 * from the environment or a netrc file (`readLogin`). Memory holds the names of all items, and a few configurations.
 *
 * Nothing is thrown that a user or a server can cause: `report` takes it.
 */
export async function openServer(
  host: Host,
  options: ReadServerOptions,
  report: ReportFinding,
): Promise<ServerReading | undefined> {
  const ending = new AbortController();
  const { signal } = options;
  const end = () => ending.abort();
  if (signal?.aborted === true) return undefined;
  signal?.addEventListener('abort', end, { once: true });
  const connection = await connectServer(host, options, ending.signal, report);
  const close = async () => {
    signal?.removeEventListener('abort', end);
    ending.abort();
    await connection?.close();
  };
  const found = connection && (await lookAround(connection.client, options, report));
  if (connection === undefined || found === undefined) {
    await close();
    return undefined;
  }
  const { client, login } = connection;
  const { url } = client.address;
  const kept = options.keepIn === undefined ? undefined : new KeptConfigs(host, options.keepIn, url, login);
  const reader = new ItemReader(client, found.items, kept, options);
  return {
    url,
    user: login?.user,
    sealKey: login && host.sha256(`bitesize ${login.authorization}`),
    facts: found.facts,
    items: (take) => reader.read(take),
    close: async (isDone) => {
      await close();
      if (isDone) kept?.remove();
    },
  };
}

/** Reads everything but the configurations of jobs. */
async function lookAround(
  client: JenkinsClient,
  { onProgress, credentials = true }: ReadServerOptions,
  report: ReportFinding,
): Promise<{ readonly items: readonly ListedItem[]; readonly facts: ServerFacts } | undefined> {
  const end = (failure: ServerFailure): undefined => {
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
      for (const name of refused) {
        const item = `\`${name}\` of ${placeName(folder)}`;
        report(diagnose('server/unread', { item, reason: REFUSED_NAME }, undefined));
      }
    },
    onFailure: (folder, failure) => {
      if (endsAll(failure)) end(failure);
      else
        report(diagnose('server/unread', { item: placeName(folder), reason: reasonOf(failure) }, undefined));
      return !endsAll(failure);
    },
  });
  if (items === undefined) return undefined;
  const folders = items.filter(({ isFolder }) => isFolder).map(({ name }) => name);
  const facts = await readFacts(client, { root, version, folders, credentials }, report, end);
  return facts && { items, facts };
}

/** Reads the configurations of items, each of them once from the server. */
class ItemReader {
  private readonly client: JenkinsClient;
  private readonly items: readonly ListedItem[];
  private readonly kept: KeptConfigs | undefined;
  private readonly options: ReadServerOptions;
  /** What could not be read: it is not asked for again. */
  private readonly failures = new Map<string, ServerFailure>();

  constructor(
    client: JenkinsClient,
    items: readonly ListedItem[],
    kept: KeptConfigs | undefined,
    options: ReadServerOptions,
  ) {
    this.client = client;
    this.items = items;
    this.kept = kept;
    this.options = options;
  }

  async *read(report: ReportFinding): AsyncGenerator<ServerItem> {
    const { onProgress, parallel = PARALLEL } = this.options;
    const progress = { found: this.items.length, read: 0, kept: 0 };
    for await (const { item, place, asked, isKept } of inOrder(this.items, parallel, (each) =>
      this.readItem(each),
    )) {
      if (!asked.ok) {
        const isEnd = endsAll(asked.failure);
        for (const finding of isEnd ? failureFindings(asked.failure) : [itemFinding(item, asked.failure)])
          report(finding);
        if (isEnd) return;
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
  }

  private async readItem(item: ListedItem): Promise<ReadItem> {
    const path = itemPath(item.name);
    const place = `${this.client.address.url}${path}/config.xml`;
    const failure = this.failures.get(item.name);
    if (failure !== undefined) return { item, place, asked: { ok: false, failure }, isKept: false };
    const known = this.kept?.read(place);
    if (known !== undefined) return { item, place, asked: { ok: true, value: known }, isKept: true };
    const asked = await getConfig(this.client, path, MOST_OF_CONFIG);
    if (asked.ok) this.kept?.write(place, asked.value);
    else this.failures.set(item.name, asked.failure);
    return { item, place, asked, isKept: false };
  }
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
