import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { Manifest } from './lowered.ts';

/*
 * kubernetes-models validates values but accepts unknown fields. Its interfaces do not: a manifest that is written as
 * a literal of its interface is an error for every field that the interface does not have. So both are asked.
 */

const require = createRequire(import.meta.url);
const models = dirname(require.resolve('kubernetes-models/package.json'));

/** Kinds that third parties define; Kubernetes has no schema for them. */
export function isBuiltIn({ apiVersion }: Manifest): boolean {
  return !/^(prsn\.io|helm\.kubedex\.com|networking\.istio\.io)\//.test(apiVersion);
}

/** Returns what kubernetes-models and its types say against built-in manifests: nothing when all are valid. */
export function strictProblems(manifests: readonly Manifest[]): readonly string[] {
  return [...typeProblems(manifests), ...manifests.flatMap(valueProblems)];
}

function valueProblems(manifest: Manifest): readonly string[] {
  const model = require(modulePath(manifest))[manifest.kind] as
    | (new (
        data: unknown,
      ) => { validate(): void })
    | undefined;
  if (model === undefined) return [`no model of ${manifest.apiVersion} ${manifest.kind}`];
  try {
    new model(manifest).validate();
    return [];
  } catch (error) {
    return [`${manifest.kind} ${manifest.metadata.name}: ${String(error)}`];
  }
}

function typeProblems(manifests: readonly Manifest[]): readonly string[] {
  const file = join(import.meta.dirname, 'manifests.virtual.ts');
  const lines = manifests.map((manifest, index) => {
    const type = `import(${JSON.stringify(modulePath(manifest))}).I${manifest.kind}`;
    return `export const m${index}: ${type} = ${JSON.stringify(manifest)};`;
  });
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const original = {
    getSourceFile: host.getSourceFile,
    fileExists: host.fileExists,
    readFile: host.readFile,
  };
  const text = lines.join('\n');
  host.fileExists = (name) => name === file || original.fileExists(name);
  host.readFile = (name) => (name === file ? text : original.readFile(name));
  host.getSourceFile = (name, ...more) =>
    name === file
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023)
      : original.getSourceFile(name, ...more);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map((found) => ts.flattenDiagnosticMessageText(found.messageText, ' '));
}

function modulePath({ apiVersion, kind }: Manifest): string {
  return join(models, apiVersion, kind);
}
