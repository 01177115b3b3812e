import { describe, expect, it } from 'vitest';
import { findingsOf } from '../findings.ts';

const environment = (lines: string) =>
  `project: shop\nenvironments:\n  - name: dev\n    namespace: shop-dev\n${lines}\n  - name: prd\n    namespace: shop-prd\n    services:\n      - { name: web, version: 1.0 }\n`;

describe('an environment without services', () => {
  it.each([
    '    services:',
    '    services: []',
    '    services: ~',
    '    services: null # later',
    '    services: # none',
  ])('is reported where the field stands: %j', (lines) => {
    const found = findingsOf({ environments: environment(`${lines}\n    tests: []`) });
    expect(found).toEqual(['check/no-services services']);
    expect(findingsOf({ environments: environment(lines) })).toEqual(found);
  });

  it('is none where the field is absent', () => {
    const tests =
      '    tests:\n      - { name: smoke, repository: git@github.com:a/b.git, commands: [{ shell: "make services:" }] }';
    expect(findingsOf({ environments: environment(tests) })).toEqual([]);
    expect(
      findingsOf({ environments: 'project: shop\nenvironments:\n  - { name: dev, services: }\n' }),
    ).toEqual(['check/no-services services']);
  });
});

describe('a test without commands', () => {
  const test = (fields: string) =>
    findingsOf({
      environments: environment(
        `    tests:\n      - { name: smoke, repository: git@github.com:a/b.git${fields} }`,
      ),
    });

  it.each(['', ', commands: []', ', commands: '])('is a gate that is open: %j', (fields) => {
    expect(test(fields)).toEqual(['check/no-commands smoke']);
  });

  it.each([
    [', commands: [{ shell: make }]', []],
    [', comands: [{ shell: make }]', ['schema/unknown-field comands']],
    [', commands: [make]', ['schema/wrong-type make']],
  ])('is none where there are some, or where they are refused: %j', (fields, expected) => {
    expect(test(fields)).toEqual(expected);
  });
});

describe('a host of two environments', () => {
  const hosts = (dev: string, prd: string) =>
    `project: shop\nenvironments:\n  - name: dev\n    namespace: shop-dev\n    services:\n      - { name: web, version: 1.0, external_url: ${dev} }\n  - name: prd\n    namespace: shop-prd\n    services:\n      - { name: web, version: 1.0, external_url: ${prd} }\n`;

  it('is an error in the second one, also for services of one name', () => {
    expect(findingsOf({ environments: hosts('shop.example.com', 'shop.example.com') })).toEqual([
      'collision/host shop.example.com',
    ]);
    expect(findingsOf({ environments: hosts('dev.example.com', 'shop.example.com') })).toEqual([]);
  });
});
