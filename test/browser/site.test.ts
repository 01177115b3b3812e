import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commandDocs } from '../../compiler/cli/command-docs.ts';
import { createProgram } from '../../compiler/cli/program.ts';
import { docsFiles } from '../../compiler/docs/docs-files.ts';
import { createMemoryHost } from '../../compiler/host/memory-host.ts';
import { chromiumArgs, chromiumPath } from './chromium.ts';

const site = mkdtempSync(join(tmpdir(), 'bitesize-site-'));
const pictures = join(import.meta.dirname, '../../out/screenshots');
const axe = join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js');
const replicas = 'environments.environments.services.replicas';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let problems: string[];

beforeAll(async () => {
  for (const [name, text] of docsFiles(commandDocs(createProgram(createMemoryHost(), () => {})))) {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), text);
  }
  mkdirSync(pictures, { recursive: true });
  browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumArgs] });
});

afterAll(async () => {
  await browser?.close();
  rmSync(site, { recursive: true });
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) problems.push(`request to ${request.url()}`);
  });
});

afterEach(async () => {
  await context.close();
  expect(problems).toEqual([]);
});

const open = (name: string, hash = '') => page.goto(`${pathToFileURL(join(site, name)).href}${hash}`);
/** What the search shows, once its index is there. */
const found = async () => {
  await page.locator('[role=option], #nothing:not([hidden])').first().waitFor();
  return page.locator('[role=option]').allInnerTexts();
};

describe('search', () => {
  it.each([
    ['a path', 'environments.services.replicas'],
    ['a name', 'replicas'],
    ['words', 'number of pods hpa decides'],
    ['a misspelling', 'replcas'],
  ])('finds a field by %s', async (_, words) => {
    await open('reference.html');
    await page.keyboard.press('/');
    await page.keyboard.type(words);
    expect((await found()).slice(0, 4).join('\n')).toContain('environments.services.replicas');
  });

  it('is used with the keyboard alone', async () => {
    await open('reference.html');
    await page.keyboard.press('/');
    await page.keyboard.type('replicas');
    await found();
    const second = await page.locator('[role=option]').nth(1).getAttribute('data-address');
    await page.keyboard.press('ArrowDown');
    await page.screenshot({ path: join(pictures, 'search.png') });
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => decodeURI(url.href).endsWith(`/${second}`));
    expect(await page.locator('#results').isHidden()).toBe(true);
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    expect(await page.locator('#search').inputValue()).toBe('');
  });
});

describe('search from any page', () => {
  it.each(['index.html', 'guides/agents.html', 'diagnostics.html', 'commands.html'])(
    'answers a question on %s and leads to the answer',
    async (name) => {
      await open(name);
      await page.keyboard.press('/');
      await page.keyboard.type('why is my build waiting');
      expect((await found())[0]).toContain('Why is my build waiting');
      await page.keyboard.press('Enter');
      await page.waitForURL(/guides\/waiting-builds\.html#/);
      expect(await page.locator('h1').textContent()).toBe('Why is my build waiting');
    },
  );

  it('says that it finds nothing, and what to try', async () => {
    await open('index.html');
    await page.keyboard.press('/');
    await page.keyboard.type('xylophone');
    expect(await found()).toEqual([]);
    expect(await page.locator('#nothing').textContent()).toMatch(/^Nothing fits “xylophone”\. Try fewer/);
    await page.keyboard.press('Escape');
    expect(await page.locator('#nothing').isHidden()).toBe(true);
  });

  it.each(['light', 'dark'] as const)('has results that axe finds nothing in, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open('index.html');
    await page.keyboard.press('/');
    await page.keyboard.type('postgres');
    await found();
    await page.screenshot({ path: join(pictures, `results-${colorScheme}.png`) });
    await page.addScriptTag({ path: axe });
    expect(await page.evaluate('axe.run("#results, header").then(({ violations }) => violations)')).toEqual(
      [],
    );
  });
});

it.each([
  ['reference.html', replicas, replicas],
  [
    'reference.html',
    'environments.environments.services.readiness_probe.handler.http_get.path',
    'environments.environments.services.readiness_probe',
  ],
  ['jobs-reference.html', 'jobs.jobs.freestyle.builders.shell.command', 'jobs.jobs.freestyle.builders'],
  ['commands.html', 'check--watch', 'check'],
  ['diagnostics.html', 'check/jenkins-cron', 'check/jenkins-cron'],
])('shows in the list at the side of %s where one is: %s', async (name, place, marked) => {
  await open(name, `#${place}`);
  const current = page.locator('.side a[aria-current="true"]');
  expect(await current.count()).toBe(1);
  expect(await current.getAttribute('href')).toBe(`#${marked}`);
  expect(await current.isVisible()).toBe(true);
});

it('goes to the place that an address names', async () => {
  await open('reference.html', `#${replicas}`);
  const top = (await page.locator(`[id="${replicas}"]`).boundingBox())?.y ?? -1;
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(200);
});

it('copies an example', async () => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open('reference.html', `#${replicas}`);
  const button = page.locator(`[id="${replicas}"] .code button`).first();
  await button.click();
  await page.waitForFunction((element) => element?.textContent === 'Copied', await button.elementHandle());
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe('replicas: 2');
});

it('keeps the theme that was chosen', async () => {
  await open('reference.html');
  const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const light = await background();
  await page.click('#theme');
  expect(await background()).not.toBe(light);
  await page.reload();
  expect(await background()).not.toBe(light);
});

it('is shown before any of its scripts runs, and is one file', async () => {
  await open('reference.html');
  const before = `[...document.querySelectorAll('script, link[rel=stylesheet]')]
    .filter((each) => each.compareDocumentPosition(document.querySelector('main')) & Node.DOCUMENT_POSITION_FOLLOWING)
    .map((each) => each.outerHTML.slice(0, 200))`;
  expect(await page.evaluate(before)).toEqual([]);
  expect(await page.evaluate('performance.getEntriesByType("resource").map(({ name }) => name)')).toEqual([]);
});

it('can be read without JavaScript', async () => {
  await context.close();
  context = await browser.newContext({ javaScriptEnabled: false });
  page = await context.newPage();
  await open('reference.html');
  expect(await page.locator(`[id="${replicas}"]`).textContent()).toContain('Number of pods');
  expect(await page.locator('#search').isHidden()).toBe(true);
});

const names = [
  'index.html',
  'reference.html',
  'jobs-reference.html',
  'diagnostics.html',
  'commands.html',
  'guides/moving.html',
  'guides/node-service.html',
  'guides/annotated-specs.html',
  'guides/output-map.html',
  'guides/first-project.html',
];

/** A page so long that axe takes minutes for all of it: a part that has what its other parts have, too. */
const partOf: Readonly<Record<string, string>> = {
  'jobs-reference.html': '[id="jobs.jobs.freestyle.builders.shell"]',
};

describe.each(names)('%s', (name) => {
  it('fits a narrow screen', async () => {
    await page.setViewportSize({ width: 375, height: 720 });
    await open(name);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    await page.screenshot({ path: join(pictures, `${name.replaceAll(/\W/g, '-')}-narrow.png`) });
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open(name);
    await page.screenshot({ path: join(pictures, `${name.replaceAll(/\W/g, '-')}-${colorScheme}.png`) });
    await page.addScriptTag({ path: axe });
    const violations = await page.evaluate(
      `axe.run(${JSON.stringify(partOf[name] ?? 'html')}).then((result) => result.violations.map(({ id, nodes }) => \`\${id}: \${nodes[0].html}\`))`,
    );
    expect(violations).toEqual([]);
  });
});
