import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../server/connection.ts';

/** A line of the result: what was tried, how often, and how often it went otherwise than it should. */
export interface ResultRow {
  readonly suite: string;
  readonly what: string;
  readonly tried: number;
  readonly failed: number;
}

/** Keeps a line of the result for the end of the run. */
export function record({ folder }: Pick<Connection, 'folder'>, row: ResultRow): void {
  appendFileSync(join(folder, 'results'), `${JSON.stringify(row)}\n`);
}

/** Returns the lines that were kept; those that say the same of the same are added up. */
export function recorded(folder: string): readonly ResultRow[] {
  const file = join(folder, 'results');
  if (!existsSync(file)) return [];
  const rows = new Map<string, ResultRow>();
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
    const row = JSON.parse(line) as ResultRow;
    const key = JSON.stringify([row.suite, row.what]);
    const before = rows.get(key);
    rows.set(key, {
      ...row,
      tried: row.tried + (before?.tried ?? 0),
      failed: row.failed + (before?.failed ?? 0),
    });
  }
  return [...rows.values()];
}
