import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSource } from '../../../compiler/source/parse-source.ts';
import { convertSpec, specJson } from '../../../compiler/specs-as-code/convert/convert-spec.ts';
import type { SourceFile } from '../../../compiler/text/span.ts';
import { anyJobs, everyForm } from '../../jobs/any-jobs.ts';
import { type JobData, jobSpec } from '../../jobs/job-spec.ts';
import { brief, loadSpecs } from '../specs-as-code/load-specs.ts';

const jsonOf = (source: SourceFile) => {
  const { root } = parseSource(source);
  return root && specJson('jobs', root);
};

/** Converts a spec to TypeScript and back: nothing is another thing, or written in another form. */
async function roundTrip(jobs: readonly JobData[]): Promise<void> {
  const yaml = { name: 'jobs.bitesize', text: jobSpec(...jobs) };
  const code = await convertSpec(yaml);
  const loaded = await loadSpecs({ 'jobs.bitesize.ts': code?.text ?? '' });
  expect(loaded.diagnostics.map(brief)).toEqual([]);
  const [source] = loaded.sources;
  const back = source && (await convertSpec(source));
  expect(back && jsonOf(back)).toEqual(jsonOf(yaml));
}

describe('jobs in TypeScript and back', () => {
  it('are the same: every thing, in every form', () => roundTrip(everyForm()), 120_000);

  it('are the same, whatever they are', async () => {
    await fc.assert(fc.asyncProperty(anyJobs, roundTrip), { numRuns: 6, seed: 18, endOnFailure: true });
  }, 300_000);

  it('are written as people write them', async () => {
    const text = `# All at night.
project: shop
defaults: {freestyle: {wrappers: [timestamps]}}
jobs:
  # The long one.
  - name: nightly/full
    kind: freestyle
    wrappers: [timestamps, {timeout: 30}]
    builders: [{shell: make}]
    publishers: [{archive: "*.jar"}, {junit: {results: "*.xml"}}]
  - {name: gate, kind: pipeline, script: "node { sh 'make' }"}
`;
    expect((await convertSpec({ name: 'jobs.bitesize', text }))?.text).toBe(`// All at night.
import { job, jobs } from 'bitesize';

export default jobs({
  project: 'shop',
  defaults: { freestyle: { wrappers: ['timestamps'] } },
  jobs: [
    // The long one.
    job('nightly/full', {
      kind: 'freestyle',
      wrappers: [
        'timestamps',
        { timeout: 30 },
      ],
      builders: [{ shell: 'make' }],
      publishers: [
        { archive: '*.jar' },
        { junit: { results: '*.xml' } },
      ],
    }),
    job('gate', { kind: 'pipeline', script: "node { sh 'make' }" }),
  ],
});
`);
  });

  it('make constants of anchors', async () => {
    const text = `project: shop
jobs:
  - &full {name: full, kind: freestyle, label: linux, builders: [{shell: make}]}
  - {<<: *full, name: quick, builders: [{shell: make quick}]}
`;
    const code = (await convertSpec({ name: 'jobs.bitesize', text }))?.text;
    expect(code).toContain("const full = job('full', {");
    expect(code).toContain("{ ...full, name: 'quick', builders: [{ shell: 'make quick' }] }");
    const loaded = await loadSpecs({ 'jobs.bitesize.ts': code ?? '' });
    expect(loaded.diagnostics.map(brief)).toEqual([]);
  });
});
