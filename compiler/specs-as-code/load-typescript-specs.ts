import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from '../host/file-system.ts';
import { absolutePath } from '../host/path.ts';
import type { SealContext } from '../host/sealed-file.ts';
import type { EvaluatedSource } from '../source/parse-source.ts';
import type { SourceFile } from '../text/source-file.ts';
import { compareText } from '../util/compare-text.ts';
import { type AllowedFiles, openAllowedFiles } from './allowed-files.ts';
import { buildSources } from './build-sources.ts';
import { displayName, projectPath } from './file-names.ts';
import { type CacheContext, findKept, type KeptSpecs, keep } from './spec-cache.ts';

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
  /** How long one spec may keep the engine busy, in milliseconds. */
  readonly patience?: number;
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
    return { ...built(kept.evaluated, kept.texts, allowed, byPath), diagnostics: [] };
  }
  const { evaluated, modules, diagnostics } = await evaluate(specs, allowed, context.patience);
  const texts = new Map([...modules].map(([path, { file }]) => [path, file.text]));
  if (cache !== undefined && diagnostics.length === 0) keep(cache, { evaluated, texts });
  return { ...built(evaluated, texts, allowed, byPath), diagnostics };
}

async function evaluate(specs: readonly SourceFile[], allowed: AllowedFiles, patience: number | undefined) {
  const { startSandbox } = await import('./run-sandbox.ts');
  // The thread gets ready while TypeScript is loaded and checks.
  const sandbox = startSandbox(patience);
  try {
    const { evaluateSpecs } = await import('./evaluate-specs.ts');
    return await evaluateSpecs(specs, allowed, sandbox);
  } finally {
    await sandbox.close();
  }
}

function built(
  evaluated: Parameters<typeof buildSources>[0],
  texts: ReadonlyMap<string, string>,
  { project }: AllowedFiles,
  specs: ReadonlyMap<string, SourceFile>,
): Pick<LoadedSpecs, 'sources' | 'imports'> {
  const files = new Map([...texts].map(([path, text]) => [path, { name: displayName(project, path), text }]));
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
