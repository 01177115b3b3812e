import { describe, expect, it } from 'vitest';
import type { FileSystem } from '../../../compiler/host/file-system.ts';
import { createMemoryHost, type MemoryHost } from '../../../compiler/host/memory-host.ts';
import { replaceFile } from '../../../compiler/host/replace-file.ts';

const path = '/project/out/fleet.json';

/** Returns a host of another process on the same files. */
function processOf({ cwd }: MemoryHost, id: string, fileSystem: FileSystem): MemoryHost {
  return { ...createMemoryHost({ cwd, fileSystem }), process: { id, isRunning: () => true } };
}

describe('a file that is replaced', () => {
  it('is that of one of two runs that write it at once, and nothing is left beside it', () => {
    const host = createMemoryHost();
    const other = processOf(host, 'other', host.files);
    let isFirst = true;
    const write: FileSystem['write'] = (...args) => {
      const written = host.files.write(...args);
      // The other run comes in between, from its beginning to its end.
      if (isFirst) {
        isFirst = false;
        expect(replaceFile(other, path, 'other').ok).toBe(true);
      }
      return written;
    };
    const result = replaceFile(processOf(host, 'own', { ...host.files, write }), path, 'own');
    expect(result).toEqual({ ok: true, value: undefined });
    expect(host.files.read(path)).toEqual({ ok: true, value: new TextEncoder().encode('own') });
    expect(host.files.list('/project/out')).toMatchObject({ value: [{ name: 'fleet.json' }] });
  });
});
