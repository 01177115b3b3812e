import fc from 'fast-check';
import { chosen, usual } from './chooser.ts';
import { entryForms } from './entry-forms.ts';
import { guidedJob } from './guided-jobs.ts';
import { familiesOf, jobKinds } from './job-schema.ts';
import type { JobData } from './job-spec.ts';

/** Specs of up to a dozen jobs of any kind. */
export const anyJobs: fc.Arbitrary<readonly JobData[]> = fc
  .array(fc.constantFrom(...jobKinds), { minLength: 1, maxLength: 12 })
  .chain((kinds) => chosen((choose) => kinds.map((kind, index) => guidedJob(kind, `job-${index}`, choose))));

/** Every thing of every family in every form, in jobs that have such lists. */
export function everyForm(): readonly JobData[] {
  const seen = new Set<string>();
  return jobKinds.flatMap((kind) => {
    const families = [...familiesOf(kind)].filter(([, entry]) => !seen.has(entry) && seen.add(entry));
    const job = (name: string) => guidedJob(kind, name, usual);
    const filled = families.map(([field, entry]) => ({
      ...job(`${kind}-${field}`),
      [field]: [...entryForms(entry)],
    }));
    return [job(kind), ...filled];
  });
}
