import type { PlayChanges } from '../protocol.ts';
import { make } from './elements.ts';

/** Shows what changes from the example: the things, and the lines of the files. */
export function showChanges(panel: HTMLElement, { lines, unified }: PlayChanges): void {
  const things = make('pre', { tabindex: '0', 'aria-label': 'Things that change' });
  for (const line of lines) {
    for (const { text, paint } of line)
      things.append(paint === undefined ? text : make('span', { class: paint }, text));
    things.append('\n');
  }
  panel.replaceChildren(things);
  if (unified === '') return;
  const files = make('pre', { tabindex: '0', 'aria-label': 'Lines that change' });
  for (const line of unified.split('\n')) {
    const name = /^(?:---|\+\+\+) /.test(line)
      ? 'strong'
      : line.startsWith('+')
        ? 'ins'
        : line.startsWith('-')
          ? 'del'
          : undefined;
    files.append(name === undefined ? line : make(name, {}, line), '\n');
  }
  panel.append(make('h2', {}, 'Line by line'), files);
}
