import type { MissingParts } from './missing-parts.ts';

/** A job or template, and what of it cannot be said. */
export interface JudgedJob extends MissingParts {
  readonly name: string;
  /** Its kind in Job Builder's words, such as `freestyle`. */
  readonly type: string;
}

/** A repository and its jobs. */
export interface JudgedRepository {
  readonly name: string;
  /** The commit that was read and its day. */
  readonly commit: string;
  readonly jobs: readonly JudgedJob[];
}

const FEW = 40;

/** Returns the tables as Markdown: jobs by kind and by repository, and what is missing most. */
export function printCoverage(
  repositories: readonly JudgedRepository[],
  { all }: { readonly all: boolean },
): string {
  const jobs = repositories.flatMap((repository) => repository.jobs).filter(({ uses }) => uses > 0);
  const types = [...new Set(jobs.map(({ type }) => type))].sort(
    (a, b) => count(jobs, b) - count(jobs, a) || (a < b ? -1 : 1),
  );
  const kinds = types.map((type) => [`\`${type}\``, ...counts(jobs.filter((job) => job.type === type))]);
  const places = repositories.map(({ name, commit, jobs: own }) => [
    name,
    commit,
    ...counts(own.filter(({ uses }) => uses > 0)),
  ]);
  return `# What of Job Builder's vocabulary \`jobs.bitesize\` says

Jobs and templates of public repositories, counted by \`npm run coverage\`: those that use a module at all, macros and
defaults resolved, templates not expanded. "modules": there is a thing for each module that the job uses; "options":
and a field for each option. What a template leaves open is not counted. The rest is said by fragments.

${table(['kind', 'jobs', 'modules', 'options'], kinds)}
${table(['repository', 'commit', 'jobs', 'modules', 'options'], places)}
## Missing modules, by jobs

${missing(jobs, ({ modules }) => modules, all)}
## Missing options of known modules, by jobs

${missing(jobs, ({ options }) => options, all)}`;
}

function count(jobs: readonly JudgedJob[], type: string): number {
  return jobs.filter((job) => job.type === type).length;
}

function counts(jobs: readonly JudgedJob[]): readonly string[] {
  const known = jobs.filter(({ modules }) => modules.size === 0);
  const whole = known.filter(({ options }) => options.size === 0);
  return [jobs, known, whole].map(({ length }) => String(length));
}

function missing(
  jobs: readonly JudgedJob[],
  parts: (job: JudgedJob) => ReadonlySet<string>,
  all: boolean,
): string {
  const found = new Map<string, JudgedJob[]>();
  for (const job of jobs) for (const part of parts(job)) found.set(part, [...(found.get(part) ?? []), job]);
  if (found.size === 0) return 'None.\n';
  const rows = [...found]
    .sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))
    .slice(0, all ? undefined : FEW)
    .map(([part, by]) => [
      `\`${part}\``,
      String(by.length),
      String(by.filter(({ modules, options }) => modules.size + options.size === 1).length),
    ]);
  return table(['what', 'jobs', 'jobs that lack only this'], rows);
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}
