import { readFileSync } from 'node:fs';
import { Agent, request as httpsRequest } from 'node:https';
import type { Connection } from '../server/connection.ts';

/** What the server said. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Texts of the `Warning` headers, which kubectl prints. */
  readonly warnings: readonly string[];
}

/** What goes with a request. */
export interface RequestOptions {
  readonly body?: string;
  /** Media type of the body. */
  readonly type?: string;
  /** The user to act as (`system:serviceaccount:<namespace>:<name>`). */
  readonly as?: string;
}

/** Asks the API server; one is enough for a worker. */
export interface ApiClient {
  /** Never rejects for what the server refuses, only when it cannot be reached. */
  request(method: string, path: string, options?: RequestOptions): Promise<Answer>;
}

/** The text in a `Warning` header: `299 - "text"`. */
const WARNING = /^\d+ \S+ "(.*)"$/;

/** Returns a client of the administrator. */
export function apiClient({ url, certificate, token }: Connection): ApiClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 8, ca: readFileSyncOrNothing(certificate) });
  return {
    request: (method, path, { body, type, as } = {}) =>
      new Promise((resolve, reject) => {
        const headers = {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          ...(type === undefined ? {} : { 'content-type': type }),
          ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
          ...(as === undefined ? {} : { 'impersonate-user': as, ...groupsOf(as) }),
        };
        const sent = httpsRequest(`${url}${path}`, { method, headers, agent }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              text: Buffer.concat(chunks).toString('utf8'),
              warnings: warningsOf(response.rawHeaders),
            }),
          );
        });
        sent.on('error', reject);
        sent.end(body);
      }),
  };
}

/** Before the server has made its certificate there is nothing to trust. */
function readFileSyncOrNothing(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** The groups that every service account is in. */
function groupsOf(user: string): { readonly 'impersonate-group'?: string[] } {
  const [, namespace] = /^system:serviceaccount:([^:]+):/.exec(user) ?? [];
  if (namespace === undefined) return {};
  return {
    'impersonate-group': [
      'system:serviceaccounts',
      `system:serviceaccounts:${namespace}`,
      'system:authenticated',
    ],
  };
}

function warningsOf(raw: readonly string[]): readonly string[] {
  return raw
    .filter((_, index) => index % 2 === 1 && raw[index - 1]?.toLowerCase() === 'warning')
    .map((value) => (WARNING.exec(value)?.[1] ?? value).replaceAll('\\"', '"'));
}
