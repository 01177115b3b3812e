import type { Host } from '../../host/host.ts';
import { DAY } from './result-cache.ts';

/** Entries that were not used for this long are removed. */
const KEPT_FOR = 30 * DAY;

/**
 * Removes entries that nobody used for a month, at most once a day: a cache that only grows is a full disk in the end.
 * A failure is left for the next day.
 */
export function pruneCache(host: Host, folder: string): void {
  const { files } = host;
  const results = `${folder}/results`;
  const stamp = `${folder}/pruned`;
  const last = files.status(stamp);
  const now = host.now();
  if (last.ok && now - last.value.changed < DAY) return;
  if (!files.status(results).ok) return;
  files.write(stamp, '');
  for (const group of listed(host, results)) {
    for (const name of listed(host, `${results}/${group}`)) {
      const path = `${results}/${group}/${name}`;
      const status = files.status(path);
      if (status.ok && now - status.value.statusChanged > KEPT_FOR) files.remove(path);
    }
  }
}

function listed({ files }: Host, folder: string): readonly string[] {
  const entries = files.list(folder);
  return entries.ok ? entries.value.map(({ name }) => name) : [];
}
