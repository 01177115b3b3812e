import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolve, smallCatalogue } from './small-catalogue.ts';

const lines = ['a 2 needs=b:1', 'b 3 needs=c:2 optional=d:1', 'c 2', 'd 1 core=2.900', 'e 1 needs=b:9'];

describe('the cache of resolutions', () => {
  it('changes no resolution, whatever was resolved before', () => {
    const shared = smallCatalogue(lines);
    const need = fc.constantFrom('a', 'a:1', 'b', 'b:3', 'c', 'c:9', 'd', 'e', 'nobody');
    fc.assert(
      fc.property(fc.array(need, { maxLength: 6 }), fc.constantFrom('2.568.2', '2.999'), (needs, core) => {
        const fresh = resolve(smallCatalogue(lines), needs, [], core);
        // The IR is printed with its keys in this order.
        expect(JSON.stringify(resolve(shared, needs, [], core))).toBe(JSON.stringify(fresh));
      }),
    );
  });

  it('gives each project its own needs', () => {
    const catalogue = smallCatalogue(lines);
    const first = resolve(catalogue, ['a', 'c:1']);
    const second = resolve(catalogue, ['c:1', 'a', 'a']);
    expect(first.plugins.map(({ needs }) => needs.length)).toEqual([1, 1, 0]);
    expect(second.plugins.map(({ needs }) => needs.length)).toEqual([2, 1, 0]);
    expect(second.plugins[0]?.chain).toBe(first.plugins[0]?.chain);
  });

  it('leaves pins alone', () => {
    const catalogue = smallCatalogue(lines);
    resolve(catalogue, ['c']);
    expect(resolve(catalogue, ['c'], ['c:1']).plugins[0]).toMatchObject({
      version: '1',
      pin: { version: '1' },
    });
    expect(resolve(catalogue, ['c']).plugins[0]).toMatchObject({ version: '2', pin: undefined });
  });
});
