import { expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { changesBetween } from '../../../compiler/diff/changes.ts';
import { orderedRisks } from '../../../compiler/diff/ordered-risks.ts';

const jenkins = {
  name: 'jenkins.bitesize',
  text: 'project: shop\njenkins: {credentials: [{id: token, type: secret-text}, {id: login, type: username-password}]}\n',
};

function irOf(fields: string) {
  const text = `project: shop\ncomponents:\n  - name: web\n    build: [{shell: "true"}]\n    ${fields}\n`;
  const { ir, diagnostics } = compile([{ name: 'build.bitesize', text }, jenkins], { emit: [] });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return ir;
}

function risks(before: string, after: string): readonly string[] {
  return orderedRisks(changesBetween(irOf(before), irOf(after))).map(
    ({ change, risk }) => `${risk.kind} ${change.name}: ${risk.text}`,
  );
}

const image = 'image: node:22\n    ';
const tests = 'test_results: [a.xml]';
const unread = /^gate-opened web: the results of its tests are read no longer/;

test.each(['', image])('tests whose results are read no longer are told (%j)', (place) => {
  expect(risks(`${place}${tests}`, `${place}agent: generic`)).toEqual([expect.stringMatching(unread)]);
  expect(risks(`${place}${tests}`, `${place}test_results: [b.xml]`)).toEqual([]);
  expect(risks(`${place}agent: generic`, `${place}${tests}`)).toEqual([]);
});

test('another kind of job that reads them is no risk for them', () => {
  expect(risks(tests, `${image}${tests}`).filter((risk) => unread.test(risk))).toEqual([]);
});

test.each(['npm', 'pypi', 'maven', 'file'])('%s that is published to another place is told', (type) => {
  const publish = (host: string) =>
    `publish: [{type: ${type}, location: "*.x", url: "https://${host}/x/", credentials: ${type === 'maven' ? 'login' : 'token'}}]`;
  for (const place of ['', image]) {
    expect(risks(`${place}${publish('a.acme.org')}`, `${place}${publish('b.acme.org')}`)).toEqual([
      'publication-moved web: nothing is published to `https://a.acme.org/x/` any more, but to `https://b.acme.org/x/`: who takes it from there gets no new versions',
    ]);
    expect(risks(`${place}${publish('a.acme.org')}`, `${place}agent: generic`)).toEqual([
      'publication-moved web: nothing is published to `https://a.acme.org/x/` any more: who takes it from there gets no new versions',
    ]);
    expect(risks(`${place}agent: generic`, `${place}${publish('a.acme.org')}`)).toEqual([]);
  }
});
