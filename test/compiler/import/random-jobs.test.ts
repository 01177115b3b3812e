import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../../compiler/import/canonical.ts';
import { type PlainObject, printJob } from '../../../compiler/import/printers.ts';
import { ConfigReader } from '../../../compiler/import/reader.ts';
import type { JsonValue } from '../../../schema/schema-node.ts';
import { chosen, fewest, fullest, usual } from '../../jobs/chooser.ts';
import { guidedJob } from '../../jobs/guided-jobs.ts';
import { jobKinds } from '../../jobs/job-schema.ts';

const reader = new ConfigReader();
const kinds = jobKinds.filter((kind) => kind !== 'xml');

describe('jobs that follow their schema', () => {
  it.each(kinds)('the least, the usual and the fullest %s are read back', (kind) => {
    for (const choose of [fewest, usual, fullest])
      expect(differenceOf(guidedJob(kind, 'job', choose))).toBe('');
  });

  it('any fields: what is read becomes the same again, nearly all of it in the vocabulary', () => {
    const job = fc.constantFrom(...kinds).chain((kind) => chosen((choose) => guidedJob(kind, 'job', choose)));
    const native: boolean[] = [];
    fc.assert(
      fc.property(job, (spec) => {
        expect(differenceOf(spec, native)).toBe('');
      }),
      { numRuns: 150, seed: 7 },
    );
    expect(native.filter((is) => is).length / native.length).toBeGreaterThan(0.9);
  }, 240_000);
});

/** Returns what is wrong with what a job becomes, read and printed again; empty where nothing is. */
function differenceOf(job: { readonly [field: string]: JsonValue }, native: boolean[] = []): string {
  const printed = printJob(inVocabulary(job));
  if (printed === undefined) return '';
  const item = reader.item(printed, 'job');
  native.push(item.native);
  const text = JSON.stringify(item.spec);
  if (text.includes('zqx')) return `a value of nobody: ${text}`;
  const again = printJob({ ...item.spec, kind: item.kind, name: 'job' });
  const isSame = JSON.stringify(again && canonical(again)) === JSON.stringify(canonical(printed));
  return isSame ? '' : text;
}

/** The job without what is XML already; scripts that are files stand in the job. */
function inVocabulary(job: { readonly [field: string]: JsonValue }): PlainObject {
  const { file: _, scm, ...others } = job;
  const spec =
    job.kind === 'pipeline' ? { ...others, script: 'echo 1' } : { ...others, ...(scm ? { scm } : {}) };
  return JSON.parse(JSON.stringify(spec), (key, value) => {
    if (key === 'fragments') return undefined;
    if (key === 'inline_pipeline') return { ...value, file: undefined, script: 'echo 1' };
    return Array.isArray(value) ? value.filter((item) => !isXml(item)) : value;
  });
}

function isXml(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'xml' in item;
}
