import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/*
 * Writes the list of time zones again: all zones of the tz database of this machine (Debian: tzdata) and the links to
 * them, which are other names; and what the Java of this machine (25 or newer) lists besides, or does not.
 */

const database = '/usr/share/zoneinfo/tzdata.zi';
const lines = readFileSync(database, 'utf8').split('\n');
const names = lines.flatMap((line) => {
  const [kind, first = '', second = ''] = line.split(' ');
  if (kind === 'Z') return [first];
  return kind === 'L' ? [second] : [];
});
const { stdout, status } = spawnSync('jshell', ['-s', '-'], {
  encoding: 'utf8',
  input: 'for (var id : java.util.TimeZone.getAvailableIDs()) System.out.println(id);\n',
});
if (status !== 0) throw new Error('jshell of a JDK is needed');
const java = stdout.split('\n').filter((line) => line !== '');
const version = lines[0]?.replace('# version ', '') ?? '';
const without = (all: readonly string[], others: readonly string[]) =>
  all
    .filter((name) => !others.includes(name))
    .sort()
    .join(' ');
const data = {
  date: new Date().toISOString().slice(0, 10),
  source: `npx tsx scripts/refresh-time-zones.ts: IANA tz database ${version}, tzdata.zi; TimeZone.getAvailableIDs() of a JDK`,
  names: names.sort().join(' '),
  java: { more: without(java, names), fewer: without(names, java) },
};
const path = new URL('../compiler/util/data/time-zones.json', import.meta.url);
writeFileSync(path, `${JSON.stringify(data, null, 2)}\n`);
