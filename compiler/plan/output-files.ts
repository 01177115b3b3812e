import type { Artifact } from '../../emitters/emitter.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { type FileDigest, type Manifest, printManifest } from './manifest.ts';
import { foldersAbove, MANIFEST_PATH, MAPS_PATH, pathProblem, TOOL_FOLDER } from './output-path.ts';
import { printSourceMaps } from './source-map.ts';

/** One file of the output folder as it shall be. */
export interface OutputFile {
  readonly path: string;
  /** UTF-8. */
  readonly content: Uint8Array;
}

/** What an output is made from, for its manifest. */
export interface OutputSource {
  readonly version: string;
  readonly options: Manifest['options'];
  /** The specs as they are on disk. */
  readonly inputs: ReadonlyMap<string, Uint8Array>;
}

/** All files of an output folder, the manifest last; empty when a path is bad. */
export interface OutputFiles {
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns the artifacts with their source maps and the manifest. */
export function outputFiles(
  artifacts: readonly Artifact[],
  { version, options, inputs }: OutputSource,
  sha256: Host['sha256'],
): OutputFiles {
  const diagnostics = badPaths(artifacts);
  if (diagnostics.length > 0) return { files: [], diagnostics };
  const digest = ({ path, content }: OutputFile): FileDigest => ({
    path,
    bytes: content.length,
    sha256: sha256(content),
  });
  const encoder = new TextEncoder();
  const maps = { path: MAPS_PATH, content: encoder.encode(printSourceMaps(artifacts)) };
  const files = artifacts.map(({ path, content }) => ({ path, content: encoder.encode(content.text) }));
  const manifest = printManifest({
    tool: version,
    options,
    inputs: [...inputs].map(([path, content]) => digest({ path, content })),
    artifacts: files.map(digest),
    maps: digest(maps),
  });
  return {
    files: [...files, maps, { path: MANIFEST_PATH, content: encoder.encode(manifest) }],
    diagnostics: [],
  };
}

/** Rules keep bad names away from the emitters; this holds whatever they let through. */
function badPaths(artifacts: readonly Artifact[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (path: string, problem: string) =>
    found.push(diagnose('output/bad-path', { path, problem }, undefined));
  const folders = new Set(artifacts.flatMap(({ path }) => foldersAbove(path)).map(foldCase));
  const seen = new Map<string, string>();
  for (const { path } of artifacts) {
    const problem = pathProblem(path);
    const first = seen.get(foldCase(path));
    if (problem !== undefined) report(path, problem);
    else if (path === MANIFEST_PATH || path.startsWith(`${TOOL_FOLDER}/`))
      report(path, 'belongs to bitesize itself');
    else if (first === path) report(path, 'is used twice');
    else if (first !== undefined) report(path, `differs from \`${first}\` only in case`);
    else if (folders.has(foldCase(path))) report(path, 'is a file and a folder at once');
    seen.set(foldCase(path), path);
  }
  return found;
}

/** Some file systems take `A` and `a` for one name. */
function foldCase(path: string): string {
  return path.toLowerCase();
}
