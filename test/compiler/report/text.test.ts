import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../compiler/diagnostics/diagnose.ts';
import type { Diagnostic } from '../../../compiler/diagnostics/diagnostic.ts';
import { displayWidth } from '../../../compiler/report/source-line.ts';
import { renderText } from '../../../compiler/report/text.ts';
import type { SourceFile, Span } from '../../../compiler/text/span.ts';
import { context, environments, noSpecs, spanOfText, unknownApplication, unusedComment } from './findings.ts';

describe('the text report', () => {
  it('draws the place, the labels, where it is, the help and the fix', () => {
    expect(
      renderText([unknownApplication('shop')], context),
    ).toBe(`error[schema/not-allowed]: \`application\` cannot be \`wbe\`
 --> shop/environments.bitesize:6:22
  |
6 |         application: wbe
  |                      ^^^
 ::: shop/application.bitesize:3:11
  |
3 |   - name: web
  |           --- an application of this name is here
  |
  = in: environment "Development" > service "web"
  = help: did you mean \`web\`?
  = fix: write \`web\`
  |
6 -         application: wbe
6 +         application: web

2 files, 1 error, 0 warnings, 12 ms
`);
  });

  it('says which fixes are safe, and counts them', () => {
    const text = renderText([unusedComment()], context);
    expect(text).toContain('  = fix: remove the quotes (`bitesize check --fix` does it)\n');
    expect(text).toMatch(/2 files, 0 errors, 1 warning, 1 fixable with --fix, 12 ms\n$/);
  });

  it('shows a finding without a place in one line', () => {
    expect(renderText([noSpecs('x')], context)).toBe(
      'error[file/no-specs]: no specs in `x`\n\n2 files, 1 error, 0 warnings, 12 ms\n',
    );
  });

  it('stops after the maximum and says how many are left', () => {
    const findings = [unknownApplication(), unusedComment(), noSpecs()];
    const text = renderText(findings, { ...context, maximum: 1 });
    expect(text).toContain('2 more findings not shown; `--max-diagnostics 0` shows all\n');
    expect(text).toContain('2 errors, 1 warning');
    expect(text).not.toContain('suppression/unused');
  });

  it('leaves out accepted findings and counts them', () => {
    const text = renderText([{ ...unusedComment(), muted: { by: 'baseline', reason: 'old' } }], context);
    expect(text).toBe('2 files, 0 errors, 0 warnings, 1 accepted, 12 ms\n');
  });

  it('puts labels of the same file into one frame', () => {
    const labels = [{ span: spanOfText(environments, 'name: web'), text: 'this service' }];
    const span = spanOfText(environments, 'ssl');
    const text = renderText(
      [{ folder: '', diagnostic: diagnose('schema/unknown-field', { field: 'ssl' }, span, { labels }) }],
      context,
    );
    expect(text).toContain(`5 |       - name: web
  |         --------- this service
6 |         application: wbe
7 |         ssl: "true"
  |         ^^^
`);
  });

  it('is coloured only when asked to', () => {
    expect(renderText([unknownApplication()], context)).not.toContain('\u001b');
    expect(renderText([unknownApplication()], { ...context, colour: true })).toContain('\u001b[31m');
  });

  it('never shows a secret, nor in the frame of another finding on its line', () => {
    const span = spanOfText(environments, 'hunter2-hunter2');
    const secret = { ...noSpecs().diagnostic, code: 'secret/plain-value' as Diagnostic['code'], span };
    const other = diagnose(
      'schema/unknown-field',
      { field: 'value' },
      spanOfText(environments, 'value: hunter2'),
      {
        fixes: [
          {
            title: 'rename',
            edits: [{ span: spanOfText(environments, 'value'), text: 'secret' }],
            safe: true,
          },
        ],
      },
    );
    const text = renderText(
      [
        { folder: '', diagnostic: secret },
        { folder: '', diagnostic: other },
      ],
      context,
    );
    expect(text).not.toContain('hunter2');
    expect(text).toContain('10 |             value: ***************\n');
    expect(text).toContain('10 +             secret: ***************\n');
  });
});

describe('the code frame', () => {
  it('widens tabs and puts the mark below the right column', () => {
    expect(frame('a:\tb\tword', 'word')).toEqual(['1 | a:    b    word', '  |            ^^^^']);
  });

  it('gives wide characters two columns and accents none', () => {
    expect(frame('名前: e\u0301 x', 'x')).toEqual(['1 | 名前: e\u0301 x', '  |         ^']);
  });

  it('marks the first line of a span of several lines', () => {
    expect(frame('name: |\n  one\n  two', 'name: |\n  one\n  two')).toEqual(['1 | name: |', '  | ^^^^^^^']);
  });

  it('shows what could move the cursor as a replacement', () => {
    expect(frame('a: \u001b[2J\u202e x', 'x')).toEqual(['1 | a: \ufffd[2J\ufffd x', '  |          ^']);
  });

  it('works without a line break at the end and with CRLF', () => {
    expect(frame('a: 1\r\nb: x\r\n', 'x')).toEqual(['2 | b: x', '  |    ^']);
  });

  it('cuts a long line around the mark', () => {
    const [line, mark] = frame(`${'a'.repeat(5000)}HERE${'b'.repeat(5000)}`, 'HERE');
    expect(line).toMatch(/^1 \| …a+HEREb+…$/);
    expect((line ?? '').indexOf('HERE')).toBe((mark ?? '').indexOf('^^^^'));
  });

  it('marks the end of the file', () => {
    const file = { name: 'x', text: 'a: 1\n' };
    expect(frameAt({ file, start: 5, end: 5 })).toEqual(['2 |', '  | ^']);
  });

  it('always marks the text of the span, within the width', () => {
    const character = fc.constantFrom('a', ' ', '\t', '漢', 'e\u0301', '😀', '\u0007', '"');
    const word = fc.string({ unit: character, maxLength: 300 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 20, max: 120 }), (before, after, width) => {
        const file = { name: 'x', text: `${before}MARK${after}` };
        const start = before.length;
        const [line = '', mark = ''] = frameAt({ file, start, end: start + 4 }, width);
        expect(displayWidth(line.slice(4))).toBeLessThanOrEqual(width);
        expect(displayWidth(mark.slice(4))).toBeLessThanOrEqual(width);
        expect(displayWidth(line.slice(0, line.indexOf('MARK')))).toBe(mark.indexOf('^^^^'));
      }),
    );
  });
});

function frame(text: string, word: string): readonly string[] {
  const file: SourceFile = { name: 'x', text };
  return frameAt(spanOfText(file, word));
}

function frameAt(span: Span, width = 100): readonly string[] {
  const diagnostic = diagnose('source/tab', {}, span);
  const lines = renderText([{ folder: '', diagnostic }], { ...context, width }).split('\n');
  return lines.slice(3, 5).map((line) => line.trimEnd());
}
