import type { Catalogue } from './catalogue.ts';
import { readCatalogue } from './catalogue.ts';
import type { CatalogueData } from './catalogue-data.ts';
import { ltsCatalogueData } from './lts-catalogue.ts';

/**
 * Returns the catalogue of an LTS line with every plugin of the update centre that runs on it, or undefined for an
 * unknown line. The data is large, so it is only loaded when a project asks for a plugin outside the usual ones.
 */
export async function fullCatalogue(line: string): Promise<Catalogue | undefined> {
  const usual = ltsCatalogueData(line);
  const load = others.get(line);
  if (!usual || !load) return undefined;
  const { default: data } = await load();
  return readCatalogue(usual, data);
}

const others = new Map<string, () => Promise<{ readonly default: CatalogueData }>>([
  ['2.568.x', () => import('./data/catalogue-2.568.x.others.json', { with: { type: 'json' } })],
]);
