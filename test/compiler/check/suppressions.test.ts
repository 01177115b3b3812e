import { describe, expect, it } from 'vitest';
import { applySuppressions } from '../../../compiler/check/suppressions.ts';
import { diagnose } from '../../../compiler/diagnostics/diagnose.ts';
import { applyEdits, type Diagnostic } from '../../../compiler/diagnostics/diagnostic.ts';
import type { SourceFile } from '../../../compiler/text/span.ts';

const CODE = 'suppression/unused';

describe('# bitesize-ignore', () => {
  it('accepts a warning on its own line', () => {
    expect(applied(`a: HERE # bitesize-ignore ${CODE}: known since March\n`)).toEqual({
      open: [],
      reasons: ['known since March'],
    });
  });

  it('accepts a warning on the next line with content', () => {
    const text = `# bitesize-ignore ${CODE}: one\n\n# another comment\n  # bitesize-ignore x/y: two\na: HERE\n`;
    expect(applied(text)).toEqual({ open: ['suppression/unknown-code'], reasons: ['one'] });
  });

  it('holds for one line only', () => {
    expect(applied(`# bitesize-ignore ${CODE}: r\nb: 1\na: HERE\n`)).toEqual({
      open: [CODE, CODE],
      reasons: [],
    });
  });

  it.each([
    ['a block', (comment: string) => `a: |${comment}\n\n  # not HERE\n  HERE\nb: 1\n`],
    ['a folded block of a list', (comment: string) => `a:\n  - >-${comment}\n    HERE\n  - x\n`],
    ['a quoted text', (comment: string) => `b: 1\n${comment}\na: "x\n  HERE"\n`],
  ])('accepts a warning within the text of %s by a comment where it begins', (_, text) => {
    const comment = ` # bitesize-ignore ${CODE}: r`;
    expect(applied(text(comment))).toEqual({ open: [], reasons: ['r'] });
    expect(applied(text('').replace('b: 1', `b: 1${comment}`)).open).toContain(CODE);
  });

  it('never accepts an error', () => {
    const file = { name: 'x', text: 'a: HERE # bitesize-ignore source/tab: no\n' };
    const error = diagnose('source/tab', {}, spanOfHere(file));
    const { diagnostics, suppressed } = applySuppressions([file], [error]);
    expect(suppressed).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['source/tab', 'suppression/of-error']);
  });

  it('accepts a finding that is an error by its table and a warning by an option', () => {
    const file = { name: 'x', text: 'a: HERE # bitesize-ignore schema/unknown-field: ours\n' };
    const warning = {
      ...diagnose('schema/unknown-field', { field: 'a' }, spanOfHere(file)),
      severity: 'warning' as const,
    };
    expect(applySuppressions([file], [warning])).toMatchObject({
      diagnostics: [],
      suppressed: [{ reason: 'ours' }],
    });
  });

  it.each([
    ['# bitesize-ignore', 'it names no code'],
    ['# bitesize-ignore : why', 'it names no code'],
    [`# bitesize-ignore ${CODE}`, 'it gives no reason'],
    [`# bitesize-ignore ${CODE}:   `, 'it gives no reason'],
    [`# bitesize-ignore ${CODE} because`, 'it gives no reason after a colon'],
    [`# bitesize-ignore ${CODE} x/y: because`, 'it names more than one code'],
  ])('%j has no effect and says why', (comment, problem) => {
    const file = { name: 'x', text: `a: HERE ${comment}\n` };
    const { diagnostics, suppressed } = applySuppressions([file], [warningIn(file)]);
    expect(suppressed).toEqual([]);
    expect(diagnostics[1]?.message).toBe(`this \`bitesize-ignore\` has no effect: ${problem}`);
    const span = diagnostics[1]?.span;
    expect(span && file.text.slice(span.start, span.end)).toBe(comment.trimEnd());
  });

  it('suggests the code that was meant', () => {
    const [finding] = applySuppressions(
      [{ name: 'x', text: '# bitesize-ignore source/tba: r\na: 1\n' }],
      [],
    ).diagnostics;
    expect(finding).toMatchObject({ code: 'suppression/unknown-code', help: ['did you mean `source/tab`?'] });
  });

  it.each([
    [`# bitesize-ignore ${CODE}: r\na: 1\n`, 'a: 1\n'],
    [`a: 1\n  # bitesize-ignore ${CODE}: r`, 'a: 1\n'],
    [`a: 1   # bitesize-ignore ${CODE}: r\r\nb: 2\r\n`, 'a: 1\r\nb: 2\r\n'],
  ])('that is of no use in %j is removed by its fix', (text, fixed) => {
    const file = { name: 'x', text };
    const [finding] = applySuppressions([file], []).diagnostics;
    expect(finding?.code).toBe(CODE);
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe(fixed);
  });

  it.each([
    `a: "# bitesize-ignore ${CODE}: r"\nb: HERE\n`,
    `a: |\n  # bitesize-ignore ${CODE}: r\nb: HERE\n`,
    `a: x#bitesize-ignore ${CODE}: r\nb: HERE\n`,
    `# bitesize-ignored ${CODE}: r\nb: HERE\n`,
  ])('is not seen in %j', (text) => {
    expect(applied(text)).toEqual({ open: [CODE], reasons: [] });
  });

  it('works in a file that is not YAML', () => {
    expect(applied(`a: [HERE # bitesize-ignore ${CODE}: r\n`)).toEqual({ open: [], reasons: ['r'] });
  });
});

function applied(text: string): { open: readonly string[]; reasons: readonly string[] } {
  const file = { name: 'x', text };
  const { diagnostics, suppressed } = applySuppressions([file], [warningIn(file)]);
  return { open: diagnostics.map(({ code }) => code), reasons: suppressed.map(({ reason }) => reason) };
}

function warningIn(file: SourceFile): Diagnostic {
  return diagnose(CODE, { code: 'x/y' }, spanOfHere(file));
}

function spanOfHere(file: SourceFile) {
  const start = file.text.indexOf('HERE');
  return { file, start, end: start + 4 };
}
