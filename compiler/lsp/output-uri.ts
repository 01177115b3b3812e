/** The scheme of the addresses of output: it is no file, since nothing is written. */
export const OUTPUT_SCHEME = 'bitesize-output';

/** A file of the output of a project. */
export interface OutputPlace {
  /** The folder of the project, absolute. */
  readonly folder: string;
  /** Path in the output. */
  readonly path: string;
}

/** Returns the address of a file of the output: its path, and its project behind a question mark. */
export function outputUri(folder: string, path: string): string {
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  return `${OUTPUT_SCHEME}:/${escaped}?${encodeURIComponent(folder)}`;
}

/** Returns what such an address stands for; undefined for another one. */
export function parseOutputUri(uri: string): OutputPlace | undefined {
  const match = /^bitesize-output:\/+([^?#]+)\?([^#]+)$/.exec(uri);
  if (match === null) return undefined;
  try {
    return { path: decodeURIComponent(match[1] ?? ''), folder: decodeURIComponent(match[2] ?? '') };
  } catch {
    return undefined;
  }
}
