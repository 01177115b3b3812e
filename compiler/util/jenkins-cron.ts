import { isJavaTimeZone } from './time-zone.ts';

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
  for (const { line, start, index } of cronLines(text)) {
    const found = line.startsWith('TZ=') ? zoneProblem(line, index) : lineProblem(line);
    if (found !== undefined)
      return { line, start, ...(typeof found === 'string' ? { problem: found } : found) };
  }
  return undefined;
}

/** A line of a schedule that says something, without white space at its ends. */
export interface CronLine {
  readonly line: string;
  /** Where the line begins in the text. */
  readonly start: number;
  readonly index: number;
}

/** Returns the lines of a schedule that are neither empty nor comments. */
export function cronLines(text: string): readonly CronLine[] {
  let offset = 0;
  return text.split('\n').flatMap((written, index) => {
    const line = written.trim();
    const start = offset + written.indexOf(line);
    offset += written.length + 1;
    return line === '' || line.startsWith('#') ? [] : [{ line, start, index }];
  });
}

/** Jenkins takes the names that Java lists, letter by letter (`CronTabList.getValidTimezone`). */
function zoneProblem(line: string, index: number): Pick<CronProblem, 'problem' | 'zone'> | undefined {
  if (index > 0) return { problem: 'a time zone counts in the first line only' };
  const zone = line.slice('TZ='.length);
  return isJavaTimeZone(zone) ? undefined : { problem: `there is no time zone \`${zone}\``, zone };
}

/** A field of a line: minute, hour and so on. */
export interface CronField {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  /** The highest value that `H` alone takes. */
  readonly hashHigh: number;
}

/** The fields in their order. `H` takes no day that a month may lack, and Sunday once. */
export const cronFields = [
  { name: 'minute', low: 0, high: 59, hashHigh: 59 },
  { name: 'hour', low: 0, high: 23, hashHigh: 23 },
  { name: 'day of the month', low: 1, high: 31, hashHigh: 28 },
  { name: 'month', low: 1, high: 12, hashHigh: 12 },
  { name: 'day of the week', low: 0, high: 7, hashHigh: 6 },
] as const satisfies readonly CronField[];

const ALIAS = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/;

function lineProblem(line: string): string | undefined {
  if (line.startsWith('@')) return ALIAS.test(line) ? undefined : `there is no alias \`${line}\``;
  const parts = fieldTexts(line);
  if (parts.length !== cronFields.length) return `it has ${parts.length} fields instead of 5`;
  for (const [index, field] of cronFields.entries()) {
    for (const term of (parts[index] ?? '').split(',')) {
      const problem = termProblem(term, field);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

/** Returns the texts between the white space of a line. */
export function fieldTexts(line: string): readonly string[] {
  return line.split(/[ \t]+/);
}

/** One of the terms of a field, which have commas between them: `*`, `H`, a value or a range, with a step. */
export interface CronTerm {
  readonly isHash: boolean;
  /** Whether it is one value, written as a number. */
  readonly isSingle: boolean;
  readonly low: number;
  readonly high: number;
  readonly step: number | undefined;
}

const TERM =
  /^(?:(?<star>\*)|(?<hash>H)(?:\((?<hashLow>\d+)-(?<hashHigh>\d+)\))?|(?<low>\d+)(?:-(?<high>\d+))?)(?:\/(?<step>\d+))?$/;

/** Returns what a term says, or undefined for one that is not of the form; whether its numbers fit is not looked at. */
export function readTerm(term: string, field: CronField): CronTerm | undefined {
  const groups = TERM.exec(term)?.groups;
  if (groups === undefined) return undefined;
  const isHash = groups.hash !== undefined;
  const low = Number(groups.low ?? groups.hashLow ?? field.low);
  const isSingle = groups.low !== undefined && groups.high === undefined;
  const last = isSingle ? low : isHash ? field.hashHigh : field.high;
  const high = Number(groups.high ?? groups.hashHigh ?? last);
  return { isHash, isSingle, low, high, step: groups.step === undefined ? undefined : Number(groups.step) };
}

function termProblem(text: string, field: CronField): string | undefined {
  const term = readTerm(text, field);
  if (term === undefined) return `\`${text}\` is not a ${field.name}`;
  const { low, high, step } = term;
  const outside = [low, high].find((value) => value < field.low || value > field.high);
  if (outside !== undefined) return `${field.name} ${outside} is not from ${field.low} to ${field.high}`;
  if (low > high) return `the range ${low}-${high} is backwards`;
  if (step === undefined) return undefined;
  if (term.isSingle) return `a step needs a range, \`*\` or \`H\` before it: \`${text}\``;
  if (step === 0) return 'a step cannot be 0';
  const tooLong = term.isHash && step > high - low + 1;
  return tooLong ? `a step of ${step} is longer than the ${field.name} has values for \`H\`` : undefined;
}
