import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../../../compiler/model/artifact.ts';
import { fromPolicy } from '../../../../compiler/text/origin.ts';
import { TracedText } from '../../../../compiler/text/traced-text.ts';
import { changedFiles } from './changed-lines.ts';

function file(lines: readonly string[]): Artifact {
  return { path: 'a', content: new TracedText(lines.join('\n')), origin: fromPolicy('') };
}

function compared(before: readonly string[], after: readonly string[]) {
  const [found] = changedFiles([file(before)], [file(after)]);
  if (found === undefined) throw new Error('nothing changed');
  return { ...found, touched: [...new Set(found.touched)].sort((a, b) => a - b) };
}

/** A script in a literal, as pipelines hold it. */
function script(name: string): readonly string[] {
  return [`    '${name}': '''\\`, `wait ${name}`, 'exit 0', `say ${name}`, 'exit 1', "''',"];
}

describe('changedFiles', () => {
  it('takes blocks that change places for moved, also beside others that do', () => {
    const before = ['return [', ...['a', 'b', 'c', 'd'].flatMap(script), ']'];
    const after = ['return [', ...['b', 'a', 'd', 'c'].flatMap(script), ']'];
    const { gone, come, touched } = compared(before, after);
    expect({ gone, come }).toEqual({ gone: [], come: [] });
    expect(touched.filter((line) => before[line - 1]?.startsWith('exit'))).toEqual([
      4, 6, 10, 12, 16, 18, 22, 24,
    ]);
  });

  it('says of equal lines of which one stays that either may have gone', () => {
    const before = ['return [', ...script('a'), ...script('b'), ']'];
    const { gone, touched } = compared(before, ['return [', ...script('c'), ']']);
    const shared = gone.filter(({ among }) => among.length > 1);
    expect(shared.map(({ count, among }) => [count, [...among].sort((x, y) => x - y)])).toEqual([
      [1, [4, 10]],
      [1, [6, 12]],
    ]);
    expect(touched).toEqual(expect.arrayContaining([4, 6, 10, 12]));
  });

  it('leaves what stays where it is', () => {
    const before = ['return [', ...script('a'), ...script('b'), ']'];
    const { gone, touched } = compared(before, ['return [', ...script('a'), ']']);
    expect(gone.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1]);
    expect(touched.filter((line) => line < 6)).toEqual([]);
  });
});
