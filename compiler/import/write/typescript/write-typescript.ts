import type { Json } from '../../../check/read/read-scalar.ts';
import type { SourceFile } from '../../../text/span.ts';
import { FEWEST_JOBS, type Family, findFamilies } from './families.ts';
import { writeModules } from './modules.ts';
import { jobPlace } from './place.ts';
import { nameScripts } from './scripts.ts';
import { type Placed, shareValues } from './share.ts';
import { type ObjectTerm, type Term, TermNumbers, textOf } from './term.ts';
import { termOf } from './term-of.ts';

/** The value of jobs.bitesize as plain data. */
export interface PlainJobs {
  readonly jobs: readonly { readonly [field: string]: Json }[];
  readonly [field: string]: Json | readonly { readonly [field: string]: Json }[];
}

/** Returns jobs.bitesize in TypeScript: `jobs.bitesize.ts`, and the modules that it imports. */
export function toModules({ jobs, ...other }: PlainJobs): readonly SourceFile[] {
  const numbers = new TermNumbers();
  const terms = nameScripts(jobs.map((job) => termOf(job))).filter((term) => term.kind === 'object');
  const families = findFamilies(terms, numbers);
  const large = families.filter((family) => family.jobs.length >= FEWEST_JOBS);
  const alone = families.filter((family) => family.jobs.length < FEWEST_JOBS).flatMap((family) => family.jobs);
  const shared = share(large, alone, numbers);
  return writeModules(shared, other as Readonly<Record<string, Json>>, numbers);
}

function share(families: readonly Family[], alone: readonly ObjectTerm[], numbers: TermNumbers) {
  const placed: Placed[] = families.flatMap(({ kind, table }) => [
    { term: table.body, place: jobPlace(kind), isWhole: true as const },
    ...table.parameters.flatMap(({ values, place }) =>
      values.flatMap((term) => (term === undefined ? [] : [{ term, place }])),
    ),
  ]);
  const single = alone.map((term): Placed => ({
    term,
    place: jobPlace(textOf(term.fields.get('kind')) ?? ''),
    isWhole: true,
  }));
  const shared = shareValues([...placed, ...single], numbers);
  let next = 0;
  const take = (): Term => shared[next++] ?? { kind: 'scalar', value: null };
  const written = families.map((family) => {
    const body = take();
    const parameters = family.table.parameters.map((hole) => ({
      ...hole,
      values: hole.values.map((value) => value && take()),
    }));
    return { ...family, table: { body, parameters } };
  });
  return { families: written, alone: alone.map(take).filter((term) => term.kind === 'object') };
}
