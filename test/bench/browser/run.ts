import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumArgs, chromiumPath } from '../../browser/chromium.ts';
import { machine } from '../machine.ts';
import { tableLine } from '../table.ts';

/*
 * Measures the pages that `bitesize docs` of the built command writes, in Chromium: how soon the longest page can be used,
 * beside a page that holds nothing, and how soon the playground shows what is typed.
 *
 *   npm run bench:browser              40 letters, 5 times each page
 *   npm run bench:browser -- 20        another number of letters
 *   npm run bench:browser -- --write   what is printed becomes test/bench/browser/results.md
 */
const PAGES = 5;

/** Letters before it is measured: code that was never run is slow. */
const WARM_UP = 10;

const argv = process.argv.slice(2);
const letters = Number(argv.find((word) => /^\d+$/.test(word)) ?? 40);
const root = join(import.meta.dirname, '../../..');
const printed: string[] = [];

execFileSync('npx', ['tsx', 'scripts/build.ts', '--no-types'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
const folder = mkdtempSync(join(tmpdir(), 'bitesize-bench-browser-'));
const load = loadavg()[0]?.toFixed(1);
let browser: Browser | undefined;
try {
  execFileSync(process.execPath, [join(root, 'dist/cli.cjs'), 'docs', '--out', folder], { stdio: 'ignore' });
  writeFileSync(join(folder, 'empty.html'), '<!doctype html><title>empty</title>');
  browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumArgs] });
  await report(browser);
} finally {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
}
if (argv.includes('--write')) writeFileSync(join(import.meta.dirname, 'results.md'), printed.join(''));

async function report(browser: Browser): Promise<void> {
  const reference: number[] = [];
  const empty: number[] = [];
  const first: number[] = [];
  for (let time = 0; time < PAGES; time++) {
    reference.push(await inNewPage(browser, (page) => untilInteractive(page, 'reference.html')));
    empty.push(await inNewPage(browser, (page) => untilInteractive(page, 'empty.html')));
    first.push(await inNewPage(browser, untilCompiled));
  }
  const typed = await inNewPage(browser, keystrokes);
  const size = statSync(join(folder, 'playground.html')).size / 1e6;
  print('# Pages in a browser\n\n');
  print(`${machine()}, Chromium ${browser.version()}. Medians of ${PAGES} new pages in turns, and of ${letters} letters typed into a
number of the sample and taken away. Other work on the machine when this began: a load of ${load}. \`npm run bench:browser\`
prints this again.\n\n`);
  row('what', 'ms');
  row('---', '---');
  row('a page that holds nothing, until it can be used', ms(at(empty, 0.5)));
  row('`reference.html`, until it can be used', ms(at(reference, 0.5)));
  row('`playground.html`, until the sample is compiled', ms(at(first, 0.5)));
  row('a letter in the sample, until findings and output are shown: median', ms(at(typed, 0.5)));
  row('the same: p95', ms(at(typed, 0.95)));
  print('\n## Goals\n\n');
  row('goal', 'measured', 'met');
  row('---', '---', '---');
  goal('`reference.html` can be used within 1 s', at(reference, 0.5), 1000);
  goal('the first compile of the playground within 1 s', at(first, 0.5), 1000);
  goal('a letter within 150 ms (p95)', at(typed, 0.95), 150);
  row('`playground.html` below 3 MB', `${size.toFixed(2)} MB`, size < 3 ? 'yes' : 'no');
}

async function inNewPage<T>(browser: Browser, measure: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  try {
    return await measure(await context.newPage());
  } finally {
    await context.close();
  }
}

async function untilInteractive(page: Page, name: string): Promise<number> {
  await page.goto(pathToFileURL(join(folder, name)).href);
  return page.evaluate('performance.getEntriesByType("navigation")[0].domInteractive');
}

/** The page notes when its status is no longer busy, in milliseconds from when it was asked for. */
async function untilCompiled(page: Page): Promise<number> {
  await page.addInitScript(`addEventListener('DOMContentLoaded', () => {
    const status = document.getElementById('status');
    new MutationObserver(() => {
      if (status.ariaBusy === 'false') globalThis.compiledAt ??= performance.now();
    }).observe(status, { attributes: true });
  })`);
  await openPlayground(page);
  return page.evaluate('compiledAt');
}

/** Each letter is answered before the next one comes. */
async function keystrokes(page: Page): Promise<readonly number[]> {
  await openPlayground(page);
  await page.evaluate(`{
    globalThis.times = [];
    let start;
    addEventListener('keydown', () => { start = performance.now(); }, true);
    const status = document.getElementById('status');
    new MutationObserver(() => {
      if (status.ariaBusy === 'false') times.push(performance.now() - start);
    }).observe(status, { attributes: true });
  }`);
  await page.locator('#editor .cm-line').filter({ hasText: 'port: 8080' }).first().click();
  await page.keyboard.press('End');
  const compiled = async () => Number(await page.locator('body').getAttribute('data-compiled'));
  for (let letter = 0; letter < WARM_UP + letters; letter++) {
    const before = await compiled();
    await page.keyboard.press(letter % 2 === 0 ? 'Backspace' : '0');
    await page.locator(`body[data-compiled="${before + 1}"]`).waitFor({ state: 'attached' });
    await page.locator('#status[aria-busy=false]').waitFor();
  }
  const times: number[] = await page.evaluate('times');
  return times.slice(-letters);
}

async function openPlayground(page: Page): Promise<void> {
  await page.goto(pathToFileURL(join(folder, 'playground.html')).href);
  await page
    .locator('#status[aria-busy=false]')
    .filter({ hasText: /^0 errors/ })
    .waitFor();
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function ms(time: number): string {
  return time.toFixed(0);
}

function goal(what: string, measured: number, most: number): void {
  row(what, `${ms(measured)} ms`, measured < most ? 'yes' : 'no');
}

function row(...cells: readonly string[]): void {
  print(tableLine(cells));
}

function print(text: string): void {
  printed.push(text);
  process.stdout.write(text);
}
