/**
 * Returns what is wrong with a schedule of a Kubernetes CronJob, or undefined for a good one. Follows
 * `ParseStandard` of robfig/cron 3, and the API server, which refuses a time zone inside the schedule.
 */
export function kubernetesCronProblem(text: string): string | undefined {
  if (/TZ=/.test(text)) return 'a time zone cannot stand in it';
  if (text.startsWith('@')) {
    if (DESCRIPTOR.test(text)) return undefined;
    return DESCRIPTOR.test(text.trim()) ? 'a blank follows the alias' : `there is no alias \`${text}\``;
  }
  const parts = text.trim().split(/\s+/);
  if (parts.length !== fields.length) return `it has ${parts.length} fields instead of 5`;
  for (const [index, field] of fields.entries()) {
    for (const term of (parts[index] ?? '').split(',')) {
      const problem = termProblem(term, field);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
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
  return groups.step !== undefined && Number(groups.step) === 0 ? 'a step cannot be 0' : undefined;
}

function numberOf(text: string, { low, names }: Field): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const index = names.indexOf(text.toLowerCase());
  return index === -1 ? undefined : low + index;
}
