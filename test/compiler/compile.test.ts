import { expect, it } from 'vitest';
import { compileFully } from '../../compiler/compile.ts';

const project = (id: string) => [
  {
    name: 'jenkins.bitesize',
    text: `project: shop\njenkins:\n  plugins:\n    - id: ${id}\n      why: asked for\n`,
  },
];

it('finds a plugin that only the whole update centre has', async () => {
  const { diagnostics, ir } = await compileFully(project('chucknorris'));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(ir?.plugins.plugins.map(({ id }) => id)).toContain('chucknorris');
});

it('reports a plugin that nobody has', async () => {
  const { diagnostics } = await compileFully(project('chuck-morris'));
  expect(diagnostics.map(({ code }) => code)).toEqual(['plugin/unknown']);
});
