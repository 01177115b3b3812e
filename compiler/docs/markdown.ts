import MarkdownIt from 'markdown-it';
import { codeHtml } from './html.ts';

const markdown = new MarkdownIt({ html: false, typographer: false });
markdown.renderer.rules.fence = (tokens, index) => {
  const { content = '', info = '' } = tokens[index] ?? {};
  const file = info.split(' ')[1];
  const title = file === undefined ? '' : `<figcaption>${file.replace(/[<>&"]/g, '')}</figcaption>`;
  return `<figure>${title}<div class="code"><pre>${codeHtml(content)}</pre></div></figure>\n`;
};

/** Returns Markdown as HTML; HTML in it is shown as text. */
export function blockMarkdown(text: string): string {
  return markdown.render(text);
}

/** Returns Markdown of one paragraph as HTML without the paragraph. */
export function inlineMarkdown(text: string): string {
  return markdown.renderInline(text);
}
