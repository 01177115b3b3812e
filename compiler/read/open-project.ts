import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { count } from '../report/summary.ts';
import { isCode } from '../source/spec-kind.ts';
import { type CacheFolder, specCacheFolder } from './cache-folder.ts';
import { type KnownSources, type ProjectFiles, type ReplacedFile, readProject } from './read-project.ts';
import { withTrees } from './repository-trees.ts';

/**
 * Returns the specs of a project folder, those in TypeScript evaluated. A project in YAML alone loads nothing more.
 * `cache` says where values of specs are kept, and `known` which sources of an earlier reading are still the same.
 */
export async function openProject(
  host: Host,
  folder: string,
  replaced?: ReplacedFile,
  cache: () => CacheFolder | undefined = () => specCacheFolder(host, [folder]),
  known: KnownSources = (source) => source,
): Promise<ProjectFiles> {
  const project = readProject(host, folder, replaced, known);
  return withTrees(
    host,
    folder,
    project.sources.some(isCode) ? await evaluated(host, project, cache()) : project,
  );
}

async function evaluated(
  host: Host,
  project: ProjectFiles,
  cache: CacheFolder | undefined,
): Promise<ProjectFiles> {
  const { evaluateProject } = await import('./evaluate-project.ts');
  return evaluateProject(host, project, cache);
}

/**
 * Returns why a project cannot be looked at: what is wrong with the folder itself, or how many errors there are, which
 * `check` shows. Undefined when it has none. `what` starts the sentence: `the project has`.
 */
export function projectErrors(diagnostics: readonly Diagnostic[], what: string): string | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return undefined;
  const isFolder = first.span === undefined && first.code.startsWith('file/');
  if (errors.length === 1 && isFolder)
    return [first.message, ...first.help.map((text) => `help: ${text}`)].join('\n');
  return `${what} ${count(errors.length, 'error')}: \`bitesize check\` shows them`;
}

/** Returns why a file of a project is not read though it is there, or undefined: without it the project is another one. */
export function unreadFile(diagnostics: readonly Diagnostic[]): string | undefined {
  const found = diagnostics.find(({ code }) => /^file\/(outside|unreadable|too-large|not-utf8)$/.test(code));
  if (found === undefined) return undefined;
  const { message, span, help } = found;
  const place =
    span === undefined || message.includes(`\`${span.file.name}\``) ? '' : `\`${span.file.name}\`: `;
  return [`${place}${message}`, ...help.map((text) => `help: ${text}`)].join('\n');
}

/** What a command says that has nothing to do with the errors of specs. */
export const specErrors = 'the specs have errors: `bitesize check` shows them';

/** Returns why a folder gives nothing to compile; undefined where it has specs that could be read. */
export function nothingToCompile({
  sources,
  diagnostics,
}: Pick<ProjectFiles, 'sources' | 'diagnostics'>): string | undefined {
  if (sources.length > 0) return undefined;
  const found = diagnostics.find(({ code }) => code === 'file/not-found' || code === 'file/no-specs');
  if (found === undefined) return specErrors;
  return [found.message, ...found.help.map((text) => `help: ${text}`)].join('\n');
}
