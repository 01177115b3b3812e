import { expect, test } from 'vitest';
import { compileFully } from '../../compiler/compile.ts';
import { fleetProject, jobsPerProject } from './fleet-project.ts';
import { type MoreJobs, specsWithMoreJobs } from './more-jobs.ts';
import { seed } from './write-fleet.ts';

const jobKinds =
  /^<(?:[a-z-]+\.)+(?:[A-Za-z]*Project|[A-Za-z]*Job|flow-definition)\b|^<(?:project|flow-definition|matrix-project)\b/m;

test.each<[MoreJobs | undefined, number]>([
  [undefined, jobsPerProject],
  ['derived', jobsPerProject + 8],
  ['own', jobsPerProject + 8],
])('a project of the fleet with more jobs (%s) has %i', async (more, jobs) => {
  const specs = specsWithMoreJobs(fleetProject(0, seed), more);
  const sources = Object.entries(specs).map(([name, text]) => ({ name, text }));
  const { artifacts, diagnostics } = await compileFully(sources);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const configs = artifacts.filter(({ path }) => path.endsWith('/config.xml'));
  expect(configs.filter(({ content }) => jobKinds.test(content.text))).toHaveLength(jobs);
});
