import { describe, expect, it } from 'vitest';
import type { PluginTreeNode } from '../../../compiler/plugins/plugin-tree.ts';
import { pluginTree } from '../../../compiler/plugins/plugin-tree.ts';
import { resolvePlugins } from '../../../compiler/plugins/resolve-plugins.ts';
import { needsOf, smallCatalogue } from './small-catalogue.ts';

function draw(lines: readonly string[], needs: readonly string[]): string {
  const { plugins } = resolvePlugins(needsOf(...needs), smallCatalogue(lines), { core: '2.568.2', pins: [] });
  const print = (node: PluginTreeNode, depth: number): readonly string[] => [
    `${'  '.repeat(depth)}${node.id} ${node.version}${node.edge ? ` >=${node.edge.minimum}` : ''}${node.repeated ? ' *' : ''}`,
    ...node.children.flatMap((child) => print(child, depth + 1)),
  ];
  return pluginTree(plugins)
    .flatMap((node) => print(node, 0))
    .join('\n');
}

describe('pluginTree', () => {
  it('spells out each plugin once: roots at the top, others where they first come', () => {
    const lines = ['a 1 needs=b:1,x:1', 'b 2 needs=x:1', 'x 3 needs=y:2', 'y 4 optional=a:1'];
    expect(draw(lines, ['a', 'b'])).toBe(
      ['a 1', '  b 2 >=1 *', '  x 3 >=1', '    y 4 >=2', 'b 2', '  x 3 >=1 *'].join('\n'),
    );
  });

  it('ends in a circle', () => {
    expect(draw(['a 1 needs=b:1', 'b 1 needs=c:1', 'c 1 needs=b:1'], ['a'])).toBe(
      ['a 1', '  b 1 >=1', '    c 1 >=1', '      b 1 >=1 *'].join('\n'),
    );
  });
});
