import { codes } from '../diagnostics/codes.ts';
import { pageOf } from '../diagnostics/page-of.ts';
import { allCodes } from './field-diagnostics.ts';
import { pageScript } from './generated/page-script.ts';
import { escapeHtml, pageHtml } from './html.ts';
import { blockMarkdown } from './markdown.ts';
import type { ReferenceEntry } from './reference.ts';
import { searchBox } from './reference-page.ts';

/** Returns `diagnostics.html`: the text of `bitesize explain` for every code, with links to the fields. */
export function diagnosticsPage(entries: readonly ReferenceEntry[]): string {
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
