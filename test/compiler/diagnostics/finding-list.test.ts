import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../compiler/diagnostics/diagnose.ts';
import type { Diagnostic } from '../../../compiler/diagnostics/diagnostic.ts';
import { FindingList } from '../../../compiler/diagnostics/finding-list.ts';

const file = { name: 'build.bitesize', text: 'x'.repeat(100) };

const error = (start: number) => diagnose('source/tab', {}, { file, start, end: start + 1 });
const warning = (start: number) =>
  diagnose('spelling/quoted-boolean', { field: 'a', value: 'true' }, { file, start, end: start + 1 });

function told(list: FindingList): readonly string[] {
  return list.sorted().map(({ code, message, span }) => (span ? `${code} ${span.start}` : message));
}

describe('a list of findings', () => {
  it('has each once, in the order of the file', () => {
    const list = new FindingList();
    list.addAll([error(5), warning(3), error(5), error(1)]);
    expect(told(list)).toEqual(['source/tab 1', 'spelling/quoted-boolean 3', 'source/tab 5']);
  });

  it('keeps the first errors, however many warnings come before them', () => {
    const list = new FindingList(2);
    list.addAll([warning(1), warning(2), warning(3), error(4), error(5), error(6), error(7)]);
    expect(told(list)).toEqual([
      'spelling/quoted-boolean 1',
      'spelling/quoted-boolean 2',
      'source/tab 4',
      'source/tab 5',
      '2 more errors were left out',
      '1 more warning was left out',
    ]);
    expect(list.leftOut).toEqual({ errors: 2, warnings: 1 });
  });

  it('does not count what it has as left out', () => {
    const list = new FindingList(1);
    list.addAll([error(1), error(1), error(1)]);
    expect(told(list)).toEqual(['source/tab 1']);
  });

  it('keeps all with a limit of 0, and a thousand without one', () => {
    const errors = Array.from({ length: 1001 }, (_, start) => error(start));
    const [all, usual] = [new FindingList(0), new FindingList()];
    all.addAll(errors);
    usual.addAll(errors);
    expect(all.sorted()).toHaveLength(1001);
    expect(told(usual).slice(-2)).toEqual(['source/tab 999', '1 more error was left out']);
  });

  it('stops to look when far too many were left out', () => {
    let asked = 0;
    function* without(): Generator<Diagnostic> {
      for (;;) yield error(asked++);
    }
    const list = new FindingList();
    list.addAll(without());
    expect([asked, told(list).at(-1)]).toEqual([21_001, 'more than 20000 errors were left out']);
  });
});

describe('a finding', () => {
  it('shows the start of a name that is very long', () => {
    const found = diagnose('source/duplicate-key', { key: 'k'.repeat(100_000) }, undefined, {
      help: 'h'.repeat(100_000),
      fixes: [{ title: 't'.repeat(100_000), edits: [], safe: true }],
    });
    expect(found.message).toBe(`key \`${'k'.repeat(299)}…\` appears twice in one mapping`);
    expect([found.help[0]?.length, found.fixes[0]?.title.length]).toEqual([1000, 1000]);
  });

  it('is cut between two words, so that no half of a secret is shown', () => {
    const tag = `${'a '.repeat(140)}${'b'.repeat(100)}`;
    const found = diagnose('source/unknown-tag', { tag }, undefined);
    expect(found.message).toBe(`tag \`${'a '.repeat(140)}…\` is not allowed here`);
  });

  it('is not cut inside of a character', () => {
    const found = diagnose('source/unknown-tag', { tag: `${'!'.repeat(298)}\u{1f600}b` }, undefined);
    expect(found.message).toContain(`${'!'.repeat(298)}…`);
  });
});
