import { style } from './style.ts';

/** Returns a text as HTML that shows it, also inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Returns code as HTML: comments, keys and added or removed lines have a class each, nothing else has. */
export function codeHtml(code: string): string {
  return code.replace(/\n$/, '').split('\n').map(lineHtml).join('\n');
}

function lineHtml(line: string): string {
  const text = escapeHtml(line);
  if (/^\+ /.test(line)) return `<ins>${text}</ins>`;
  if (/^- .*\S/.test(line) && /^- {2,}|^- [^a-z]/.test(line)) return `<del>${text}</del>`;
  if (/^\s*#/.test(line)) return `<i>${text}</i>`;
  const key = /^(\s*(?:- )*)([\w.-]+:)(?=\s|$)/.exec(text);
  if (key === null) return text;
  return `${key[1]}<b>${key[2]}</b>${text.slice(key[0].length)}`;
}

/** What a page is made of. */
export interface Page {
  readonly title: string;
  /** The address of the folder of the site from the page: empty, or `../`. */
  readonly up: string;
  readonly body: string;
  /** HTML of the list at the side. */
  readonly side?: string;
  /** HTML of what stands in the head line after the links. */
  readonly tools?: string;
  /** JavaScript of the page. */
  readonly script?: string;
}

/** Returns a whole page: one file that loads nothing. */
export function pageHtml({ title, up, body, side, tools = '', script = '' }: Page): string {
  const links = [
    ['index.html', 'Guides'],
    ['reference.html', 'Reference'],
    ['diagnostics.html', 'Diagnostics'],
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
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><a class="home" href="${up}index.html">bitesize</a><nav aria-label="Site">${links.join('')}</nav>${tools}<button id="theme" type="button" hidden>Dark</button></header>
<div class="page${side === undefined ? '' : ' with-side'}">
${side === undefined ? '' : `<nav class="side" aria-label="On this page">${side}</nav>`}
<main id="main" tabindex="-1">
${body}
</main>
</div>
<footer>Made by <code>bitesize docs</code>. This page needs no network.</footer>
${script === '' ? '' : `<script>${script.replaceAll('</script', '<\\/script')}</script>`}
</body>
</html>
`;
}
