import type { FileSystem } from '../../host/file-system.ts';
import type { Host } from '../../host/host.ts';
import { absolutePath } from '../../host/path.ts';
import { cacheFolder } from '../../read/cache-folder.ts';
import { answers, type Look, type LookContext, type Question } from './look.ts';

/** A host that remembers what was asked of its files. */
export interface Recording {
  readonly host: Host;
  /** Returns everything that was asked until now, each once, with its last answer. */
  readonly looks: () => readonly Look[];
}

/** Returns a host that remembers what is asked while a project is read. What is kept of earlier runs is no input. */
export function recordLooks(given: Host, project: string): Recording {
  const { files, cwd, sha256 } = given;
  const looks = new Map<string, Look>();
  const context: LookContext = { sha256, folder: absolutePath(cwd, project) };
  const cache = cacheFolder(given);
  const kept = cache && `${absolutePath(cwd, cache.path)}/`;
  const ask = <T>(
    question: Question,
    ofResult: (context: LookContext, path: string, result: T) => string,
    call: (path: string) => T,
  ) => {
    return (asked: string): T => {
      const result = call(asked);
      const path = absolutePath(cwd, asked);
      if (kept === undefined || !path.startsWith(kept))
        looks.set(`${question} ${path}`, { question, path, answer: ofResult(context, path, result) });
      return result;
    };
  };
  const recorded: Pick<FileSystem, Question> = {
    read: ask('read', answers.read, files.read),
    list: ask('list', answers.list, files.list),
    status: ask('status', answers.status, files.status),
    realPath: ask('realPath', answers.realPath, files.realPath),
  };
  const host: Host = Object.create(given, { files: { value: { ...files, ...recorded } } });
  return { host, looks: () => [...looks.values()] };
}
