import { describe, expect, it } from 'vitest';
import { jobNameProblem } from '../../../../compiler/check/rules/job-names.ts';
import { findingsOf } from '../findings.ts';

describe('jobNameProblem', () => {
  it.each(['web', 'Sample test', 'a.b', 'a_b-c', 'bücher', '日本'])('takes %j', (name) => {
    expect(jobNameProblem(name)).toBeUndefined();
  });

  it.each([...'?*/\\%!@#$^&|<>[]:;'])('refuses %s', (character) => {
    expect(jobNameProblem(`a${character}b`)).toContain(character);
  });

  it.each(['', ' ', '.', '..', '../x', 'a.', ' a', 'a ', 'a\tb', 'a\u202eb', 'a'.repeat(121)])(
    'refuses %j',
    (name) => {
      expect(jobNameProblem(name)).toBeDefined();
    },
  );
});

describe('names that become jobs', () => {
  it('are found in all specs', () => {
    const texts = {
      build: 'project: shop\ncomponents: [{name: a/b}]\n',
      application: 'project: shop\napplications: [{name: "a:b", runtime: "nginx:1"}]\n',
      environments:
        'project: shop\nenvironments: [{name: ../x, tests: [{name: "100%", commands: [{shell: make}]}]}]\n',
    };
    expect(findingsOf(texts)).toEqual([
      'check/job-name "a:b"',
      'check/job-name a/b',
      'check/job-name ../x',
      'check/job-name "100%"',
    ]);
  });

  it('are those of folders and views, too', () => {
    const jenkins = (fields: string) => findingsOf({ jenkins: `project: shop\njenkins: {${fields}}\n` });
    expect(jenkins('folder: team/shop')).toEqual([]);
    expect(
      jenkins('folder: ../shop, views: [{name: a/b, regex: a}, {name: Nightly builds, regex: b}]'),
    ).toEqual(['check/job-name ../shop', 'check/job-name a/b']);
  });
});
