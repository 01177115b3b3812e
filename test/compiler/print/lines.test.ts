import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dockerfileLines } from '../../../compiler/model/images/dockerfile.ts';
import { joinTraced, oneLine, withOrigin } from '../../../compiler/print/lines.ts';
import { commentLines } from '../../../compiler/print/yaml.ts';
import { fromDefault } from '../../../compiler/text/origin.ts';
import { TracedText } from '../../../compiler/text/traced-text.ts';

const breaks = /[\n\v\f\r\u0085\u2028\u2029]/;
const text = fc
  .array(fc.oneof(fc.constantFrom('\n', '\r\n', '\u2028', '\u0085', '\\', ' ', '#', '\0', '\f'), fc.string()))
  .map((pieces) => pieces.join(''));

describe('lines', () => {
  it('of joined texts are as many as those of the texts', () => {
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const joined = withOrigin(joinTraced(texts.map((each) => new TracedText(each))), fromDefault('a'));
        expect(joined.breaks).toBe(texts.join('').split('\n').length - 1);
      }),
    );
  });

  it('hold any text without a break, and a text without breaks as it is', () => {
    fc.assert(fc.property(text, (any) => !breaks.test(oneLine(any))));
    expect(oneLine('a  b\\')).toBe('a  b\\');
    expect(oneLine('a\r\n\u2028b')).toBe('a b');
  });

  it('of comments all start with the sign of one', () => {
    fc.assert(
      fc.property(fc.array(text), (comments) => {
        const lines = commentLines(comments).text.split(/(?<=\n)/);
        expect(lines.filter((line) => line !== '' && !line.startsWith('# '))).toEqual([]);
        expect(commentLines(comments).text.split(breaks).length).toBe(comments.length + 1);
      }),
    );
  });

  it('of an instruction are continued but for the last', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (texts) => {
        const lines = dockerfileLines(texts);
        expect(lines.filter((line) => breaks.test(line))).toEqual([]);
        expect(lines.map((line) => /\\\s*$/.test(line))).toEqual(texts.map((_, at) => at < texts.length - 1));
      }),
    );
    expect(dockerfileLines(['RUN a', ' && b'])).toEqual(['RUN a \\', ' && b']);
  });
});
