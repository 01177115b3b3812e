import { readFileSync, writeFileSync } from 'node:fs';
import { layerImports, layerPicture, reducedImports } from './contributing/layer-imports.ts';
import layers from './layers.json' with { type: 'json' };

/*
 * Writes the table of folders in CONTRIBUTING.md from `scripts/layers.json`, which the layer check follows, too, and
 * the picture of what they import from the sources. `--check` writes nothing and fails when either is stale.
 */

const path = 'CONTRIBUTING.md';
const rows = layers.map(({ folder, holds }) => `| \`${folder}\` | ${holds} |\n`);
const table = `| folder | what is in it |\n| --- | --- |\n${rows.join('')}`;
const picture = `\`\`\`mermaid\n${layerPicture(layers, reducedImports(layerImports(layers)))}\n\`\`\`\n`;

const text = readFileSync(path, 'utf8');
const written = withPart(withPart(text, 'layers', table), 'picture', picture);
if (written !== text && process.argv.includes('--check')) {
  process.stderr.write(`stale: ${path} (run npm run generate)\n`);
  process.exitCode = 1;
} else if (written !== text) {
  writeFileSync(path, written);
}

/** Returns the text with what stands between the two marks of a name replaced. */
function withPart(whole: string, name: string, part: string): string {
  const mark = `<!-- ${name} -->\n`;
  const start = whole.indexOf(mark) + mark.length;
  const end = whole.indexOf(`<!-- /${name} -->`);
  if (start < mark.length || end < start) throw new Error(`${path} has no marks for ${name}`);
  return `${whole.slice(0, start)}${part}${whole.slice(end)}`;
}
