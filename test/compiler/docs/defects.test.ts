import { describe, expect, it } from 'vitest';
import { allCodes } from '../../../compiler/diagnostics/codes.ts';
import { defects } from '../../../compiler/docs/defects.ts';
import { findingsOf, service } from '../check/findings.ts';

describe('the defects of the original engines', () => {
  it('have a decision each, in order', () => {
    const ids = Array.from({ length: 36 }, (_, index) => `B${String(index + 1).padStart(2, '0')}`);
    expect(defects.map(({ id }) => id)).toEqual(ids);
  });

  it('name codes that exist', () => {
    for (const { codes: named } of defects) for (const code of named) expect(allCodes()).toContain(code);
  });

  it.each(defects)('$id is said in two whole sentences', ({ before, now }) => {
    for (const sentence of [before, now]) expect(sentence).toMatch(/^[A-Z`0-9][^\n]+\.$/);
  });
});

describe('what the front end decides about them', () => {
  it.each([
    [
      'B01',
      'build',
      'project: shop\ncomponents: [{name: web, build: [{gradle: {tasks: a}, tasks: b}]}]\n',
      ['check/gradle-option tasks'],
    ],
    ['B12', 'build', 'project: shop\ncomponents: [{name: web, os: linux}]\n', ['check/dead-field os']],
    ['B22', 'build', 'project: shop\ncomponents: [{name: seed-job}]\n', ['collision/job seed-job']],
    ['B24', 'environments', service('deployment: {method: bluegreen}'), ['link/no-active-colour bluegreen']],
    ['B25', 'environments', service('ports: [80, 81]'), []],
    ['B27', 'environments', service('servicess: 1'), ['schema/unknown-field servicess']],
    ['B30', 'environments', service('env: [{name: A, value: ""}]'), []],
    ['B34', 'environments', service('hpa: {min_replicas: 3, max_replicas: 1}'), ['check/hpa-replicas 3']],
    [
      'B36',
      'environments',
      service('deployment: {mode: bluegreen, active: blue}'),
      ['spelling/bluegreen-mode mode'],
    ],
  ])('%s', (_, kind, text, expected) => {
    expect(findingsOf({ [kind]: text })).toEqual(expected);
  });
});
