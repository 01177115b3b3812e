import { describe, expect, it } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { whyOutput } from '../../../compiler/why/why-output.ts';
import { type LeafResult, measureProject } from './causes/measure.ts';
import { measuredProjects } from './causes/projects.ts';

/*
 * The causes by construction: values of specs are changed, and the lines that change are asked why. All of them are
 * measured by `npm run causes`; here, every eighth of some projects.
 */
const projects = measuredProjects();

function sum(results: readonly LeafResult[], count: (result: LeafResult) => number): number {
  return results.reduce((total, one) => total + count(one), 0);
}

describe('the lines that a value changes', () => {
  it.each(['examples/docs-site', 'examples/sample-app'])(
    'name it, and no others do: %s',
    async (name) => {
      const project = projects.find((one) => one.name === name);
      if (project === undefined) throw new Error(`no ${name}`);
      const results = await measureProject(project, (index) => index % 8 === 3);
      const changed = sum(results, (one) => one.changed);
      const named = sum(results, (one) => one.named);
      expect(changed).toBeGreaterThan(20);
      expect(named).toBeGreaterThan(10);
      expect(1 - sum(results, (one) => one.missed.length) / changed).toBeGreaterThanOrEqual(0.99);
      expect(1 - sum(results, (one) => one.wrong.length) / named).toBeGreaterThanOrEqual(0.99);
    },
    120_000,
  );
});

describe('every line', () => {
  it.each(projects.map(({ name }) => name))('has a reason, as the README says: %s', (name) => {
    const project = projects.find((one) => one.name === name);
    const { artifacts } = compile(project?.sources ?? [], { files: project?.files, allowPlainSecrets: true });
    const without = artifacts.flatMap((artifact) =>
      artifact.content.text
        .split('\n')
        .flatMap((line, index) =>
          line.trim() !== '' && whyOutput(artifact, index + 1).length === 0
            ? [`${artifact.path}:${index + 1}: ${line}`]
            : [],
        ),
    );
    expect(without).toEqual([]);
  });
});
