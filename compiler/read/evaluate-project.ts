import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { baseName, joinPath } from '../host/path.ts';
import { displayPath } from '../report/finding.ts';
import { isCode } from '../source/spec-kind.ts';
import { loadTypeScriptSpecs } from '../specs-as-code/load-typescript-specs.ts';
import { withFiles } from '../specs-as-code/with-files.ts';
import type { SourceFile } from '../text/span.ts';
import { version } from '../version.ts';
import type { CacheFolder } from './cache-folder.ts';
import { projectReader } from './project-reader.ts';
import { namedTexts, readNamedFiles } from './read-named-files.ts';
import type { ProjectFiles } from './read-project.ts';

/**
 * Returns a project whose specs in TypeScript are evaluated. A spec without a value is not among the sources any more,
 * and its findings say why. What the specs import belongs to the contents of the project. Names of its files start with
 * `path` where it is read as a part of a fleet.
 */
export async function evaluateProject(
  host: Host,
  project: ProjectFiles,
  cache: CacheFolder | undefined,
  path = '',
): Promise<ProjectFiles> {
  const { files, cwd, sha256, env } = host;
  const folder = joinPath(project.folder, path);
  const root = env.BITESIZE_ROOT;
  const shownName = (name: string) => displayPath(path, name);
  const code = project.sources.filter(isCode).map(({ name, text }) => ({ name: baseName(name), text }));
  const loaded = await loadTypeScriptSpecs(code, folder, {
    files,
    cwd,
    sha256,
    version,
    shownName,
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
  const ofNamed = [...named.contents].map(([name, bytes]) => [shownName(name), bytes] as const);
  const found = path === '' ? loaded.diagnostics : loaded.diagnostics.map((each) => inFolder(each, path));
  return {
    ...project,
    sources,
    files: new Map([...project.files, ...namedTexts(named.contents)]),
    contents: new Map([...project.contents, ...imports, ...ofNamed]),
    diagnostics: [...project.diagnostics, ...found, ...named.diagnostics],
  };
}

/** Returns a finding whose files have their names from the folder that holds `path`; each stays one object. */
function inFolder(found: Diagnostic, path: string): Diagnostic {
  const files = new Map<SourceFile, SourceFile>();
  return withFiles(found, (file) => {
    const known = files.get(file) ?? { ...file, name: displayPath(path, file.name) };
    files.set(file, known);
    return known;
  });
}
