import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../compiler/util/compare-text.ts';

/** Where the pages are. */
export const pagesFolder = join(import.meta.dirname, '../../compiler/diagnostics/pages');

/** Returns the pages by code, sorted. */
export function readPages(): ReadonlyMap<string, string> {
  const areas = readdirSync(pagesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const pages = areas.flatMap(({ name: area }) =>
    readdirSync(join(pagesFolder, area))
      .filter((file) => file.endsWith('.md'))
      .map((file) => {
        const code = `${area}/${file.slice(0, -'.md'.length)}`;
        return [code, readFileSync(join(pagesFolder, area, file), 'utf8')] as const;
      }),
  );
  return new Map(pages.sort(([a], [b]) => compareText(a, b)));
}
