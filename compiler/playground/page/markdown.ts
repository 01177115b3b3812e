import { make } from './elements.ts';

/**
 * Returns the little Markdown of documentation as an element: paragraphs, lists, blocks of code, headings, and inside them
 * code, bold text and links to the web. Everything else is text.
 */
export function markdownElement(text: string): HTMLElement {
  const root = make('div', { class: 'markdown' });
  for (const block of text.split(/(^```[^\n]*\n[\s\S]*?^```$)/m)) {
    const code = /^```[^\n]*\n([\s\S]*?)\n?```$/.exec(block);
    if (code !== null) root.append(make('pre', {}, code[1] ?? ''));
    else
      for (const part of block.split(/\n{2,}/)) if (part.trim() !== '') root.append(paragraph(part.trim()));
  }
  return root;
}

function paragraph(text: string): HTMLElement {
  const lines = text.split('\n');
  if (lines.every((line) => /^(?:[-*] |\s)/.test(line))) {
    const items = text
      .split(/\n(?=[-*] )/)
      .map((item) => make('li', {}, ...inline(item.replace(/^[-*] /, ''))));
    return make('ul', {}, ...items);
  }
  const heading = /^#{1,6} (.*)$/s.exec(text);
  if (heading !== null) return make('p', {}, make('strong', {}, ...inline(heading[1] ?? '')));
  return make('p', {}, ...inline(text));
}

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

/** Returns a line of Markdown as what an element holds. */
export function inline(text: string): readonly (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(text.slice(at, match.index));
    const [whole, code, bold, label, url] = match;
    if (code !== undefined) nodes.push(make('code', {}, code));
    else if (bold !== undefined) nodes.push(make('strong', {}, bold));
    else nodes.push(make('a', { href: url ?? '', rel: 'noreferrer', target: '_blank' }, label ?? ''));
    at = match.index + whole.length;
  }
  nodes.push(text.slice(at));
  return nodes;
}
