import type { FileKind } from '../../host/file-system.ts';
import type { Host } from '../../host/host.ts';
import { putWhole, TEMPORARY_END } from '../../host/sealed-file.ts';
import { DAY } from './result-cache.ts';

/** Entries that were not used for this long are removed. */
const KEPT_FOR = 30 * DAY;

/** The names of what is kept. Whatever has another name is of somebody else and stays. */
const [GROUP, ENTRY] = [/^[0-9a-f]{2}$/, /^[0-9a-f]{64}(\.output)?$/];

/**
 * Removes entries that nobody used for a month, at most once a day: a cache that only grows is a full disk in the end.
 * A failure is left for the next day. No link is followed.
 */
export function pruneCache(host: Host, folder: string): void {
  const { files } = host;
  const stamp = `${folder}/pruned`;
  const last = files.status(stamp);
  const now = host.now();
  if (last.ok && now - last.value.changed < DAY) return;
  const kept = ['results', 'left'].map((name) => `${folder}/${name}`);
  if (!isFolder(host, folder) || !kept.some((path) => isFolder(host, path))) return;
  putWhole(files, stamp, '', 'new');
  for (const path of kept) if (isFolder(host, path)) pruneFolder(host, path, now);
}

function pruneFolder(host: Host, results: string, now: number): void {
  const { files } = host;
  for (const group of listed(host, results, 'folder').filter((name) => GROUP.test(name))) {
    for (const name of listed(host, `${results}/${group}`, 'file')) {
      if (!ENTRY.test(name.replace(TEMPORARY_END, '')) || !name.startsWith(group)) continue;
      const path = `${results}/${group}/${name}`;
      const status = files.status(path);
      if (status.ok && now - status.value.statusChanged > KEPT_FOR) files.remove(path);
    }
  }
}

function isFolder({ files }: Host, path: string): boolean {
  const status = files.status(path);
  return status.ok && status.value.kind === 'folder';
}

function listed({ files }: Host, folder: string, kind: FileKind): readonly string[] {
  const entries = files.list(folder);
  return entries.ok ? entries.value.filter((entry) => entry.kind === kind).map(({ name }) => name) : [];
}
