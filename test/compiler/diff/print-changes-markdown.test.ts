import { describe, expect, it } from 'vitest';
import type { Change } from '../../../compiler/diff/change.ts';
import { printChangesMarkdown, printFleetMarkdown } from '../../../compiler/diff/print-changes-markdown.ts';
import { fromDefault } from '../../../compiler/text/origin.ts';

function change(name: string, values: readonly (readonly [string, string])[], risk?: string): Change {
  return {
    action: 'change',
    kind: 'job',
    name,
    because: { origin: fromDefault('a.field'), isOld: false },
    fields: values.map(([before, after], index) => ({
      path: `f${index}`,
      before: { value: before, origin: undefined },
      after: { value: after, origin: undefined },
    })),
    risks: risk === undefined ? [] : [{ kind: 'history-lost', text: risk }],
  };
}

describe('a comment', () => {
  it('has the plan, the risks, a table and folded details', () => {
    expect(printChangesMarkdown([change('web', [['1', '2']], 'its builds of `a<b` are <deleted>')])).toBe(
      `**Plan: 0 to add, 1 to change, 0 to remove**

> - :warning: job \`web\`: its builds of \`a<b\` are &lt;deleted&gt;

| | what | name | because of |
| --- | --- | --- | --- |
| changed | job | \`web\` | \`default of a.field\` |

<details><summary>job web</summary>

| field | before | after | because of |
| --- | --- | --- | --- |
| \`f0\` | \`1\` | \`2\` |  |

</details>
`,
    );
  });

  it('shows what a spec says as it is, and as nothing else', () => {
    const text = printChangesMarkdown([
      change('a|b</summary>', [['x | y', '`z` ``q``']], 'from `a|b` to @all <img src=x>'),
    ]);
    expect(text).toContain('| `"x \\| y"` | ```"`z` ``q``"``` |');
    expect(text).toContain('<summary>job a|b&lt;/summary&gt;</summary>');
    expect(text).toContain('from `a\\|b` to \\@all &lt;img src=x&gt;');
    const cells = text.split('\n').filter((line) => line.startsWith('| `f0`'));
    expect(cells.map((line) => line.replaceAll('\\|', '').split('|').length)).toEqual([6]);
  });

  it('fences differences so that they cannot end it', () => {
    const text = printChangesMarkdown([change('a', [['1', '2']])], '+```\n+</details>\n');
    expect(text).toContain('\n````diff\n+```\n+</details>\n````\n');
  });

  it('stays below what GitHub takes: details go first, risks stay', () => {
    const many = Array.from({ length: 400 }, (_, index) =>
      change(
        `job-${index}`,
        [['a'.repeat(60), 'b'.repeat(60)]],
        index === 399 ? 'its builds are deleted' : undefined,
      ),
    );
    const text = printChangesMarkdown(many, 'x\n'.repeat(50_000));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain('> - :warning: job `job-399`: its builds are deleted');
    expect(text).toContain('| changed | job | `job-399` |');
    expect(text).not.toContain('```diff');
    expect(text).toMatch(/_This is not all: \d+ parts are left out/);
  });

  it('has a heading a project', () => {
    const projects = [
      { folder: 'a', presence: 'changed' as const, changes: [change('web', [['1', '2']])] },
      { folder: 'b', from: 'c', presence: 'changed' as const, changes: [] },
      { folder: 'd', presence: 'removed' as const, changes: [] },
    ];
    const text = printFleetMarkdown(projects, 7);
    expect(text.split('\n').filter((line) => /^(\*\*|#)/.test(line))).toEqual([
      '**Plan: 0 to add, 1 to change, 0 to remove in 3 of 7 projects**',
      '### `a`',
      '### `c` becomes `b`',
      '### `d` (removed project)',
    ]);
  });
});
