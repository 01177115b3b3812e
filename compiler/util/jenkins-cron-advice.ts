import {
  type CronField,
  type CronLine,
  type CronTerm,
  cronFields,
  cronLines,
  fieldTexts,
  readTerm,
} from './jenkins-cron.ts';

/** What Jenkins warns of in a line of a schedule that it takes. */
export interface CronAdvice extends CronLine {
  readonly kind: 'every-minute' | 'short-cycle' | 'same-minute' | 'rare' | 'never';
  /** The line that was meant, or does better. */
  readonly better?: string;
}

/**
 * Returns what Jenkins warns of in the lines of a good schedule, the first for each line. Follows
 * `hudson.scheduler.CronTab.checkSanity`, its `hashify` and `ceil` (which gives up after two years) of Jenkins 2.568,
 * with these exceptions: a range of days without a step, such as the first seven, is no short cycle, and what depends
 * on the value that `H` takes is not said.
 */
export function jenkinsCronAdvice(text: string): readonly CronAdvice[] {
  return cronLines(text).flatMap((line) => {
    const found = /^(?:TZ=|@)/.test(line.line) ? undefined : adviceOf(line.line);
    return found === undefined ? [] : [{ ...line, ...found }];
  });
}

function adviceOf(line: string): Pick<CronAdvice, 'kind' | 'better'> | undefined {
  const texts = fieldTexts(line);
  const rest = texts.slice(1).join(' ');
  const fields = cronFields.map((field, index) => readField(texts[index] ?? '', field));
  const rare = rareDate(fields);
  if (rare !== undefined) return { kind: rare };
  // Jenkins takes the seventh day of the week for a gap: `* * * * *` has one, too.
  if (isWhole(fields[0])) return { kind: 'every-minute', better: `H ${rest}` };
  if (isShortCycle(fields[2])) return { kind: 'short-cycle' };
  const minute = texts[0] ?? '';
  const spread = line.includes('H') ? undefined : spreadMinute(minute);
  return spread === undefined ? undefined : { kind: 'same-minute', better: `${spread} ${rest}` };
}

/** A field with its terms. */
interface ReadField {
  readonly field: CronField;
  readonly terms: readonly CronTerm[];
}

function readField(text: string, field: CronField): ReadField {
  return { field, terms: text.split(',').flatMap((term) => readTerm(term, field) ?? []) };
}

/** Which of its values a term with `H` counts with: all that it may take, none, or those of the first or last offset. */
type Hashing = 'all' | 'none' | 'first' | 'last';

/** Returns the values of a field; of the two that are Sunday, 0. */
function valuesOf({ field, terms }: ReadField, hashing: Hashing): ReadonlySet<number> {
  const found = new Set<number>();
  for (const term of terms) for (const value of termValues(term, hashing)) found.add(value);
  if (field.high === 7 && found.delete(7)) found.add(0);
  return found;
}

function* termValues({ isHash, low, high, step = 1 }: CronTerm, hashing: Hashing): Generator<number> {
  if (isHash && hashing === 'none') return;
  if (isHash && hashing === 'first' && step === 1) return yield low;
  if (isHash && hashing === 'last' && step === 1) return yield high;
  const start = isHash && hashing === 'last' ? low + step - 1 : low;
  for (let value = start; value <= high; value += isHash && hashing === 'all' ? 1 : step) yield value;
}

function isWhole(field: ReadField | undefined): boolean {
  return field !== undefined && valuesOf(field, 'none').size === field.field.high - field.field.low + 1;
}

/** Days that are counted in steps begin again with each month, whatever its length. */
function isShortCycle(days: ReadField | undefined): boolean {
  if (days === undefined || days.terms.every(({ step = 1 }) => step === 1)) return false;
  return (['first', 'last'] as const).every((hashing) => {
    const count = [...valuesOf(days, hashing)].filter((day) => day < 31).length;
    return count > 5 && count < 28;
  });
}

/** Returns the minute with `H` where it is one, each nth, or a list of each nth. */
function spreadMinute(minute: string): string | undefined {
  if (/^\d+$/.test(minute)) return 'H';
  // What stands behind such a step is a list; one of an hour and more is one minute.
  const step = /^\*\/(\d+)/.exec(minute)?.[1];
  if (step !== undefined) return Number(step) > 60 ? 'H' : `H${minute.slice(1)}`;
  if (!/^0(,\d+)+$/.test(minute)) return undefined;
  const minutes = minute.split(',').map(Number);
  const period = minutes[1] ?? 0;
  if (period === 0) return undefined;
  const each = Array.from({ length: Math.ceil(60 / period) }, (_, index) => index * period);
  return minutes.join() === each.join() ? `H/${period}` : undefined;
}

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const DAY = 24 * 60 * 60 * 1000;

/** Returns whether a date never comes, or once in two years at most: Jenkins gives up looking for it. */
function rareDate([, , days, months, weekdays]: readonly ReadField[]): 'never' | 'rare' | undefined {
  if (days === undefined || months === undefined || weekdays === undefined) return undefined;
  if (isWhole(days)) return undefined;
  const dates = [...valuesOf(months, 'all')].flatMap((month) =>
    [...valuesOf(days, 'all')]
      .filter((day) => day <= (longest[month - 1] ?? 0))
      .map((day) => ({ month, day })),
  );
  if (dates.length === 0) return 'never';
  const allowed = valuesOf(weekdays, 'all');
  if (allowed.size === 7 && dates.some(({ month, day }) => month !== 2 || day < 29)) return undefined;
  return longestWait(dates, allowed) > 731 ? 'rare' : undefined;
}

/** Returns the most days between two of the dates that are one of the days of the week; the calendar repeats after 28 years. */
function longestWait(
  dates: readonly { readonly month: number; readonly day: number }[],
  weekdays: ReadonlySet<number>,
): number {
  const times: number[] = [];
  for (let year = 2001; year <= 2001 + 28 + 1; year++) {
    for (const { month, day } of dates) {
      const date = new Date(Date.UTC(year, month - 1, day));
      if (date.getUTCDate() === day && weekdays.has(date.getUTCDay())) times.push(date.getTime() / DAY);
    }
  }
  const sorted = times.sort((a, b) => a - b);
  const waits = sorted.slice(1).map((time, index) => time - (sorted[index] ?? time));
  return Math.max(...waits, sorted.length < 2 ? Number.POSITIVE_INFINITY : 0);
}
