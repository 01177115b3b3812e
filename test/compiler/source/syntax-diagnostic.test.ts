import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../compiler/diagnostics/diagnostic.ts';
import { parseYaml } from '../../../compiler/source/parse-source.ts';
import { positionAt } from '../../../compiler/text/position.ts';

/** Parses a text that is no YAML; returns the finding in one line, its labels and help, and the text after its fixes. */
function parse(text: string) {
  const file = { name: 'jobs.bitesize', text };
  const place = (start: number) => {
    const { line, column } = positionAt(file, start);
    return `${line}:${column}`;
  };
  const found = parseYaml(file).diagnostics;
  const [first] = found;
  const edits = found.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
  return {
    count: found.length,
    message: `${place(first?.span?.start ?? 0)} ${first?.message}`,
    help: first?.help.join(' ') ?? '',
    labels: first?.labels.map(({ span, text: label }) => `${place(span.start)} ${label}`) ?? [],
    fixed: applyEdits(text, edits),
  };
}

const colon = 'put a colon behind the key in this line (`key: value`)';

describe('a text that is no YAML', () => {
  it.each([
    [
      'a key without its colon',
      'a:\n  wrappers\n    - x\n    - y: z\n',
      '2:3 not valid YAML: there is no colon after `wrappers`',
      'write `wrappers:`',
    ],
    [
      'the last key without its colon',
      'a: 1\nb\n',
      '2:1 not valid YAML: there is no colon after `b`',
      'write `b:`',
    ],
    [
      'a block without its colon',
      'a:\n  xml |\n    <a>\n    <b x="c: d">\n',
      '2:3 not valid YAML: there is no colon after `xml`',
      'write `xml:`',
    ],
    [
      'a no-break space before a block',
      'a:\n  xml:\u00a0|\n    <a>\n    <b x="c: d">\n',
      '2:7 not valid YAML: the character U+00A0 (no-break space)',
      'write a space',
    ],
    [
      'several words before the next key',
      'a:\n  b: c\n  some words\n  d: e\n',
      '3:3 not valid YAML: a key does not span lines',
      colon,
    ],
    [
      'a text that begins in the column of its key',
      'a:\n  - shell: |\n    make\n    make test: x\n',
      '3:5 not valid YAML: the text of `shell` is not indented',
      'put 6 spaces before each line',
    ],
    [
      'a text that begins left of its key',
      'a:\n  b: |\nmake test\n  c: d\n',
      '3:1 not valid YAML: the text of `b` is not indented',
      'put 4 spaces',
    ],
    [
      'entries without a comma',
      'a: {b: c d: e}\n',
      '1:11 not valid YAML: between the entries',
      'write `,` before it',
    ],
    [
      'texts without a comma',
      'a: ["b" "c"]\n',
      '1:9 not valid YAML: between the entries',
      'write `,` before it',
    ],
    [
      'two commas',
      'a: [b,, c]\n',
      '1:7 not valid YAML: there is nothing before this comma',
      'remove the comma',
    ],
    [
      'a bracket too much',
      'a: [b]]\n',
      '1:7 not valid YAML: the value goes on after its closing `]`',
      'remove what is too much',
    ],
    [
      'a test of the shell',
      'a:\n  - shell: [ -f x ] && make\n',
      '2:21 not valid YAML: the value goes on after its closing `]`',
      'quote the whole value',
    ],
    [
      'a list behind its key',
      'a: - b\n',
      '1:4 not valid YAML: a list does not begin behind its key',
      'a line of its own',
    ],
    [
      'a control character',
      'a: b\u0001c\n',
      '1:5 not valid YAML: a character that YAML does not allow',
      'remove it',
    ],
    [
      'a header of a block that is none',
      'a: |0\n  b\n',
      '1:5 not valid YAML: this is no header',
      'write `|`',
    ],
    ['two anchors', 'a: &b &c d\n', '1:7 not valid YAML: a value has one mark', 'remove one of the two'],
    ['a path of Windows', 'a: "C:\\Users"\n', '1:9 not valid YAML: unknown escape', 'use single quotes'],
    [
      'a merge conflict',
      'a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> main\n',
      '2:1 not valid YAML: a merge conflict is not resolved',
      'keep the lines that are right',
    ],
  ])('names the place and the way out: %s', (_, text, message, help) => {
    const found = parse(text);
    expect(found.count).toBe(1);
    expect(found.message).toContain(message);
    expect(found.help).toContain(help);
  });

  it('points from the key without its colon to where it was noticed, and puts the colon there', () => {
    const { labels, fixed } = parse('a:\n  wrappers\n    - x\n    - y: z\n');
    expect(labels).toEqual(['4:8 all up to here is read as one text']);
    expect(fixed).toBe('a:\n  wrappers:\n    - x\n    - y: z\n');
  });

  it('shows the key that was moved to the left, not only the line below that does not fit any more', () => {
    const { message, labels } = parse('jenkins:\n  url: x\nrealm:\n    type: ldap\n    ldap: y\n  mail: z\n');
    expect(message).toContain('6:3 not valid YAML: this line does not fit');
    expect(labels).toEqual([
      '3:1 begins with no blanks',
      '4:5 what is below begins with 4 blanks, and later with 2 blanks',
    ]);
  });

  it('shows the first key of a file that alone begins with a blank', () => {
    expect(parse(' project: x\njobs:\n  - y\n').labels).toEqual(['1:2 the file begins with 1 blank']);
  });

  it('does not take the lines of a text for keys', () => {
    const { message } = parse('a:\n  b: |\n    text\n      more\n c: d\n');
    expect(message).toContain('5:2 not valid YAML: this line does not fit');
  });

  it('has no labels where the indentation fits', () => {
    expect(parse('a:\n  b: c: d\n').labels).toEqual([]);
  });
});
