import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../compiler/diagnostics/diagnostic.ts';
import { parseYaml } from '../../../compiler/source/parse-source.ts';
import { positionAt } from '../../../compiler/text/position.ts';

const before = 'project: shop\nservices:\n  - name: web\n';
const after = '    ssl: true\n  - name: api\n    port: 9090\n';

/** Parses a spec with one line in its middle; returns the findings, and the text after their fixes. */
function parseWith(line: string) {
  const file = { name: 'environments.bitesize', text: `${before}${line}\n${after}` };
  const { diagnostics, root } = parseYaml(file);
  const found = diagnostics.map(({ span, message, help }) => {
    const { line: number = 0, column = 0 } = span === undefined ? {} : positionAt(file, span.start);
    return `${number}:${column} ${message}; ${help.join(' ')}`;
  });
  const edits = diagnostics.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
  return { found, root, fixed: applyEdits(file.text, edits) };
}

describe('a slip that YAML has no words for', () => {
  it.each([
    ['    port:8080', '4:9 not valid YAML: there is no space after `port:`', 'colon'],
    [
      '    port:\u00a08080',
      '4:10 not valid YAML: the character U+00A0 (no-break space) is no blank to YAML',
      'space in its place',
    ],
    [
      '\u00a0   port: 8080',
      '4:1 not valid YAML: the character U+00A0 (no-break space) is no blank to YAML',
      'space in its place',
    ],
    [
      '    po\u200brt 8080',
      '4:7 not valid YAML: the character U+200B (zero width space) is no blank to YAML',
      'remove it',
    ],
    ['  -name: shop', '4:3 not valid YAML: there is no space after the `-`', 'space after the `-`'],
    [
      '  – name: shop',
      '4:3 not valid YAML: the character U+2013 (en dash) does not start an entry of a list',
      'write `-`',
    ],
    [
      '    value: @admin',
      '4:12 not valid YAML: a value cannot start with `@` unless it is quoted',
      'quote the value',
    ],
    [
      '    value: `id`',
      '4:12 not valid YAML: a value cannot start with ``` unless it is quoted',
      'quote the value',
    ],
    [
      '    value: %d',
      '4:12 not valid YAML: a value cannot start with `%` unless it is quoted',
      'quote the value',
    ],
    [
      '    value: >= 1',
      '4:12 not valid YAML: a value cannot start with `>` unless it is quoted',
      'quote the value',
    ],
    [
      '    value: | grep',
      '4:12 not valid YAML: a value cannot start with `|` unless it is quoted',
      'quote the value',
    ],
    [
      '    value: & wait',
      '4:12 not valid YAML: a value cannot start with `&` unless it is quoted',
      'quote the value',
    ],
    [
      '    schedule: * 3 * * *',
      '4:15 not valid YAML: a value cannot start with `*` unless it is quoted',
      'quote the value',
    ],
    [
      '    value: "a" and b',
      '4:16 not valid YAML: the text goes on after its closing quote',
      'backslash before every "',
    ],
    ["    value: 'it's'", '4:16 not valid YAML: the text goes on after its closing quote', "double every '"],
    [
      '    location: *.deb',
      '4:15 alias `*.deb` has no anchor `&.deb` before it',
      'quote the value if it is text that starts with `*`',
    ],
    [
      '    value: !important',
      '4:12 tag `!important` is not allowed here',
      'quote the value if it is text that starts with `!`',
    ],
    ['    value: {{ name }}', '4:13 a key must be plain text', "quote a value that starts with `{{`: '...'"],
  ])('is one finding where it stands: %s', (line, finding, help) => {
    const { found } = parseWith(line);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${finding}; `);
    expect(found[0]).toContain(help);
  });

  it.each([
    '    port:8080',
    '    port:\u00a08080',
    '\u00a0   port: 8080',
    '  -name: shop',
    '  – name: shop',
    '  • name: shop',
  ])('has a fix after which the file can be read: %s', (line) => {
    const { fixed } = parseWith(line);
    const { diagnostics, root } = parseYaml({ name: 'environments.bitesize', text: fixed });
    expect([diagnostics, root?.kind]).toEqual([[], 'mapping']);
  });

  it.each([
    '    value: a:b',
    '    url: https://example.com:8080/a',
    '    value: "it\'s"',
    '    value: |\n      @a: b',
    '    value: >-\n      *.deb',
    "    value: '@admin' # @b",
    '    value: a\u00a0b',
    '    value: &name b',
    '    commands: ["-a:b"]',
  ])('is not seen where there is none: %s', (line) => {
    expect(parseWith(line).found).toEqual([]);
  });

  it('is not looked for above a mistake that the line itself explains', () => {
    expect(parseWith('    url: http://a\n    value: "open').found[0]).toMatch(
      /^5:12 not valid YAML: a quoted text is never closed/,
    );
  });

  it('is said once of a merge of something that is not there', () => {
    expect(parseWith('    <<: *nothing').found).toEqual([
      '4:9 alias `*nothing` has no anchor `&nothing` before it; quote the value if it is text that starts with `*`',
    ]);
  });

  it('proposes an anchor that there is', () => {
    expect(parseWith('    value: &database a\n    host: *databse').found).toEqual([
      '5:11 alias `*databse` has no anchor `&databse` before it; did you mean `*database`?',
    ]);
  });
});
