import { expect, it } from 'vitest';
import { slug } from '../../../compiler/util/slug.ts';

it.each([
  ['Development', 'development'],
  ['Quality  Assurance (2)', 'quality-assurance-2'],
  ['a_b', 'a-b'],
  ['--x--', 'x'],
  ['Überprüfung', 'uberprufung'],
  ['生産', 'environment'],
  ['../../etc', 'etc'],
])('the slug of %s is %s', (name, wanted) => {
  expect(slug(name)).toBe(wanted);
});
