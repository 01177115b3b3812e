import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { chosen, fewest, fullest, usual } from '../jobs/chooser.ts';
import { guidedJob, thing } from '../jobs/guided-jobs.ts';
import { familiesOf, jobKinds, thingsOf } from '../jobs/job-schema.ts';
import { type JobData, jobFiles, jobSpec } from '../jobs/job-spec.ts';

/** Jobs of all tests together: `BITESIZE_FUZZ_RUNS`, as for the other specs. */
const runs = Number(process.env.BITESIZE_FUZZ_RUNS ?? 2000);
const seed = Number(process.env.BITESIZE_FUZZ_SEED ?? 20170101);

const options = { emit: ['config-xml', 'job-dsl', 'plugins-txt'], files: jobFiles };

/** Compiles one job; what must hold for each is checked here. Returns whether the job was taken. */
function checkJob(job: JobData): boolean {
  const source = { name: 'jobs.bitesize', text: jobSpec(job) };
  const first = compile([source], options);
  const again = compile([source], options);
  const textsOf = ({ artifacts }: typeof first) =>
    artifacts.map(({ path, content }) => [path, content.text] as const);
  expect(textsOf(again)).toEqual(textsOf(first));
  for (const [path, text] of textsOf(first))
    if (path.endsWith('.xml')) expect(XMLValidator.validate(text), path).toBe(true);
  const errors = first.diagnostics.filter(({ severity }) => severity === 'error');
  // A job that nothing is told about is not lost.
  if (errors.length === 0)
    expect(textsOf(first).filter(([path]) => isConfiguration(path, job))).toHaveLength(1);
  return !errors.some(({ code }) => !code.startsWith('plugin/'));
}

/** Whether a file is the configuration of a job, folder or view. */
function isConfiguration(path: string, { name }: JobData): boolean {
  return [`jenkins/jobs/${name}/config.xml`, `jenkins/views/${name}.xml`].includes(path);
}

describe('jobs that follow their schema', { timeout: 1_200_000 }, () => {
  it.each(jobKinds)('the least, the usual and the fullest %s compiles without an exception', (kind) => {
    for (const choose of [fewest, usual, fullest]) checkJob(guidedJob(kind, 'job', choose));
  });

  it.each([...familiesOf('freestyle')])('every thing of %s alone', (field, entry) => {
    const things = thingsOf(entry);
    expect(things).not.toEqual([]);
    for (const name of things)
      checkJob({ name: 'job', kind: 'freestyle', [field]: [thing(entry, name, usual)] });
  });

  it('any fields, well-formed XML, and the same at every run', () => {
    const job = fc
      .constantFrom(...jobKinds)
      .chain((kind) => chosen((choose) => guidedJob(kind, 'job', choose)));
    const taken: boolean[] = [];
    fc.assert(
      fc.property(job, (each) => {
        taken.push(checkJob(each));
      }),
      { seed, numRuns: runs * 0.05 },
    );
    // A generator whose jobs are refused would check nothing.
    expect(taken.filter(Boolean).length).toBeGreaterThan(taken.length / 2);
  });
});
