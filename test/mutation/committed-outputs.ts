import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { main } from '../../compiler/cli/main.ts';
import { createMemoryHost } from '../../compiler/host/memory-host.ts';
import { createNodeHost } from '../../compiler/host/node-host.ts';
import { parsePage } from '../../scripts/pages/page.ts';
import { readPages } from '../../scripts/pages/page-files.ts';
import { runExample } from '../../scripts/pages/run-example.ts';
import { notExecuted } from '../diagnostics/not-executed.ts';

/*
 * Makes every committed output again and ends with 1 at the first that differs. Each is compared by a test in the same
 * way (examples.test.ts, pages.test.ts, broken.test.ts); here one process does it without a test runner, which is what
 * makes a sample of hundreds of mutants affordable. Bundled by run.ts; the working folder is the checkout.
 */

const root = process.cwd();

for (const name of readdirSync('examples').sort()) {
  if (!readdirSync(join('examples', name)).some((file) => file.endsWith('.bitesize'))) continue;
  const silent = { isTerminal: false, columns: 100, write: () => undefined };
  const host = { ...createNodeHost(pathToFileURL(`${root}/`)), stdout: silent, stderr: silent };
  const argv = ['compile', `examples/${name}`, '--out', `examples/${name}/output`, '--check'];
  if ((await main(argv, host)) !== 0) differs(`examples/${name}/output`);
}
for (const [code, text] of readPages()) {
  if (notExecuted.has(code)) continue;
  const page = parsePage(text);
  const { output, codes } = await runExample(page.code, page.command, page.example);
  if (output !== page.output || codes.join() !== code) differs(`the page of ${code}`);
}
const broken = 'test/diagnostics/broken';
for (const kind of readdirSync(broken).sort()) {
  const input = join(broken, kind, 'input');
  const files = Object.fromEntries(
    readdirSync(input).map((name) => [name, readFileSync(join(input, name), 'utf8')]),
  );
  const host = createMemoryHost({ files, columns: 100 });
  await main(['check', '--report', 'text', '--report', 'json=report.json'], host);
  if (host.output() !== readFileSync(join(broken, kind, 'diagnostics.txt'), 'utf8')) differs(input);
}

function differs(what: string): never {
  console.log(what);
  process.exit(1);
}
