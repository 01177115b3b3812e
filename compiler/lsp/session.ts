import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type Position,
  ResponseError,
} from 'vscode-languageserver';
import type { Host } from '../host/host.ts';
import type { SourceFile } from '../text/span.ts';
import { pathOfUri } from './file-uri.ts';
import type { OpenDocuments } from './open-documents.ts';
import { Places } from './places.ts';
import type { ProjectState } from './project-state.ts';
import type { Projects } from './projects.ts';

/** What the features of the server share. */
export interface Session {
  readonly host: Host;
  readonly connection: Connection;
  readonly open: OpenDocuments;
  readonly projects: Projects;
  /** What the client said it can do; nothing before it said so. */
  readonly client: () => ClientCapabilities;
}

/** A file that is asked about, in its project as it is now. */
export interface AskedFile {
  readonly state: ProjectState;
  readonly places: Places;
  readonly file: SourceFile;
  /** Its name from the project folder. */
  readonly name: string;
  readonly uri: string;
  readonly offsetAt: (position: Position) => number;
}

/**
 * Returns what a handler answers about a file, or null for a file of no project. Whatever goes wrong in it becomes the
 * error of this one request; a request that was cancelled is answered as such.
 */
export async function answerAbout<T>(
  { connection, open, projects }: Session,
  uri: string,
  token: CancellationToken,
  answer: (asked: AskedFile) => T | Promise<T>,
): Promise<T | null> {
  return guarded(connection, async () => {
    throwIfCancelled(token);
    const path = pathOfUri(uri);
    const state = path === undefined ? undefined : await projects.stateOf(path);
    throwIfCancelled(token);
    if (path === undefined || state === undefined) return null;
    const places = new Places(state, open);
    const name = places.nameOf(path);
    const file = name === undefined ? undefined : places.file(name);
    if (name === undefined || file === undefined) return null;
    const offsetAt = (position: Position) => places.offsetAt(file, position);
    return answer({ state, places, file, name, uri, offsetAt });
  });
}

/** Throws the error that the protocol has for a request which the client does not want answered any more. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'the request was cancelled');
}

/** Returns what is answered; an exception, which is a bug of ours, is logged and becomes an error of the protocol. */
export async function guarded<T>(connection: Connection, answer: () => Promise<T>): Promise<T> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    logBug(connection, error);
    const what = error instanceof Error ? error.message : String(error);
    throw new ResponseError(
      ErrorCodes.InternalError,
      `this is a bug in bitesize, not in your specs: ${what}`,
    );
  }
}

/** Writes a bug where the client keeps what its servers say. */
export function logBug(connection: Connection, error: unknown): void {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  connection.console.error(`this is a bug in bitesize, not in your specs\n${what}`);
}
