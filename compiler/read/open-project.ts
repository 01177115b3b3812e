import type { Host } from '../host/host.ts';
import { isCode } from '../source/spec-kind.ts';
import { type CacheFolder, specCacheFolder } from './cache-folder.ts';
import { type ProjectFiles, type ReplacedFile, readProject } from './read-project.ts';

/**
 * Returns the specs of a project folder, those in TypeScript evaluated. A project in YAML alone loads nothing more.
 * `cache` says where values of specs are kept.
 */
export async function openProject(
  host: Host,
  folder: string,
  replaced?: ReplacedFile,
  cache: () => CacheFolder | undefined = () => specCacheFolder(host, [folder]),
): Promise<ProjectFiles> {
  const project = readProject(host, folder, replaced);
  if (!project.sources.some(isCode)) return project;
  const { evaluateProject } = await import('./evaluate-project.ts');
  return evaluateProject(host, project, cache());
}
