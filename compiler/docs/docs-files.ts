import { codes, pageOf } from '../diagnostics/codes.ts';
import { defects } from './defects.ts';
import { allCodes } from './field-diagnostics.ts';
import { guides } from './generated/guides.ts';
import { pageScript } from './generated/page-script.ts';
import { pictures } from './generated/pictures.ts';
import { blockMarkdown, escapeHtml, pageHtml } from './html.ts';
import { type ReferenceEntry, referenceEntries } from './reference.ts';
import { exampleYaml, referencePage, searchBox, typeOf } from './reference-page.ts';

/** Returns the files of the site by path: pages that load nothing, and the same content as Markdown. */
export function docsFiles(): ReadonlyMap<string, string> {
  const entries = referenceEntries();
  const names = Object.keys(guides);
  return new Map([
    ['index.html', guidePage('index', names)],
    ['reference.html', referencePage(entries)],
    ['diagnostics.html', diagnosticsPage(entries)],
    ['reference.md', referenceMarkdown(entries)],
    ['diagnostics.md', diagnosticsMarkdown()],
    ['llms.txt', llmsText(names.map((name) => [name, titleOf(name)] as const))],
    ...names.map((name) => [`guides/${name}.html`, guidePage(name, names)] as const),
    ...names.map((name) => [`guides/${name}.md`, guideText(name)] as const),
  ]);
}

function guidePage(name: string, names: readonly string[]): string {
  const isIndex = name === 'index';
  const links = names
    .map((each) => `- [${titleOf(each)}](${isIndex ? 'guides/' : ''}${each}.html)`)
    .join('\n');
  const text = isIndex
    ? `# bitesize\n\nFour small specs become a whole Jenkins and the environments that it deploys to.\n\n## Guides\n\n${links}\n\n## Look up\n\n- [Reference](reference.html): every field, and what it becomes\n- [Diagnostics](diagnostics.html): what each finding means\n`
    : guideText(name);
  return pageHtml({
    title: isIndex ? 'Guides' : titleOf(name),
    up: isIndex ? '' : '../',
    body: blockMarkdown(text) + (isIndex ? picturesHtml() : ''),
    script: pageScript,
  });
}

function picturesHtml(): string {
  const figures = Object.entries(pictures).map(
    ([title, svg]) => `<figure><figcaption>${title}</figcaption>${svg}</figure>`,
  );
  return `<h2>Pictures</h2>\n${figures.join('\n')}`;
}

function titleOf(name: string): string {
  return /^# (.*)$/m.exec(guides[name] ?? '')?.[1] ?? name;
}

/** The text of a guide; the line `{defects}` stands for the table of the defects. */
function guideText(name: string): string {
  const rows = defects.map(({ id, where, before, now, codes }) => {
    const links = codes.map((code) => `[${code}](../diagnostics.html#${code})`).join(', ');
    return `| ${id} | ${where} | ${before} | ${now} | ${links} |`;
  });
  const table = [
    '| id | where | before | now | diagnostics |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  return (guides[name] ?? '').replace('{defects}', () => table);
}

/** Returns `diagnostics.html`: the text of `bitesize explain` for every code, with links to the fields. */
function diagnosticsPage(entries: readonly ReferenceEntry[]): string {
  const articles = allCodes().map((code) => {
    const fields = entries.filter((entry) => entry.codes.includes(code)).map(({ field }) => field);
    const links = fields.map(
      ({ anchor, path }) => `<a href="reference.html#${anchor}"><code>${escapeHtml(path)}</code></a>`,
    );
    const page = (pageOf(code) ?? '').replace(/^# .*\n/, '').replace(/^## /gm, '#### ');
    return `<article id="${code}"><h3><a href="#${code}"><code>${code}</code></a></h3>
<p class="facts">${codes[code].severity}${links.length > 0 ? ` · fields: ${links.join(', ')}` : ''}</p>
${blockMarkdown(page || codes[code].why).replace('<p>', '<p class="about">')}</article>`;
  });
  const list = allCodes().map((code) => `<li><a href="#${code}">${code}</a></li>`);
  return pageHtml({
    title: 'Diagnostics',
    up: '',
    body: `<h1>Diagnostics</h1>\n<p>What each finding means, with an example and the way out: the text of <code>bitesize explain</code>.</p>\n<h2>All ${list.length}</h2>\n${articles.join('\n')}`,
    side: `<ul>${list.join('')}</ul>`,
    tools: searchBox('Search diagnostics'),
    script: pageScript,
  });
}

/** Returns the reference as Markdown. */
function referenceMarkdown(entries: readonly ReferenceEntry[]): string {
  const parts = entries.map(({ field, becomes, codes: concern }) => {
    const { node } = field;
    const fallback =
      node.default === undefined ? (node['x-default'] ?? 'none') : `\`${JSON.stringify(node.default)}\``;
    const changes = becomes.changes.map(
      ({ path, lines }) => `${path}\n\n\`\`\`diff\n${lines.join('\n')}\n\`\`\``,
    );
    return [
      `## ${field.anchor}`,
      node.description,
      `${typeOf(field)}; ${field.isRequired ? 'required' : `default: ${fallback}`}`,
      node['x-dead'] && `No effect. ${node['x-dead']}`,
      concern.length > 0 && `Diagnostics: ${concern.join(', ')}`,
      field.sameAs && `Example and what it becomes: ${field.sameAs.anchor}`,
      field.sameAs === undefined && `\`\`\`yaml\n${exampleYaml(field.name, becomes.example)}\n\`\`\``,
      field.sameAs === undefined && (becomes.reason ?? `Becomes:\n\n${changes.join('\n\n')}`),
    ]
      .filter((part) => part)
      .join('\n\n');
  });
  return `# Reference\n\n${parts.join('\n\n')}\n`;
}

/** Returns the pages of all diagnostics as one Markdown text. */
function diagnosticsMarkdown(): string {
  const pages = allCodes().map((code) => pageOf(code)?.trimEnd() ?? `# ${code}\n\n${codes[code].why}`);
  return `${pages.join('\n\n')}\n`;
}

/** Returns `llms.txt`: what the site holds and where its Markdown forms are. Guides are pairs of name and title. */
function llmsText(guides: readonly (readonly [string, string])[]): string {
  return `# bitesize

> A compiler from four small YAML specs to a whole Jenkins and the Kubernetes environments that it deploys to.

## Guides

${guides.map(([name, title]) => `- [${title}](guides/${name}.md)`).join('\n')}

## Look up

- [Reference](reference.md): every field of the specs
- [Diagnostics](diagnostics.md): what each finding means
`;
}
