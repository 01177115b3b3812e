import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { type Answer, type Asker, forbidden, json, page, xml } from './jenkins-answers.ts';
import { JenkinsModel, type ModelItem } from './jenkins-model.ts';
import { answerToDelete, answerToPost } from './jenkins-writes.ts';

/*
 * A server of our own that answers as Jenkins' remote API does: paths, status codes, headers, what one may see, crumbs for
 * passwords and none for tokens, `tree`, and configurations in the form that Jenkins saves. As measured on core 2.579. A new
 * request that changes something is one entry of the table of `jenkins-writes.ts`.
 */

/** A request as it came in. */
export interface ReceivedRequest {
  readonly method: string;
  /** The path with its query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** How many with the same method and path came before. */
  readonly before: number;
}

/** What goes wrong in place of an answer. With `isTaken: false` the request does nothing, otherwise its answer is lost. */
export type Fault = { readonly isTaken?: boolean } & FaultyAnswer;

type FaultyAnswer =
  /** Another status. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
    }
  /** Nothing ever comes. */
  | { readonly kind: 'hang' }
  /** The headers come and so many bytes of the body, then nothing. */
  | { readonly kind: 'stall'; readonly after: number }
  /** The connection ends without an answer, or after so many bytes of the body. */
  | { readonly kind: 'cut'; readonly after?: number }
  /** The connection ends after so many bytes of the whole answer, its first line and headers included. */
  | { readonly kind: 'cut-at'; readonly byte: number }
  /** The connection ends after so many bytes, in an answer without a length: nobody can see that there was more. */
  | { readonly kind: 'short'; readonly after: number }
  /** The length that is announced is that much more (or less) than what comes. */
  | { readonly kind: 'length'; readonly more: number }
  /** Bytes that never end. */
  | { readonly kind: 'endless' }
  /** No HTTP. */
  | { readonly kind: 'noise' };

/** Says what goes wrong with a request; nothing when it is answered. */
export type Faults = (request: ReceivedRequest) => Fault | undefined;

/** How the server is started. */
export interface JenkinsServerOptions {
  /** The path that it is served below, such as `/jenkins`. */
  readonly base?: string;
  readonly faults?: Faults;
  /** How long each answer takes, in milliseconds, as over a network; none when absent. */
  readonly latency?: number;
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** A server that runs. */
export interface JenkinsServer extends AsyncDisposable {
  readonly url: string;
  readonly model: JenkinsModel;
  /** What came in, in its order. */
  readonly requests: readonly ReceivedRequest[];
  /** The most requests that were on the way at once. */
  readonly most: () => number;
  /** Resolves when no connection is open any more. */
  readonly allClosed: () => Promise<void>;
}

/** Starts a server on a free port of this machine. */
export async function startJenkins(
  model: JenkinsModel = new JenkinsModel(),
  options: JenkinsServerOptions = {},
): Promise<JenkinsServer> {
  const { base = '', faults, latency = 0, tls } = options;
  const requests: ReceivedRequest[] = [];
  const counts = new Map<string, number>();
  let running = 0;
  let most = 0;
  const serve = async (incoming: IncomingMessage, response: ServerResponse) => {
    const { method = '', url: path = '' } = incoming;
    const key = `${method} ${path}`;
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    const request = { method, path, headers: incoming.headers, before };
    requests.push(request);
    most = Math.max(most, ++running);
    response.once('close', () => running--);
    const body = method === 'POST' ? await buffer(incoming) : Buffer.alloc(0);
    if (latency > 0) await setTimeout(latency);
    if (model.clock !== undefined) response.setHeader('date', new Date(model.clock()).toUTCString());
    const fault = faults?.(request);
    send(response, fault?.isTaken === false ? page(500) : answerTo(model, base, request, body), fault);
  };
  // A mistake of this server ends the connection, so that the test fails soon.
  const listener = (incoming: IncomingMessage, response: ServerResponse) => {
    serve(incoming, response).catch(() => response.destroy());
  };
  const server: Server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http://127.0.0.1' : 'https://localhost'}:${port}${base}`,
    model,
    requests,
    most: () => most,
    allClosed: async () => {
      for (const socket of sockets) await new Promise((resolve) => socket.once('close', resolve));
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, { status, headers, body }: Answer, fault: Fault | undefined): void {
  const bytes = Buffer.from(body);
  const { socket } = response;
  const begin = (length: number) =>
    response.writeHead(status, { ...headers, 'content-length': length }).flushHeaders();
  switch (fault?.kind) {
    case undefined:
      response.writeHead(status, { ...headers, 'content-length': bytes.length }).end(bytes);
      return;
    case 'status':
      response
        .writeHead(fault.status, { 'content-type': 'text/html;charset=utf-8', ...fault.headers })
        .end(fault.body ?? '');
      return;
    case 'hang':
      return;
    case 'stall':
      begin(bytes.length);
      response.write(bytes.subarray(0, fault.after));
      return;
    case 'cut':
      if (fault.after === undefined) socket?.destroy();
      else {
        begin(bytes.length);
        response.write(bytes.subarray(0, fault.after), () => socket?.destroy());
      }
      return;
    case 'cut-at': {
      const written = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      const whole = `HTTP/1.1 ${status} OK\r\n${written.join('')}content-length: ${bytes.length}\r\n\r\n${body}`;
      socket?.write(Buffer.from(whole).subarray(0, fault.byte), () => socket.destroy());
      return;
    }
    case 'short':
      socket?.end(
        `HTTP/1.0 ${status} OK\r\nContent-Type: ${headers['content-type'] ?? ''}\r\n\r\n${bytes.subarray(0, fault.after)}`,
      );
      return;
    case 'length':
      response.strictContentLength = false;
      begin(bytes.length + fault.more);
      response.end(bytes);
      return;
    case 'endless': {
      response.writeHead(status, headers);
      const chunk = Buffer.alloc(256 * 1024, 0x20);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
      return;
    }
    case 'noise':
      socket?.end('this is no answer\r\n\r\n');
  }
}

const CRUMB = 'c0ffee';
const SESSION = 'JSESSIONID.test=node0';

function answerTo(model: JenkinsModel, base: string, request: ReceivedRequest, body: Buffer): Answer {
  if (model.unready > 0) {
    model.unready--;
    return page(503);
  }
  // Jetty: an ambiguous separator.
  if (/%2f/i.test(request.path.replace(/\?.*/, ''))) return page(400);
  const url = new URL(request.path, 'http://server');
  if (!url.pathname.startsWith(`${base}/`)) return page(404);
  const asker = askerOf(model, request.headers.authorization);
  if (asker === undefined) return page(401, { 'www-authenticate': 'Basic realm="Jenkins"' });
  const isWrite = request.method === 'POST' || request.method === 'DELETE';
  if (isWrite && asker.needsCrumb && !hasCrumb(request))
    return page(403, { 'x-error': 'No valid crumb was included in the request' });
  const path = url.pathname.slice(base.length);
  if (path === '/whoAmI/api/json') return json(model, whoAmI(asker), url);
  if (!asker.rights.has('Overall/Read')) return forbidden('hudson.model.Hudson.Read');
  if (path === '/crumbIssuer/api/json')
    return {
      ...json(model, { crumb: CRUMB, crumbRequestField: 'Jenkins-Crumb' }, url),
      headers: { 'set-cookie': SESSION },
    };
  if (path === '/pluginManager/api/json')
    return asker.rights.has('Overall/Administer')
      ? json(model, { _class: 'hudson.LocalPluginManager', plugins: model.plugins }, url)
      : forbidden('hudson.model.Hudson.Administer', asker.name);
  if (path === '/computer/api/json')
    return json(model, { _class: 'hudson.model.ComputerSet', computer: computers(model) }, url);
  // Without its last slash an address of an item leads to that with one, whatever the method, and nothing is done.
  if (/\/job\/[^/]+$/.test(path) && visible(model, nameIn(path), asker) !== undefined)
    return { status: 302, headers: { location: `${base}${path}/` }, body: '' };
  const [, folder = '', rest = ''] = /^((?:\/job\/[^/]+)*)(\/.*)$/.exec(path) ?? [];
  const fullName = nameIn(folder);
  const item = visible(model, fullName, asker);
  if (item === undefined)
    return asker.rights.has('Job/Discover') && !asker.rights.has('Job/Read') && model.find(fullName)
      ? page(403, { 'x-error': `Please login to access job ${fullName}` })
      : page(404);
  if (isWrite) {
    const write = { model, base, asker, fullName, item, url, rest, body, headers: request.headers };
    return request.method === 'POST' ? answerToPost(write) : answerToDelete(write);
  }
  if (/^\/(?:createItem|createView)$/.test(rest)) return page(405);
  if (request.method !== 'GET') return page(400);
  if (rest === '/api/json') return json(model, described(item, fullName, asker, model), url);
  if (rest === '/config.xml') return fullName === '' ? page(400) : configOf(model, item, asker);
  const view = /^\/view\/([^/]+)\/config\.xml$/.exec(rest)?.[1];
  const shown = view === undefined ? undefined : item.views.get(decodeURIComponent(view));
  if (shown !== undefined) return xml(shown.xml);
  const store = /^\/credentials\/store\/(system|folder)(?:\/domain\/([^/]+))?\/api\/json$/.exec(rest);
  if (store !== null)
    return storeOf({ model, item, fullName, asker, url, store: store[1] ?? '', domain: store[2] });
  return page(404);
}

function nameIn(path: string): string {
  return path.split('/job/').slice(1).map(decodeURIComponent).join('/');
}

function askerOf(model: JenkinsModel, authorization: string | undefined): Asker | undefined {
  if (authorization === undefined) return { name: 'anonymous', rights: model.anonymous, needsCrumb: true };
  const [name = '', secret] = Buffer.from(authorization.replace(/^Basic /, ''), 'base64')
    .toString()
    .split(/:(.*)/s);
  const [known, user] = [...model.users].find(([each]) => each.toLowerCase() === name.toLowerCase()) ?? [];
  if (known === undefined || user === undefined) return undefined;
  if (secret === user.token) return { name: known, rights: user.rights, needsCrumb: false };
  return secret !== undefined && secret === user.password
    ? { name: known, rights: user.rights, needsCrumb: true }
    : undefined;
}

/** A crumb counts in its session alone. */
function hasCrumb({ headers }: ReceivedRequest): boolean {
  return headers['jenkins-crumb'] === CRUMB && (headers.cookie ?? '').includes(SESSION);
}

function whoAmI({ name }: Asker): object {
  const anonymous = name === 'anonymous';
  return {
    _class: 'hudson.security.WhoAmI',
    anonymous,
    authenticated: !anonymous,
    authorities: [anonymous ? 'anonymous' : 'authenticated'],
    name,
  };
}

function computers(model: JenkinsModel): readonly object[] {
  return model.nodes.map(({ displayName, labels }) => ({
    _class: 'hudson.slaves.SlaveComputer',
    displayName,
    offline: false,
    assignedLabels: labels.map((name) => ({ name })),
  }));
}

function isVisible(item: ModelItem, { name, rights }: Asker): boolean {
  return rights.has('Job/Read') && (item.onlyFor === undefined || item.onlyFor === name);
}

function visible(model: JenkinsModel, fullName: string, asker: Asker): ModelItem | undefined {
  const names = fullName === '' ? [] : fullName.split('/');
  const path = names.map((_, index) => model.find(names.slice(0, index + 1).join('/')));
  if (path.some((item) => item === undefined || !isVisible(item, asker))) return undefined;
  return path.at(-1) ?? model.root;
}

function described(item: ModelItem, fullName: string, asker: Asker, model: JenkinsModel): object {
  const isMultibranch = item.class.includes('MultiBranch');
  const children = [...(item.children ?? [])].filter(([, child]) => isVisible(child, asker));
  const jobs = children.map(([name, child]) => {
    const inner = fullName === '' ? name : `${fullName}/${name}`;
    return { name, fullName: inner, ...described(child, inner, asker, model) };
  });
  const isPlain = item.children === undefined;
  return {
    _class: item.class,
    ...(fullName === ''
      ? { description: model.systemMessage, useCrumbs: true, useSecurity: true, url: null }
      : {}),
    ...(isPlain ? stateOf(item) : { jobs }),
    ...(isMultibranch ? { sources: [] } : {}),
    ...(isPlain
      ? {}
      : {
          views: [...item.views].map(([name, view]) => ({ _class: view.class, name })),
          primaryView:
            [...item.views]
              .filter(([name]) => name === model.primaryOf(item))
              .map(([name, view]) => ({ _class: view.class, name }))[0] ?? null,
        }),
  };
}

function stateOf({ xml: text, isHeld, isBuilding }: ModelItem): object {
  const disabled = /<disabled>true<\/disabled>/.test(text);
  const color = disabled ? 'disabled' : 'notbuilt';
  return {
    buildable: !disabled && isHeld !== true,
    disabled,
    color: isBuilding === true ? `${color}_anime` : color,
  };
}

function configOf(model: JenkinsModel, item: ModelItem, { rights }: Asker): Answer {
  const printed = model.printed(item);
  if (rights.has('Job/Configure')) return xml(printed);
  if (!rights.has('Job/ExtendedRead')) return forbidden('hudson.model.Item.Configure');
  return xml(printed.replaceAll(/>\{AQ[\w+/=]+\}</g, '>********<'));
}

interface StoreRequest {
  readonly model: JenkinsModel;
  readonly item: ModelItem;
  readonly fullName: string;
  readonly asker: Asker;
  readonly url: URL;
  readonly store: string;
  readonly domain: string | undefined;
}

/** Without the right to view it, there is no store. */
function storeOf({ model, item, fullName, asker, url, store, domain }: StoreRequest): Answer {
  if (!asker.rights.has('Credentials/View') || (store === 'system') !== (fullName === '')) return page(404);
  if (domain === undefined) {
    const domains = Object.fromEntries(
      [...item.credentials.keys()].map((name) => [name, { _class: 'DomainWrapper' }]),
    );
    return json(model, { _class: 'CredentialsStoreAction', domains }, url);
  }
  const credentials = item.credentials.get(decodeURIComponent(domain));
  return credentials === undefined ? page(404) : json(model, { _class: 'DomainWrapper', credentials }, url);
}
