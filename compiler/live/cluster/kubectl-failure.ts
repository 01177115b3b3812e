import { maskSecrets } from '../../check/rules/secrets/mask-text.ts';
import type { RunResult } from '../../host/host.ts';
import { cleanText } from '../../util/log-text.ts';

/** Why kubectl did not do what it was asked for, as its messages tell it (kubectl 1.22 to 1.37, API server of the same). */
export type KubectlFailure =
  /** There is no kubectl, or no `diff` that it can start. */
  | { readonly kind: 'program'; readonly reason: string }
  /** The kubeconfig has no such context. */
  | { readonly kind: 'context'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The server does not know who asks, or a login helper failed. */
  | { readonly kind: 'login'; readonly reason: string }
  /** The user lacks a right. */
  | ({ readonly kind: 'forbidden'; readonly reason: string } & MissingRight)
  /** No definition (CRD) of a kind is installed. */
  | { readonly kind: 'unknown-kind'; readonly reason: string; readonly of: string; readonly version: string }
  | { readonly kind: 'no-namespace'; readonly reason: string; readonly namespace: string }
  /** The server, or a webhook of it, takes the object in no case. */
  | {
      readonly kind: 'refused';
      readonly reason: string;
      /** The object, where the message names it. */
      readonly of?: { readonly kind: string; readonly name: string };
      readonly causes: readonly RefusalCause[];
    }
  | { readonly kind: 'other'; readonly reason: string };

/** A right of RBAC. */
export interface MissingRight {
  readonly user: string;
  readonly verb: string;
  readonly resource: string;
  readonly group: string;
  /** Absent for a right in the whole cluster. */
  readonly namespace?: string;
}

/** What the server says about one field. */
export interface RefusalCause {
  /** Path as the server counts, with indices; empty where it names none. */
  readonly field: string;
  /** Without the value: it may be a secret, or the whole pod. */
  readonly problem: string;
}

/** Returns whether the same would happen to whatever else is asked. */
export function endsAll({ kind }: KubectlFailure): boolean {
  return ['program', 'context', 'unreachable', 'login'].includes(kind);
}

/** Returns the failures that a run tells of, the first of them first; there is one at least. */
export function failuresOf(ran: RunResult): readonly [KubectlFailure, ...KubectlFailure[]] {
  if (!ran.started) {
    const isLate = ran.reason.includes('ETIMEDOUT');
    return [
      isLate
        ? { kind: 'unreachable', reason: 'kubectl did not end in time' }
        : { kind: 'program', reason: cleanText(ran.reason) },
    ];
  }
  const [first, ...others] = messagesOf(ran.stderr).map(failureOf);
  return first === undefined
    ? [{ kind: 'other', reason: `kubectl ended with ${ran.code} and said nothing` }]
    : [first, ...others];
}

/** Returns what the server warns of, each once. */
export function warningsOf(ran: RunResult): readonly string[] {
  const text = ran.started ? ran.stderr : '';
  const found = [...text.matchAll(/^Warning: (.+)$/gm)].map(([, said = '']) => maskSecrets(cleanText(said)));
  return [...new Set(found)];
}

/** What a message starts with; what follows on other lines belongs to it. */
const START =
  /^(?:error: |Error from server|Error in configuration: |The connection to the server |Unable to connect to the server: |resource mapping not found |unable to recognize |The \S+ "|\* )/;

/** Lines of the log of kubectl itself, and warnings of the server. */
const NOISE = /^(?:[EWIF]\d{4} |Warning: )/;

function messagesOf(stderr: string): readonly string[] {
  const messages: string[][] = [];
  for (const line of stderr.split(/\r?\n/)) {
    if (NOISE.test(line)) continue;
    const last = messages.at(-1);
    const isCause = line.startsWith('* ') && last !== undefined;
    if (last === undefined || (START.test(line) && !isCause)) {
      if (line.trim() !== '') messages.push([line]);
    } else last.push(line);
  }
  return messages.map((lines) => lines.join('\n').trim());
}

const RIGHT =
  /User "([^"]*)" cannot (\S+) resource "([^"]*)" in API group "([^"]*)"(?: in the namespace "([^"]*)")?/;
const KIND = /no matches for kind "([^"]+)" in version "([^"]+)"/;
const NAMESPACE = /namespaces "([^"]+)" not found/;
const INVALID = /^The (\S+) "([^"]*)" is invalid: ?([\s\S]*)$/;
/** What admission says: quotas, Pod Security, webhooks, policies. */
const ADMISSION =
  /is forbidden: |admission webhook |denied the request|failed to create typed patch object|field not declared in schema|\(BadRequest\)|\(Conflict\)|\(Invalid\)|unable to decode|strict decoding error/;
const LOGIN =
  /You must be logged in|Unauthorized|getting credentials|provide credentials|exec plugin|executable .* not found|no Auth Provider found|token .*expired|refresh token|oauth2/i;
const TIMEOUT =
  /i\/o timeout|deadline exceeded|Client\.Timeout|\(Timeout\)|\(ServerTimeout\)|timed out|request did not complete within/;
const UNREACHABLE =
  /^The connection to the server |^Unable to connect to the server|connection refused|no such host|no route to host|network is unreachable|x509: |tls: |TLS handshake|\(ServiceUnavailable\)|proxyconnect|EOF$|connection reset|server gave HTTP response/;

function failureOf(message: string): KubectlFailure {
  const reason = oneLine(message);
  const [, user = '', verb = '', resource = '', group = '', namespace] = RIGHT.exec(message) ?? [];
  if (resource !== '') {
    const right = { user, verb, resource, group };
    return { kind: 'forbidden', reason, ...right, ...(namespace === undefined ? {} : { namespace }) };
  }
  const [, of, version] = KIND.exec(message) ?? [];
  if (of !== undefined && version !== undefined) return { kind: 'unknown-kind', reason, of, version };
  const [, invalidKind, name, causes] = INVALID.exec(message) ?? [];
  if (invalidKind !== undefined && name !== undefined)
    return {
      kind: 'refused',
      reason,
      of: { kind: invalidKind, name },
      causes: causesOf(causes ?? ''),
    };
  if (
    /context "[^"]*" does not exist|context was not found|current-context is not set|no context exists/.test(
      message,
    )
  )
    return { kind: 'context', reason };
  if (/executable file not found|failed to run "diff"/.test(message) && message.includes('"diff"'))
    return { kind: 'program', reason };
  if (LOGIN.test(message)) return { kind: 'login', reason };
  if (TIMEOUT.test(message) || UNREACHABLE.test(message)) return { kind: 'unreachable', reason };
  const missing = NAMESPACE.exec(message)?.[1];
  if (missing !== undefined) return { kind: 'no-namespace', reason, namespace: missing };
  if (ADMISSION.test(message)) return { kind: 'refused', reason, causes: [{ field: '', problem: reason }] };
  return { kind: 'other', reason };
}

/** One sentence without the head that every message has. */
function oneLine(message: string): string {
  const text = message
    .replace(/^error: /, '')
    .replace(/^Error from server(?: \(\w+\))?: /, '')
    .replace(/^(?:Error in configuration|Unable to connect to the server): /, '')
    .replace(/ from "STDIN"/, '')
    .replace(/^error when (?:creating|retrieving|applying)[^\n]*?: /, '')
    .replace(/\nensure CRDs are installed first$/, '');
  const lines = text.split('\n').map((line) => line.trim());
  return maskSecrets(cleanText(lines.filter((line) => line !== '').join('; ')));
}

/** Returns what is said about fields: one after the head, or each on a line with `* `. */
function causesOf(text: string): readonly RefusalCause[] {
  const parts = /^\s*\* /.test(text) ? text.split(/^\s*\* /m).slice(1) : [text];
  return parts
    .map((part) => causeOf(part.split('\n')[0]?.trim() ?? ''))
    .filter(({ problem }) => problem !== '');
}

const CAUSE =
  /^(<nil>|[^\s:]+): (Invalid value|Required value|Duplicate value|Unsupported value|Forbidden|Too long|Too many|Not found|Internal error)(?:: |$)([\s\S]*)$/;

function causeOf(text: string): RefusalCause {
  const [, field, type, rest = ''] = CAUSE.exec(text) ?? [];
  if (field === undefined || type === undefined) return { field: '', problem: maskSecrets(cleanText(text)) };
  const said = type === 'Forbidden' || type === 'Required value' ? rest : withoutValue(rest);
  const problem = said === '' ? type.toLowerCase() : said;
  return { field: field === '<nil>' ? '' : field, problem: maskSecrets(cleanText(problem)) };
}

/** A value is JSON, or a word: it may be a secret, so only what follows it is kept. */
function withoutValue(text: string): string {
  const end = /^["{[]/.test(text) ? jsonEnd(text) : text.search(/(?:: |$)/);
  return text.slice(end).replace(/^: /, '');
}

/** Returns where a value of JSON that a text starts with ends. */
function jsonEnd(text: string): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (isQuoted) {
      if (letter === '\\') at++;
      else if (letter === '"') isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') depth--;
    if (depth === 0 && !isQuoted) return at + 1;
  }
  return text.length;
}
