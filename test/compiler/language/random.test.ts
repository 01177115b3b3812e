import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeAt } from '../../../compiler/language/complete.ts';
import { hoverAt } from '../../../compiler/language/hover.ts';
import { inlayHintsOf } from '../../../compiler/language/inlay-hints.ts';
import { linksOf } from '../../../compiler/language/links.ts';
import { definitionAt, referencesAt } from '../../../compiler/language/navigate.ts';
import { foldingOf, symbolsOf } from '../../../compiler/language/outline.ts';
import { outputLinesOf } from '../../../compiler/language/output.ts';
import { renameAt, renameRangeAt } from '../../../compiler/language/rename.ts';
import { type ProjectView, viewProject } from '../../../compiler/language/workspace.ts';
import { exampleViews } from './views.ts';

const examples = exampleViews();

/** What people leave behind while they type. */
const typed = fc.constantFrom(
  '',
  ':',
  ': ',
  '- ',
  '\n',
  '\n  ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '#',
  '\t',
  '&a',
  '*a',
  '|',
  '😀',
  'ag',
  '\r\n',
  '<<: ',
  '!x ',
);

/** Returns whether places are inside of the text that they are about. */
function isInside(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return start >= 0 && start <= end && end <= text.length;
}

/** Asks everything at one place. */
function askAll(view: ProjectView, name: string, offset: number): void {
  const { text } = view.sources.find((source) => source.name === name) ?? { text: '' };
  for (const offer of completeAt(view, name, offset)) {
    expect(isInside(text, offer.replace)).toBe(true);
    expect(text.slice(offer.replace.start, offer.replace.end)).not.toContain('\n');
  }
  const hover = hoverAt(view, name, offset);
  expect(hover === undefined || isInside(text, hover)).toBe(true);
  const places = [...definitionAt(view, name, offset), ...referencesAt(view, name, offset)];
  for (const place of places) {
    const source = view.sources.find((each) => each.name === place.file);
    expect(source !== undefined && isInside(source.text, place)).toBe(true);
  }
  if (renameRangeAt(view, name, offset) !== undefined) renameAt(view, name, offset, 'other');
  outputLinesOf(view, name, offset);
  for (const each of [...symbolsOf(view, name), ...foldingOf(view, name), ...linksOf(view, name)])
    expect(isInside(text, each)).toBe(true);
  for (const { offset: at } of inlayHintsOf(view, name, 0, text.length))
    expect(at >= 0 && at <= text.length).toBe(true);
}

describe('in a text that is being typed', () => {
  it('nothing is thrown, and places are inside of the text', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(60),
        typed,
        fc.boolean(),
        (example, source, at, cut, text, isEnd) => {
          const { view } = examples[example % examples.length] ?? { view: viewProject([]) };
          const file = view.sources[source % view.sources.length] ?? { name: '', text: '' };
          const offset = Math.floor(at * file.text.length);
          const rest = isEnd ? '' : file.text.slice(offset + cut);
          const changed = { name: file.name, text: file.text.slice(0, offset) + text + rest };
          const sources = view.sources.map((each) => (each === file ? changed : each));
          const now = viewProject(sources, view.options, view);
          askAll(now, file.name, offset + text.length);
          askAll(now, file.name, offset);
        },
      ),
      { numRuns: 120, seed: 22 },
    );
  });
});
