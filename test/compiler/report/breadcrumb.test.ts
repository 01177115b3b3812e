import { describe, expect, it } from 'vitest';
import { breadcrumb } from '../../../compiler/report/breadcrumb.ts';
import { spanOfText } from './findings.ts';

const text = `project: shop
dependencies: [MARK0]
environments:
  - name: Dev "1"
    tests:
      - branch: MARK1
    services:
      - &web
        name: web
        env: [{name: A, value: MARK2}]
      - <<: *web
        name: MARK3
  - name: &alias MARK4
components:
  - *alias
`;

describe('a breadcrumb', () => {
  it.each([
    ['MARK0', []],
    ['MARK1', ['environment "Dev \\"1\\""', 'tests[0]']],
    ['MARK2', ['environment "Dev \\"1\\""', 'service "web"', 'env "A"']],
    ['MARK3', ['environment "Dev \\"1\\""', 'service "MARK3"']],
    ['MARK4', ['environment "MARK4"']],
    ['shop', []],
  ])('leads to %s', (mark, steps) => {
    expect(breadcrumb(spanOfText({ name: 'environments.bitesize', text }, mark))).toEqual(steps);
  });

  it('is empty in a file that is not YAML', () => {
    expect(breadcrumb(spanOfText({ name: 'x', text: 'a: [{name: b' }, 'b'))).toEqual([]);
  });
});
