import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allCodes, pageOf } from '../../compiler/diagnostics/codes.ts';
import { type PageFiles, parsePage, sectionOf, sections } from '../../scripts/pages/page.ts';
import { pagesFolder, readPages } from '../../scripts/pages/page-files.ts';
import { printBundle } from '../../scripts/pages/print-bundle.ts';
import { runExample } from '../../scripts/pages/run-example.ts';
import { notExecuted } from './not-executed.ts';

const pages = [...readPages()];

describe('pages about diagnostics', () => {
  it('are there for every code, and for nothing else', () => {
    expect(pages.map(([code]) => code)).toEqual([...allCodes()].sort());
  });

  it('are bundled as they are', () => {
    const bundle = readFileSync(join(pagesFolder, '../generated/pages.ts'), 'utf8');
    expect(bundle === printBundle(new Map(pages)), 'run `npx tsx scripts/generate-pages.ts`').toBe(true);
    expect(pageOf('schema/unknown-field')).toMatch(/^# schema\/unknown-field\n/);
    expect(pageOf('toString')).toBeUndefined();
  });

  it.each(pages)('%s has all parts', (code, text) => {
    expect(parsePage(text).code).toBe(code);
    for (const name of sections) expect(sectionOf(text, name)?.trim().split('\n').length).toBeGreaterThan(1);
  });
});

const executed = pages.filter(([code]) => !notExecuted.has(code));

describe('examples of the pages', () => {
  it.each(executed)(
    '%s: the bad one gives this finding, and prints what the page says',
    async (code, text) => {
      const page = parsePage(text);
      const { codes: found, output } = await runExample(code, page.command, page.example);
      expect(found).toEqual([code]);
      expect(page.output, 'run `npx tsx scripts/generate-pages.ts`').toBe(output);
    },
  );

  it.each(executed)('%s: the fixed one gives none', async (code, text) => {
    const page = parsePage(text);
    const command = onFoldersOf(page.fixed, page.command);
    expect((await runExample(code, command, page.fixed)).codes).toEqual([]);
  });

  it('are left out only where they cannot be executed', () => {
    expect([...notExecuted.keys()].filter((code) => parsePage(pageOf(code) ?? '').command !== '')).toEqual(
      [],
    );
  });
});

/** The command line of the example, on the folders of other files. */
function onFoldersOf(files: PageFiles, command: string): string {
  // What it reads are no specs.
  if (command.startsWith('bitesize import ')) return command;
  const specs = Object.keys(files).filter((name) => name.endsWith('.bitesize'));
  const folders = new Set(specs.map((name) => name.split('/').slice(0, -1).join('/')));
  return command.replace(/^(bitesize \w+)( [^-]\S*)*/, (_, start: string) =>
    [start, ...folders].join(' ').trim(),
  );
}
