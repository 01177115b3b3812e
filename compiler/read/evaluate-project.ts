import type { Host } from '../host/host.ts';
import { isCode } from '../source/spec-kind.ts';
import { loadTypeScriptSpecs } from '../specs-as-code/load-typescript-specs.ts';
import { version } from '../version.ts';
import type { CacheFolder } from './cache-folder.ts';
import { projectReader } from './project-reader.ts';
import { namedTexts, readNamedFiles } from './read-named-files.ts';
import type { ProjectFiles } from './read-project.ts';

/**
 * Returns a project whose specs in TypeScript are evaluated. A spec without a value is not among the sources any more,
 * and its findings say why. What the specs import belongs to the contents of the project.
 */
export async function evaluateProject(
  host: Host,
  project: ProjectFiles,
  cache: CacheFolder | undefined,
): Promise<ProjectFiles> {
  const { files, cwd, sha256, env } = host;
  const { folder } = project;
  const root = env.BITESIZE_ROOT;
  const loaded = await loadTypeScriptSpecs(project.sources.filter(isCode), folder, {
    files,
    cwd,
    sha256,
    version,
    ...(root === undefined ? {} : { root }),
    ...(cache === undefined
      ? {}
      : { cache: { folder: cache.path, ...(cache.key === undefined ? {} : { key: cache.key }) } }),
  });
  const evaluated = new Map(loaded.sources.map((source) => [source.name, source]));
  const sources = project.sources.flatMap((source) =>
    isCode(source) ? (evaluated.get(source.name) ?? []) : source,
  );
  const named = readNamedFiles(projectReader(host, folder), loaded.sources);
  const encode = new TextEncoder();
  const imports = loaded.imports.map(({ name, text }) => [name, encode.encode(text)] as const);
  return {
    ...project,
    sources,
    files: new Map([...project.files, ...namedTexts(named.contents)]),
    contents: new Map([...project.contents, ...imports, ...named.contents]),
    diagnostics: [...project.diagnostics, ...loaded.diagnostics, ...named.diagnostics],
  };
}
