import { compareText } from '../util/compare-text.ts';
import { parseJson } from '../util/parse-json.ts';
import { isArtifactPath, MANIFEST_PATH, MAPS_PATH } from './output-path.ts';

/** A file by its content. */
export interface FileDigest {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 in lower case hex. */
  readonly sha256: string;
}

/** What `manifest.json` of an output folder says: what the output was made from, and every file that bitesize owns. */
export interface Manifest {
  /** Version of bitesize. */
  readonly tool: string;
  /** The options that shape the output. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: readonly FileDigest[];
  readonly artifacts: readonly FileDigest[];
  /** The source maps, which lead from each line of an artifact to its origins. */
  readonly maps: FileDigest;
}

/** Version of the format; a reader refuses others. */
const FORMAT_VERSION = 1;

/** Returns the text of `manifest.json`: one line per file, so that a diff of two manifests is easy to read. */
export function printManifest(manifest: Manifest): string {
  const list = (digests: readonly FileDigest[]) =>
    digests.length === 0
      ? '[]'
      : `[\n${[...digests]
          .sort((a, b) => compareText(a.path, b.path))
          .map((digest) => `    ${JSON.stringify(digest)}`)
          .join(',\n')}\n  ]`;
  const { tool, options, inputs, artifacts, maps } = manifest;
  return `{
  "version": ${FORMAT_VERSION},
  "tool": ${JSON.stringify({ name: 'bitesize', version: tool })},
  "options": ${JSON.stringify(options)},
  "inputs": ${list(inputs)},
  "maps": ${JSON.stringify(maps)},
  "artifacts": ${list(artifacts)}
}
`;
}

/**
 * Returns a manifest, or undefined when the text is not one of bitesize. One that names a file which bitesize cannot have
 * written is none, whatever else it says: it comes with a folder that a change can write.
 */
export function parseManifest(text: string): Manifest | undefined {
  const data = parseJson(text);
  if (!isRecord(data) || data.version !== FORMAT_VERSION || !isRecord(data.tool)) return undefined;
  if (data.tool.name !== 'bitesize' || typeof data.tool.version !== 'string') return undefined;
  const { maps } = data;
  const artifacts = listOf(data.artifacts);
  const inputs = listOf(data.inputs);
  if (!isDigest(maps) || maps.path !== MAPS_PATH || !artifacts?.every(isDigest) || !inputs?.every(isDigest))
    return undefined;
  if (!artifacts.every(({ path }) => isArtifactPath(path))) return undefined;
  return {
    tool: data.tool.version,
    options: isRecord(data.options) ? data.options : {},
    inputs,
    artifacts,
    maps,
  };
}

/** Returns every path that belongs to bitesize by a manifest; nothing without one. */
export function ownedPaths(manifest: Manifest | undefined): ReadonlySet<string> {
  if (manifest === undefined) return new Set();
  return new Set([MANIFEST_PATH, MAPS_PATH, ...manifest.artifacts.map(({ path }) => path)]);
}

/** Returns what each file that belongs to bitesize by a manifest held when it was written. */
export function ownedDigests(manifest: Manifest | undefined): ReadonlyMap<string, FileDigest> {
  const digests = manifest === undefined ? [] : [manifest.maps, ...manifest.artifacts];
  return new Map(digests.map((digest) => [digest.path, digest]));
}

function listOf(data: unknown): readonly unknown[] | undefined {
  return Array.isArray(data) ? data : undefined;
}

/** Returns whether data describes a file by its content. */
export function isDigest(data: unknown): data is FileDigest {
  return (
    isRecord(data) &&
    typeof data.path === 'string' &&
    typeof data.bytes === 'number' &&
    typeof data.sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(data.sha256)
  );
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
