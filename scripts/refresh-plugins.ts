/**
 * Rebuilds the plugin data in compiler/plugins/data.
 *
 *   npx tsx scripts/refresh-plugins.ts --date 2026-08-22 --update-center update-center.json
 *     takes the newest releases that run on the core of the present catalogue
 *   ... --catalogue plugin-catalogue.json
 *     takes versions, core and detached plugins from a curated list (a bill of materials) and adds newer releases
 *   ... --add authorize-project
 *     a plugin that the output asks for and the curated list lacks; once added, it stays
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CatalogueData } from '../compiler/plugins/catalogue-data.ts';
import { readUpdateCenter } from '../compiler/plugins/read-update-center.ts';
import { printCatalogue, refreshCatalogue, withAffected } from '../compiler/plugins/refresh-catalogue.ts';
import { fromCurated } from './refresh-plugins/from-curated.ts';

const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    line: { type: 'string', default: '2.568.x' },
    'update-center': { type: 'string' },
    catalogue: { type: 'string' },
    add: { type: 'string', multiple: true },
  },
});
const { date, line, catalogue, 'update-center': updateCenter } = values;
if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date) || !updateCenter) {
  console.error(
    'usage: refresh-plugins --date YYYY-MM-DD --update-center <file> [--catalogue <file>] [--line 2.568.x]',
  );
  process.exit(2);
}

const folder = new URL('../compiler/plugins/data/', import.meta.url);
const file = (name: string): URL => new URL(`${name}.json`, folder);
const { value: center, problems } = readUpdateCenter(readFileSync(updateCenter, 'utf8'));
for (const { path, expected } of problems)
  console.error(`left out: ${path || 'the whole file'} is not ${expected}`);
if (!center) process.exit(1);

const base: CatalogueData = catalogue
  ? fromCurated(JSON.parse(readFileSync(catalogue, 'utf8')), center)
  : JSON.parse(readFileSync(file(`catalogue-${line}`), 'utf8'));
const refreshed = refreshCatalogue(base, center, {
  prefer: catalogue ? 'base' : 'newest',
  date,
  add: values.add ?? [],
  source: catalogue ? 'Jenkins plugin bill of materials and update centre' : 'Jenkins update centre',
});
for (const [name, data] of [
  [`catalogue-${base.line}`, refreshed.main],
  [`catalogue-${base.line}.others`, refreshed.others],
] as const) {
  const text = printCatalogue(withAffected(data));
  writeFileSync(file(name), text);
  console.log(
    `${name}.json: ${data.plugins.length} releases, ${data.warnings.length} warnings, ${text.length} bytes`,
  );
}
