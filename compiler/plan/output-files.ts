import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import type { Artifact } from '../model/artifact.ts';
import { utf8Length } from '../util/utf8-length.ts';
import { type FileDigest, type Manifest, printManifest } from './manifest.ts';
import { artifactPathProblem, MANIFEST_PATH, MAPS_PATH } from './output-path.ts';
import { printSourceMaps } from './source-map.ts';

/** One file of the output folder as it shall be. */
export interface OutputFile {
  readonly path: string;
  /** Written as UTF-8. */
  readonly content: string;
  /** Length of the file. */
  readonly bytes: number;
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
  const files = artifacts.map(({ path, content }) => outputFile(path, content.text));
  const maps = outputFile(MAPS_PATH, printSourceMaps(artifacts));
  const digest = ({ path, content, bytes }: OutputFile): FileDigest => ({
    path,
    bytes,
    sha256: sha256(content),
  });
  const manifest = printManifest({
    tool: version,
    options,
    inputs: [...inputs].map(([path, content]) => ({ path, bytes: content.length, sha256: sha256(content) })),
    artifacts: files.map(digest),
    maps: digest(maps),
  });
  return { files: [...files, maps, outputFile(MANIFEST_PATH, manifest)], diagnostics: [] };
}

function outputFile(path: string, content: string): OutputFile {
  return { path, content, bytes: utf8Length(content) };
}

/** Rules keep bad names away from the emitters; this holds whatever they let through. */
function badPaths(artifacts: readonly Artifact[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (path: string, problem: string) =>
    found.push(diagnose('output/bad-path', { path, problem }, undefined));
  const paths = artifacts.map(({ path }) => ({ path, folded: foldCase(path) }));
  const folders = foldersOf(paths.map(({ folded }) => folded));
  const seen = new Map<string, string>();
  for (const { path, folded } of paths) {
    const problem = artifactPathProblem(path);
    const first = seen.get(folded);
    if (problem !== undefined) report(path, problem);
    else if (first === path) report(path, 'is used twice');
    else if (first !== undefined) report(path, `differs from \`${first}\` only in case`);
    else if (folders.has(folded)) report(path, 'is a file and a folder at once');
    seen.set(folded, path);
  }
  return found;
}

/** Returns all folders that files are in. What lies above one that is known is known, too. */
function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

/** Some file systems take `A` and `a` for one name. */
function foldCase(path: string): string {
  return path.toLowerCase();
}
