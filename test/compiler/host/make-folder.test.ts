import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeFiles } from '../../../compiler/host/node-files.ts';

const scratch = mkdtempSync(join(tmpdir(), 'bitesize-folder-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const at = (path: string) => join(scratch, path);

describe('a folder', () => {
  it('is made with those above it, and may be there', () => {
    for (const path of ['a/b/c', 'a/b/c', 'a', 'a/b/d/'])
      expect(nodeFiles.makeFolder(at(path))).toEqual({ ok: true, value: undefined });
    expect(nodeFiles.status(at('a/b/d'))).toMatchObject({ ok: true, value: { kind: 'folder' } });
    expect(nodeFiles.makeFolder('.').ok).toBe(true);
    expect(nodeFiles.makeFolder('/').ok).toBe(true);
  });

  it('may be reached over a link', () => {
    mkdirSync(at('real'));
    symlinkSync('real', at('link'));
    expect(nodeFiles.makeFolder(at('link/inner')).ok).toBe(true);
    expect(nodeFiles.status(at('real/inner')).ok).toBe(true);
  });

  it('is not made below a file, in place of one, or where a link leads nowhere', () => {
    writeFileSync(at('file'), '');
    symlinkSync('nowhere', at('broken'));
    for (const path of ['file', 'file/inner/deep', 'broken/inner'])
      expect(nodeFiles.makeFolder(at(path))).toMatchObject({ ok: false });
  });

  // Node's own way to make all folders at once does not come back from this.
  it.runIf(process.platform === 'linux')('that the system cannot make is said to be so', () => {
    const made = nodeFiles.makeFolder('/proc/bitesize/cache/results');
    expect(made).toMatchObject({ ok: false, failure: { reason: 'no such file or folder' } });
  });
});
