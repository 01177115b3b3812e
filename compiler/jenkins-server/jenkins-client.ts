import type { Host } from '../host/host.ts';
import type { HttpAnswer, HttpClient } from '../host/http.ts';
import { parseJson } from '../util/parse-json.ts';
import { version } from '../version.ts';
import type { Login } from './login.ts';
import type { ServerAddress } from './server-address.ts';
import type { Asked, ServerFailure } from './server-failure.ts';

/** One request and what became of it, without anything secret. */
export interface Exchange {
  readonly method: string;
  /** Below the address of the server, with its query. */
  readonly path: string;
  /** From 1 on. */
  readonly attempt: number;
  /** The status, or why there was no answer. */
  readonly result: string;
  readonly bytes: number;
}

/** What a client stands on. */
export interface ClientContext {
  readonly host: Pick<Host, 'now' | 'wait'>;
  readonly http: HttpClient;
  readonly address: ServerAddress;
  readonly login: Login | undefined;
  /** How many requests are on the way at once. */
  readonly parallel: number;
  /** How long nothing may arrive, in milliseconds. */
  readonly silence: number;
  readonly signal: AbortSignal;
  /** A number from 0 to 1, by which those that wait together do not come back together. */
  readonly random: () => number;
  readonly onExchange?: (exchange: Exchange) => void;
}

/** An answer of a server with a status from 200 to 299. */
export interface ServerAnswer {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * What became of a request that changes something. It is sent once: whether it was taken when its answer is lost, only
 * the server's state says.
 */
export type Written =
  /** It was taken; `location` is where the answer leads, which says for some whether they did anything. */
  | { readonly kind: 'taken'; readonly location: string | undefined }
  /** It did nothing; `reason` is what Jenkins says of it (`X-Error`). */
  | { readonly kind: 'refused'; readonly failure: ServerFailure; readonly reason: string | undefined }
  /** Nobody knows. `after` is how long the server wants to be left alone, in milliseconds. */
  | { readonly kind: 'unknown'; readonly failure: ServerFailure; readonly after: number | undefined };

/** What is sent along with a change. */
interface Sent {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly limit: number;
  readonly attempt: number;
  /** How long the whole may take, in milliseconds; that of a list when absent. */
  readonly patience?: number;
}

/** What a session needs to change something: Jenkins wants both from whoever logs in with a password. */
type Crumb = Readonly<Record<string, string>>;

/** How often something is asked for, and how often when nothing comes: each time takes long. */
const ATTEMPTS = 5;
const SILENT_ATTEMPTS = 3;

/** The first pause before the next attempt, in milliseconds; each further one is twice as long. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/** A server that wants to be left alone for longer is not waited for. */
const LONGEST_RETRY_AFTER = 300_000;

/** So many requests one after the other that all failed in the end: there is nobody to ask. */
const MOST_IN_ROW = 10;

/** How often a request is led on. */
const MOST_REDIRECTS = 5;

/** How many times the silence that is allowed a whole answer may take. */
const PATIENCE = 10;

/** The most bytes of an answer to a change; nobody reads it. */
const MOST_OF_ANSWER = 1024 * 1024;

/** Answers of servers, or of what stands before them, that have no time just now. */
const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** What a request turned out to be: an answer, a failure for good, or something that may go away. */
type Attempt =
  | { readonly kind: 'done'; readonly asked: Asked<ServerAnswer> }
  | {
      readonly kind: 'again';
      readonly failure: ServerFailure;
      readonly most: number;
      readonly after?: number;
    };

/**
 * Asks a Jenkins for things, some at once, again after a pause when it is busy or the connection broke; and changes them, each
 * request once. It never asks anybody else: the login goes to the scheme, host and port of the address alone.
 */
export class JenkinsClient {
  readonly address: ServerAddress;
  readonly user: string | undefined;
  private readonly context: ClientContext;
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private failuresInRow = 0;
  private hasAnswered = false;
  /** The server wants no request before. */
  private quietUntil = 0;
  private crumb: Promise<Crumb> | undefined;
  /** The time of the server less that of this machine's clock, in milliseconds. */
  private offset: number | undefined;

  constructor(context: ClientContext) {
    this.context = context;
    this.address = context.address;
    this.user = context.login?.user;
  }

  /** Returns what stands at a path below the address, which may have a query. `limit` is the most bytes of it. */
  get(path: string, accept: string, limit: number): Promise<Asked<ServerAnswer>> {
    return this.inTurn(() => this.getPatiently(path, accept, limit));
  }

  /** How long a request that changes something may take, in milliseconds. */
  get postPatience(): number {
    return this.context.silence * 2;
  }

  /**
   * Sends a change to a path below the address, once: with the charset without which Jenkins reads ISO-8859-1, and with a crumb where
   * it wants one. Nothing is sent after its end was asked for.
   */
  post(path: string, xml?: string): Promise<Written> {
    return this.inTurn(async () => {
      if (this.context.signal.aborted) return refused({ kind: 'cancelled' });
      const first = await this.postOnce(path, xml, 1);
      // Who lacks a permission is told which one: without that it is the crumb, or the session that it belongs to.
      if (first.kind !== 'answer' || first.status !== 403 || 'x-required-permission' in first.headers)
        return this.written(path, first);
      this.crumb = undefined;
      return this.written(path, await this.postOnce(path, xml, 2));
    });
  }

  /** Returns the time of the server in milliseconds since 1970; undefined as long as it has not told any. */
  serverTime(): number | undefined {
    return this.offset === undefined ? undefined : this.context.host.now() + this.offset;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    await this.begin();
    try {
      return await work();
    } finally {
      this.running--;
      this.waiting.shift()?.();
    }
  }

  private async postOnce(path: string, xml: string | undefined, attempt: number): Promise<HttpAnswer> {
    await this.pause(this.quietUntil - this.context.host.now());
    if (attempt > 1) this.crumb ??= this.getCrumb();
    return this.send({
      method: 'POST',
      url: `${this.address.url}${path}`,
      headers: {
        ...(await this.crumb),
        ...(xml === undefined ? {} : { 'content-type': 'application/xml; charset=utf-8' }),
      },
      ...(xml === undefined ? {} : { body: xml }),
      limit: MOST_OF_ANSWER,
      attempt,
      patience: this.postPatience,
    });
  }

  /** Returns the crumb of a new session and its cookies; nothing where the server has none. */
  private async getCrumb(): Promise<Crumb> {
    const answer = await this.send({
      method: 'GET',
      url: `${this.address.url}/crumbIssuer/api/json`,
      headers: { accept: 'application/json' },
      limit: MOST_OF_ANSWER,
      attempt: 1,
    });
    if (answer.kind !== 'answer' || answer.status !== 200) return {};
    const data = parseJson(new TextDecoder().decode(answer.body));
    const { crumb, crumbRequestField: field = 'Jenkins-Crumb' } = Object(data) as Record<string, unknown>;
    // Both become a header.
    if (typeof crumb !== 'string' || typeof field !== 'string') return {};
    if (!/^[\w.+/=:-]{1,500}$/.test(crumb) || !/^[A-Za-z][\w.-]{0,100}$/.test(field)) return {};
    const cookies = (answer.cookies ?? []).map((cookie) => cookie.replace(/;.*$/s, ''));
    return { [field.toLowerCase()]: crumb, ...(cookies.length === 0 ? {} : { cookie: cookies.join('; ') }) };
  }

  private written(path: string, answer: HttpAnswer): Written {
    const url = plain(`${this.address.url}${path}`);
    if (answer.kind === 'failure') {
      const result = this.failedAttempt(url, answer);
      const failure = failureIn(result) ?? { kind: 'bad-answer', url, reason: answer.reason };
      const isUntouched = ['certificate', 'proxy', 'unreachable'].includes(answer.failure);
      return isUntouched ? refused(failure) : unknown(failure);
    }
    this.hasAnswered = true;
    const { status, headers } = answer;
    if (status >= 200 && status < 400) return { kind: 'taken', location: headers.location };
    const result = this.answered(url, answer);
    const failure = failureIn(result) ?? { kind: 'status', url, status };
    if (BUSY.has(status)) {
      const after = result.kind === 'again' ? result.after : undefined;
      if (after !== undefined && after <= LONGEST_RETRY_AFTER)
        this.quietUntil = Math.max(this.quietUntil, this.context.host.now() + after);
      return unknown(failure, after);
    }
    // Jenkins ends with 500 where it cannot read what it got, and where something broke in between.
    return status >= 500 ? unknown(failure) : refused(failure, headers['x-error']);
  }

  private async begin(): Promise<void> {
    while (this.running >= this.context.parallel)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running++;
  }

  private async getPatiently(path: string, accept: string, limit: number): Promise<Asked<ServerAnswer>> {
    const { host, signal, random } = this.context;
    let last: ServerFailure = { kind: 'cancelled' };
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      await this.pause(this.quietUntil - host.now());
      if (signal.aborted) return failed({ kind: 'cancelled' });
      if (this.failuresInRow >= MOST_IN_ROW)
        return failed(this.unreachable(`${MOST_IN_ROW} requests in a row failed`));
      const result = await this.attempt(path, accept, limit, attempt);
      if (result.kind === 'done') {
        this.failuresInRow = 0;
        return result.asked;
      }
      last = result.failure;
      // Where nobody has ever answered, the address is wrong rather than the network.
      if (last.kind === 'unreachable' && !this.hasAnswered) break;
      const { after, most } = result;
      if (attempt >= most || (after !== undefined && after > LONGEST_RETRY_AFTER)) break;
      if (after !== undefined) this.quietUntil = Math.max(this.quietUntil, host.now() + after);
      const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1));
      await this.pause(Math.max(after ?? 0, pause * (0.5 + random() / 2)));
    }
    if (signal.aborted) return failed({ kind: 'cancelled' });
    this.failuresInRow++;
    return failed(last);
  }

  private async pause(milliseconds: number): Promise<void> {
    const { host, signal } = this.context;
    if (milliseconds > 0 && !signal.aborted) await host.wait(milliseconds, signal);
  }

  private async attempt(path: string, accept: string, limit: number, attempt: number): Promise<Attempt> {
    const { address } = this.context;
    let url = `${address.url}${path}`;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const answer = await this.send({ method: 'GET', url, headers: { accept }, limit, attempt });
      if (answer.kind === 'failure') return this.failedAttempt(url, answer);
      this.hasAnswered = true;
      const { status, headers } = answer;
      if (![301, 302, 303, 307, 308].includes(status)) return this.answered(url, answer);
      const target = targetOf(url, headers.location);
      if (target === undefined || new URL(target).origin !== address.origin)
        return done(failed({ kind: 'redirect', url: plain(url), target: plain(target ?? 'nowhere') }));
      url = target;
    }
    return done(failed({ kind: 'bad-answer', url: plain(url), reason: 'it leads on and on' }));
  }

  private async send({ method, url, headers, body, limit, attempt, patience }: Sent): Promise<HttpAnswer> {
    const { http, host, login, silence, signal, onExchange, address } = this.context;
    const answer = await http.send({
      method,
      url,
      headers: {
        ...headers,
        'accept-encoding': 'identity',
        'user-agent': `bitesize/${version}`,
        ...(login === undefined ? {} : { authorization: login.authorization }),
      },
      ...(body === undefined ? {} : { body }),
      silence,
      patience: patience ?? silence * PATIENCE,
      limit,
      signal,
    });
    const isAnswer = answer.kind === 'answer';
    const date = isAnswer ? Date.parse(answer.headers.date ?? '') : Number.NaN;
    if (Number.isFinite(date)) this.offset = date - host.now();
    onExchange?.({
      method,
      path: url.startsWith(address.url) ? url.slice(address.url.length) : url,
      attempt,
      result: isAnswer ? String(answer.status) : answer.reason,
      bytes: isAnswer ? answer.body.length : 0,
    });
    return answer;
  }

  private failedAttempt(url: string, { failure, reason }: Extract<HttpAnswer, { kind: 'failure' }>): Attempt {
    switch (failure) {
      case 'cancelled':
        return done(failed({ kind: 'cancelled' }));
      case 'certificate':
        return done(failed({ kind: 'certificate', url: this.address.url, reason }));
      case 'proxy':
        return done(failed(this.unreachable(reason)));
      case 'malformed':
      case 'too-large':
        this.hasAnswered = true;
        return done(failed({ kind: 'bad-answer', url: plain(url), reason }));
      case 'unreachable':
        return { kind: 'again', failure: this.unreachable(reason), most: ATTEMPTS };
      case 'cut':
      case 'time-out':
        // Other requests may well be answered.
        return {
          kind: 'again',
          failure: this.hasAnswered
            ? { kind: 'bad-answer', url: plain(url), reason }
            : this.unreachable(reason),
          most: failure === 'cut' ? ATTEMPTS : SILENT_ATTEMPTS,
        };
    }
  }

  private answered(url: string, answer: Extract<HttpAnswer, { kind: 'answer' }>): Attempt {
    const { status, headers, body } = answer;
    if (status >= 200 && status < 300) return done({ ok: true, value: { url: plain(url), headers, body } });
    if (BUSY.has(status)) {
      const after = retryAfter(headers['retry-after'], headers.date);
      const failure: ServerFailure = { kind: 'status', url: plain(url), status };
      return { kind: 'again', failure, most: ATTEMPTS, ...(after === undefined ? {} : { after }) };
    }
    if (status === 401) return done(failed({ kind: 'login', url: plain(url), user: this.user }));
    if (status === 403)
      return done(
        failed({
          kind: 'forbidden',
          url: plain(url),
          user: this.user,
          permission: headers['x-required-permission'],
        }),
      );
    if (status === 404) return done(failed({ kind: 'missing', url: plain(url) }));
    if (status === 407) return done(failed(this.unreachable('the proxy wants a login')));
    return done(failed({ kind: 'status', url: plain(url), status }));
  }

  private unreachable(reason: string): ServerFailure {
    return { kind: 'unreachable', url: this.address.url, reason };
  }
}

function refused(failure: ServerFailure, reason?: string): Written {
  return { kind: 'refused', failure, reason: reason?.slice(0, 500) };
}

function unknown(failure: ServerFailure, after?: number): Written {
  return { kind: 'unknown', failure, after };
}

function failureIn(result: Attempt): ServerFailure | undefined {
  if (result.kind === 'again') return result.failure;
  return result.asked.ok ? undefined : result.asked.failure;
}

function done(asked: Asked<ServerAnswer>): Attempt {
  return { kind: 'done', asked };
}

function failed(failure: ServerFailure): Extract<Asked<never>, { ok: false }> {
  return { ok: false, failure };
}

/** Only http and https: everything else has no origin that could be the server's. */
function targetOf(url: string, location: string | undefined): string | undefined {
  if (location === undefined || !URL.canParse(location, url)) return undefined;
  const target = new URL(location, url);
  if (target.protocol !== 'http:' && target.protocol !== 'https:') return undefined;
  target.username = '';
  target.password = '';
  return target.href;
}

/** An address as it is shown: login pages put the state of a session into its query. */
function plain(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

/** Seconds, or a date; a server's own date is what it is compared with. */
function retryAfter(text: string | undefined, date: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * 1000;
  const pause = Date.parse(text) - Date.parse(date ?? '');
  return Number.isFinite(pause) && pause >= 0 ? pause : undefined;
}
