import { codeDefinition, pageOf } from '../diagnostics/codes.ts';
import { type CommandDoc, commandsMarkdown, commandsPage } from './commands-page.ts';
import { sortedCodes } from './field-diagnostics.ts';
import { pageScript } from './generated/page-script.ts';
import { guideGroups, guideNames, titleOf } from './guide-list.ts';
import { guidePage, indexPage } from './guide-pages.ts';
import { guideText } from './guide-text.ts';
import { blockMarkdown, escapeHtml, pageHtml } from './html.ts';
import { type ReferenceEntry, referenceEntries } from './reference.ts';
import { fieldMarkdown } from './reference-markdown.ts';
import { referencePage } from './reference-page.ts';
import { fieldAddress, referenceParts } from './reference-parts.ts';
import { searchDocuments } from './search/search-documents.ts';
import { searchBox } from './search-box.ts';

/**
 * Returns the files of the site by path: pages that need no network, the index of their search, which a page takes when
 * somebody searches, and the same content as Markdown. `commands` is what the command line says of itself.
 */
export function docsFiles(commands: readonly CommandDoc[]): ReadonlyMap<string, string> {
  const entries = referenceEntries();
  const parts = referenceParts.map((part) => ({
    part,
    inside: entries.filter(({ field }) => part.kinds.includes(field.kind)),
  }));
  return new Map([
    ['index.html', indexPage()],
    ...parts.map(({ part, inside }) => [`${part.name}.html`, referencePage(part, inside)] as const),
    ['diagnostics.html', diagnosticsPage(entries)],
    ['commands.html', commandsPage(commands)],
    ...parts.map(
      ({ part, inside }) =>
        [`${part.name}.md`, `# ${part.title}\n\n${inside.map(fieldMarkdown).join('\n\n')}\n`] as const,
    ),
    ['diagnostics.md', diagnosticsMarkdown()],
    ['commands.md', commandsMarkdown(commands)],
    ['search.js', `globalThis.bitesizeSearch=${JSON.stringify(searchDocuments(commands))};\n`],
    ['llms.txt', llmsText()],
    ...guideNames.map((name) => [`guides/${name}.html`, guidePage(name)] as const),
    ...guideNames.map((name) => [`guides/${name}.md`, guideText(name)] as const),
  ]);
}

/** Returns `diagnostics.html`: the text of `bitesize explain` for every code, with links to the fields. */
function diagnosticsPage(entries: readonly ReferenceEntry[]): string {
  const articles = sortedCodes().map((code) => {
    const fields = entries.filter((entry) => entry.codes.includes(code)).map(({ field }) => field);
    const links = fields.map(
      (field) => `<a href="${fieldAddress(field)}"><code>${escapeHtml(field.path)}</code></a>`,
    );
    const page = (pageOf(code) ?? '').replace(/^# .*\n/, '').replace(/^## /gm, '#### ');
    return `<article id="${code}"><h3><a href="#${code}"><code>${code}</code></a></h3>
<p class="facts">${codeDefinition(code).severity}${links.length > 0 ? ` · fields: ${links.join(', ')}` : ''}</p>
${blockMarkdown(page || codeDefinition(code).why).replace('<p>', '<p class="about">')}</article>`;
  });
  const list = sortedCodes().map((code) => `<li><a href="#${code}">${code}</a></li>`);
  return pageHtml({
    title: 'Diagnostics',
    up: '',
    body: `<h1>Diagnostics</h1>\n<p>What each finding means, with an example and the way out: the text of <code>bitesize explain</code>.</p>\n<h2>All ${list.length}</h2>\n${articles.join('\n')}`,
    side: `<ul>${list.join('')}</ul>`,
    tools: searchBox(''),
    script: pageScript,
  });
}

/** Returns the pages of all diagnostics as one Markdown text. */
function diagnosticsMarkdown(): string {
  const pages = sortedCodes().map(
    (code) => pageOf(code)?.trimEnd() ?? `# ${code}\n\n${codeDefinition(code).why}`,
  );
  return `${pages.join('\n\n')}\n`;
}

/** Returns `llms.txt`: what the site holds and where its Markdown forms are. */
function llmsText(): string {
  const groups = guideGroups.map(
    ({ title, names }) =>
      `## ${title}\n\n${names.map((name) => `- [${titleOf(name)}](guides/${name}.md)`).join('\n')}`,
  );
  return `# bitesize

> A compiler from four small YAML specs to a whole Jenkins and the Kubernetes environments that it deploys to.

${groups.join('\n\n')}

## Reference

${referenceParts.map(({ name, title, about }) => `- [${title}](${name}.md): ${about}`).join('\n')}
- [Diagnostics](diagnostics.md): what each finding means
- [Commands](commands.md): every command with its options
`;
}
