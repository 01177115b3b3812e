import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesFrom } from '../../../../../compiler/import/write/typescript/differences-from.ts';
import {
  modulesOf,
  type PlainJobs,
  writeTypeScript,
} from '../../../../../compiler/import/write/typescript/write-typescript.ts';
import { everyForm } from '../../../jobs/arbitrary-jobs.ts';
import { anyFamilies, type PlainJob } from './job-families.ts';

const plain = (jobs: readonly PlainJob[]): PlainJobs => ({ project: 'shop', jobs });

const bytesOf = (jobs: PlainJobs, sharing?: 'nothing') =>
  modulesOf(jobs, sharing).reduce((sum, { text }) => sum + text.length, 0);

describe('jobs in TypeScript have the value that they were written from', () => {
  it('every thing in every form', async () => {
    const jobs = plain(everyForm() as readonly PlainJob[]);
    expect(await differencesFrom(jobs, modulesOf(jobs))).toEqual([]);
  }, 120_000);

  it('families of any jobs, whatever their texts are', async () => {
    await fc.assert(
      fc.asyncProperty(anyFamilies, async (jobs) => {
        expect(await differencesFrom(plain(jobs), modulesOf(plain(jobs)))).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 12), seed: Number(process.env.SEED ?? 19), endOnFailure: true },
    );
  }, 600_000);
});
