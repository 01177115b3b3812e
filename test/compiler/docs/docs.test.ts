import { beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../../compiler/cli/program.ts';
import { allCodes } from '../../../compiler/diagnostics/codes.ts';
import { guides } from '../../../compiler/docs/generated/guides.ts';
import { guideNames } from '../../../compiler/docs/guide-list.ts';
import { listFields } from '../../../compiler/docs/list-fields.ts';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';
import type { SchemaNode } from '../../../schema/schema-node.ts';
import { allSources } from '../../../schema/source/all-sources.ts';
import { docsSite } from '../../bundle/bundled-command.ts';
import { schemaFields } from '../../schema/schema-fields.ts';
import { type Ran, run, textOf } from '../cli/run.ts';

const fields = [...allSources].flatMap(([kind, schema]) => schemaFields(kind, schema));
const listed = listFields();
const markdown = ['reference.md', 'jobs-reference.md', 'diagnostics.md', 'commands.md', 'llms.txt'];

let ran: Ran;
let reference: string;
let jobsReference: string;

beforeAll(async () => {
  ran = await run(['docs', '--out', 'site']);
  reference = textOf(ran.host, 'site/reference.html');
  jobsReference = textOf(ran.host, 'site/jobs-reference.html');
}, 120_000);

describe('bitesize docs', () => {
  it('writes all pages and says where they are', () => {
    expect(ran.code).toBe(0);
    expect(ran.output).toMatch(/^site: \d+ files; open site\/index.html\n$/);
    for (const name of ['index.html', 'diagnostics.html', 'commands.html', 'search.js', ...markdown])
      expect(textOf(ran.host, `site/${name}`).length, name).toBeGreaterThan(100);
  });

  it('keeps the reference below 1 MB', () => {
    expect(Buffer.byteLength(reference)).toBeLessThan(1_000_000);
  });

  it('keeps the reference of jobs below 3.5 MB', () => {
    expect(Buffer.byteLength(jobsReference)).toBeLessThan(3_500_000);
  });

  it('lists every field of the four specs, and of jobs each definition once', () => {
    const anchors = fields.map(({ kind, path }) => `${kind}.${path.replaceAll('[]', '')}`);
    const ofJobs = (anchor: string) => anchor.startsWith('jobs.');
    const shown = listed.map(({ anchor }) => anchor);
    expect(shown.filter((anchor) => !ofJobs(anchor)).sort()).toEqual(
      anchors.filter((anchor) => !ofJobs(anchor)).sort(),
    );
    expect(new Set(shown).size).toBe(shown.length);
    // What holds itself is gone through to another depth here than in the list: definitions are compared, not paths.
    const texts = new Map<SchemaNode, string>();
    const definition = ({ owner, name }: { readonly owner: SchemaNode; readonly name: string }) => {
      const text = texts.get(owner) ?? JSON.stringify(owner['x-kinds'] ?? owner.properties);
      texts.set(owner, text);
      return `${name} ${text}`;
    };
    const definitions = new Set(listed.map(definition));
    const missing = fields.filter((field) => !definitions.has(definition(field)));
    expect(missing.map(({ kind, path }) => `${kind}.${path}`)).toEqual([]);
  });

  it.each([
    ['reference.html', (kind: string) => kind !== 'jobs'],
    ['jobs-reference.html', (kind: string) => kind === 'jobs'],
  ])(
    'shows in %s every field with description, example, and what it becomes or why it becomes nothing',
    (page, isOnPage) => {
      const articles = new Map(
        [...textOf(ran.host, `site/${page}`).matchAll(/<article id="([^"]+)">(.*?)<\/article>/gs)].map(
          ([, id, html = '']) => [id, html],
        ),
      );
      const anchors = listed.filter(({ kind }) => isOnPage(kind)).map(({ anchor }) => anchor);
      expect([...articles.keys()].sort()).toEqual([...anchors].sort());
      for (const [anchor, html] of articles) {
        expect(html, anchor).toMatch(/<p class="about">[^<]*\S/);
        const shared = /Example and what it becomes: <a href="#([^"]+)"/.exec(html)?.[1];
        const shown = (shared === undefined ? html : articles.get(shared)) ?? '';
        expect(shown, anchor).toMatch(/Example<\/p><div class="code"><pre>[\s\S]+Becomes<\/p><(figure|p)>.+/);
      }
    },
  );

  it('finds lines of output for most fields', () => {
    const becoming = reference.match(/Becomes<\/p><figure>/g)?.length ?? 0;
    const nothing = reference.match(/Becomes<\/p><p>/g)?.length ?? 0;
    expect(becoming).toBeGreaterThan(2.5 * nothing);
  });

  it('finds lines of output for 45 % of the fields of jobs that have an example of their own', () => {
    const becoming = jobsReference.match(/Becomes<\/p><figure>/g)?.length ?? 0;
    const nothing = jobsReference.match(/Becomes<\/p><p>/g)?.length ?? 0;
    expect(becoming).toBeGreaterThan(0.45 * (becoming + nothing));
  });

  it('leads from each page of the reference to the other one', () => {
    expect(reference).toContain('<a href="jobs-reference.html#jobs">');
    for (const kind of ['build', 'application', 'environments', 'jenkins'])
      expect(jobsReference).toContain(`<a href="reference.html#${kind}">`);
    for (const page of ['index.html', 'llms.txt'])
      expect(textOf(ran.host, `site/${page}`)).toMatch(/jobs-reference\.(html|md)/);
  });

  it('leads from the settings of controllers that projects share to those of projects', () => {
    const [, html = ''] =
      /<article id="controllers.controllers.jenkins.lts">(.*?)<\/article>/s.exec(reference) ?? [];
    expect(html).toContain('<a href="#jenkins.jenkins.lts">');
    const [, fleet = ''] =
      /<article id="controllers.controllers.secrets">(.*?)<\/article>/s.exec(reference) ?? [];
    expect(fleet).toContain('a whole fleet');
  });

  it('shows the lines that more replicas become', () => {
    const [, html = ''] =
      /<article id="environments.environments.services.replicas">(.*?)<\/article>/s.exec(reference) ?? [];
    expect(html).toContain('50-deployment-web.yaml');
    expect(html).toMatch(/\+ +replicas: 2/);
  });

  it('has the page of every diagnostic', () => {
    const page = textOf(ran.host, 'site/diagnostics.html');
    for (const code of allCodes()) expect(page).toContain(`<article id="${code}">`);
  });

  it('links diagnostics and fields both ways', () => {
    expect(reference).toContain('<a href="diagnostics.html#check/hpa-replicas">');
    expect(textOf(ran.host, 'site/diagnostics.html')).toContain(
      '<a href="reference.html#environments.environments.services.hpa.min_replicas">',
    );
  });

  it('has no broken link and no link that leaves the site', () => {
    // A page is read once: thousands of links lead to the largest.
    const known = new Map<string, ReadonlySet<string | undefined> | undefined>();
    const placesOf = (path: string) => {
      if (known.has(path)) return known.get(path);
      const text = textOf(ran.host, path);
      const found =
        text === '' ? undefined : new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      known.set(path, found);
      return found;
    };
    const names = [
      'index.html',
      'reference.html',
      'jobs-reference.html',
      'diagnostics.html',
      'commands.html',
      ...Object.keys(guides).map((name) => `guides/${name}.html`),
    ];
    for (const name of names) {
      const html = textOf(ran.host, `site/${name}`).replace(/<script>.*?<\/script>/s, '');
      for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"]+)"/g)) {
        const { pathname, hash, host } = new URL(href, `http://site/${name}`);
        expect(host, `${name}: ${href}`).toBe('site');
        const target = `site${pathname}`;
        // Only the bundled command has the playground: its own test looks for it.
        if (pathname === '/playground.html') continue;
        const places = placesOf(target);
        expect(places, `${name}: ${href}`).toBeDefined();
        if (hash !== '') expect(places?.has(hash.slice(1)), `${name}: ${href}`).toBe(true);
      }
    }
  });

  it('marks every line that goes, and no line of an example', () => {
    const figures = [...reference.matchAll(/<figure><figcaption>[^<]*<\/figcaption>.*?<\/figure>/gs)];
    const lines = figures.flatMap(([html]) => html.replace(/^.*?<pre>|<\/pre>.*$/gs, '').split('\n'));
    expect(lines.length).toBeGreaterThan(1000);
    for (const line of lines) {
      if (line.startsWith('<del>')) expect(line).toMatch(/^<del>-.*<\/del>$/);
      else if (line.startsWith('<ins>')) expect(line).toMatch(/^<ins>\+.*<\/ins>$/);
      else expect(line).toMatch(/^ {2}\(\d+ more lines\)$/);
    }
    const examples = [...reference.matchAll(/Example<\/p><div class="code"><pre>(.*?)<\/pre>/gs)];
    for (const [html] of examples) expect(html).not.toMatch(/<(ins|del)>/);
  });

  it('gives the allowed values of a field in the Markdown, too', () => {
    const text = textOf(ran.host, 'site/reference.md');
    const section = text.split('## build.components.dependencies.type\n')[1]?.split('\n## ')[0] ?? '';
    expect(section).toContain('Values:\n\n- `debian-package`: A Debian package');
    expect(section).toMatch(/- `gem-package`: .*\n- `pip-package`: /);
    for (const [, values = ''] of text.matchAll(
      /one of the values below.*\n\n(?:(?:Old|No effect)[^\n]*\n\n)*(.*)/g,
    ))
      expect(values).toBe('Values:');
  });

  it('has every command with every argument and option, and what holds without it', () => {
    const [html, text] = ['html', 'md'].map((form) => textOf(ran.host, `site/commands.${form}`));
    for (const command of createProgram(createMemoryHost(), () => {}).commands) {
      expect(html).toContain(`<article id="${command.name()}">`);
      for (const { long } of command.options) {
        expect(html).toContain(`<div id="${command.name()}${long}">`);
        expect(text).toMatch(new RegExp(`^- \`[^\`]*${long}\\b`, 'm'));
      }
    }
    expect(text).toContain('## bitesize plugins why\n');
    expect(text).toContain("- `--branch <name>`: branch that is built (default: the checkout's own)");
    expect(text).toContain('(one of `error`, `warn`; default: `error`)');
    expect(text).toContain('- `--root <folder>`');
  });

  it('says on each guide where one is, and which guide comes before and after', () => {
    const html = textOf(ran.host, 'site/guides/node-service.html');
    expect(html).toContain('<a href="node-service.html" aria-current="page">');
    expect(html).toMatch(
      /<a rel="prev" href="first-project.html">.*<a rel="next" href="annotated-specs.html">/,
    );
    const index = textOf(ran.host, 'site/index.html');
    const links = [...index.matchAll(/href="guides\/([\w-]+)\.html"/g)].map(([, name]) => name);
    expect(links).toEqual(guideNames);
  });

  it('gives the same bytes each time, in a process of its own, too', async () => {
    const again = await docsSite();
    expect(again.size).toBeGreaterThan(50);
    const differing = [...again].filter(([path, text]) => textOf(ran.host, `site/${path}`) !== text);
    // Only the bundled command has the playground.
    expect(differing.map(([path]) => path)).toEqual(['playground.html']);
  });
});
