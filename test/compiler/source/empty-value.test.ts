import { describe, expect, it } from 'vitest';
import { analyse } from '../../../compiler/pipeline.ts';
import { parseYaml } from '../../../compiler/source/parse-source.ts';
import { positionAt } from '../../../compiler/text/position.ts';

function findings(text: string): string[] {
  return parseYaml({ name: 'jobs.bitesize', text }).diagnostics.map(({ code, message, severity, span }) => {
    const { line, column } = span ? positionAt(span.file, span.start) : { line: 0, column: 0 };
    return `${severity} ${code} ${line}:${column} ${message}`;
  });
}

describe('a key whose value YAML does not see', () => {
  it.each([
    ['a channel', 'a:\n  room: #orders\n', '2:9 `room` has no value: `#` starts a comment'],
    ['a channel in a list of mappings', 'a:\n  - room: #orders\n  - b\n', '2:11 `room` has no value'],
    ['a script', 'a:\n  - shell: #!/bin/sh\n', '2:12 `shell` has no value'],
    ['a label', 'label: &linux\nb: c\n', '1:8 `label` has no value: this is a mark for aliases'],
    ['a label at the end', 'b: c\nlabel: &linux', '2:8 `label` has no value'],
    ['a label before a comment', 'label: &linux # agents\n', '1:8 `label` has no value'],
  ])('is told, with the place: %s', (_, text, expected) => {
    const found = findings(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`warning source/no-value ${expected}`);
  });

  it.each([
    ['a comment with its blank', 'a:\n  room: # of the team\n'],
    ['a comment after a value', 'a: b #c\n'],
    ['a comment before what is below', 'a: #list\n  - b\n'],
    ['a mark of what is below', 'a: &a\n  b: c\n'],
    ['a mark that an alias names', 'a: &a\nb: *a\n'],
    ['a quoted text', "a: '#b'\n"],
    ['nothing', 'a:\nb: ""\nc: ~\n'],
  ])('is nothing else: %s', (_, text) => {
    expect(findings(text)).toEqual([]);
  });
});

describe('an entry of a list that YAML does not see', () => {
  it.each([
    ['a channel', 'a:\n  - #orders\n', '2:5 an entry of the list has no value: `#` starts a comment'],
    ['a channel behind another one', 'a:\n  - b # - c\n  # - d\n\n  - #orders\n', '5:5 an entry'],
    ['a channel without indentation', 'a:\n- #orders\n- b\n', '2:3 an entry'],
    ['a channel in a list of lists', 'a:\n  - - #orders\n    - b\n', '2:7 an entry'],
    [
      'a label',
      'a:\n  - &linux\n  - b\n',
      '2:5 an entry of the list has no value: this is a mark for aliases',
    ],
  ])('is an error, with the place: %s', (_, text, expected) => {
    const found = findings(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`error source/no-value ${expected}`);
  });

  it('is told each time, and not again as an entry without a value', () => {
    const text = `project: shop
environments:
  - name: Production
    namespace: shop
    services:
      - name: web
        port: 80
        external_url:
          - #www.our.net
          # Both of them.
          - #our.net
`;
    const { diagnostics } = analyse([{ name: 'environments.bitesize', text }]);
    const places = diagnostics.map(
      ({ code, span }) => `${code} ${span && positionAt(span.file, span.start).line}`,
    );
    expect(places).toEqual(['source/no-value 9', 'source/no-value 11']);
  });

  it.each([
    ['a comment with its blank', 'a:\n  - # of the team\n  - b\n'],
    ['a comment before what is below', 'a:\n  - #first\n    b: c\n'],
    ['a comment before a list that is below', 'a:\n  - #first\n    - b\n'],
    ['a mark that an alias names', 'a:\n  - &a\n  - *a\n'],
    ['a quoted text', "a:\n  - '#b'\n"],
    ['nothing', 'a:\n  -\n  - ~\n  - ""\n'],
  ])('is nothing else: %s', (_, text) => {
    expect(findings(text)).toEqual([]);
  });
});
