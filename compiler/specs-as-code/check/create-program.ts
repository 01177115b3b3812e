import ts from 'typescript';
import { authoringDeclarations } from '../../../schema/generated/authoring-declarations.ts';
import { type ModuleGraph, virtualPath } from './module-graph.ts';

/** The file that the module `bitesize` is. */
export const AUTHORING = '/bitesize/index.d.ts';

/** Strict, without any library of browsers or of Node; types that a spec leaves undefined count as left out. */
export const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  strict: true,
  types: [],
  skipLibCheck: true,
  skipDefaultLibCheck: true,
  newLine: ts.NewLineKind.LineFeed,
  sourceMap: true,
  removeComments: true,
};

/** Library and declarations never change while the process runs, and are the largest part of a program. */
const fixed = new Map<string, ts.SourceFile>();

/**
 * Returns the program of the specs of a project. Its files are in memory: the modules of the graph, our own
 * declarations, and the library of TypeScript. There is no other file for it.
 */
export function createProgram({ modules }: ModuleGraph): ts.Program {
  const sources = new Map([...modules.values()].map(({ path, source }) => [virtualPath(path), source]));
  const targets = new Map([...modules.values()].map(({ path, imports }) => [virtualPath(path), imports]));
  const libraryFolder = ts.getDefaultLibFilePath(compilerOptions).replace(/[^/\\]*$/, '');
  const sourceFile = (name: string): ts.SourceFile | undefined => {
    if (name === AUTHORING) return fixedFile(name, () => authoringDeclarations);
    if (name.startsWith(libraryFolder)) return fixedFile(name, () => ts.sys.readFile(name));
    return sources.get(name);
  };
  const host: ts.CompilerHost = {
    getSourceFile: sourceFile,
    getDefaultLibFileName: () => `${libraryFolder}lib.es2023.d.ts`,
    getDefaultLibLocation: () => libraryFolder,
    getCurrentDirectory: () => '/files',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => sourceFile(name) !== undefined,
    readFile: (name) => sourceFile(name)?.text,
    directoryExists: () => false,
    getDirectories: () => [],
    writeFile: () => undefined,
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => ({ resolvedModule: resolvedModule(text, targets.get(from)) })),
    resolveTypeReferenceDirectiveReferences: (references) =>
      references.map(() => ({ resolvedTypeReferenceDirective: undefined })),
  };
  return ts.createProgram({ rootNames: [...sources.keys()], options: compilerOptions, host });
}

function resolvedModule(
  specifier: string,
  targets: ReadonlyMap<string, string> | undefined,
): ts.ResolvedModuleFull | undefined {
  if (specifier === 'bitesize') return { resolvedFileName: AUTHORING, extension: ts.Extension.Dts };
  const target = targets?.get(specifier);
  if (target === undefined) return undefined;
  const extension = target.endsWith('.json') ? ts.Extension.Json : ts.Extension.Ts;
  return { resolvedFileName: virtualPath(target), extension };
}

function fixedFile(name: string, read: () => string | undefined): ts.SourceFile | undefined {
  const known = fixed.get(name);
  if (known !== undefined) return known;
  const text = read();
  if (text === undefined) return undefined;
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2023);
  fixed.set(name, source);
  return source;
}
