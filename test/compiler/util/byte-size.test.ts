import { expect, it } from 'vitest';
import { byteSize } from '../../../compiler/util/byte-size.ts';

it.each([
  [0, '0 bytes'],
  [900, '900 bytes'],
  [1024, '1 KiB'],
  [1536, '1.5 KiB'],
  [64 * 2 ** 20, '64 MiB'],
  [3 * 2 ** 30, '3 GiB'],
  [5000 * 2 ** 40, '5000 TiB'],
])('%d bytes are %s', (bytes, expected) => {
  expect(byteSize(bytes)).toBe(expected);
});
