import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyse } from '../../../compiler/pipeline.ts';
import { newProject } from '../../../compiler/scaffold/new-project.ts';
import { plainProject } from './plain-project.ts';

it('makes specs in which only the TODO comments are left', () => {
  const { diagnostics, project } = analyse(newProject(plainProject('web-shop')));
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['check/todo', 'a comment leaves something to do'],
  ]);
  expect(project.environments.map(({ namespace }) => namespace.value)).toEqual([
    'web-shop-dev',
    'web-shop-prd',
  ]);
});

it('writes every value so that it is read back as it was given', () => {
  const example = plainProject('web-shop');
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~][ -~]{0,20}[!-~]$/), fc.string({ unit: 'binary' }), (text, from) => {
      const parts = example.parts.map((part) => ({ ...part, runtime: { value: text, from } }));
      const { specs } = analyse(
        newProject({ ...example, branch: { value: text, from }, parts, notes: [from] }),
      );
      expect(specs.build?.components[0]?.repository?.branch.value).toBe(text);
      expect(specs.application?.applications[0]?.runtime?.value).toBe(text);
      expect(specs.environments?.environments).toHaveLength(2);
    }),
    { seed: 7, numRuns: 500 },
  );
});
