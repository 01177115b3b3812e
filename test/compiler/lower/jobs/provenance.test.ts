import { expect, test } from 'vitest';
import { type Origin, spanOf } from '../../../../compiler/text/origin.ts';
import { positionAt } from '../../../../compiler/text/position.ts';
import { TracedText } from '../../../../compiler/text/traced-text.ts';
import type { Item } from '../../../../jenkins/all-items.ts';
import { jobsOf } from './lowered-jobs.ts';
import { shop } from './shop.ts';

/** Returns the scripts of an item. */
function scriptsOf(item: Item): readonly TracedText[] {
  if (item.kind === 'pipeline' && item.definition.kind === 'cps') {
    return item.definition.script instanceof TracedText ? [item.definition.script] : [];
  }
  if (item.kind !== 'freestyle') return [];
  return (item.builders ?? []).flatMap((step) =>
    step.kind === 'shell' && step.script instanceof TracedText ? [step.script] : [],
  );
}

function place(origin: Origin): string {
  const span = spanOf(origin);
  return span === undefined ? origin.kind : `${span.file.name}:${positionAt(span.file, span.start).line}`;
}

/** Returns where the first line that holds `part` comes from, the most specific place first. */
function placesOf(item: Item, part: string): readonly string[] {
  for (const { text, marks } of scriptsOf(item)) {
    const line = text.split('\n').findIndex((candidate) => candidate.includes(part));
    if (line === -1) continue;
    return marks
      .filter(({ first, last }) => first <= line && line <= last)
      .map(({ origin }) => place(origin))
      .reverse();
  }
  throw new Error(`no line has ${part}`);
}

const build = `project: shop
components:
  - name: web
    dependencies:
      - {type: gem-package, package: rake}
      - {type: gem-package, package: fpm}
    artifacts:
      - location: "*.deb"
`;
const jobs = jobsOf({ ...shop, build });

test.each([
  ['web', 'gem install --no-document fpm', 'build.bitesize:6'],
  ['web', "-regex '", 'build.bitesize:8'],
  ['Development-deploy', 'image: custom-registry/shop/api', 'environments.bitesize:7'],
  ['Development-deploy', "versionOf('api_VERSION')", 'environments.bitesize:7'],
  ['Staging-deploy', '--timeout=60s', 'environments.bitesize:14'],
  ['environment-pipeline', "build(job: 'Development-load')", 'environments.bitesize:11'],
  ['environment-pipeline', 'timeout(time: 30', 'jenkins.bitesize:4'],
  ['environment-pipeline', "submitter: 'alice,ops'", 'jenkins.bitesize:4'],
  ['environment-pipeline', 'approval3(versions)', 'environments.bitesize:19'],
  ['Development-deploy', 'lock(', 'policy'],
  ['web-app-docker-image', 'docker build --pull --no-cache', 'policy'],
  ['service-manage', 'kind: Mysql', 'environments.bitesize:8'],
  ['web-app-docker-image', 'FROM ', 'application.bitesize:4'],
])('in %s the line with %s leads to %s', (name, part, expected) => {
  const item = jobs.items.find(
    (candidate) =>
      candidate.kind !== 'folder' &&
      place(candidate.origin) !== '' &&
      jobs.names[jobs.items.indexOf(candidate)] === name,
  );
  if (item === undefined) throw new Error(`no job ${name}`);
  const places = placesOf(item, part);
  // The values in a line come before the decision that the line is there for.
  expect(expected === 'policy' ? places : places.slice(0, 1)).toContain(expected);
});

test('marks stay inside their script', () => {
  for (const { text, marks } of jobs.items.flatMap(scriptsOf)) {
    const lines = text.split('\n').length;
    for (const { first, last } of marks) expect(0 <= first && first <= last && last < lines).toBe(true);
  }
});
