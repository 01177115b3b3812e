import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inBlock } from '../../../../compiler/lower/jobs/pipeline-script.ts';
import { fromPolicy } from '../../../../compiler/text/origin.ts';
import { TracedText } from '../../../../compiler/text/traced-text.ts';

const why = fromPolicy('a test');

it('indents every line that is not empty', () => {
  const block = inBlock('node', new TracedText("sh 'a'\n\n    sh 'b'\n"), why);
  expect(block.text).toBe("node {\n    sh 'a'\n\n        sh 'b'\n}\n");
  expect(block.marks).toEqual([0, 4].map((line) => ({ first: line, last: line, origin: why })));
});

it('indents as a regular expression sees lines, whatever ends them', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\u2028'), maxLength: 12 });
  fc.assert(
    fc.property(text, (body) => {
      const indented = body.replace(/^(?=.)/gm, '    ');
      const block = inBlock('x', new TracedText(body), why);
      expect(block.text).toBe(`x {\n${indented}}\n`);
      expect(block.marks[1]?.first).toBe(indented.split('\n').length);
    }),
  );
});
