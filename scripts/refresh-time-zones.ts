import { readFileSync, writeFileSync } from 'node:fs';

/*
 * Writes the list of time zones again from the tz database of this machine (Debian: tzdata): all zones, and the links to
 * them, which are other names. Jenkins and Kubernetes both know the names of this database, and no others.
 */

const database = '/usr/share/zoneinfo/tzdata.zi';
const lines = readFileSync(database, 'utf8').split('\n');
const names = lines.flatMap((line) => {
  const [kind, first = '', second = ''] = line.split(' ');
  if (kind === 'Z') return [first];
  return kind === 'L' ? [second] : [];
});
const version = lines[0]?.replace('# version ', '') ?? '';
const date = new Date().toISOString().slice(0, 10);
const source = `npx tsx scripts/refresh-time-zones.ts: IANA tz database ${version}, tzdata.zi`;
const path = new URL('../compiler/util/data/time-zones.json', import.meta.url);
writeFileSync(path, `${JSON.stringify({ date, source, names: names.sort().join(' ') }, null, 2)}\n`);
