import { expect, it } from 'vitest';
import { pathTree } from '../../../../compiler/check/rules/secrets/text-places.ts';

it('knows the kind of each path', () => {
  const build = pathTree('build');
  expect(build.below('components').below('env').kind).toBe('build-variable');
  expect(build.below('components').below('build').below('shell').kind).toBe('script');
  expect(pathTree('environments').below('services').below('options').below('x').kind).toBe('options');
});

it('keeps so many nodes and no more, and still knows the others', () => {
  const root = pathTree('jenkins', 2);
  expect(root.below('a')).toBe(root.below('a'));
  expect(root.below('a').below('b')).toBe(root.below('a').below('b'));
  expect(root.below('command')).not.toBe(root.below('command'));
  expect(root.below('command').kind).toBe('command');
});
