import type { Json } from '../../../check/read/read-scalar.ts';
import type { SourceFile } from '../../../text/span.ts';
import { nameEntries } from './entries.ts';
import { FEWEST_JOBS, type Family, findFamilies } from './families.ts';
import { type WrittenJobs, writeModules } from './modules.ts';
import { jobPlace, type Place } from './place.ts';
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

/** Returns jobs in which what repeats is a constant. A row that belongs to a group is said by the group. */
function share(families: readonly Family[], alone: readonly ObjectTerm[], numbers: TermNumbers): WrittenJobs {
  const sharing = new Sharing(numbers);
  const asked = families.map((family) => ({
    family,
    body: sharing.ask(family.table.body, jobPlace(family.kind), true),
    cells: family.rows.alone.map((row) =>
      family.table.parameters.map(({ values, place }) => sharing.askMaybe(values[row], place)),
    ),
    groups: family.rows.groups.map(({ table }) => ({
      body: sharing.ask(table.body, jobPlace(family.kind), true),
      holes: table.parameters.map((hole) => hole.values.map((value) => sharing.askMaybe(value, hole.place))),
    })),
  }));
  const single = alone.map((job) => sharing.ask(job, jobPlace(textOf(job.fields.get('kind')) ?? ''), true));
  sharing.share();
  return {
    families: asked.map(({ family, body, cells, groups }) => ({
      family: { ...family, table: { ...family.table, body: body() } },
      alone: cells.map((row) => row.map((cell) => cell?.())),
      groups: groups.map((group, index) => ({
        body: group.body(),
        parameters: (family.rows.groups[index]?.table.parameters ?? []).map((hole, column) => ({
          ...hole,
          values: (group.holes[column] ?? []).map((value) => value?.()),
        })),
      })),
    })),
    alone: single.map((job) => job()).filter((term) => term.kind === 'object'),
  };
}

/** Collects terms, shares what repeats in all of them, and gives each back as it is then. */
class Sharing {
  private readonly numbers: TermNumbers;
  private readonly placed: Placed[] = [];
  private shared: readonly Term[] = [];

  constructor(numbers: TermNumbers) {
    this.numbers = numbers;
  }

  ask(term: Term, place: Place, isWhole = false): () => Term {
    const index = this.placed.push({ term, place, ...(isWhole ? { isWhole } : {}) }) - 1;
    return () => this.shared[index] ?? term;
  }

  askMaybe(term: Term | undefined, place: Place): (() => Term) | undefined {
    return term && this.ask(term, place);
  }

  share(): void {
    const { terms, functions } = nameEntries(this.placed, this.numbers);
    const bodies = functions.map(({ body, place }): Placed => ({ term: body, place, isWhole: true }));
    this.shared = shareValues([...terms, ...bodies], this.numbers);
    for (const [index, declaration] of functions.entries())
      declaration.body = this.shared[terms.length + index] ?? declaration.body;
  }
}
