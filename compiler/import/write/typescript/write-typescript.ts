import type { Json } from '../../../check/read/read-scalar.ts';
import { specLimits } from '../../../specs-as-code/limits.ts';
import type { SourceFile } from '../../../text/span.ts';
import { differencesFrom } from './differences-from.ts';
import { nameEntries } from './entries.ts';
import { type Family, FEWEST_JOBS, findFamilies } from './families.ts';
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

/** A project in TypeScript. */
export interface TypeScriptProject {
  /** `jobs.bitesize.ts`, and the modules that it imports. */
  readonly modules: readonly SourceFile[];
  /** Why the value of the modules is not the given one, or cannot be seen; empty when it was evaluated and is. */
  readonly problems: readonly string[];
}

/** How much of what repeats is written once. */
type Sharing = 'families' | 'values' | 'nothing';

/**
 * Returns jobs.bitesize in TypeScript. Jobs of one shape become a function and a table, what stands in several places
 * a constant, scripts stand apart. What is written is evaluated: where it has another value, less is shared. Jobs that
 * are more than the evaluation of a spec may make are written without that proof.
 */
export async function writeTypeScript(jobs: PlainJobs): Promise<TypeScriptProject> {
  const first = modulesOf(jobs, 'families');
  const problems = await differencesFrom(jobs, first);
  if (problems.length === 0 || isTooMuch(jobs)) return { modules: first, problems };
  for (const sharing of ['values', 'nothing'] as const) {
    const modules = modulesOf(jobs, sharing);
    const less = await differencesFrom(jobs, modules);
    if (less.length === 0) return { modules, problems: less };
  }
  return { modules: first, problems };
}

/** Returns the modules of jobs without a look at their value. */
export function modulesOf(
  { jobs, ...other }: PlainJobs,
  sharing: Sharing = 'families',
): readonly SourceFile[] {
  const numbers = new TermNumbers();
  const plain = jobs.map((job) => termOf(job)).filter((term) => term.kind === 'object');
  const fields = other as Readonly<Record<string, Json>>;
  if (sharing === 'nothing') return writeModules({ families: [], alone: plain }, fields, numbers);
  const terms = nameScripts(plain).filter((term) => term.kind === 'object');
  const families = sharing === 'families' ? findFamilies(terms, numbers) : [];
  const large = families.filter((family) => family.jobs.length >= FEWEST_JOBS);
  const members = new Set(large.flatMap((family) => family.jobs));
  const alone = terms.filter((term) => !members.has(term));
  return writeModules(share(large, alone, numbers), fields, numbers);
}

/** Returns whether data is more than the value of a spec in TypeScript may be, however it is written. */
function isTooMuch(data: Json): boolean {
  const { nodes, characters } = specLimits.evaluation;
  let [values, length] = [0, 0];
  const count = (json: Json): void => {
    values++;
    if (typeof json === 'string') length += json.length;
    if (typeof json === 'object' && json !== null) for (const inner of Object.values(json)) count(inner);
  };
  count(data);
  return values > nodes || length > characters;
}

/** Returns jobs in which what repeats is a constant. A row that belongs to a group is said by the group. */
function share(families: readonly Family[], alone: readonly ObjectTerm[], numbers: TermNumbers): WrittenJobs {
  const sharing = new SharedTerms(numbers);
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
class SharedTerms {
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
