import fc from 'fast-check';
import type { Json } from '../../../../../compiler/check/read/read-scalar.ts';
import { anyJobs } from '../../../../jobs/any-jobs.ts';
import { isData, type JobData } from '../../../../jobs/job-spec.ts';

/** Jobs as plain data. */
export type PlainJob = { readonly [field: string]: Json };

/** Texts that a program of texts could break, beside plain words. */
const word = fc.oneof(
  fc.constantFrom('web', 'api', 'stock', 'php81', 'php82', 'release/1.0', 'x'),
  fc.constantFrom(
    '`',
    '${name}',
    "it's",
    '"both\' ',
    '\\',
    '\\n',
    '*/',
    '$',
    'ü',
    '$$',
    '__proto__',
    'constructor',
  ),
  fc.stringMatching(/^[a-z][a-z-]{0,8}$/),
);

/** What one job of a family has of its own. */
interface Row {
  readonly words: readonly [string, string];
  /** Whether the job has each of the entries that not all have. */
  readonly some: readonly boolean[];
  readonly lines: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  words: fc.tuple(word, word),
  some: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
  lines: fc.nat(3),
});

/** Jobs of a few families: each has a job of any kind, and varies it as people do with templates. */
export const anyFamilies: fc.Arbitrary<readonly PlainJob[]> = fc
  .tuple(anyJobs, fc.array(fc.array(row, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 4 }))
  .map(([bases, families]) =>
    families.flatMap((rows, family) => {
      const base = bases[family % bases.length] ?? {};
      return rows.map((each, index) => ({
        ...varied(base, each),
        name: `family${family}-${each.words[0]}-${index}`,
      }));
    }),
  );

/** Returns a job with the texts, the entries and the script of a row. */
function varied(job: JobData, { words: [one, other], some, lines }: Row): PlainJob {
  const checks = Array.from(
    { length: lines },
    (_, index) => `if [ ! -d "${other}-${index}" ]; then\n  exit 1\nfi\n`,
  );
  const script = `set -eu\ncd ${one}\n${checks.join('')}make ${one} TARGET="${other}"\necho built ${one}\nmake check\nmake install\n`;
  const builders = Array.isArray(job.builders) ? job.builders : undefined;
  return {
    ...job,
    ...(job.kind === 'xml' ? {} : { description: `What ${one} needs, and ${other} too.` }),
    ...(builders === undefined
      ? {}
      : {
          builders: [
            ...(some[0] ? [{ shell: { command: `make ${one}` } }] : []),
            ...builders,
            { shell: { command: script } },
            ...(some[1]
              ? builders.slice(0, 1).map((entry) => (isData(entry) ? structuredClone(entry) : entry))
              : []),
          ],
        }),
  };
}

/** Returns jobs of one family that differ in their names, a target of make and whether they are tested at night. */
export function familyOf(count: number, seed: number): readonly PlainJob[] {
  return Array.from({ length: count }, (_, index) => {
    const target = ['build', 'test', 'lint'][(seed + index) % 3] ?? '';
    return {
      name: `service-${(seed % 1000) + index}-${target}`,
      kind: 'freestyle',
      description: 'A service of the shop. The platform team knows more about it.',
      label: 'linux && docker',
      properties: [{ 'build-discarder': { days_to_keep: 30 } }],
      wrappers: [{ timestamps: {} }, { timeout: { timeout: 30, fail: true } }],
      ...((seed + index) % 4 === 0 ? { triggers: [{ timed: { schedule: 'H 3 * * *' } }] } : {}),
      builders: [{ shell: { command: `make ${target}` } }],
      publishers: [{ junit: { results: 'reports/*.xml' } }],
    };
  });
}
