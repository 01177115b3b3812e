import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compileFully } from '../../compiler/compile.ts';
import { linkOf } from '../../compiler/playground/shared-state.ts';
import { docsSite } from '../bundle/bundled-command.ts';
import { chromiumArgs, chromiumPath } from './chromium.ts';

const root = join(import.meta.dirname, '../..');
const site = mkdtempSync(join(tmpdir(), 'bitesize-playground-'));
const pictures = join(root, 'out/screenshots');
const axe = join(root, 'node_modules/axe-core/axe.min.js');
const address = pathToFileURL(join(site, 'playground.html')).href;
const exampleNames = ['application', 'build', 'environments', 'jenkins'].map((kind) => `${kind}.bitesize`);

let browser: Browser;
let context: BrowserContext;
let page: Page;
let problems: string[];

beforeAll(async () => {
  writeFileSync(join(site, 'playground.html'), (await docsSite()).get('playground.html') ?? '');
  mkdirSync(pictures, { recursive: true });
  browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumArgs] });
});

afterAll(async () => {
  await browser?.close();
  rmSync(site, { recursive: true });
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  // Nothing is asked for, and nothing would be answered.
  await context.setOffline(true);
  page = await context.newPage();
  problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) problems.push(`request to ${request.url()}`);
  });
});

afterEach(async () => {
  await context.close();
  expect(problems).toEqual([]);
});

/** Waits until what is in the editors is compiled and the status says what is expected. */
const status = (expected: RegExp, of: Page = page) =>
  of.locator('#status[aria-busy=false]').filter({ hasText: expected }).waitFor({ state: 'visible' });
const notice = (expected: RegExp) =>
  page.locator('#notice').filter({ hasText: expected }).waitFor({ state: 'visible' });
const compiled = () => status(/^0 errors/);
const open = async (hash = '') => {
  await page.goto(`${address}${hash}`);
  await compiled();
};
const editor = () => page.locator('#editor .cm-content');
const output = () => page.locator('#text .cm-content');
const followed = () => page.locator('#follow-text').textContent();

const sample = () =>
  exampleNames.map((name) => ({
    name,
    text: readFileSync(join(root, 'examples/sample-app', name), 'utf8'),
  }));

/** Puts the cursor at the start of a word of the file that is open, and looks for it by the search of the editor. */
async function find(words: string): Promise<void> {
  await editor().focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await page.locator('.cm-search [name=search]').pressSequentially(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

it('compiles an example as the library does, and shows the file that says most', async () => {
  await open();
  const { artifacts } = await compileFully(sample());
  expect(await page.locator('#status').textContent()).toContain(`${artifacts.length} files of output`);
  const files = page.locator('#tree [role=treeitem]:not([aria-expanded])');
  expect(await files.count()).toBe(artifacts.length);
  expect(await output().textContent()).toContain('kind: Deployment');
  await page.screenshot({ path: join(pictures, 'playground.png') });
});

describe('a mistake', () => {
  it('is shown where it is typed, mended by a click, and the output changes', async () => {
    await open();
    await find('replicas: 1');
    await page.keyboard.type('replcas: 3');
    await status(/^[1-9]\d* error/);
    const finding = page.locator('#findings li.error').first();
    expect(await finding.textContent()).toContain('schema/unknown-field');
    expect(await finding.textContent()).toContain('replicas');
    await page.locator('#editor .cm-lint-marker-error').first().waitFor();
    await page.locator('#editor .cm-lintRange-error').first().hover();
    await page.locator('.cm-tooltip-lint').filter({ hasText: 'schema/unknown-field' }).waitFor();
    await page.screenshot({ path: join(pictures, 'playground-finding.png') });
    await finding.getByRole('button', { name: /^Fix: / }).click();
    await compiled();
    expect(await editor().textContent()).toContain('replicas: 3');
    await page.locator('[data-tab=changes]').click();
    await page.locator('#changes').filter({ hasText: 'spec.replicas: 1 -> 3' }).waitFor();
    expect(await page.locator('#changes ins').allInnerTexts()).toContain('+  replicas: 3');
    await page.screenshot({ path: join(pictures, 'playground-changes.png') });
  });

  it('is mended from the message in the editor as well', async () => {
    await open();
    await find('replicas: 1');
    await page.keyboard.type('replcas: 3');
    await page.locator('#editor .cm-lintRange-error').first().hover();
    await page.locator('.cm-tooltip-lint .cm-diagnosticAction').first().click();
    await compiled();
    expect(await editor().textContent()).toContain('replicas: 3');
  });

  it('in another file is counted at its tab and leads there', async () => {
    await open();
    await page.locator('[data-tab="build.bitesize"]').click();
    await find('components:');
    await page.keyboard.type('componets:');
    await status(/^[1-9]\d* error/);
    await page.locator('[data-tab="environments.bitesize"]').click();
    await page.locator('[data-tab="build.bitesize"] small').waitFor();
    await page.locator('#findings .place').filter({ hasText: 'build.bitesize:' }).first().click();
    expect(await page.locator('#files [aria-selected=true]').getAttribute('data-tab')).toBe('build.bitesize');
  });
});

describe('a line', () => {
  it('of a spec marks what it makes, and leads there and back by the keyboard', async () => {
    await open();
    await find('port: 8080');
    await page
      .locator('#follow-text')
      .filter({ hasText: /makes \d+ lines in \d+ files/ })
      .waitFor();
    expect(await page.locator('#tree .marked small').count()).toBeGreaterThan(0);
    await page.keyboard.press('Alt+Enter');
    await page.locator('#text:focus-within').waitFor();
    expect(await page.locator('#text .cm-marked').first().textContent()).toContain('8080');
    await page.screenshot({ path: join(pictures, 'playground-line.png') });
    await page.keyboard.press('Alt+Enter');
    await page.locator('#editor:focus-within').waitFor();
    expect(await page.locator('#editor .cm-activeLine').textContent()).toContain('8080');
  });

  it('of the output marks where it comes from', async () => {
    await open();
    await output().focus();
    const row = page.locator('#text .cm-line').filter({ hasText: 'replicas: 1' });
    await row.click();
    await page.locator('#following .place').first().waitFor();
    expect(await followed()).toContain('comes from');
    await page.locator('#following .place').first().click();
    expect(await page.locator('#editor .cm-activeLine').textContent()).toContain('replicas: 1');
  });

  it('under the pointer does the same', async () => {
    await open();
    await page.locator('#editor .cm-line').filter({ hasText: 'port: 8080' }).first().hover();
    await page
      .locator('#follow-text')
      .filter({ hasText: /makes \d+ lines/ })
      .waitFor();
    await page.locator('#text .cm-line').filter({ hasText: 'replicas: 1' }).hover();
    await page.locator('#editor .cm-marked').filter({ hasText: 'replicas: 1' }).first().waitFor();
  });
});

it('says in the editor what a field means', async () => {
  await open();
  await page
    .locator('#editor .cm-line')
    .filter({ hasText: 'replicas: 1' })
    .first()
    .getByText('replicas')
    .hover();
  await page.locator('.cm-tooltip .tip').filter({ hasText: 'Number of pods' }).waitFor();
});

it('completes fields and values, and says what they mean', async () => {
  await open();
  const offered = page.locator('.cm-tooltip-autocomplete li');
  await find('replicas: 1');
  await page.keyboard.type('repl');
  await offered.filter({ hasText: /^replicas/ }).click();
  await page.keyboard.press('End');
  expect(await page.locator('#editor .cm-activeLine').textContent()).toMatch(/^ +replicas:/);
  await page.keyboard.press('Control+z');
  await find('method: rolling-upgrade');
  await page.keyboard.type('method: ');
  await page.keyboard.press('Control+Space');
  await offered.filter({ hasText: 'bluegreen' }).waitFor();
  await page.locator('.cm-completionInfo').filter({ hasText: /\w/ }).waitFor();
});

it('draws the pipeline, whose boxes lead to the specs', async () => {
  await open();
  await page.locator('[data-tab=pipeline]').click();
  const box = page.locator('#pipeline [role=button][aria-label="deploy Production"]');
  await box.waitFor();
  await page.screenshot({ path: join(pictures, 'playground-pipeline.png') });
  await box.press('Enter');
  expect(await page.locator('#editor .cm-activeLine').textContent()).toContain('Production');
});

describe('a link', () => {
  it('holds what was typed', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open();
    await find('replicas: 1');
    await page.keyboard.type('replicas: 7');
    await compiled();
    await page.locator('#share').click();
    await notice(/^The link is copied/);
    const link = page.url();
    expect(link).toMatch(/#v1\.[\w-]+$/);
    const other = await context.newPage();
    await other.goto(link);
    await status(/^0 errors/, other);
    await other.locator('[data-tab=changes]').click();
    await other.locator('#changes').filter({ hasText: 'spec.replicas: 1 -> 7' }).waitFor();
  });

  it.each(['#v1.AAAA', '#%3Cimg%20src=x%20onerror=alert(1)%3E', '#v1.'.padEnd(500_000, 'A')])(
    'that cannot be read leads to an example: %.40s',
    async (hash) => {
      await page.goto(`${address}${hash}`);
      await compiled();
      await notice(/^The link cannot be read/);
      expect(await page.locator('#files [role=tab]').count()).toBe(4);
    },
  );

  it('that cannot be read leaves what is there', async () => {
    await open();
    await find('replicas: 1');
    await page.keyboard.type('replicas: 7');
    await page.goto(`${address}#v1.AAAA`);
    await notice(/^The link cannot be read; what was here is left/);
    expect(await editor().textContent()).toContain('replicas: 7');
  });

  it('brings no markup onto the page', async () => {
    const attack = `<img src=x onerror="globalThis.hit=1"><script>globalThis.hit=1</script>`;
    const text = `project: '${attack}'\ncomponents:\n  - name: '${attack}'\n    ${attack}: 1\n`;
    const link = linkOf({ example: attack, files: [{ name: 'build.bitesize', text }] });
    await page.goto(`${address}#${link}`);
    await status(/^[1-9]\d* error/);
    for (const view of ['pipeline', 'changes', 'output']) {
      await page.locator(`[data-tab=${view}]`).click();
      await page.locator(`#${view}:not([hidden])`).waitFor();
    }
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.evaluate('globalThis.hit')).toBeUndefined();
  });
});

it('lets nothing be asked of any address', async () => {
  await open();
  const refused = await page.evaluate(`(async () => {
    const told = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => told.push(effectiveDirective));
    await fetch('https://example.com/').catch(() => {});
    new Image().src = 'https://example.com/';
    await new Promise((resolve) => setTimeout(resolve, 100));
    return told;
  })()`);
  expect(refused).toEqual(['connect-src', 'img-src']);
  // What was tried is told, and so is that it was refused.
  problems = problems.filter((text) => !/Content Security Policy|^request to https:\/\/example/.test(text));
});

it('is downloaded as a zip, specs and output', async () => {
  await open();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#download').click()]);
  expect(download.suggestedFilename()).toBe('sample-app.zip');
  const files = unzipSync(readFileSync(await download.path()));
  for (const { name, text } of sample()) expect(strFromU8(files[name] ?? new Uint8Array())).toBe(text);
  const { artifacts } = await compileFully(sample());
  const output = Object.entries(files).filter(([path]) => path.startsWith('output/'));
  expect(Object.fromEntries(output.map(([path, bytes]) => [path, strFromU8(bytes)]))).toEqual(
    Object.fromEntries(artifacts.map(({ path, content }) => [`output/${path}`, content.text])),
  );
});

it.each(['web-service', 'docs-site', 'own-jobs'])('has the example %s, without errors', async (name) => {
  await open();
  await page.locator('#example').selectOption(name);
  await page
    .locator('#files [role=tab]')
    .filter({ hasText: name === 'own-jobs' ? 'jobs.bitesize' : 'build' })
    .waitFor();
  await compiled();
});

it('takes new files and lets go of them', async () => {
  await open();
  await page.locator('#add').click();
  await page.locator('#new-name').fill('../jobs.bitesize');
  await page.keyboard.press('Enter');
  expect(await page.locator('#adder').isVisible()).toBe(true);
  await page.locator('#new-name').fill('jobs.bitesize');
  await page.keyboard.press('Enter');
  await editor().focus();
  await page.keyboard.type('project: other');
  await status(/^[1-9]\d* error/);
  await page.locator('#remove').click();
  await compiled();
  expect(await page.locator('#files [role=tab]').count()).toBe(4);
});

it('goes on when the compiler is ended', async () => {
  await page.addInitScript(`{
    const Real = Worker;
    globalThis.workers = [];
    globalThis.Worker = class extends Real {
      constructor(url) { super(url); workers.push(this); }
      postMessage(question) { if (!globalThis.mute) super.postMessage(question); }
    };
    const later = setTimeout;
    globalThis.setTimeout = (act, after, ...rest) => later(act, after === 15000 ? 6000 : after, ...rest);
  }`);
  await page.goto(address);
  await compiled();
  await page.evaluate('globalThis.mute = true');
  await find('replicas: 1');
  await page.keyboard.type('replicas: 5');
  await page
    .locator('#status')
    .filter({ hasText: /was ended/ })
    .waitFor();
  await page.evaluate('globalThis.mute = false');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('4');
  await compiled();
  expect(await page.evaluate('workers.length')).toBeGreaterThan(1);
});

it('compiles in the page where no worker may be started', async () => {
  await page.addInitScript(`globalThis.Worker = class { constructor() { throw new Error('no workers'); } };`);
  await open();
  await page.locator('[data-tab=pipeline]').click();
  await page.locator('#pipeline svg').waitFor();
});

it('is used with the keyboard alone', async () => {
  await open();
  await page.locator('#files [aria-selected=true]').focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('#files [aria-selected=true]').getAttribute('data-tab')).toBe('jenkins.bitesize');
  for (
    let step = 0;
    step < 4 && !(await page.evaluate('document.activeElement.closest("#editor") !== null'));
    step++
  )
    await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.closest("#editor") !== null')).toBe(true);
  // Tab leaves the editor again.
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.closest("#editor") === null')).toBe(true);
  const tree = page.locator('#tree [tabindex="0"]');
  await tree.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  expect(await page.evaluate('document.activeElement.getAttribute("aria-expanded")')).toBe('false');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const chosen = await page.locator('#tree [aria-selected=true]').getAttribute('data-path');
  expect(await page.locator('#path').textContent()).toBe(chosen);
});

it('fits a narrow screen', async () => {
  await page.setViewportSize({ width: 375, height: 720 });
  await open();
  for (const view of ['pipeline', 'changes', 'output']) {
    await page.locator(`[data-tab=${view}]`).click();
    await page.locator(`#${view}:not([hidden])`).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth'), view).toBeLessThanOrEqual(375);
  }
  await page.screenshot({ path: join(pictures, 'playground-narrow.png'), fullPage: true });
});

it.each(['light', 'dark'] as const)('has nothing that axe finds, %s', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  await open();
  await find('replicas: 1');
  await page.keyboard.type('replcas: 3');
  await status(/^[1-9]\d* error/);
  await page.locator('[data-tab=pipeline]').click();
  await page.locator('#pipeline svg').waitFor();
  await page.locator('[data-tab=output]').click();
  await page.screenshot({ path: join(pictures, `playground-${colorScheme}.png`) });
  // The policy of the page lets nobody add a script: axe comes from outside of it.
  await page.evaluate(readFileSync(axe, 'utf8'));
  const violations = await page.evaluate(
    'axe.run("html").then((result) => result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`))',
  );
  expect(violations).toEqual([]);
});
