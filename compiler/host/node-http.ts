import { X509Certificate } from 'node:crypto';
import { EnvHttpProxyAgent, request as sendRequest } from 'undici';
import { byteSize } from '../util/byte-size.ts';
import { type FileResult, failed, success } from './file-result.ts';
import type { HttpAnswer, HttpClient, HttpClientOptions, HttpFailureKind, HttpRequest } from './http.ts';

/** How long a server may take to accept a connection, in milliseconds. */
const CONNECT_PATIENCE = 15_000;

/** Returns connections over the network; fails when the certificates or the proxy cannot be used. */
export function openNodeHttp({ connections, ca, env }: HttpClientOptions): FileResult<HttpClient> {
  const proxies = [proxyOf(env, 'https_proxy'), proxyOf(env, 'http_proxy')];
  if (!proxies.every((proxy) => proxy === '' || isProxyAddress(proxy)))
    return failed('other', 'the variables of the proxy hold no http or https address');
  if (ca !== undefined && !holdsCertificates(ca))
    return failed('other', 'the file of certificates holds none in PEM');
  const tls = { timeout: CONNECT_PATIENCE, ...(ca === undefined ? {} : { ca }) };
  const [https, http] = proxies.map(
    (proxy) =>
      new EnvHttpProxyAgent({
        // Both are given, and an empty text for none: the library would look at the process and use one for the other.
        httpProxy: proxy,
        httpsProxy: proxy,
        noProxy: env.no_proxy ?? env.NO_PROXY ?? '',
        // A proxy of HTTP forwards plain requests; many refuse a tunnel to a port that is not for TLS.
        proxyTunnel: false,
        connections,
        connect: tls,
        requestTls: tls,
      }),
  );
  return success({
    send: (request) => send(request.url.startsWith('https:') ? https : http, request),
    close: async () => {
      await Promise.all([https?.destroy(), http?.destroy()]);
    },
  });
}

function proxyOf(env: HttpClientOptions['env'], name: string): string {
  const found = [name, name.toUpperCase(), 'all_proxy', 'ALL_PROXY'].map((each) => env[each]);
  return found.find((each) => each !== undefined) ?? '';
}

function isProxyAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** Node takes a text without a certificate for an empty list, and trusts nobody then. */
function holdsCertificates(text: string): boolean {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  try {
    return blocks.map((block) => new X509Certificate(block)).length > 0;
  } catch {
    return false;
  }
}

async function send(dispatcher: EnvHttpProxyAgent | undefined, request: HttpRequest): Promise<HttpAnswer> {
  const { method, url, headers, body, silence, patience, limit, signal } = request;
  const ending = new AbortController();
  const cancel = () => ending.abort('cancelled');
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  // The timers of the library count in whole seconds.
  const whole = setTimeout(() => ending.abort(`the answer took more than ${seconds(patience)}`), patience);
  const quiet = setTimeout(() => ending.abort(`nothing came for ${seconds(silence)}`), silence);
  try {
    const answer = await sendRequest(url, {
      ...(dispatcher === undefined ? {} : { dispatcher }),
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      headersTimeout: 0,
      bodyTimeout: 0,
      signal: ending.signal,
    });
    const chunks: Uint8Array[] = [];
    let size = 0;
    quiet.refresh();
    for await (const chunk of answer.body) {
      quiet.refresh();
      size += chunk.length;
      // Leaving the loop ends the connection.
      if (size > limit) return failure('too-large', `the answer has more than ${byteSize(limit)}`);
      chunks.push(chunk);
    }
    return {
      kind: 'answer',
      status: answer.statusCode,
      headers: firstOf(answer.headers),
      cookies: [answer.headers['set-cookie'] ?? []].flat(),
      body: Buffer.concat(chunks),
    };
  } catch (error) {
    if (!ending.signal.aborted) return failureOf(error);
    const reason = String(ending.signal.reason);
    return reason === 'cancelled' ? failure('cancelled', 'it was cancelled') : failure('time-out', reason);
  } finally {
    clearTimeout(whole);
    clearTimeout(quiet);
    signal?.removeEventListener('abort', cancel);
  }
}

function firstOf(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const first = [value].flat()[0];
      return first === undefined ? [] : [[name, first]];
    }),
  );
}

/** What the codes of Node's sockets, of its TLS and of undici mean. */
const failures: readonly (readonly [RegExp, HttpFailureKind, string])[] = [
  [/^(ENOTFOUND|EAI_NONAME)$/, 'unreachable', 'there is no host of this name'],
  [/^EAI_AGAIN$/, 'unreachable', 'the name of the host cannot be looked up now'],
  [/^ECONNREFUSED$/, 'unreachable', 'the connection is refused'],
  [/^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, 'unreachable', 'there is no way to the host'],
  [/^(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/, 'unreachable', 'nobody accepts a connection'],
  [/^(UND_ERR_SOCKET|ECONNRESET|EPIPE|ECONNABORTED)$/, 'cut', 'the connection was cut'],
  [/^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/, 'cut', 'the answer has not the length that was announced'],
  [/^UND_ERR_HEADERS_OVERFLOW$/, 'malformed', 'the headers are too long'],
  [/^(HPE_|HTTPParserError$)/, 'malformed', 'what came is no HTTP'],
  [/^(EPROTO|ERR_SSL_.*)$/, 'certificate', 'there is no TLS at this port, or none of a version that is safe'],
  [/^CERT_HAS_EXPIRED$/, 'certificate', 'the certificate has expired'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'certificate', 'the certificate is for other hosts'],
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/,
    'certificate',
    'the certificate is signed by itself',
  ],
  [/^(UNABLE_TO_|CERT_|ERR_TLS_)/, 'certificate', 'the certificate is signed by nobody who is trusted'],
];

/** The words are ours: a message of a library could hold what was sent. */
function failureOf(error: unknown): HttpAnswer {
  for (const each of chainOf(error)) {
    if (/^Proxy response|^Proxy Authentication/.test(each.message)) {
      const status = /\((\d{3})\)/.exec(each.message)?.[1] ?? '';
      return failure('proxy', `the proxy answers ${status}`.trimEnd());
    }
    const { code } = each;
    const found = failures.find(([pattern]) => pattern.test(code));
    if (found === undefined) continue;
    const [, kind, reason] = found;
    return failure(kind, reason);
  }
  return failure('cut', `the connection failed (${chainOf(error)[0]?.code ?? 'unknown'})`);
}

interface CodedError {
  readonly code: string;
  readonly message: string;
}

/** An error, what caused it, and those that it sums up, such as one per address of a host. */
function chainOf(error: unknown): readonly CodedError[] {
  if (!(error instanceof Error)) return [];
  // Errors of the parser have no code.
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const inner = error instanceof AggregateError ? error.errors.slice(0, 1) : [error.cause];
  return [{ code, message: error.message }, ...inner.flatMap(chainOf)];
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}

function failure(kind: HttpFailureKind, reason: string): HttpAnswer {
  return { kind: 'failure', failure: kind, reason };
}
