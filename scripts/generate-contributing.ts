import { readFileSync, writeFileSync } from 'node:fs';
import layers from './layers.json' with { type: 'json' };

/*
 * Writes the table of folders in CONTRIBUTING.md from `scripts/layers.json`, which the layer check follows, too.
 * `--check` writes nothing and fails when the table is stale.
 */

const START = '<!-- layers -->\n';
const END = '<!-- /layers -->';
const path = 'CONTRIBUTING.md';

const rows = layers.map(({ folder, holds }) => `| \`${folder}\` | ${holds} |\n`);
const table = `| folder | what is in it |\n| --- | --- |\n${rows.join('')}`;
const text = readFileSync(path, 'utf8');
const start = text.indexOf(START) + START.length;
const end = text.indexOf(END);
if (start < START.length || end < start) throw new Error(`${path} has no marks for the table of layers`);
const written = `${text.slice(0, start)}${table}${text.slice(end)}`;
if (written !== text && process.argv.includes('--check')) {
  process.stderr.write(`stale: ${path} (run npm run generate)\n`);
  process.exitCode = 1;
} else if (written !== text) {
  writeFileSync(path, written);
}
