import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parsePage, withOutput } from './pages/page.ts';
import { pagesFolder, readPages } from './pages/page-files.ts';
import { printBundle } from './pages/print-bundle.ts';
import { runExample } from './pages/run-example.ts';

/*
 * Runs the examples of all pages, writes what they print into the pages, and bundles the pages. With `--check`
 * nothing is written, and a page that is out of date is an error.
 */

const check = process.argv.includes('--check');
const stale: string[] = [];
const pages = new Map<string, string>();
for (const [code, text] of readPages()) {
  const { command, example } = parsePage(text);
  const output = command === '' ? undefined : (await runExample(code, command, example)).output;
  if (output?.includes('this is a bug in bitesize')) throw new Error(`${code}: the example fails\n${output}`);
  const page = output === undefined ? text : withOutput(text, output);
  pages.set(code, page);
  write(join(pagesFolder, `${code}.md`), page);
}
write(join(pagesFolder, '../generated/pages.ts'), printBundle(pages));

if (check && stale.length > 0) {
  console.error(
    `out of date: ${stale.join(', ')}\nrun \`npx tsx scripts/generate-pages.ts\` and read what changed`,
  );
  process.exitCode = 1;
}

function write(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  stale.push(path.slice(path.indexOf('compiler/')));
  if (check) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
