import { expect, test } from 'vitest';
import { bare, jobsOf } from './lowered-jobs.ts';
import { shop } from './shop.ts';

function withXml(entry: string) {
  return jobsOf({ ...shop, jenkins: `project: shop\njenkins:\n  job_xml:\n    - ${entry}\n` });
}

test('a fragment goes to its job, element by element', () => {
  const { items, messages } = withXml('{job: web, at: /publishers/, xml: "<a.B><c>1</c></a.B><d/>"}');
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
