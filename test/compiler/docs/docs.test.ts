import { beforeAll, describe, expect, it } from 'vitest';
import { codes } from '../../../compiler/diagnostics/codes.ts';
import { guides } from '../../../compiler/docs/generated/guides.ts';
import { allSources } from '../../../schema/source/all-sources.ts';
import { runGuide } from '../../../scripts/docs/run-guide.ts';
import { schemaFields } from '../../schema/schema-fields.ts';
import { type Ran, run, textOf } from '../cli/run.ts';

const fields = [...allSources].flatMap(([kind, schema]) => schemaFields(kind, schema));
let ran: Ran;
let reference: string;

beforeAll(async () => {
  ran = await run(['docs', '--out', 'site']);
  reference = textOf(ran.host, 'site/reference.html');
}, 120_000);

describe('bitesize docs', () => {
  it('writes all pages and says where they are', () => {
    expect(ran.code).toBe(0);
    expect(ran.output).toMatch(/^site: \d+ files; open site\/index.html\n$/);
    for (const name of ['index.html', 'diagnostics.html', 'reference.md', 'diagnostics.md', 'llms.txt'])
      expect(textOf(ran.host, `site/${name}`).length, name).toBeGreaterThan(100);
  });

  it('keeps the reference below 1 MB', () => {
    expect(Buffer.byteLength(reference)).toBeLessThan(1_000_000);
  });

  it('shows every field with description, example, and what it becomes or why it becomes nothing', () => {
    const articles = new Map(
      [...reference.matchAll(/<article id="([^"]+)">(.*?)<\/article>/gs)].map(([, id, html = '']) => [
        id,
        html,
      ]),
    );
    const anchors = fields.map(({ kind, path }) => `${kind}.${path.replaceAll('[]', '')}`);
    expect([...articles.keys()].sort()).toEqual([...anchors].sort());
    for (const [anchor, html] of articles) {
      expect(html, anchor).toMatch(/<p class="about">[^<]*\S/);
      const shared = /Example and what it becomes: <a href="#([^"]+)"/.exec(html)?.[1];
      const shown = (shared === undefined ? html : articles.get(shared)) ?? '';
      expect(shown, anchor).toMatch(/Example<\/p><div class="code"><pre>[\s\S]+Becomes<\/p><(figure|p)>.+/);
    }
  });

  it('finds lines of output for most fields', () => {
    const becoming = reference.match(/Becomes<\/p><figure>/g)?.length ?? 0;
    const nothing = reference.match(/Becomes<\/p><p>/g)?.length ?? 0;
    expect(becoming).toBeGreaterThan(2.5 * nothing);
  });

  it('shows the lines that more replicas become', () => {
    const [, html = ''] =
      /<article id="environments.environments.services.replicas">(.*?)<\/article>/s.exec(reference) ?? [];
    expect(html).toContain('50-deployment-web.yaml');
    expect(html).toMatch(/\+ +replicas: 2/);
  });

  it('has the page of every diagnostic', () => {
    const page = textOf(ran.host, 'site/diagnostics.html');
    for (const code of Object.keys(codes)) expect(page).toContain(`<article id="${code}">`);
  });

  it('links diagnostics and fields both ways', () => {
    expect(reference).toContain('<a href="diagnostics.html#check/hpa-replicas">');
    expect(textOf(ran.host, 'site/diagnostics.html')).toContain(
      '<a href="reference.html#environments.environments.services.hpa.min_replicas">',
    );
  });

  it('has no broken link and no link that leaves the site', () => {
    const names = [
      'index.html',
      'reference.html',
      'diagnostics.html',
      ...Object.keys(guides).map((name) => `guides/${name}.html`),
    ];
    for (const name of names) {
      const html = textOf(ran.host, `site/${name}`).replace(/<script>.*?<\/script>/s, '');
      for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"]+)"/g)) {
        const { pathname, hash, host } = new URL(href, `http://site/${name}`);
        expect(host, `${name}: ${href}`).toBe('site');
        const target = textOf(ran.host, `site${pathname}`);
        expect(target, `${name}: ${href}`).not.toBe('');
        if (hash !== '') expect(target.includes(`id="${hash.slice(1)}"`), `${name}: ${href}`).toBe(true);
      }
    }
  });

  it('gives the same bytes each time', async () => {
    const again = await run(['docs', '--out', 'site']);
    expect(textOf(again.host, 'site/reference.html') === reference).toBe(true);
  }, 120_000);
});

describe.each(Object.entries(guides))('the guide %s', (_, text) => {
  it('has commands that work and print what it says', async () => {
    const { text: now, commands } = await runGuide(text);
    expect(commands.filter(({ code }) => code !== 0 && code !== 1 && code !== 4)).toEqual([]);
    expect(now).toBe(text);
  });
});
