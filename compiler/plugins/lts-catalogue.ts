import type { Catalogue } from './catalogue.ts';
import { readCatalogue } from './catalogue.ts';
import type { CatalogueData } from './catalogue-data.ts';
import line2568 from './data/catalogue-2.568.x.json' with { type: 'json' };

/** LTS lines that a controller can be made for, newest first. */
export const ltsLines: readonly string[] = [line2568.line];

const data: readonly CatalogueData[] = [line2568];
const read = new Map<string, Catalogue>();

/**
 * Returns the catalogue of an LTS line such as `2.568.x`, or undefined for a line that is not known.
 * It holds the plugins that bitesize itself can ask for; `fullCatalogue` has all others.
 */
export function ltsCatalogue(line: string): Catalogue | undefined {
  const known = read.get(line);
  if (known) return known;
  const found = ltsCatalogueData(line);
  if (!found) return undefined;
  const catalogue = readCatalogue(found);
  read.set(line, catalogue);
  return catalogue;
}

/** Returns the data file of an LTS line, which `planPluginUpdate` and the refresh command start from. */
export function ltsCatalogueData(line: string): CatalogueData | undefined {
  return data.find((candidate) => candidate.line === line);
}
