import { describe, expect, it } from 'vitest';
import { jobDslRequirements } from '../../../compiler/plugins/job-dsl-requirements.ts';

describe('jobDslRequirements', () => {
  it('gives plugin and least version of a method, per context', () => {
    expect(jobDslRequirements('pipelineJob')).toEqual([
      {
        context: 'DslFactory',
        method: 'pipelineJob',
        plugin: 'workflow-job',
        minimum: '2.4',
        fatal: true,
        overloads: 'String | String, Closure',
      },
    ]);
    expect(jobDslRequirements('colorizeOutput')).toMatchObject([
      { plugin: 'ansicolor', minimum: undefined, fatal: false },
    ]);
  });

  it('is empty for a method that any controller has', () => {
    expect(jobDslRequirements('description')).toEqual([]);
    expect(jobDslRequirements('constructor')).toEqual([]);
  });
});
