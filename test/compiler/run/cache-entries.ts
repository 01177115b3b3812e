import type { FileSystem } from '../../../compiler/host/file-system.ts';
import type { MemoryHost } from '../../../compiler/host/memory-host.ts';
import { writeSealed } from '../../../compiler/host/sealed-file.ts';
import { textOf } from '../cli/run.ts';

/** Returns the paths of all entries of a cache. */
export function entries({ files }: MemoryHost, folder = '/cache'): readonly string[] {
  const below = (path: string): readonly string[] => {
    const listed = files.list(path);
    return listed.ok
      ? listed.value.flatMap(({ name, kind }) =>
          kind === 'folder' ? below(`${path}/${name}`) : [`${path}/${name}`],
        )
      : [];
  };
  return [...below(`${folder}/results`), ...below(`${folder}/left`)];
}

/** Changes what entries say, and seals them again as anybody can who has the key. */
export function forge(
  host: MemoryHost,
  from: string,
  to: string,
  { folder = '/cache', key }: { readonly folder?: string; readonly key?: string } = {},
): void {
  for (const path of entries(host, folder))
    reseal(host, path, textOf(host, path).slice(65).replaceAll(from, to), {
      folder,
      ...(key === undefined ? {} : { key }),
    });
}

/** Puts another body into an entry, with a seal that fits. */
export function reseal(
  { files, sha256 }: MemoryHost,
  path: string,
  body: string,
  sealing: { readonly folder: string; readonly key?: string },
): void {
  writeSealed({ files, sha256, ...sealing }, path.slice(sealing.folder.length + 1), body);
}

/** Returns a host that knows a key, and the outputs of the cache that were read on it. */
export function keyed(
  host: MemoryHost,
  key: string,
): { readonly host: MemoryHost; readonly opened: string[] } {
  const opened: string[] = [];
  const read: FileSystem['read'] = (path) => {
    const result = host.files.read(path);
    if (result.ok && path.endsWith('.output')) opened.push(path);
    return result;
  };
  const env = { ...host.env, BITESIZE_CACHE_KEY: key };
  return { host: { ...host, env, files: { ...host.files, read } }, opened };
}
