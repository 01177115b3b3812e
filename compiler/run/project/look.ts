import type { FileResult } from '../../host/file-result.ts';
import type { FileStatus, FileSystem, FolderEntry } from '../../host/file-system.ts';
import type { Host } from '../../host/host.ts';
import { MAX_FILE_BYTES } from '../../source/limits.ts';
import { allSpecFileNames, fleetSpecNames } from '../../source/spec-kind.ts';

/** What can be asked of files while a project is read. */
export type Question = 'read' | 'list' | 'status' | 'realPath';

/**
 * One thing that was asked of the files while a project was read, and what was answered, short enough to be kept. Plain
 * data: it may come from a thread. While all answers are the same, so is the project.
 */
export interface Look {
  readonly question: Question;
  /** Absolute. */
  readonly path: string;
  /** A hash of bytes, the lines of a list, or `!` and why there was no answer. */
  readonly answer: string;
}

/** What is needed to write down answers. */
export interface LookContext extends Pick<Host, 'sha256'> {
  /** The project folders, absolute: of their entries only the specs count. */
  readonly folders: ReadonlySet<string>;
}

/** The answer when there is nothing. */
export const ABSENT = '!not-found';

/** Returns what an answer is kept as, by its question. */
export const answers = {
  read: ({ sha256 }: LookContext, _: string, result: FileResult<Uint8Array>) => short(result, sha256),
  list: ({ folders }: LookContext, path: string, result: FileResult<readonly FolderEntry[]>) =>
    short(result, (entries) => {
      const isCounted = folders.has(path) ? isSpec : isPlain;
      return entries
        .filter(isCounted)
        .map(({ name }) => name)
        .join('\n');
    }),
  // What is in a folder does not change what it is.
  status: (_: LookContext, __: string, result: FileResult<FileStatus>) =>
    short(result, ({ kind, size }) => (kind === 'file' ? `file ${size}` : kind)),
  realPath: (_: LookContext, __: string, result: FileResult<string>) => short(result, (path) => path),
} as const;

/** Asks a question again as it was asked, and returns what its answer would be kept as now. */
export function answerNow(files: FileSystem, context: LookContext, question: Question, path: string): string {
  switch (question) {
    case 'read':
      return answers.read(context, path, files.read(path, { limit: MAX_FILE_BYTES, noFollow: true }));
    case 'list':
      return answers.list(context, path, files.list(path));
    case 'status':
      return answers.status(context, path, files.status(path));
    case 'realPath':
      return answers.realPath(context, path, files.realPath(path));
  }
}

function short<T>(result: FileResult<T>, ofValue: (value: T) => string): string {
  return result.ok ? ofValue(result.value) : `!${result.failure.kind}`;
}

function isSpec({ name }: FolderEntry): boolean {
  return allSpecFileNames.includes(name) || fleetSpecNames.includes(name);
}

/** Files that editors keep for themselves beside the one that is edited do not count. */
function isPlain({ name, kind }: FolderEntry): boolean {
  return kind !== 'folder' && !/^\.|~$|^4913$/.test(name);
}
