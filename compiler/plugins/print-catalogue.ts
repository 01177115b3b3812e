import type { CatalogueData } from './catalogue-data.ts';

/** Returns the text of a catalogue file: JSON with one plugin, warning or fact per line, and a line feed at the end. */
export function printCatalogue(data: CatalogueData): string {
  const fields = Object.entries(data).map(([name, value]) => {
    if (!Array.isArray(value)) return `"${name}":${JSON.stringify(value)}`;
    const items = value.map((item) => JSON.stringify(item));
    return `"${name}":[${items.length ? `\n${items.join(',\n')}\n` : ''}]`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}
