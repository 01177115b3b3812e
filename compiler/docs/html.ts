import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, typographer: false });
markdown.renderer.rules.fence = (tokens, index) => {
  const { content = '', info = '' } = tokens[index] ?? {};
  const [language = '', file] = info.split(' ');
  const title = file === undefined ? '' : `<figcaption>${file.replace(/[<>&"]/g, '')}</figcaption>`;
  return `<figure>${title}<div class="code"><pre>${codeHtml(content, language)}</pre></div></figure>\n`;
};

/** Returns Markdown as HTML; HTML in it is shown as text. */
export function blockMarkdown(text: string): string {
  return markdown.render(text);
}

/** Returns Markdown as HTML whose headings can be linked to; the names are those of `headingAnchor`. */
export function linkedMarkdown(text: string): string {
  const tokens = markdown.parse(text, {});
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') token.attrSet('id', headingAnchor(tokens[index + 1]?.content ?? ''));
  });
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** Returns the name of a heading in addresses: its words in lower case, joined with `-`. */
export function headingAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Returns Markdown of one paragraph as HTML without the paragraph. */
export function inlineMarkdown(text: string): string {
  return markdown.renderInline(text);
}

/** The style of all pages. Colours keep a contrast of 4.5 to 1 in both themes. */
const style = `
:root{color-scheme:light;--text:#1d232b;--quiet:#56606d;--page:#fff;--soft:#f5f7f9;--line:#dde2e8;--link:#0a56a8;--key:#075985;--add:#14602f;--take:#9c1c1c;--mark:#fff3c9}
:root[data-theme=dark]{color-scheme:dark;--text:#e3e7ec;--quiet:#a3adba;--page:#14181d;--soft:#1c2229;--line:#313a45;--link:#84bdf7;--key:#8ecdf5;--add:#86d79b;--take:#f5a3a3;--mark:#453b12}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;--text:#e3e7ec;--quiet:#a3adba;--page:#14181d;--soft:#1c2229;--line:#313a45;--link:#84bdf7;--key:#8ecdf5;--add:#86d79b;--take:#f5a3a3;--mark:#453b12}}
*{box-sizing:border-box}
html{scroll-padding-top:4.5rem}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
main:focus{outline:0}
.skip{position:absolute;left:-100rem}.skip:focus{left:1rem;top:1rem;background:var(--page);padding:.5rem;z-index:9}
header{position:sticky;top:0;z-index:5;display:flex;gap:.5rem 1.25rem;align-items:center;flex-wrap:wrap;padding:.6rem 1.25rem;background:var(--page);border-bottom:1px solid var(--line)}
header nav{display:flex;gap:1rem}header nav a,.home{text-decoration:none}.home{font-weight:700;color:var(--text)}
.search{position:relative;flex:1 1 14rem;max-width:34rem;margin-left:auto}
input{width:100%;padding:.4rem .7rem;font:inherit;color:inherit;background:var(--soft);border:1px solid var(--quiet);border-radius:6px}
#results{position:absolute;left:0;right:0;top:100%;margin:.3rem 0 0;padding:.25rem;max-height:70vh;overflow:auto;background:var(--page);border:1px solid var(--line);border-radius:8px;box-shadow:0 8px 24px #0003;list-style:none}
#results [role=option]{padding:.35rem .6rem;border-radius:5px;cursor:pointer}
#results [aria-selected=true]{background:var(--mark)}
#nothing{position:absolute;left:0;right:0;top:100%;margin:.3rem 0 0;padding:.6rem .8rem;background:var(--page);border:1px solid var(--line);border-radius:8px;font-size:.9rem}
#results small{display:block;color:var(--quiet);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
button{font:inherit;font-size:.85rem;color:var(--text);background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:.2rem .6rem;cursor:pointer}
.page{max-width:54rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
.with-side{display:grid;grid-template-columns:17rem minmax(0,1fr);gap:2.5rem;max-width:80rem}
.side{position:sticky;top:4rem;align-self:start;max-height:calc(100vh - 5rem);overflow:auto;font-size:.875rem}
.side ul{list-style:none;margin:0;padding-left:.8rem}.side>ul{padding:0}.side a{text-decoration:none;color:var(--quiet);display:inline-block;padding:.1rem 0}.side a:hover{color:var(--link)}.side a[aria-current]{color:var(--text);font-weight:700}.side b{display:block;padding:.5rem 0 .1rem}.side summary{cursor:pointer;font-weight:600;padding:.25rem 0}
h1{font-size:1.9rem;line-height:1.2;margin:.2rem 0 1rem}h2{font-size:1.4rem;margin:2.5rem 0 .8rem;padding-top:.8rem;border-top:1px solid var(--line)}h3{font-size:1.05rem;margin:0}
article{padding:1.4rem 0;border-bottom:1px solid var(--line)}
article>h2{border:0;margin:0 0 .5rem;padding:0}article>h2 a{color:inherit;text-decoration:none}article>h3 a{color:inherit;text-decoration:none}article>h3 a:hover{text-decoration:underline}article>h3 span{color:var(--quiet);font-weight:400}
ul.words{margin:.3rem 0}div:target>ul.words{background:var(--mark)}h2:target,h3:target{background:var(--mark)}.turn{display:flex;justify-content:space-between;gap:1rem;margin-top:3rem}
article:target{box-shadow:-1rem 0 0 var(--page),calc(-1rem - 4px) 0 0 var(--link)}article:target>h3 a{background:var(--mark)}
.facts{margin:.2rem 0;color:var(--quiet);font-size:.9rem}.warn{border-left:3px solid var(--take);padding-left:.7rem}
code,pre{font:.86em/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
:not(pre)>code{background:var(--soft);padding:.1em .3em;border-radius:4px}h3 code{font-size:1em;background:none!important;padding:0!important}
.code{position:relative;margin:.6rem 0}
pre{margin:0;padding:.7rem .9rem;overflow:auto;background:var(--soft);border:1px solid var(--line);border-radius:8px}
pre b{font-weight:400;color:var(--key)}pre i{color:var(--quiet)}ins{color:var(--add);text-decoration:none}del{color:var(--take);text-decoration:none}
.code button{position:absolute;top:.35rem;right:.35rem;opacity:0}.code:hover button,.code button:focus-visible{opacity:1}
figure{margin:.7rem 0}figcaption{font-size:.85rem;color:var(--quiet);margin-bottom:.25rem}
.label{font-size:.8rem;font-weight:600;color:var(--quiet);margin:.8rem 0 .2rem}
table{border-collapse:collapse;display:block;overflow-x:auto;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .7rem .4rem 0;border-bottom:1px solid var(--line);min-width:4rem}
dt{font-weight:600}dd{margin:0 0 .3rem 1rem}
svg{max-width:100%;height:auto;background:#fff;border-radius:8px}
footer{text-align:center;color:var(--quiet);font-size:.85rem;padding:2rem 1rem;border-top:1px solid var(--line)}
@media (max-width:60rem){.with-side{display:block}.side{display:none}#theme{margin-left:auto}.search{flex-basis:100%;max-width:none;order:9}header{padding:.6rem 1rem;gap:.5rem .9rem}header nav{gap:.7rem;font-size:.9rem}html{scroll-padding-top:7rem}}
@media (hover:none){.code button{opacity:1}}
@media print{header,.side,.code button,footer{display:none}.with-side{display:block}article{break-inside:avoid}pre{white-space:pre-wrap}}
`;

/** Returns a text as HTML that shows it, also inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/**
 * Returns code as HTML: comments and keys have an element each, nothing else has. In the language `diff` the added and
 * the removed lines have, and nothing else.
 */
export function codeHtml(code: string, language: string): string {
  const lines = code.replace(/\n$/, '').split('\n');
  return lines.map(language === 'diff' ? changedLineHtml : lineHtml).join('\n');
}

function changedLineHtml(line: string): string {
  const text = escapeHtml(line);
  if (line.startsWith('+')) return `<ins>${text}</ins>`;
  return line.startsWith('-') ? `<del>${text}</del>` : text;
}

function lineHtml(line: string): string {
  const text = escapeHtml(line);
  if (/^\s*#/.test(line)) return `<i>${text}</i>`;
  const key = /^(\s*(?:- )*)([\w.-]+:)(?=\s|$)/.exec(text);
  if (key === null) return text;
  return `${key[1]}<b>${key[2]}</b>${text.slice(key[0].length)}`;
}

/** What a page is made of. */
export interface Page {
  readonly title: string;
  /** The address of the folder of the site from the page: empty, or `../`. */
  readonly up: '' | '../';
  readonly body: string;
  /** HTML of the list at the side. */
  readonly side?: string;
  /** HTML of what stands in the head line after the links. */
  readonly tools: string;
  /** HTML of the head besides what all pages have. */
  readonly head?: string;
  /** JavaScript of the page. */
  readonly script: string;
}

/** Returns a whole page: one file that loads nothing. */
export function pageHtml({ title, up, body, side, tools, head = '', script }: Page): string {
  const links = [
    ['index.html', 'Guides'],
    ['reference.html', 'Reference'],
    ['diagnostics.html', 'Diagnostics'],
    ['commands.html', 'Commands'],
    ['playground.html', 'Playground'],
  ].map(([file, name]) => `<a href="${up}${file}">${name}</a>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · bitesize</title>
<link rel="icon" href="data:,">
<style>${style}</style>
${head}</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><a class="home" href="${up}index.html">bitesize</a><nav aria-label="Site">${links.join('')}</nav>${tools}<button id="theme" type="button" hidden>Dark</button></header>
<div class="page${side === undefined ? '' : ' with-side'}">
${side === undefined ? '' : `<nav class="side" aria-label="Places">${side}</nav>`}
<main id="main" tabindex="-1">
${body}
</main>
</div>
<footer>Made by <code>bitesize docs</code>. This page needs no network.</footer>
<script>${script.replaceAll('</script', '<\\/script')}</script>
</body>
</html>
`;
}
