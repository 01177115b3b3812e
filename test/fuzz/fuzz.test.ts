import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { specKindOf } from '../../compiler/source/spec-kind.ts';
import type { SourceFile } from '../../compiler/text/span.ts';
import { readCorpus } from '../../scripts/corpus/read-corpus.ts';
import { parsePage } from '../../scripts/pages/page.ts';
import { readPages } from '../../scripts/pages/page-files.ts';
import { type Corpus, corpora } from '../corpus/corpora.ts';
import { chosen } from '../jobs/chooser.ts';
import { guidedJob, thing } from '../jobs/guided-jobs.ts';
import { familiesOf, jobKinds, thingsOf } from '../jobs/job-schema.ts';
import { jobSpec } from '../jobs/job-spec.ts';
import { kinds, mutated, randomYaml, scalar } from './arbitrary-specs.ts';
import { checkRun } from './check-run.ts';
import { everyField, specWith } from './every-field.ts';
import { guidedSpec } from './guided-specs.ts';

/** Inputs of all tests together: `BITESIZE_FUZZ_RUNS`, which `.ci/run` sets to 20,000. */
const runs = Number(process.env.BITESIZE_FUZZ_RUNS ?? 2000);

/** The same inputs at every run, unless `BITESIZE_FUZZ_SEED` asks for others. */
const seed = Number(process.env.BITESIZE_FUZZ_SEED ?? 20170101);

const root = join(import.meta.dirname, '../..');

describe(`${runs} specs of all kinds`, { timeout: 1_200_000 }, () => {
  it('random YAML', () => {
    const input = fc.record({ kind: fc.constantFrom(...kinds), text: randomYaml });
    const property = fc.property(input, ({ kind, text }) => checkRun([{ name: `${kind}.bitesize`, text }]));
    fc.assert(property, { seed, numRuns: runs * 0.3 });
  });

  it('specs that follow their schemas', () => {
    const project = fc.record({
      build: guidedSpec('build'),
      application: guidedSpec('application'),
      environments: guidedSpec('environments'),
      jenkins: guidedSpec('jenkins'),
      jobs: guidedSpec('jobs'),
      controllers: guidedSpec('controllers'),
    });
    fc.assert(
      fc.property(project, fc.subarray([...kinds], { minLength: 1 }), (texts, some) =>
        checkRun(some.map((kind) => ({ name: `${kind}.bitesize`, text: texts[kind] }))),
      ),
      { seed, numRuns: runs * 0.2 },
    );
  });

  it('jobs of all kinds with several things of each family', () => {
    for (const kind of jobKinds)
      fc.assert(
        fc.property(
          chosen((choose) => guidedJob(kind, 'folder/job', choose)),
          (job) => checkRun([{ name: 'jobs.bitesize', text: jobSpec(job) }]),
        ),
        { seed, numRuns: Math.ceil((runs * 0.05) / jobKinds.length) },
      );
  });

  it('each thing of a freestyle job', () => {
    for (const [field, entry] of familiesOf('freestyle'))
      for (const name of thingsOf(entry))
        fc.assert(
          fc.property(
            chosen((choose) => thing(entry, name, choose)),
            (value) =>
              checkRun([
                {
                  name: 'jobs.bitesize',
                  text: jobSpec({ name: 'job', kind: 'freestyle', [field]: [value] }),
                },
              ]),
          ),
          { seed, numRuns: 1 },
        );
  });

  it.for(corpora)('real specs after some changes: our own and $title', (corpus, { skip }) => {
    skip(!corpus.isThere, 'the corpus is not there');
    fc.assert(
      fc.property(mutated(realSpecs(corpus)), (spec) => checkRun([spec])),
      { seed, numRuns: runs * 0.3 },
    );
  });

  it('whole projects, one spec of each changed', () => {
    const projects = fc.constantFrom(...exampleProjects());
    const input = projects.chain((specs) => fc.tuple(fc.constant(specs), mutated(specs)));
    const property = fc.property(input, ([specs, spec]) =>
      checkRun(specs.map((other) => (other.name === spec.name ? spec : other))),
    );
    fc.assert(property, { seed, numRuns: runs * 0.05 });
  });

  it('random scalars in every field', () => {
    const fields = kinds.flatMap(everyField);
    const property = fc.property(fc.constantFrom(...fields), scalar, (field, value) =>
      checkRun([{ name: `${field.kind}.bitesize`, text: specWith(field, value) }]),
    );
    fc.assert(property, { seed, numRuns: runs * 0.15 });
    for (const field of fields)
      checkRun([{ name: `${field.kind}.bitesize`, text: specWith(field, '[{a: 1}]') }]);
  });
});

/** Specs of our own examples and pages, and of a corpus. */
function realSpecs({ folder }: Corpus): readonly SourceFile[] {
  const pages = [...readPages().values()].flatMap((text) => {
    const { example, fixed } = parsePage(text);
    return [...Object.entries(example), ...Object.entries(fixed)].map(([name, content]) => ({
      name: basename(name),
      text: content,
    }));
  });
  return [
    ...exampleProjects().flat(),
    ...pages.filter(({ name }) => specKindOf(name) !== undefined && !name.endsWith('.ts')),
    ...readCorpus(folder)
      .filter(({ kind }) => kind !== 'fragment')
      .map(({ path, text }) => ({ name: basename(path), text })),
  ];
}

function exampleProjects(): readonly (readonly SourceFile[])[] {
  const examples = join(root, 'examples');
  return readdirSync(examples)
    .map((name) => kinds.flatMap((kind) => readSpec(join(examples, name), `${kind}.bitesize`)))
    .filter((specs) => specs.length > 0);
}

function readSpec(folder: string, name: string): readonly SourceFile[] {
  const path = join(folder, name);
  return existsSync(path) ? [{ name, text: readFileSync(path, 'utf8') }] : [];
}
