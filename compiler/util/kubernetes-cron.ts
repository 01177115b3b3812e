/**
 * Returns what is wrong with a schedule of a Kubernetes CronJob, or undefined for a good one. Follows
 * `ParseStandard` of robfig/cron 3, and the API server, which refuses a time zone inside the schedule.
 */
export function kubernetesCronProblem(text: string): string | undefined {
  const schedule = kubernetesSchedule(text);
  if (/^(CRON_)?TZ=/.test(schedule)) return 'a time zone cannot stand in it';
  if (schedule.startsWith('@'))
    return DESCRIPTOR.test(schedule) ? intervalProblem(schedule) : `there is no alias \`${schedule}\``;
  const parts = schedule.split(/[ \t\n\v\f\r]+/);
  if (parts.length !== fields.length) return `it has ${parts.length} fields instead of 5`;
  for (const [index, field] of fields.entries()) {
    for (const term of (parts[index] ?? '').split(',')) {
      const problem = termProblem(term, field);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

/** Returns a schedule as it is printed: Kubernetes refuses an alias with blanks around it. */
export function kubernetesSchedule(text: string): string {
  return text.trim();
}

interface Field {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  /** Names of the values from `low` on. */
  readonly names: readonly string[];
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const fields: readonly Field[] = [
  { name: 'minute', low: 0, high: 59, names: [] },
  { name: 'hour', low: 0, high: 23, names: [] },
  { name: 'day of the month', low: 1, high: 31, names: [] },
  { name: 'month', low: 1, high: 12, names: months },
  { name: 'day of the week', low: 0, high: 6, names: days },
];

const DESCRIPTOR =
  /^@(yearly|annually|monthly|weekly|daily|midnight|hourly|every (\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+)$/;
const TERM = /^(?:[*?]|(?<low>\w+)(?:-(?<high>\w+))?)(?:\/(?<step>\d+))?$/;

function termProblem(term: string, field: Field): string | undefined {
  if (/^H/.test(term)) return '`H` is a form of Jenkins';
  const groups = TERM.exec(term)?.groups;
  const low = groups?.low === undefined ? field.low : numberOf(groups.low, field);
  const high = groups?.high === undefined ? low : numberOf(groups.high, field);
  if (groups === undefined || low === undefined || high === undefined)
    return `\`${term}\` is not a ${field.name}`;
  const outside = [low, high].find((value) => value < field.low || value > field.high);
  if (outside !== undefined) {
    const sunday = outside === 7 && field.names === days ? ', and Sunday is 0' : '';
    return `${field.name} ${outside} is not from ${field.low} to ${field.high}${sunday}`;
  }
  if (low > high) return `the range ${groups.low}-${groups.high} is backwards`;
  const step = Number(groups.step ?? 1);
  if (step === 0) return 'a step cannot be 0';
  return step < LARGEST ? undefined : `the step ${groups.step} is too large`;
}

/** Numbers of Go have 63 bits, and so have intervals in nanoseconds: 292 years. */
const LARGEST = 2 ** 63;

const nanoseconds: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

function intervalProblem(schedule: string): string | undefined {
  const parts = [...schedule.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)];
  const length = parts.reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (nanoseconds[unit] ?? 0),
    0,
  );
  return length < LARGEST ? undefined : 'the interval is longer than 292 years';
}

function numberOf(text: string, { low, names }: Field): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const index = names.indexOf(text.toLowerCase());
  return index === -1 ? undefined : low + index;
}
