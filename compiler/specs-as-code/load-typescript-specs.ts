import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from '../host/file-system.ts';
import { absolutePath } from '../host/path.ts';
import type { SealContext } from '../host/sealed-file.ts';
import type { EvaluatedSource } from '../source/parse-source.ts';
import type { SourceFile } from '../text/span.ts';
import { compareText } from '../util/compare-text.ts';
import { type AllowedFiles, displayName, openAllowedFiles, projectPath } from './allowed-files.ts';
import { buildSources } from './build-sources.ts';
import { type SpecLimits, specLimits } from './limits.ts';
import { type CacheContext, findKept, type KeptSpecs, keep } from './spec-cache.ts';
import type { EvaluationResult } from './typescript-thread.ts';

/** Where specs in TypeScript may read, and where their values are kept. */
export interface LoadContext {
  readonly files: FileSystem;
  readonly cwd: string;
  /** Returns the SHA-256 of a text or of bytes, in hex. */
  readonly sha256: (content: string | Uint8Array) => string;
  /** The folder that holds all that specs may import; the project folder when absent. */
  readonly root?: string;
  /** A folder for what was evaluated before; nothing is kept without it. */
  readonly cache?: Pick<SealContext, 'folder' | 'key'>;
  /** Says which compiler evaluated something: another one does not use it. */
  readonly version: string;
  /** Returns the name that people see for a file by its path from the project folder; the path itself when absent. */
  readonly shownName?: (name: string) => string;
  /** What specs may use; the usual when absent. */
  readonly limits?: SpecLimits;
}

/** Specs in TypeScript after evaluation. */
export interface LoadedSpecs {
  /** The specs that have a value, in the order in which they were given. */
  readonly sources: readonly EvaluatedSource[];
  /** The other files that the specs are made of, sorted by name. */
  readonly imports: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Returns the values of the specs of a project folder that are written in TypeScript. TypeScript and the sandbox are
 * loaded only when no earlier run has evaluated the same files.
 */
export async function loadTypeScriptSpecs(
  specs: readonly SourceFile[],
  folder: string,
  context: LoadContext,
): Promise<LoadedSpecs> {
  if (specs.length === 0) return { sources: [], imports: [], diagnostics: [] };
  const allowed = openAllowedFiles(context.files, { ...context, folder });
  if (allowed === undefined) return outsideRoot(context.root ?? '', folder);
  const byPath = new Map(specs.map((spec) => [projectPath(allowed.project, spec.name), spec]));
  const cache = cacheContext(context, folder);
  const kept = cache && findKept(cache, (path) => byPath.get(path)?.text ?? textAt(allowed, path));
  if (kept !== undefined && isAbout(kept, [...byPath.keys()], allowed.project)) {
    return { ...built(kept.evaluated, kept.texts, allowed, byPath, context.shownName), diagnostics: [] };
  }
  const { evaluateOnThread } = await import('./typescript-thread.ts');
  const results = await evaluateApart(byPath, (some) =>
    evaluateOnThread(some, allowed, context.limits ?? specLimits),
  );
  const [first] = results;
  if (cache !== undefined && first !== undefined && first.diagnostics.length === 0)
    keep(cache, { evaluated: first.evaluated, texts: textsOf(first) });
  const parts = results.map((result) =>
    built(result.evaluated, textsOf(result), allowed, byPath, context.shownName),
  );
  return {
    sources: parts.flatMap(({ sources }) => sources),
    imports: distinct(
      parts.flatMap(({ imports }) => imports),
      ({ name }) => name,
    ),
    diagnostics: distinct(
      results.flatMap(({ diagnostics }) => diagnostics),
      ({ code, message, span }) => [code, message, span?.file.name, span?.start, span?.end].join('\n'),
    ),
  };
}

/** Where TypeScript gives up, every spec is looked at alone: one that asks too much does not take others with it. */
async function evaluateApart(
  specs: ReadonlyMap<string, SourceFile>,
  evaluate: (specs: ReadonlyMap<string, SourceFile>) => Promise<EvaluationResult>,
): Promise<readonly EvaluationResult[]> {
  const together = await evaluate(specs);
  if (!together.gaveUp || specs.size === 1) return [together];
  const results: EvaluationResult[] = [];
  for (const [path, spec] of specs) results.push(await evaluate(new Map([[path, spec]])));
  return results;
}

function textsOf({ files }: EvaluationResult): ReadonlyMap<string, string> {
  return new Map([...files].map(([path, { text }]) => [path, text]));
}

/** What several specs import, or find in it, counts once. */
function distinct<T>(list: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(list.map((each) => [key(each), each])).values()];
}

function built(
  evaluated: Parameters<typeof buildSources>[0],
  texts: ReadonlyMap<string, string>,
  { project }: AllowedFiles,
  specs: ReadonlyMap<string, SourceFile>,
  shownName = (name: string) => name,
): Pick<LoadedSpecs, 'sources' | 'imports'> {
  const files = new Map(
    [...texts].map(([path, text]) => [path, { name: shownName(displayName(project, path)), text }]),
  );
  const sources = buildSources(evaluated, files, (name) => projectPath(project, name));
  const imports = [...files].filter(([path]) => !specs.has(path)).map(([, file]) => file);
  return { sources, imports: imports.sort((a, b) => compareText(a.name, b.name)) };
}

function cacheContext({ cache, root, ...context }: LoadContext, folder: string): CacheContext | undefined {
  if (cache === undefined) return undefined;
  const project = absolutePath(context.cwd, folder);
  const names = root === undefined ? [project] : [project, absolutePath(context.cwd, root)];
  return { ...context, ...cache, project: names.join('\n') };
}

/** A value that does not say which text of a spec it was made of is of no use. */
function isAbout({ evaluated, texts }: KeptSpecs, paths: readonly string[], project: string): boolean {
  const names = new Set(evaluated.specs.map(({ name }) => projectPath(project, name)));
  return evaluated.specs.length === paths.length && paths.every((path) => names.has(path) && texts.has(path));
}

function textAt(allowed: AllowedFiles, path: string): string | undefined {
  const read = allowed.read(path);
  return read.kind === 'text' && read.path === path ? read.text : undefined;
}

function outsideRoot(root: string, folder: string): LoadedSpecs {
  const reason = `the project folder \`${folder === '' ? '.' : folder}\` does not lie in it`;
  const finding = diagnose('file/unreadable', { path: root, reason }, undefined, {
    help: '`--root` names a folder above the project folders',
  });
  return { sources: [], imports: [], diagnostics: [finding] };
}
