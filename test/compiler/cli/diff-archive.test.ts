import { describe, expect, it } from 'vitest';
import { ARCHIVE_END, packEntries } from '../../../compiler/host/archive/tar-entry.ts';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';
import { called, inFolder, runOn } from './run.ts';

const changed = `${called('shop')['build.bitesize']}`.replace('web.deb', 'shop.deb');

/** Returns an archive of files. */
function archiveOf(files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files).map(([path, content]) => ({ path, content, bytes: content.length }));
  return Buffer.concat([packEntries(entries), ARCHIVE_END]);
}

const old = inFolder('shop', called('shop'));

function hostWith(archives: Readonly<Record<string, Uint8Array>>) {
  return createMemoryHost({
    files: { ...inFolder('/project/old', called('shop')), 'new/build.bitesize': changed, ...archives },
  });
}

describe('bitesize diff with an archive', () => {
  it('compares the specs in it as those of a folder, on either side', async () => {
    const host = hostWith({
      'old.tar': archiveOf(old),
      'new.tar': archiveOf({ 'build.bitesize': changed }),
    });
    const plain = await runOn(host, ['diff', 'old', 'new', '--unified']);
    expect(plain.output).toContain('shop.deb');
    for (const sides of [
      ['old.tar/shop', 'new'],
      ['old', 'new.tar'],
      ['old.tar/shop', './new.tar'],
    ]) {
      const { code, output, errors } = await runOn(host, ['diff', ...sides, '--unified']);
      expect([code, output, errors]).toEqual([plain.code, plain.output, plain.errors]);
    }
  });

  it('says why one cannot be read, and what is not in one', async () => {
    const host = hostWith({ 'old.tar': archiveOf(old), 'bad.tar': archiveOf(old).subarray(0, 700) });
    const bad = await runOn(host, ['diff', 'bad.tar/shop', 'new']);
    expect([bad.code, bad.errors]).toEqual([
      2,
      'error: cannot read `/project/bad.tar`: the archive is damaged at byte 0: what follows is shorter than its header says\n',
    ]);
    const absent = await runOn(host, ['diff', 'old.tar/shoe', 'new']);
    expect([absent.code, absent.errors]).toEqual([2, 'error: the folder `old.tar/shoe` is not there\n']);
  });
});
