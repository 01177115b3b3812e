import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { type Exchange, JenkinsClient } from './jenkins-client.ts';
import { type Login, readLogin } from './login.ts';
import { parseServerAddress } from './server-address.ts';

/** How a server is reached. */
export interface ConnectOptions {
  /** The address of Jenkins. */
  readonly url: string;
  /** A file of certificates in PEM that are trusted, in place of those of Node. */
  readonly caFile?: string;
  /** How many requests are on the way at once; 8 when absent. */
  readonly parallel?: number;
  /** How long nothing may arrive, in milliseconds; 30 seconds when absent. */
  readonly silence?: number;
  /** A number from 0 to 1, for pauses; that of the machine when absent. */
  readonly random?: () => number;
  readonly onExchange?: (exchange: Exchange) => void;
}

/** Takes what a user has to know. After an error the work is not whole. */
export type ReportFinding = (finding: Diagnostic) => void;

/** How many requests are on the way at once. */
export const PARALLEL = 8;
const SILENCE = 30_000;

/** Connections to a server. */
export interface Connection {
  readonly client: JenkinsClient;
  readonly login: Login | undefined;
  readonly close: () => Promise<void>;
}

/**
 * Returns connections to a server; undefined when its address, the login or the certificates cannot be used, which `report`
 * takes. Nothing is asked yet.
 */
export async function connectServer(
  host: Host,
  options: ConnectOptions,
  signal: AbortSignal,
  report: ReportFinding,
): Promise<Connection | undefined> {
  const { url, caFile, parallel = PARALLEL, silence = SILENCE, onExchange, random } = options;
  const parsed = parseServerAddress(url);
  if (parsed.kind === 'problem') {
    // A password in it is not shown.
    const shown = url.replace(/\/\/[^/]*@/, '//');
    report(
      diagnose('server/address', { url: shown, problem: parsed.problem }, undefined, { help: parsed.help }),
    );
    return undefined;
  }
  const { address } = parsed;
  const { login, diagnostics } = readLogin(host, address);
  for (const finding of diagnostics) report(finding);
  if (diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  const ca = caFile === undefined ? undefined : host.files.read(caFile, { limit: MOST_OF_CERTIFICATES });
  if (ca !== undefined && !ca.ok) {
    report(diagnose('file/unreadable', { path: caFile ?? '', reason: ca.failure.reason }, undefined));
    return undefined;
  }
  const pem = ca === undefined ? {} : { ca: new TextDecoder().decode(ca.value) };
  const http = await host.openHttp({ connections: parallel, ...pem });
  if (!http.ok) {
    report(diagnose('server/unreachable', { url: address.url, reason: http.failure.reason }, undefined));
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
