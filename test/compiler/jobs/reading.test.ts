import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionAt } from '../../../compiler/text/position.ts';
import { usual } from '../../jobs/chooser.ts';
import { entryForms } from '../../jobs/entry-forms.ts';
import { guidedJob } from '../../jobs/guided-jobs.ts';
import { familiesOf, jobKinds } from '../../jobs/job-schema.ts';
import { isData, type JobData, jobSpec } from '../../jobs/job-spec.ts';
import { diagnosticsOf, findingsOf } from '../check/findings.ts';

const spec = (jobs: string, head = '') => ({ jobs: `project: shop\n${head}jobs:\n${jobs}` });
const freestyle = (fields: string) => spec(`  - {name: a, kind: freestyle, ${fields}}\n`);

describe('the kind of an entry', () => {
  it.each([
    ['is none that exists', '{name: a, kind: freestyl}', 'schema/not-allowed freestyl'],
    ['is missing', '{name: a, builders: [{shell: make}]}', 'schema/missing-field name'],
    ['is a list', '{name: a, kind: [freestyle]}', 'schema/not-allowed [freestyle]'],
    [
      'is that of a view, with the fields of a job',
      '{name: a, kind: list-view, builders: []}',
      'schema/unknown-field builders',
    ],
  ])('%s', (_, job, finding) => expect(findingsOf(spec(`  - ${job}\n`))).toEqual([finding]));

  it('has other letters: what was meant is proposed', () => {
    const [found] = diagnosticsOf(spec('  - {name: a, kind: freestyl}\n'));
    expect(found?.help[0]).toBe('did you mean `freestyle`?');
    expect(found?.fixes[0]?.edits[0]?.text).toBe('freestyle');
  });
});

it('numbers have no sign where they count something', () => {
  expect(findingsOf(freestyle('quiet_period: -1'))).toEqual(['schema/out-of-range -1']);
  const gerrit = 'projects: [{pattern: a, branches: [{pattern: main}]}], trigger_on: [patchset-created]';
  expect(findingsOf(freestyle(`triggers: [{gerrit: {${gerrit}, verified: {failed: -1}}}]`))).toEqual([]);
});

describe('an entry of a list of things', () => {
  it.each([
    ['two things', 'builders: [{shell: make, batch: make}]', 'schema/one-thing batch'],
    ['none', 'builders: [{}]', 'schema/one-thing {}'],
    ['a name that is no thing', 'wrappers: [timestamp]', 'schema/unknown-field timestamp'],
    ['a key that is no thing', 'builders: [{shel: make}]', 'schema/unknown-field shel'],
    ['a thing of another list', 'builders: [{timestamps: {}}]', 'schema/unknown-field timestamps'],
    ['a bare name that needs a field', 'parameters: [string]', 'schema/missing-field string'],
    ['a field that the thing has not', 'builders: [{shell: {comand: make}}]', 'schema/unknown-field comand'],
    ['a list where a text is due', 'builders: [{shell: [make, test]}]', 'schema/wrong-type [make, test]'],
    ['nothing at all', 'builders: [null]', 'schema/one-thing null'],
  ])('%s', (_, fields, finding) => expect(findingsOf(freestyle(fields))).toEqual([finding]));

  it.each([
    ['a bare name', 'wrappers: [timestamps]'],
    ['a key without a value', 'wrappers: [{timestamps: }]'],
    ['a key with nothing in it', 'wrappers: [{timestamps: {}}]'],
    ['a scalar for the short field', 'builders: [{shell: make}]'],
    ['a list for a short field of texts', 'publishers: [{trigger: [a, web]}]'],
    ['no entry', 'builders: []'],
  ])('may be %s', (_, fields) => {
    const jobs = {
      ...freestyle(fields),
      build: 'project: shop\ncomponents: [{name: web, build: [{shell: make}]}]\n',
    };
    expect(findingsOf(jobs).filter((found) => !found.startsWith('link/trigger-cycle'))).toEqual([]);
  });
});

describe('what stands twice, or stands for another thing', () => {
  it.each([
    ['the same name', '  - {name: a, kind: folder}\n  - {name: a, kind: folder}\n', 'link/duplicate-name a'],
    [
      'a name that differs in case only',
      '  - {name: nightly, kind: freestyle}\n  - {name: Nightly, kind: freestyle}\n',
      'collision/job Nightly',
    ],
    [
      'a job that is a folder of another',
      '  - {name: a, kind: freestyle}\n  - {name: a/b, kind: freestyle}\n',
      'collision/job a/b',
    ],
  ])('%s', (_, jobs, finding) => expect(findingsOf(spec(jobs))).toEqual([finding]));
});

describe('names of other jobs', () => {
  const named = (name: string, head = '') =>
    spec(
      `  - {name: nightly/full, kind: freestyle, publishers: [{trigger: "${name}"}]}
  - {name: nightly/report, kind: freestyle}
  - {name: release, kind: freestyle}
  - {name: branches, kind: multibranch, sources: [{git: "https://git.example.com/shop.git"}]}
`,
      head,
    );

  it.each([
    'nightly/report',
    'report',
    '../release',
    'release',
    '/release',
    '/platform/base',
    '$TARGET',
    'branches/main',
    'Release',
  ])('%s is found', (name) => expect(findingsOf(named(name))).toEqual([]));

  it.each(['raport', 'nightly/release', '../../release'])('%s is not', (name) =>
    expect(findingsOf(named(name))).toEqual([`link/unknown-job "${name}"`]),
  );

  it('one of another project is listed', () =>
    expect(findingsOf(named('platform/base', 'external: {jobs: [platform/base]}\n'))).toEqual([]));

  it('a view shows what is in its folder', () => {
    const jobs = '  - {name: x/a, kind: freestyle}\n  - {name: b, kind: freestyle}\n';
    expect(findingsOf(spec(`${jobs}  - {name: x/V, kind: list-view, jobs: [a]}\n`))).toEqual([]);
    expect(findingsOf(spec(`${jobs}  - {name: x/V, kind: list-view, jobs: [b]}\n`))).toEqual([
      'link/unknown-job b',
    ]);
  });

  it('a view is no job', () => {
    const view = '  - {name: V, kind: list-view, regex: ".*"}\n';
    const job = '  - {name: a, kind: freestyle, publishers: [{trigger: V}]}\n';
    expect(findingsOf(spec(view + job))).toEqual(['link/unknown-job V']);
  });

  it('a folder is no job, whether it is declared or stands in a name, but a view shows it', () => {
    const inside = '  - {name: x/a, kind: freestyle}\n';
    const starts = '  - {name: b, kind: freestyle, publishers: [{trigger: x}]}\n';
    expect(findingsOf(spec(inside + starts))).toEqual(['link/unknown-job x']);
    expect(findingsOf(spec(`  - {name: x, kind: folder}\n${inside}${starts}`))).toEqual([
      'link/unknown-job x',
    ]);
    expect(findingsOf(spec(`${inside}  - {name: V, kind: list-view, jobs: [x]}\n`))).toEqual([]);
  });

  it('a circle is told once', () => {
    const circle = ['b', 'c', 'a'].map(
      (next, index) => `  - {name: ${'abc'[index]}, kind: freestyle, publishers: [{trigger: ${next}}]}\n`,
    );
    expect(findingsOf(spec(circle.join('')))).toEqual(['link/trigger-cycle a']);
  });
});

describe('what else a job names', () => {
  const scm = 'scm: [{git: {url: "https://git.example.com/shop.git", credentials: login}}]';
  it.each([
    ['a credential', freestyle(scm), 'check/unknown-credential login'],
    ['a schedule', freestyle('triggers: [{timed: 61 * * * *}]'), 'check/jenkins-cron 61 * * * *'],
    ['a regular expression', spec('  - {name: V, kind: list-view, regex: "a("}\n'), 'check/java-regex "a("'],
  ])('%s that is none', (_, specs, finding) => expect(findingsOf(specs)).toEqual([finding]));

  it('a credential that is declared, or somebody else looks after', () => {
    expect(
      findingsOf({
        ...freestyle(scm),
        jenkins: 'project: shop\njenkins: {credentials: [{id: login, type: username-password}]}\n',
      }),
    ).toEqual([]);
    expect(
      findingsOf(spec(`  - {name: a, kind: freestyle, ${scm}}\n`, 'external: {credentials: [login]}\n')),
    ).toEqual([]);
  });
});

describe('a checkout of nothing', () => {
  const git = '{git: "https://git.example.com/shop.git"}';
  const pipeline = (scm: string) => spec(`  - {name: a, kind: pipeline, scm: ${scm}}\n`);
  const branches = (scm: string) =>
    spec(
      `  - {name: a, kind: multibranch, sources: [${git}], remote_jenkinsfile: {path: Jenkinsfile, scm: ${scm}}}\n`,
    );

  it.each([
    ['holds no script', pipeline('[none]'), 'check/one-of none'],
    ['holds no script of branches', branches('[none]'), 'check/one-of none'],
    ['is none beside another', freestyle(`scm: [${git}, none]`), 'check/one-of none'],
    ['is told once', pipeline(`[none, ${git}]`), 'check/one-of none'],
  ])('%s', (_, specs, finding) => expect(findingsOf(specs)).toEqual([finding]));

  it('is fine for steps, and where another holds the script', () => {
    for (const specs of [freestyle('scm: [none]'), pipeline(`[${git}]`), branches(`[${git}]`)])
      expect(findingsOf(specs)).toEqual([]);
  });
});

/** One mistake in a job: the job with it, and a text of the line where it has to be told. */
interface Mistake {
  readonly job: JobData;
  readonly at: string;
}

/** Misspells a word so that it is none that exists. */
const misspelt = (word: string) => `${word}q`;

const mistakes: fc.Arbitrary<Mistake> = fc.constantFrom(...jobKinds).chain((kind) => {
  const job = guidedJob(kind, 'job', usual);
  const lists = [...familiesOf(kind)];
  const ofJob = fc.constantFrom<Mistake>(
    { job: { ...job, kind: misspelt(kind) }, at: misspelt(kind) },
    { job: { ...job, [misspelt('description')]: 'x' }, at: misspelt('description') },
    { job: { ...job, name: ['x'] }, at: '- x' },
  );
  if (lists.length === 0) return ofJob;
  const ofEntry = fc.constantFrom(...lists).chain(([list, entry]) =>
    fc.constantFrom(...entryForms(entry)).chain((form) => {
      const name = typeof form === 'string' ? form : isData(form) ? (Object.keys(form)[0] ?? '') : '';
      const value = isData(form) ? form[name] : undefined;
      const broken: Mistake[] = [
        { job: { ...job, [list]: [misspelt(name)] }, at: misspelt(name) },
        { job: { ...job, [list]: [{ [misspelt(name)]: value ?? {} }] }, at: misspelt(name) },
      ];
      if (isData(value) && name !== 'xml')
        broken.push({ job: { ...job, [list]: [{ [name]: { ...value, zzzz: 1 } }] }, at: 'zzzz' });
      return fc.constantFrom(...broken);
    }),
  );
  return fc.oneof({ weight: 1, arbitrary: ofJob }, { weight: 6, arbitrary: ofEntry });
});

it('one mistake in any job is told once, where it is', () => {
  fc.assert(
    fc.property(mistakes, ({ job, at }) => {
      const found = diagnosticsOf({ jobs: jobSpec(job) }).filter(({ code }) => code.startsWith('schema/'));
      expect(found.map(({ code }) => code)).toHaveLength(1);
      const span = found[0]?.span;
      const line = span?.file.text.split('\n')[positionAt(span.file, span.start).line - 1];
      expect(line).toContain(at);
    }),
    { numRuns: 300, seed: 18 },
  );
});
