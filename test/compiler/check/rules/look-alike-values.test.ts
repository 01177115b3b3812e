import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../compiler/diagnostics/diagnostic.ts';
import { analyse } from '../../../../compiler/pipeline.ts';

/** The findings about a value of a job, and its spec after their fixes. */
function looked(field: string) {
  const spec = (text: string) => `project: shop\njobs:\n  - name: a\n    kind: freestyle\n    ${text}\n`;
  const text = spec(field);
  const { diagnostics } = analyse([{ name: 'jobs.bitesize', text }]);
  const edits = diagnostics.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
  const found = diagnostics.map(({ code, message, span }) => [
    code,
    message,
    span && text.slice(span.start, span.end),
  ]);
  return { found, mended: applyEdits(text, edits), spec };
}

describe('a value of a spec', () => {
  it.each([
    ['display_name: “Nightly”', '“Nightly”', '`“` (U+201C)', 'display_name: "Nightly"'],
    ['description: „Jede Nacht“', '„Jede Nacht“', '`„` (U+201E)', 'description: "Jede Nacht"'],
    ['builders: [{shell: «make»}]', '«make»', '`«` (U+00AB)', 'builders: [{shell: "make"}]'],
    ['label: lin\u200bux', 'lin\u200bux', 'U+200B', 'label: linux'],
    ['label: linux\u2060', 'linux\u2060', 'U+2060', 'label: linux'],
    ['label: linux\u00a0', 'linux\u00a0', 'U+00A0', 'label: linux'],
    ['display_name: Été\u202f', 'Été\u202f', 'U+202F', 'display_name: Été'],
  ])('has nothing that only looks like what was meant: %s', (field, value, letter, mended) => {
    const is = looked(field);
    expect(is.found).toHaveLength(1);
    expect(is.found[0]).toEqual([
      'check/look-alike',
      expect.stringContaining(`${letter} is a letter like any other here`),
      value,
    ]);
    expect(is.mended).toBe(is.spec(mended));
  });

  it.each([
    "display_name: '“Nightly”'",
    'description: “Nightly” and “weekly”',
    'description: the “nightly” build',
    'description: Déjà vu\u00a0!',
    'description: a\u00a0b',
    'description: नमस्\u200bते',
  ])('may have such letters where they are meant: %s', (field) => {
    expect(looked(field).found).toEqual([]);
  });
});
