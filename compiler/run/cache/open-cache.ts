import type { Host } from '../../host/host.ts';
import type { OutputFile } from '../../plan/output-files.ts';
import type { ProjectFiles } from '../../read/read-project.ts';
import { filesOf } from '../project/files-of.ts';
import type { Work } from '../project/project-task.ts';
import type { CompiledResult, ProjectResult } from './kept-result.ts';
import { ResultCache } from './result-cache.ts';
import { resultKey } from './result-key.ts';

/** The place in the cache of one project as it is now. */
export interface CachePlace {
  readonly find: () => ProjectResult | undefined;
  readonly findOutput: () => readonly OutputFile[] | undefined;
  readonly keep: (result: CompiledResult) => void;
}

/** Returns the place of a project; undefined where no cache is used, or the project could not be read whole. */
export function openCache(host: Host, work: Work, project: ProjectFiles): CachePlace | undefined {
  if (work.cache === undefined || project.diagnostics.length > 0) return undefined;
  const cache = new ResultCache(host, work.cache);
  const key = resultKey(host, work, work.cache.build, project);
  return {
    find: () => cache.find(key, filesOf(project)),
    findOutput: () => cache.findOutput(key),
    keep: (result) => cache.keep(key, result),
  };
}
