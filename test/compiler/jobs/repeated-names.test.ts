import { expect, test } from 'vitest';
import { analyse } from '../../../compiler/pipeline.ts';
import { positionAt } from '../../../compiler/text/position.ts';

const view = 'kind: list-view, regex: x';

/** Jobs, and what is told of them. */
const cases: readonly (readonly [string, readonly string[]])[] = [
  ['[{name: a, kind: freestyle}, {name: A, kind: freestyle}]', ['collision/job']],
  ['[{name: a, kind: freestyle}, {name: a, kind: freestyle}]', ['link/duplicate-name']],
  ['[{name: a/x, kind: freestyle}, {name: A/y, kind: freestyle}]', ['collision/job']],
  ['[{name: a/x, kind: freestyle}, {name: A/x, kind: freestyle}]', ['collision/job']],
  [
    '[{name: a, kind: freestyle}, {name: a/x, kind: freestyle}, {name: a/y, kind: freestyle}]',
    ['collision/job'],
  ],
  ['[{name: a, kind: folder}, {name: a/x, kind: freestyle}]', []],
  [`[{name: a, ${view}}, {name: A, ${view}}]`, ['link/duplicate-name']],
  [`[{name: a, ${view}}, {name: a, ${view}}]`, ['link/duplicate-name']],
  [`[{name: a, ${view}}, {name: a, kind: freestyle}]`, []],
  [
    `[{name: t, kind: nested-view, views: [{name: a, ${view}}, {name: A, ${view}}]}]`,
    ['link/duplicate-name'],
  ],
  [
    '[{name: a, kind: freestyle, parameters: [{string: {name: V}}, {text: {name: v}}]}]',
    ['job/duplicate-parameter'],
  ],
];

test.each(cases)('%s', (jobs, codes) => {
  const { diagnostics } = analyse([{ name: 'jobs.bitesize', text: `project: shop\njobs: ${jobs}\n` }]);
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  for (const { span, help } of diagnostics) {
    expect(span && positionAt(span.file, span.start).line).toBe(2);
    expect(help.length).toBeGreaterThan(0);
  }
});
