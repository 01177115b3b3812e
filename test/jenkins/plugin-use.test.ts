import { expect, test } from 'vitest';
import { requirementOf, use } from '../../jenkins/shared/plugin-use.ts';

test.each([
  ['one overload', 'DslFactory', 'pipelineJob', { id: 'workflow-job', minimum: '2.4' }],
  ['the overload that asks for most', 'DslFactory', 'folder', { id: 'cloudbees-folder', minimum: '5.14' }],
  [
    'more digits, not later letters',
    'DslFactory',
    'multibranchPipelineJob',
    { id: 'workflow-multibranch', minimum: '2.10' },
  ],
  ['no version', 'DslFactory', 'matrixJob', { id: 'matrix-project', minimum: undefined }],
])('what a method needs is what its overloads ask for: %s', (_, context, method, needed) => {
  expect(requirementOf(use(context, method, 'tests ask'))).toEqual(needed);
});

test('a method that nobody knows is a mistake of ours', () => {
  expect(() => requirementOf(use('DslFactory', 'nothing', 'tests ask'))).toThrow('DslFactory.nothing');
});
