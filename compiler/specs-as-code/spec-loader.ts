import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from '../host/file-system.ts';
import { absolutePath } from '../host/path.ts';
import type { ParsedFile } from '../source/parse-yaml.ts';
import type { SourceFile } from '../text/source-file.ts';
import { compareText } from '../util/compare-text.ts';
import { type AllowedFiles, openAllowedFiles } from './allowed-files.ts';
import { buildTrees } from './build-trees.ts';
import { displayName, projectPath } from './file-names.ts';
import type { Sandbox } from './run-sandbox.ts';
import { type CacheContext, findKept, type KeptSpecs, keep } from './spec-cache.ts';

/** What a loader works with. */
export interface LoaderContext {
  readonly files: FileSystem;
  readonly cwd: string;
  /** Returns the SHA-256 of a text, in hex. */
  readonly sha256: (text: string) => string;
  /** The folder that holds all that specs may import; the folder of each project when absent. */
  readonly root?: string;
  /** A folder for what was evaluated before; nothing is kept without it. */
  readonly cache?: string;
  /** Says which compiler evaluated something: another one does not use it. */
  readonly version: string;
  /** How long one spec may keep the engine busy, in milliseconds. */
  readonly patience?: number;
}

/** Specs in TypeScript after evaluation. */
export interface LoadedSpecs {
  /** The located trees of the specs that have a value, for `CompileOptions.parsed`. */
  readonly parsed: readonly ParsedFile[];
  /** The other files that the specs are made of, sorted by name. */
  readonly imports: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads the specs of projects one after the other. */
export interface SpecLoader {
  /**
   * Returns the values of the specs of a project folder that are written in TypeScript. TypeScript and the sandbox are
   * loaded only when no earlier run has evaluated the same files.
   */
  readonly load: (specs: readonly SourceFile[], folder: string) => Promise<LoadedSpecs>;
  readonly close: () => Promise<void>;
}

/** Returns a loader; nothing is loaded before the first project needs it. */
export function createSpecLoader(context: LoaderContext): SpecLoader {
  let sandbox: Sandbox | undefined;
  const evaluate = async (specs: readonly SourceFile[], allowed: AllowedFiles) => {
    if (sandbox === undefined) {
      const { startSandbox } = await import('./run-sandbox.ts');
      // The thread gets ready while TypeScript is loaded.
      sandbox = startSandbox(context.patience);
    }
    const { evaluateSpecs } = await import('./evaluate-specs.ts');
    return evaluateSpecs(specs, allowed, sandbox);
  };
  return {
    load: async (specs, folder) => {
      if (specs.length === 0) return { parsed: [], imports: [], diagnostics: [] };
      const allowed = openAllowedFiles(context.files, { ...context, folder });
      if (allowed === undefined) return outsideRoot(context.root ?? '', folder);
      const byPath = new Map(specs.map((spec) => [projectPath(allowed.project, spec.name), spec]));
      const cache = cacheContext(context, folder);
      const kept = cache && findKept(cache, (path) => byPath.get(path)?.text ?? textAt(allowed, path));
      if (kept !== undefined && hasAll(kept, specs)) return loaded(kept, byPath, allowed, byPath, []);
      const { evaluated, modules, diagnostics } = await evaluate(specs, allowed);
      const texts = new Map([...modules].map(([path, { file }]) => [path, file.text]));
      if (cache !== undefined && diagnostics.length === 0) keep(cache, { evaluated, texts });
      const files = new Map([...modules].map(([path, { file }]) => [path, file]));
      return loaded({ evaluated, texts }, files, allowed, byPath, diagnostics);
    },
    close: async () => {
      await sandbox?.close();
    },
  };
}

/** `files` holds the files that exist already: findings and spans must agree on them. */
function loaded(
  { evaluated, texts }: KeptSpecs,
  files: ReadonlyMap<string, SourceFile>,
  { project }: AllowedFiles,
  specs: ReadonlyMap<string, SourceFile>,
  diagnostics: readonly Diagnostic[],
): LoadedSpecs {
  const all = new Map(
    [...texts].map(([path, text]) => [path, files.get(path) ?? { name: displayName(project, path), text }]),
  );
  const parsed = buildTrees(
    evaluated,
    (path) => all.get(path),
    (name) => all.get(projectPath(project, name)),
  );
  const imports = [...all].filter(([path]) => !specs.has(path)).map(([, file]) => file);
  return { parsed, imports: imports.sort((a, b) => compareText(a.name, b.name)), diagnostics };
}

function cacheContext({ cache, root, ...context }: LoaderContext, folder: string): CacheContext | undefined {
  if (cache === undefined) return undefined;
  const project = absolutePath(context.cwd, folder);
  const names = root === undefined ? [project] : [project, absolutePath(context.cwd, root)];
  return { ...context, folder: cache, project: names.join('\n') };
}

function textAt(allowed: AllowedFiles, path: string): string | undefined {
  const read = allowed.read(path);
  return read.kind === 'text' && read.path === path ? read.text : undefined;
}

function hasAll({ evaluated }: KeptSpecs, specs: readonly SourceFile[]): boolean {
  const names = new Set(evaluated.specs.map(({ name }) => name));
  return names.size === specs.length && specs.every(({ name }) => names.has(name));
}

function outsideRoot(root: string, folder: string): LoadedSpecs {
  const reason = `the project folder \`${folder === '' ? '.' : folder}\` does not lie in it`;
  const finding = diagnose('file/unreadable', { path: root, reason }, undefined, {
    help: '`--root` names a folder above the project folders',
  });
  return { parsed: [], imports: [], diagnostics: [finding] };
}
