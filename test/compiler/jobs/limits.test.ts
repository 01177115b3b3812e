import { describe, expect, it } from 'vitest';
import { analyse } from '../../../compiler/pipeline.ts';

function findings(jobs: string): readonly string[] {
  return analyse([{ name: 'jobs.bitesize', text: `project: shop\njobs:\n${jobs}` }]).diagnostics.map(
    ({ code, message }) => `${code}: ${message}`,
  );
}

const named = (name: string) => `  - {name: ${JSON.stringify(name)}, kind: freestyle}\n`;

describe('a name of a job', () => {
  it.each(['CON', 'nul.txt', 'a/COM1/b', 'aux', 'lpt\u00b9'])(
    '%s is a device of Windows, which is one finding',
    (name) => {
      expect(findings(named(name))).toEqual([
        expect.stringMatching(/^check\/job-name: .* Windows takes it for a device/),
      ]);
    },
  );

  it.each(['a/../b', '/a', 'a//b', 'a/', '..', 'a./b', 'a /b'])('%s is one finding', (name) => {
    expect(findings(named(name))).toEqual([expect.stringMatching(/^check\/job-name: /)]);
  });

  it.each(['console', 'com', 'com10', 'nulls', 'my-aux'])('%s is none', (name) => {
    expect(findings(named(name))).toEqual([]);
  });

  it('stands in as many folders and bytes as a path can have', () => {
    const folders = (count: number, letters = 1) => named(`${`${'a'.repeat(letters)}/`.repeat(count)}b`);
    expect(findings(folders(50))).toEqual([]);
    expect(findings(folders(300))).toEqual([
      'limit/entries: the project has 300 folders, one in the other, and at most 50 are compiled',
    ]);
    expect(findings(folders(40, 100))).toEqual([
      expect.stringMatching(/^check\/job-name: .* more than 1000 bytes with its folders$/),
    ]);
  });
});

describe('an entry of a list', () => {
  it.each([
    'publishers: [{archive: [a, "b\\nc"]}]',
    'parameters: [{choice: {name: A, choices: ["a\\nb", c]}}]',
    'builders: [{maven: {goals: verify, properties: ["a=b\\nc=d"]}}]',
  ])('stays one: %s', (field) => {
    expect(findings(`  - {name: a, kind: freestyle, ${field}}\n`)).toEqual([
      expect.stringMatching(/^check\/line-text: .* has an entry with a line break in it$/),
    ]);
  });

  it('may end with the break of a block', () => {
    const block = '  - {name: a, kind: freestyle, publishers: [{archive: {artifacts: "a\\n"}}]}\n';
    expect(findings(block)).toEqual([]);
  });
});

describe('one mistake', () => {
  it('is an object without its fields', () => {
    const git = "{url: 'https://example.com/a.git', extensions: [{user-identity: {}}]}";
    expect(findings(`  - {name: a, kind: freestyle, scm: [{git: ${git}}]}\n`)).toEqual([
      'schema/missing-field: `user-identity` needs the fields `name`, `email`',
    ]);
  });

  it.each([10, 33, 34, 35, 36, 40, 100])('is a step that is %i steps deep', (depth) => {
    const steps = Array.from({ length: depth }).reduce<string>(
      (inner) => `{conditional-step: {condition: always, steps: [${inner}]}}`,
      '{shell: make}',
    );
    const found = findings(`  - {name: a, kind: freestyle, builders: [${steps}]}\n`);
    expect(found).toEqual(depth < 33 ? [] : ['source/too-deep: nested deeper than 100 levels']);
  });

  it('is a circle of thousands of jobs, of which a few are named', () => {
    const jobs = Array.from(
      { length: 2000 },
      (_, index) =>
        `  - {name: j${index}, kind: freestyle, triggers: [{upstream: {jobs: [j${(index + 1) % 2000}]}}]}\n`,
    );
    const [first = '', ...others] = findings(jobs.join(''));
    expect(others).toEqual([]);
    expect(first).toContain('1990 more');
    expect(first.length).toBeLessThan(300);
  });
});
