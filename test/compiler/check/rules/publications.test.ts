import { expect, test } from 'vitest';
import { findingsOf } from '../findings.ts';

function findings(publication: string, type = 'username-password'): readonly string[] {
  return findingsOf({
    build: `project: shop\ncomponents:\n  - name: web\n    publish: [{${publication}}]\n`,
    jenkins: `project: shop\njenkins: {credentials: [{id: nexus, type: ${type}}]}\n`,
  });
}

const file = 'type: file, location: "*.zip", credentials: nexus';

test.each([
  ['nexus.acme.org/raw/'],
  ['ftp://nexus.acme.org/raw/'],
  ['"https://nexus.acme.org/a b"'],
  ['https://nexus.acme.org/raw?x=1'],
  ["https://nexus.acme.org/it's"],
  ['"https://nexus.acme.org:0x/raw"'],
  ['"https://"'],
])('%s is no address of a registry', (url) => {
  expect(findings(`${file}, url: ${url}`)).toEqual([`check/publish-url ${url}`]);
});

const url = 'url: https://nexus.acme.org/raw/';

test.each([
  ['npm', 'secret-text', true],
  ['npm', 'username-password', true],
  ['npm', 'ssh-key', false],
  ['pypi', 'file', false],
  ['maven', 'secret-text', false],
  ['maven', 'username-password', true],
])('%s with a credential of type %s: %s', (publication, type, isRight) => {
  expect(findings(`type: ${publication}, ${url}, credentials: nexus`, type)).toEqual(
    isRight ? [] : ['check/publish-credential nexus'],
  );
});

test('files need names, and a place that differs between builds', () => {
  expect(findings(`type: file, ${url}, credentials: nexus`)).toEqual(['check/publish-files file']);
  expect(findings(`type: file, location: a.zip, ${url}, credentials: nexus`)).toEqual([
    'check/publish-once a.zip',
  ]);
  expect(findings(`type: file, location: a.zip, version: "1.0", ${url}, credentials: nexus`)).toEqual([
    'check/publish-once a.zip',
  ]);
  expect(
    findings(`type: file, location: a.zip, version: 1.$BUILD_NUMBER, ${url}, credentials: nexus`),
  ).toEqual([]);
  expect(findings(`type: file, location: "a-*.zip", ${url}, credentials: nexus`)).toEqual([]);
});

test('a package says its version itself', () => {
  expect(findings(`type: maven, version: "1", ${url}, credentials: nexus`)).toEqual([
    'check/publish-version version',
  ]);
});

test.each(['a b', 'a/b', '..$', '$', '${A', 'a;b'])('`%s` is no version', (version) => {
  expect(findings(`${file}, ${url}, version: "${version}"`)).toEqual([`schema/pattern "${version}"`]);
});

test('patterns of what is published and of results are patterns of Ant', () => {
  const build = `project: shop
components:
  - name: web
    test_results: ["out/{a,b}.xml"]
    coverage: [{type: go, location: /tmp/cover.out}]
    publish: [{type: file, location: ../a-*.zip, ${url}, credentials: seed-job-key}]
`;
  const environments =
    'project: shop\nenvironments: [{name: A, namespace: a, tests: [{name: t, commands: [{shell: x}], test_results: ~/a.xml}]}]\n';
  const found = findingsOf({ build, environments }).filter((finding) => finding.includes('artifact-pattern'));
  expect(found).toEqual([
    'check/artifact-pattern "out/{a,b}.xml"',
    'check/artifact-pattern /tmp/cover.out',
    'check/artifact-pattern ../a-*.zip',
    'check/artifact-pattern ~/a.xml',
  ]);
});
