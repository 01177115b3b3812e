import fc from 'fast-check';
import { decode, encode } from 'tar-stream/headers.js';
import { describe, expect, it } from 'vitest';
import { BLOCK, blocksOf, entryHeader } from '../../../../compiler/host/archive/tar-entry.ts';

const plain = { mode: 0o644, uid: 0, gid: 0, mtime: new Date(0), type: 'file' };

const sizes = fc.oneof(fc.nat(), fc.bigInt(0n, 2n ** 45n).map(Number));

describe('entryHeader', () => {
  it('is what the library makes, where that takes the path', () => {
    const paths = fc.oneof(
      fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 120 }),
      fc
        .array(fc.constantFrom('jenkins', 'a', 'init.groovy.d', 'x y', 'größe'), {
          minLength: 1,
          maxLength: 20,
        })
        .map((names) => names.join('/')),
    );
    fc.assert(
      fc.property(paths, sizes, (name, size) => {
        const expected = encode({ ...plain, name, size });
        const header = Buffer.from(entryHeader(name, size));
        if (expected === null) expect(header.length).toBeGreaterThanOrEqual(3 * BLOCK);
        else expect(header.equals(expected)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('says path and size of a large file, and where its path is long, before it', () => {
    const size = 5 * 2 ** 30;
    const short = decode(entryHeader('a/b', size), 'utf8', false);
    expect([short?.name, short?.size]).toEqual(['a/b', size]);
    const long = `${'x'.repeat(200)}/b`;
    const header = Buffer.from(entryHeader(long, size));
    const record = decode(header.subarray(0, BLOCK), 'utf8', false);
    expect([record?.type, record && blocksOf(record.size)]).toEqual([
      'pax-header',
      header.length - 2 * BLOCK,
    ]);
    expect(header.toString('latin1', BLOCK, 2 * BLOCK)).toContain(` path=${long}\n`);
    expect(decode(header.subarray(-BLOCK), 'utf8', false)?.size).toBe(size);
  });
});
