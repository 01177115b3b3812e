import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyse } from '../../../compiler/pipeline.ts';
import { newProject } from '../../../compiler/scaffold/new-project.ts';

const example = {
  name: 'web-shop',
  git: 'git@git.example.com:shop/web.git',
  branch: 'main',
  runtime: 'node:20',
  host: 'shop.example.com',
  port: 8080,
};

it('makes specs without any finding', () => {
  const { diagnostics, project } = analyse(newProject(example));
  expect(diagnostics).toEqual([]);
  expect(project.environments.map(({ namespace }) => namespace.value)).toEqual([
    'web-shop-dev',
    'web-shop-prd',
  ]);
});

it('writes every value so that it is read back as it was given', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~][ -~]{0,20}[!-~]$/), (text) => {
      const { specs } = analyse(newProject({ ...example, branch: text, runtime: text }));
      expect(specs.build?.components[0]?.repository?.branch.value).toBe(text);
      expect(specs.application?.applications[0]?.runtime.value).toBe(text);
    }),
    { seed: 7, numRuns: 500 },
  );
});
