import data from './data/time-zones.json' with { type: 'json' };
import { once } from './once.ts';

/** Few projects name a time zone, so the names are read when somebody asks. */
const zones = once(() => {
  // `Factory` stands for "nobody has chosen one".
  const names = data.names.split(' ').filter((name) => name !== 'Factory');
  const fewer = new Set(data.java.fewer.split(' '));
  const java = [...names.filter((name) => !fewer.has(name)), ...data.java.more.split(' ')];
  return { all: new Set(names), java: new Set(java) };
});

/** Returns the names of all time zones, other names of them included, from the IANA tz database. */
export function timeZones(): readonly string[] {
  return [...zones().all];
}

/** Returns the names that Java itself lists: it has some old ones besides, and lacks a few. */
export function javaTimeZones(): readonly string[] {
  return [...zones().java];
}

/**
 * Returns whether a text names a time zone of the IANA tz database, in the letters that it has there: the names that the
 * API server takes for a CronJob, and that Java reads as they are meant (what it does not know is UTC to it).
 */
export function isTimeZone(name: string): boolean {
  return zones().all.has(name);
}

/** Returns whether Java itself lists a time zone of this name. */
export function isJavaTimeZone(name: string): boolean {
  return zones().java.has(name);
}
