import { pages } from './generated/pages.ts';

/** Returns the page about a diagnostic as Markdown, or undefined for a code without one. */
export function pageOf(code: string): string | undefined {
  return Object.hasOwn(pages, code) ? pages[code] : undefined;
}
