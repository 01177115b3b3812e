import data from './data/time-zones.json' with { type: 'json' };

/** `Factory` stands for "nobody has chosen one". */
const names = data.names.split(' ').filter((name) => name !== 'Factory');
const known = new Set(names);

/** The names of all time zones, other names of them included, from the IANA tz database. */
export const timeZones: readonly string[] = names;

/**
 * Returns whether a text names a time zone of the IANA tz database, in the letters that it has there: the names that the
 * API server takes for a CronJob, and that Java reads as they are meant (what it does not know is UTC to it).
 */
export function isTimeZone(name: string): boolean {
  return known.has(name);
}

const fewer = new Set(data.java.fewer.split(' '));

/** The names that Java itself lists: it has some old ones besides, and lacks a few. */
export const javaTimeZones: readonly string[] = [
  ...names.filter((name) => !fewer.has(name)),
  ...data.java.more.split(' '),
];
