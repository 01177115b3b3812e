import { defects } from './defects.ts';
import { diagnosticsPage } from './diagnostics-page.ts';
import { guides } from './generated/guides.ts';
import { pageScript } from './generated/page-script.ts';
import { pictures } from './generated/pictures.ts';
import { pageHtml } from './html.ts';
import { blockMarkdown } from './markdown.ts';
import { diagnosticsMarkdown, llmsText, referenceMarkdown } from './markdown-forms.ts';
import { referenceEntries } from './reference.ts';
import { referencePage } from './reference-page.ts';

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
