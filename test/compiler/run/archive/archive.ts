import { archiveFiles } from '../../../../compiler/host/archive/archive-files.ts';
import { ArchiveIndex } from '../../../../compiler/host/archive/archive-index.ts';
import type { FileSystem } from '../../../../compiler/host/file-system.ts';
import { createMemoryHost, type MemoryHost } from '../../../../compiler/host/memory-host.ts';
import { called, inFolder } from '../../cli/run.ts';
import { readTree } from '../../plan/output-folder.ts';

/** The archive of the tests, in the working folder. */
export const OUT = 'out.tar';

/** Returns a host with projects of these names in `/project/p`; as of a build, it keeps results for later runs. */
export function fleetHost(...names: readonly string[]): MemoryHost {
  const files = Object.assign({}, ...names.map((name) => inFolder(`/project/p/${name}`, called(name))));
  const env = { HOME: '/home/me', BITESIZE_ALLOW_PLACEHOLDERS: '1' };
  return createMemoryHost({ files, env, resources: { 'build-id': 'one' } });
}

/** Returns the files of an archive by path, as whoever reads it as a folder sees them. */
export function treeOf(files: FileSystem, path = `/project/${OUT}`): Readonly<Record<string, string>> {
  const view = archiveFiles(files, '/', { path, index: new ArchiveIndex(files, path) });
  return readTree(view, path);
}

/** Returns the bytes of a file; none where there is none. */
export function bytesOf({ files }: MemoryHost, path = `/project/${OUT}`): Uint8Array {
  const read = files.read(path);
  return read.ok ? read.value : new Uint8Array();
}

/** Returns what tells the bytes of a file from all others. */
export function digestOf(host: MemoryHost, path?: string): string {
  return host.sha256(bytesOf(host, path));
}
