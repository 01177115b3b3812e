import { expect, test } from 'vitest';
import { bare, jobsOf } from './lowered-jobs.ts';
import { shop } from './shop.ts';

function withXml(entry: string) {
  return jobsOf({ ...shop, jenkins: `project: shop\njenkins:\n  job_xml:\n    - ${entry}\n` });
}

test('a fragment goes to its job, element by element', () => {
  const { items, messages } = withXml(
    '{job: web, at: /publishers/, xml: "<a.B><c>1</c></a.B><d/>", plugins: [{id: own}]}',
  );
  expect(messages.filter((message) => message.startsWith('job/'))).toEqual([]);
  const holders = items.filter((item) => item.fragments !== undefined);
  expect(bare(holders.map(({ name, fragments }) => ({ name, fragments })))).toEqual([
    {
      name: 'web',
      fragments: [
        { at: 'publishers', xml: { name: 'a.B', content: [{ name: 'c', content: '1' }] } },
        { at: 'publishers', xml: { name: 'd', content: '' } },
      ],
    },
  ]);
});

test.each([
  ['{job: wob, at: publishers, xml: <a/>}', 'job/unknown-job: no job of this project is called `wob`'],
  [
    '{job: web, at: description, xml: <a/>}',
    'job/fragment-place: job `web` has no place `description` for a fragment',
  ],
  [
    '{job: environment-pipeline, at: publishers, xml: <a/>}',
    'job/fragment-place: job `environment-pipeline` has no place `publishers` for a fragment',
  ],
  [
    '{job: web, at: publishers, xml: "<a><b></a>"}',
    'job/fragment: the XML fragment cannot be used: `</a>` closes `<b>`',
  ],
  ['{job: web, at: publishers, xml: "<!DOCTYPE x><a/>"}', 'job/fragment: the XML fragment cannot be used: '],
])('%s is reported', (entry, message) => {
  expect(withXml(entry).messages).toContainEqual(expect.stringContaining(message));
});

test.each(['""', '/'])('a fragment for the job itself goes there: %s', (at) => {
  const { items, messages } = withXml(`{job: web, at: ${at}, xml: <quietPeriod>5</quietPeriod>}`);
  expect(messages.filter((message) => message.startsWith('job/'))).toEqual([]);
  expect(bare(items.flatMap(({ fragments }) => fragments ?? []))).toEqual([
    { at: '', xml: { name: 'quietPeriod', content: '5' } },
  ]);
});

test.each([
  [
    'at: /, xml: <builders/>',
    ['job/fragment-replaces: the fragment takes the place of everything in `builders` of job `web`'],
  ],
  ['at: builders, xml: <hudson.tasks.Shell><command>x</command></hudson.tasks.Shell>', []],
  ['at: /, xml: <actions/>', []],
  ['at: /, xml: <disabled>true</disabled>', []],
  [
    'at: publishers, xml: <x.y.NoSuch/>',
    ['job/unknown-class: no plugin is known that has the class `x.y.NoSuch`'],
  ],
  [
    'at: publishers, xml: \'<hudson.tasks.Mailer><a class="x.y.Z"/><b class="x.y.Z"/></hudson.tasks.Mailer>\'',
    ['job/unknown-class: no plugin is known that has the class `x.y.Z`'],
  ],
  ['at: publishers, xml: <x.y.NoSuch/>, plugins: [{id: own}]', []],
  ['at: publishers, xml: \'<x.y.NoSuch plugin="own@1"/>\'', []],
  ['at: publishers, xml: \'<a class="java.util.Collections$EmptyList"/>\'', []],
])('a fragment that loses something is reported: %s', (entry, expected) => {
  const { messages } = withXml(`{job: web, ${entry}}`);
  expect(messages.filter((message) => message.startsWith('job/'))).toEqual(expected);
});

test.each([
  ['<c x="&#9;$Z"/>', 'a tab or line break in attribute `x` does not survive Job DSL'],
  ['<c x="a&#xa;b"/>', 'a tab or line break in attribute `x` does not survive Job DSL'],
  ['<c>a&#13;b</c>', 'a carriage return in a text does not survive Job DSL'],
])('what Job DSL cannot print is refused: %s', (xml, problem) => {
  const { messages } = withXml(`{job: web, at: publishers, xml: '${xml}'}`);
  expect(messages).toContainEqual(expect.stringContaining(problem));
});
