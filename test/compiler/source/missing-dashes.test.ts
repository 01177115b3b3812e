import { describe, expect, it } from 'vitest';
import type { Node } from '../../../compiler/source/node.ts';
import { parseYaml } from '../../../compiler/source/parse-source.ts';
import { positionAt } from '../../../compiler/text/position.ts';

/** A tree as plain data. */
function plain(node: Node | undefined): unknown {
  if (node === undefined || node.kind === 'scalar') return node?.text;
  if (node.kind === 'sequence') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]));
}

function parsed(text: string) {
  const { root, diagnostics } = parseYaml({ name: 'build.bitesize', text });
  const found = diagnostics.map(({ code, span }) => {
    const { line, column } = positionAt({ name: '', text }, span?.start ?? 0);
    return `${code} ${line}:${column}`;
  });
  return { value: plain(root), found };
}

/** The text after every fix was written, from the last one to the first. */
function fixed(text: string): string {
  const edits = parseYaml({ name: 'build.bitesize', text }).diagnostics.flatMap(({ fixes }) =>
    fixes.flatMap((fix) => fix.edits),
  );
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce(
      (before, { span, text: part }) => before.slice(0, span.start) + part + before.slice(span.end),
      text,
    );
}

describe('entries of a list without their dashes', () => {
  it.each([
    [
      'of several keys',
      'a:\n  - name: x\n    port: 1\n    name: y\n    port: 2\n',
      {
        a: [
          { name: 'x', port: '1' },
          { name: 'y', port: '2' },
        ],
      },
      ['source/missing-dash 4:5'],
    ],
    [
      'of one key',
      'a:\n- shell: x\n  shell: y\n  shell: z\n- shell: w\n',
      { a: [{ shell: 'x' }, { shell: 'y' }, { shell: 'z' }, { shell: 'w' }] },
      ['source/missing-dash 3:3', 'source/missing-dash 4:3'],
    ],
    [
      'further to the right, with lists inside',
      'a:\n  -   name: x\n      of:\n        - name: v\n          on: 1\n      name: y\n      of: []\n',
      {
        a: [
          { name: 'x', of: [{ name: 'v', on: '1' }] },
          { name: 'y', of: [] },
        ],
      },
      ['source/missing-dash 6:7'],
    ],
  ])('%s are entries of their own', (_, text, value, found) => {
    expect(parsed(text)).toEqual({ value, found });
    expect(parsed(fixed(text))).toEqual({ value, found: [] });
  });

  it.each([
    [
      'a key that stands twice at the end',
      'a:\n  - name: x\n    port: 1\n    name: y\n',
      'source/duplicate-key 4:5',
    ],
    ['another key', 'a:\n  - name: x\n    port: 1\n    port: 2\n', 'source/duplicate-key 4:5'],
    ['a mapping in braces', 'a:\n  - {name: x, port: 1, name: y, port: 2}\n', 'source/duplicate-key 2:24'],
    ['a mapping in no list', 'a:\n  name: x\n  port: 1\n  name: y\n  port: 2\n', 'source/duplicate-key 4:3'],
    [
      'an entry that has a key twice',
      'a:\n  - name: x\n    port: 1\n    name: y\n    port: 2\n    port: 3\n',
      'source/duplicate-key 4:5',
    ],
  ])('%s is no other entry', (_, text, first) => {
    const { found } = parsed(text);
    expect(found[0]).toBe(first);
    expect(found.join()).not.toContain('missing-dash');
  });
});
