import { describe, expect, it } from 'vitest';
import { archiveFiles } from '../../../../compiler/host/archive/archive-files.ts';
import { ArchiveIndex } from '../../../../compiler/host/archive/archive-index.ts';
import { ARCHIVE_END, packEntries } from '../../../../compiler/host/archive/tar-entry.ts';
import type { FileSystem } from '../../../../compiler/host/file-system.ts';
import { MemoryFiles } from '../../../../compiler/host/memory-files.ts';

function filesWith(entries: Readonly<Record<string, string>>): { machine: FileSystem; view: FileSystem } {
  const list = Object.entries(entries).map(([path, content]) => ({ path, content, bytes: content.length }));
  const bytes = Buffer.concat([packEntries(list), ARCHIVE_END]);
  const machine = new MemoryFiles('/w', { '/w/a.tar': bytes, '/w/b': 'beside' });
  return {
    machine,
    view: archiveFiles(machine, '/w', { path: '/w/a.tar', index: new ArchiveIndex(machine, '/w/a.tar') }),
  };
}

describe('archiveFiles', () => {
  it('has an archive as a folder, and all else as it is', () => {
    const { view } = filesWith({ 'p/x/one': '1', 'p/two': '22', three: '333' });
    expect(view.list('a.tar')).toMatchObject({
      value: [
        { name: 'p', kind: 'folder' },
        { name: 'three', kind: 'file' },
      ],
    });
    expect(view.list('/w/a.tar/p/x')).toMatchObject({ value: [{ name: 'one', kind: 'file' }] });
    expect(view.status('a.tar/p/two')).toMatchObject({ value: { kind: 'file', size: 2 } });
    expect(view.status('a.tar')).toMatchObject({ value: { kind: 'folder' } });
    expect(view.realPath('a.tar/p/../p/x')).toEqual({ ok: true, value: '/w/a.tar/p/x' });
    expect(view.read('a.tar/three')).toMatchObject({ value: Buffer.from('333') });
    expect(view.read('b')).toMatchObject({ ok: true });
    expect(view.readPart('a.tar/three', { position: 1, length: 1 })).toMatchObject({
      value: Buffer.from('3'),
    });
    const failures = [
      view.read('a.tar/p'),
      view.read('a.tar/none'),
      view.read('a.tar/three', { limit: 2 }),
      view.list('a.tar/three'),
      view.list('a.tar/q'),
    ];
    expect(failures.map((result) => (result.ok ? '' : result.failure.kind))).toEqual([
      'is-a-folder',
      'not-found',
      'too-large',
      'not-a-folder',
      'not-found',
    ]);
  });

  it('changes nothing in an archive, and what is beside it', () => {
    const { machine, view } = filesWith({ one: '1' });
    const before = machine.read('/w/a.tar');
    const changes = [
      view.write('a.tar/one', 'x'),
      view.append('a.tar/one', new Uint8Array(1)),
      view.makeFolder('a.tar/p'),
      view.rename('b', 'a.tar/b'),
      view.remove('a.tar/one'),
      view.makeLink('b', 'a.tar/link'),
      view.setMode('a.tar/one', 0o600),
    ];
    expect(changes.every((result) => !result.ok && result.failure.kind === 'denied')).toBe(true);
    expect(machine.read('/w/a.tar')).toEqual(before);
    expect(view.write('c', 'x').ok && machine.read('/w/c').ok).toBe(true);
  });
});
