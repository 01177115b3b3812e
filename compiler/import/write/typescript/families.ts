import { compareText } from '../../../util/compare-text.ts';
import { fewestColumns, type Table } from './columns.ts';
import { generalize } from './generalize.ts';
import { hintOfJobs } from './hints.ts';
import { Leaves } from './leaves.ts';
import { jobPlace } from './place.ts';
import { type GroupedRows, groupRows } from './row-groups.ts';
import { type ObjectTerm, sizeOf, type Term, type TermNumbers, textOf } from './term.ts';

/** Jobs of one shape: one body, and a row for each of them; or a job that stands alone. */
interface FoundFamily {
  readonly kind: string;
  readonly jobs: readonly ObjectTerm[];
  readonly table: Table;
  /** Characters of the body and of all rows. */
  readonly size: number;
}

/** Jobs of one shape, with their rows in groups. */
export interface Family extends FoundFamily {
  readonly rows: GroupedRows;
}

/** Jobs of fewer rows are written plainly. */
export const FEWEST_JOBS = 3;

/** How much of two jobs has to be the same for one function to make both. */
const LIKE = 0.55;

/** The most parameters that a person can follow. */
const MOST_PARAMETERS = 8;

/** What a parameter costs a reader, in characters. */
const PER_PARAMETER = 40;
const PER_FUNCTION = 80;

/** Returns jobs in families: those of one shape come together, and shapes where one body for both is shorter. */
export function findFamilies(jobs: readonly ObjectTerm[], numbers: TermNumbers): readonly Family[] {
  const shapes = new Map<string, ObjectTerm[]>();
  for (const job of jobs) {
    const shape = shapeOf(job, 0);
    shapes.set(shape, [...(shapes.get(shape) ?? []), job]);
  }
  const leaves = new Leaves(numbers);
  const groups = [...shapes.values()].flatMap((group) => alike(group, leaves));
  const found = merged(
    groups.map((group) => family(group, numbers)),
    leaves,
    numbers,
  );
  return found.map((each) => {
    const hint = hintOfJobs(each.jobs.map(nameOf), each.kind);
    return {
      ...each,
      rows: groupRows(each.table, each.jobs.length, jobPlace(each.kind), `${hint}-job`, numbers),
    };
  });
}

function family(members: readonly ObjectTerm[], numbers: TermNumbers): FoundFamily {
  const jobs = [...members].sort((a, b) => compareText(nameOf(a), nameOf(b)));
  const kind = textOf(jobs[0]?.fields.get('kind')) ?? '';
  const table = fewestColumns(generalize(jobs, jobPlace(kind), numbers), numbers);
  const alone = jobs.reduce((sum, job) => sum + sizeOf(job), 0);
  const rows = table.parameters.reduce(
    (sum, { values }) =>
      sum + values.reduce((all, value) => all + (value === undefined ? 1 : sizeOf(value) + 2), 0),
    0,
  );
  const made =
    sizeOf(table.body) + rows + jobs.length * 6 + PER_FUNCTION + PER_PARAMETER * table.parameters.length;
  return { kind, jobs, table, size: jobs.length < FEWEST_JOBS ? Math.min(alone, made + PER_FUNCTION) : made };
}

function nameOf(job: ObjectTerm): string {
  return textOf(job.fields.get('name')) ?? '';
}

/** Returns jobs of one shape in groups, each of which has most of its values in common. */
function alike(jobs: readonly ObjectTerm[], leaves: Leaves): readonly (readonly ObjectTerm[])[] {
  const groups: ObjectTerm[][] = [];
  for (const job of jobs) {
    const group = groups.find(([leader]) => leader !== undefined && leaves.likeness(leader, job) >= LIKE);
    if (group === undefined) groups.push([job]);
    else group.push(job);
  }
  return groups;
}

/** Returns families in which each one took in those with which it is shorter than apart. */
function merged(
  families: readonly FoundFamily[],
  leaves: Leaves,
  numbers: TermNumbers,
): readonly FoundFamily[] {
  let open = [...families].sort((a, b) => b.jobs.length - a.jobs.length);
  const done: FoundFamily[] = [];
  while (open.length > 0) {
    let [current, ...others] = open;
    if (current === undefined) break;
    const [leader] = current.jobs;
    const near = others
      .filter(({ kind }) => kind === current?.kind)
      .map((other) => ({ other, like: likenessOf(leader, other.jobs[0], leaves) }))
      .filter(({ like }) => like >= LIKE)
      .sort((a, b) => b.like - a.like);
    for (const { other } of near) {
      const both = family([...current.jobs, ...other.jobs], numbers);
      if (both.table.parameters.length > MOST_PARAMETERS || both.size >= current.size + other.size) continue;
      current = both;
      others = others.filter((each) => each !== other);
    }
    done.push(current);
    open = others;
  }
  return done;
}

function likenessOf(a: ObjectTerm | undefined, b: ObjectTerm | undefined, leaves: Leaves): number {
  return a === undefined || b === undefined ? 0 : leaves.likeness(a, b);
}

/** Which fields are there, which things in which order. */
function shapeOf(term: Term, depth: number): string {
  switch (term.kind) {
    case 'object':
      return `{${[...term.fields]
        .map(([name, value]) =>
          depth === 0 && name === 'kind' ? (textOf(value) ?? '') : `${name}:${shapeOf(value, depth + 1)}`,
        )
        .join()}}`;
    case 'list':
      return `[${term.items.map((item) => shapeOf(item.term, depth + 1)).join()}]`;
    case 'call':
      return `call${term.of.id}`;
    default:
      return '';
  }
}
