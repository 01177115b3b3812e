import type { Catalogue } from './catalogue.ts';
import { readCatalogue } from './catalogue.ts';
import type { CatalogueData } from './catalogue-data.ts';
import line2568 from './data/catalogue-2.568.x.json' with { type: 'json' };

/**
 * Returns the catalogue of an LTS line with every plugin of the update centre that runs on it, or undefined for an
 * unknown line. The data is large, so it is only loaded when a project asks for a plugin outside the usual ones.
 */
export async function fullCatalogue(line: string): Promise<Catalogue | undefined> {
  if (line !== line2568.line) return undefined;
  const others: { readonly default: CatalogueData } = await import('./data/catalogue-2.568.x.others.json', {
    with: { type: 'json' },
  });
  return readCatalogue(line2568, others.default);
}
