import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesFrom } from '../../../../../compiler/import/write/typescript/differences-from.ts';
import {
  modulesOf,
  type PlainJobs,
  writeTypeScript,
} from '../../../../../compiler/import/write/typescript/write-typescript.ts';
import { everyForm } from '../../../../jobs/any-jobs.ts';
import { anyFamilies, familyOf, type PlainJob } from './job-families.ts';
import { sampleJobs } from './sample-jobs.ts';

const plain = (jobs: readonly PlainJob[]): PlainJobs => ({ project: 'shop', jobs });

const sizeOf = (modules: readonly { readonly text: string }[]) =>
  modules.reduce((sum, { text }) => sum + text.length, 0);

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
      { numRuns: 12, seed: 19, endOnFailure: true },
    );
  }, 300_000);

  it('in modules whose names nothing else has', async () => {
    const names = ['bitesize', 'tables'].flatMap((word) =>
      Array.from({ length: 260 }, (_, nth) => `${word}-${nth}`),
    );
    const jobs = plain(
      names.map((name, nth) => ({
        name,
        kind: 'freestyle',
        description: `What number ${nth} is about: ${Array.from({ length: 8 }, (_, at) => (nth * 31 + at * 7919) % 9973).join(' ')}.`,
        builders: [{ shell: { command: `make ${name.split('-')[0]}` } }],
        publishers: [{ archive: { artifacts: ['dist/**'] } }, { fingerprint: { files: 'dist/*' } }],
        properties: [{ 'build-discarder': { num_to_keep: 30 } }],
        jdk: `jdk${nth % 5}`,
        ...(name.startsWith('tables') ? {} : { label: 'linux', disabled: true }),
      })),
    );
    const modules = modulesOf(jobs);
    expect(modules.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['bitesize-jobs.ts', 'tables-jobs.ts']),
    );
    expect(await differencesFrom(jobs, modules)).toEqual([]);
  });

  it('and no other: a difference is found', async () => {
    const [first] = modulesOf(plain([{ name: 'a', kind: 'freestyle', label: 'linux' }]));
    const found = async (text: string) =>
      differencesFrom(plain([{ name: 'a', kind: 'freestyle', label: 'linux' }]), [
        { name: 'jobs.bitesize.ts', text },
      ]);
    expect(await found(first?.text ?? '')).toEqual([]);
    expect(await found(first?.text.replace('linux', 'windows') ?? '')).toEqual(['the value is another one']);
    expect(await found(first?.text.replace("'linux'", '1') ?? '')).toHaveLength(1);
  });
});

describe('what repeats is written once', () => {
  it('families are shorter than their jobs', async () => {
    await fc.assert(
      fc.property(fc.integer({ min: 4, max: 40 }), fc.nat(), (count, seed) => {
        const jobs = plain(familyOf(count, seed));
        expect(sizeOf(modulesOf(jobs))).toBeLessThan(sizeOf(modulesOf(jobs, 'nothing')) / 2);
      }),
      { numRuns: 20, seed: 19 },
    );
  });

  it('a sample reads as a person would have written it', async () => {
    const { modules, problems } = await writeTypeScript(plain(sampleJobs));
    expect(problems).toEqual([]);
    const folder = 'test/compiler/import/write/typescript/output';
    for (const { name, text } of modules) await expect(text).toMatchFileSnapshot(`output/${name}`);
    expect(modules.map(({ name }) => name).sort()).toEqual(readdirSync(folder).sort());
  });

  it('the same jobs in another order are the same modules', () => {
    expect(modulesOf(plain([...sampleJobs].reverse())).map(({ text }) => text)).toEqual(
      modulesOf(plain(sampleJobs)).map(({ text }) => text),
    );
  });
});

describe('what cannot be shared is not', () => {
  it('jobs that are more than a spec may be are written, and the reason is told', async () => {
    const text = 'x'.repeat(400_000);
    const jobs = plain(
      Array.from({ length: 22 }, (_, index) => ({ name: `job-${index}`, kind: 'pipeline', script: text })),
    );
    const { modules, problems } = await writeTypeScript(jobs);
    expect(modules[0]?.name).toBe('jobs.bitesize.ts');
    expect(problems.join()).toContain('more than 8388608 characters');
  }, 60_000);
});
