import { describe, expect, it } from 'vitest';
import { whyPlugin } from '../../../compiler/plugins/plugin-tree.ts';
import { resolvePlugins } from '../../../compiler/plugins/resolve-plugins.ts';
import { needsOf, smallCatalogue } from './small-catalogue.ts';

const catalogue = smallCatalogue([
  'far 1 needs=web:1',
  'near 1 needs=api:2,log:1',
  'web 1 needs=api:1,log:1',
  'api 3 optional=log:1',
  'log 1',
]);
const { plugins } = resolvePlugins(needsOf('far', 'near'), catalogue, { core: '2.568.2', pins: [] });
const chains = (id: string): readonly string[] =>
  whyPlugin(plugins, id).map(({ root, steps }) =>
    [root.id, ...steps.map((step) => `${step.id}>=${step.minimum}`)].join(' > '),
  );

describe('whyPlugin', () => {
  it('gives one shortest chain per root, the shortest first', () => {
    expect(chains('api')).toEqual(['near > api>=2', 'far > web>=1 > api>=1']);
  });

  it('does not take an optional dependency for a reason', () => {
    expect(chains('log')).toEqual(['near > log>=1', 'far > web>=1 > log>=1']);
  });

  it('gives a root itself, with its needs', () => {
    const [reason] = whyPlugin(plugins, 'far');
    expect(chains('far')).toEqual(['far']);
    expect(reason?.root.needs.map((need) => need.reason)).toEqual(['the test needs far']);
  });

  it('also gives the other roots that need a root', () => {
    const both = resolvePlugins(needsOf('near', 'api'), catalogue, { core: '2.568.2', pins: [] });
    expect(whyPlugin(both.plugins, 'api').map(({ root }) => root.id)).toEqual(['api', 'near']);
  });

  it('is empty for a plugin that is not installed', () => {
    expect(chains('gone')).toEqual([]);
  });

  it('ends in a circle', () => {
    const circle = smallCatalogue(['a 1 needs=b:1', 'b 1 needs=a:1']);
    const resolution = resolvePlugins(needsOf('a'), circle, { core: '2.568.2', pins: [] });
    expect(whyPlugin(resolution.plugins, 'b')).toMatchObject([{ steps: [{ id: 'b' }] }]);
  });
});
