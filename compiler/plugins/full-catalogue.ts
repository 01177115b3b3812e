import type { Catalogue } from './catalogue.ts';
import { readCatalogue } from './catalogue.ts';
import type { CatalogueData } from './catalogue-data.ts';
import { ltsCatalogueData } from './lts-catalogue.ts';

const read = new Map<string, Promise<Catalogue | undefined>>();

/**
 * Returns the catalogue of an LTS line with every plugin of the update centre that runs on it, or undefined for an
 * unknown line. The data is large, so it is only loaded when a project asks for a plugin outside the usual ones, and
 * once for all projects of a run: what was resolved of a catalogue is remembered beside it.
 */
export function fullCatalogue(line: string): Promise<Catalogue | undefined> {
  const known = read.get(line) ?? readAll(line);
  read.set(line, known);
  return known;
}

async function readAll(line: string): Promise<Catalogue | undefined> {
  const usual = ltsCatalogueData(line);
  const load = others.get(line);
  if (!usual || !load) return undefined;
  const { default: data } = await load();
  return readCatalogue(usual, data);
}

const others = new Map<string, () => Promise<{ readonly default: CatalogueData }>>([
  ['2.568.x', () => import('./data/catalogue-2.568.x.others.json', { with: { type: 'json' } })],
]);
