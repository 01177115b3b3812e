import { javaTimeZones } from './time-zone.ts';

/** What is wrong with a schedule of Jenkins, and where. */
export interface CronProblem {
  readonly problem: string;
  /** The line that it is about, without white space at its ends. */
  readonly line: string;
  /** Where the line begins in the text. */
  readonly start: number;
  /** The time zone that nobody knows, where the problem is that. */
  readonly zone?: string;
}

/**
 * Returns what is wrong with a schedule of Jenkins, or undefined for a good one. Follows `CronTabList.create` and the
 * grammar of `hudson.scheduler.CrontabParser` of Jenkins 2.568: five fields of numbers, `*`, `H`, ranges, steps and
 * lists; one schedule per line, `#` comments, `TZ=` in the first line, aliases such as `@daily`. Names of days and
 * months are not known.
 */
export function jenkinsCronProblem(text: string): CronProblem | undefined {
  let offset = 0;
  for (const [index, written] of text.split('\n').entries()) {
    const line = written.trim();
    const start = offset + written.indexOf(line);
    offset += written.length + 1;
    if (line === '' || line.startsWith('#')) continue;
    const found = line.startsWith('TZ=') ? zoneProblem(line, index) : lineProblem(line);
    if (found !== undefined)
      return { line, start, ...(typeof found === 'string' ? { problem: found } : found) };
  }
  return undefined;
}

/** Jenkins takes the names that Java lists, letter by letter (`CronTabList.getValidTimezone`). */
function zoneProblem(line: string, index: number): Pick<CronProblem, 'problem' | 'zone'> | undefined {
  if (index > 0) return { problem: 'a time zone counts in the first line only' };
  const zone = line.slice('TZ='.length);
  return javaTimeZones.includes(zone) ? undefined : { problem: `there is no time zone \`${zone}\``, zone };
}

interface Field {
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

const fields: readonly Field[] = [
  { name: 'minute', low: 0, high: 59 },
  { name: 'hour', low: 0, high: 23 },
  { name: 'day of the month', low: 1, high: 31 },
  { name: 'month', low: 1, high: 12 },
  { name: 'day of the week', low: 0, high: 7 },
];

const ALIAS = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/;

function lineProblem(line: string): string | undefined {
  if (line.startsWith('@')) return ALIAS.test(line) ? undefined : `there is no alias \`${line}\``;
  const parts = line.split(/[ \t]+/);
  if (parts.length !== fields.length) return `it has ${parts.length} fields instead of 5`;
  for (const [index, field] of fields.entries()) {
    for (const term of (parts[index] ?? '').split(',')) {
      const problem = termProblem(term, field);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

const TERM =
  /^(?:(?<star>\*)|(?<hash>H)(?:\((?<hashLow>\d+)-(?<hashHigh>\d+)\))?|(?<low>\d+)(?:-(?<high>\d+))?)(?:\/(?<step>\d+))?$/;

function termProblem(term: string, field: Field): string | undefined {
  const groups = TERM.exec(term)?.groups;
  if (groups === undefined) return `\`${term}\` is not a ${field.name}`;
  const low = Number(groups.low ?? groups.hashLow ?? field.low);
  const isSingle = groups.low !== undefined && groups.high === undefined;
  const high = Number(groups.high ?? groups.hashHigh ?? (isSingle ? low : field.high));
  const outside = [low, high].find((value) => value < field.low || value > field.high);
  if (outside !== undefined) return `${field.name} ${outside} is not from ${field.low} to ${field.high}`;
  if (low > high) return `the range ${low}-${high} is backwards`;
  if (groups.step === undefined) return undefined;
  const step = Number(groups.step);
  if (isSingle) return `a step needs a range, \`*\` or \`H\` before it: \`${term}\``;
  if (step === 0) return 'a step cannot be 0';
  const tooLong = groups.hash !== undefined && step > high - low + 1;
  return tooLong ? `a step of ${step} is longer than the ${field.name} has values` : undefined;
}
