import { describe, expect, it } from 'vitest';
import { freeValue } from '../../../compiler/check/read/read-value.ts';
import { parseYaml } from '../../../compiler/source/parse-source.ts';
import { positionAt } from '../../../compiler/text/position.ts';

function parse(text: string) {
  return parseYaml({ name: 'build.bitesize', text });
}

/** The findings of a text as `code line:column`. */
function findings(text: string): string[] {
  return parse(text).diagnostics.map(({ code, span }) => {
    const { line, column } = span ? positionAt(span.file, span.start) : { line: 0, column: 0 };
    return `${code} ${line}:${column}`;
  });
}

describe('parseYaml', () => {
  it('keeps the text of scalars as it was written', () => {
    const { root } = parse('a: 1.10\nb: "2"\nc: 010\n');
    const texts =
      root?.kind === 'mapping' ? root.entries.map(({ value }) => value.kind === 'scalar' && value.text) : [];
    expect(texts).toEqual(['1.10', '2', '010']);
  });

  it('gives every key and value its span', () => {
    const { root } = parse('name: "web app"\nlist:\n  - one\n');
    if (root?.kind !== 'mapping') throw new Error('no mapping');
    const spans = root.entries.map(({ key, value }) =>
      [key.span, value.span].map(({ file, start, end }) => file.text.slice(start, end)),
    );
    expect(spans).toEqual([
      ['name', '"web app"'],
      ['list', '- one'],
    ]);
  });

  it('applies aliases and merge keys, own keys first', () => {
    const { root, diagnostics } = parse('base: &b {x: 1, y: 2}\nuse:\n  <<: *b\n  y: 3\nagain: *b\n');
    expect(diagnostics).toEqual([]);
    expect(root && freeValue(root)).toEqual({
      base: { x: 1, y: 2 },
      use: { y: 3, x: 1 },
      again: { x: 1, y: 2 },
    });
  });

  it.each([
    ['an empty file', '', 'source/empty 1:1'],
    ['only comments', '# nothing\n', 'source/empty 1:1'],
    ['a tab', 'a:\n\t- b\n', 'source/tab 2:1'],
    ['an open bracket', 'a: [1, 2\nb: 3\n', 'source/syntax 1:4'],
    ['a second document', 'a: 1\n---\nb: 2\n', 'source/several-documents 2:1'],
    [
      'a second document after a directive',
      '%YAML 1.1\n---\na: 1\n---\nb: 2\n',
      'source/several-documents 4:1',
    ],
    ['a duplicate key', 'a: 1\nb: 2\na: 3\n', 'source/duplicate-key 3:1'],
    ['a tag that constructs', 'a: !!python/object/apply:os.system [x]\n', 'source/unknown-tag 1:4'],
    ['an unknown alias', 'a: *nope\n', 'source/unknown-alias 1:4'],
    ['an alias of a glob', 'a: **/*.deb\n', 'source/unknown-alias 1:4'],
    ['an alias of a glob in brackets', 'a: [b, **]\n', 'source/unknown-alias 1:8'],
    ['an alias of a glob as a key', '** : b\n', 'source/unknown-alias 1:1'],
    ['an alias inside its anchor', 'a: &x [*x]\n', 'source/recursive-alias 1:8'],
    ['a control character', 'a: "x\\u0007"\n', 'source/control-character 1:4'],
    ['a list as a key', '? [a]\n: b\n', 'source/complex-key 1:3'],
    ['a merge of a text', 'a:\n  <<: b\n', 'source/merge-not-mapping 2:7'],
  ])('reports %s', (_, text, expected) => {
    expect(findings(text)).toEqual([expected]);
  });

  it('names an alias and an anchor as they are written', () => {
    const { diagnostics } = parseYaml({ name: 'f', text: 'a: &&x 1\nb: *&x\nc: **/*.deb\n' });
    expect(diagnostics.map(({ message, span }) => [message, span?.start, span?.end])).toEqual([
      ['alias `**/*.deb` has no anchor `&*/*.deb` before it', 19, 27],
    ]);
  });

  it('bounds the nesting', () => {
    expect(findings(`a: ${'['.repeat(1000)}${']'.repeat(1000)}`)).toEqual([
      expect.stringMatching(/^source\/too-deep 1:/),
    ]);
    expect(findings(`a: ${'['.repeat(150)}${']'.repeat(150)}`)).toEqual([
      expect.stringMatching(/^source\/too-deep 1:/),
    ]);
  });

  it('bounds what aliases expand to', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level++)
      bomb.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    expect(findings(bomb.join('\n'))).toEqual([expect.stringMatching(/^source\/too-many-nodes /)]);
  });
});
