/** Returns text as code in Markdown, also in a cell of a table: a pipe would end the cell, a backtick the code. */
export function markdownCode(text: string | undefined): string {
  if (text === undefined || text === '') return '';
  const fence = '`'.repeat(longestRun(text) + 1);
  const space = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${space}${text.replaceAll('|', '\\|').replace(/[\r\n]+/g, ' ')}${space}${fence}`;
}

/** Returns a sentence with names in backticks as Markdown; what is in the backticks stays as it is. */
export function markdownSentence(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (/^`.+`$/.test(part) ? markdownCode(part.slice(1, -1)) : escapeMarkdown(part)))
    .join('');
}

/** Returns a text as a block of code of a language. */
export function markdownBlock(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  let end = text.length;
  while (text[end - 1] === '\n') end--;
  return `${fence}${language}\n${text.slice(0, end)}\n${fence}`;
}

/** Returns text in which nothing is markup, in HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeMarkdown(text: string): string {
  return escapeHtml(text)
    .replace(/[\\`*_[\]|~#@]/g, '\\$&')
    .replace(/[\r\n]+/g, ' ');
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
