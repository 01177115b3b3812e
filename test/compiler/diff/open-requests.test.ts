import { expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { changesBetween } from '../../../compiler/diff/changes.ts';

const jenkins = `project: shop
jenkins:
  credentials:
    - { id: api, type: username-password }
    - { id: npm-token, type: secret-text }
`;

function irOf(requests: string, component = 'web') {
  const build = `project: shop
components:
  - name: ${component}
    repository: { git: 'https://github.com/example/web.git', branch: main, credentials: api }
    env: [{ name: NPM_TOKEN, credentials: npm-token }]
    build: [{ shell: ./test }]
${requests}`;
  const sources = [
    { name: 'build.bitesize', text: build },
    { name: 'jenkins.bitesize', text: jenkins },
  ];
  const { ir, diagnostics } = compile(sources, { emit: [] });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return ir;
}

function risks(before: string, after: string): readonly string[] {
  const found = changesBetween(irOf(before), irOf(after));
  return found
    .filter(({ name }) => name === 'web-pull-requests')
    .flatMap(({ risks: all }) => all.map(({ kind, text }) => `${kind}: ${text}`));
}

const requests = (more = '') => `    pull_requests: { credentials: api, marker: package.json${more} }\n`;

test.each([
  [
    'no longer built',
    requests(),
    '',
    ['gate-opened: pull requests are no longer built', 'history-lost: its builds are deleted'],
  ],
  [
    'of forks built like those of branches',
    requests(),
    requests(', forks: secrets'),
    ['permission-widened: pull requests of forks are built with what those of branches have'],
  ],
  [
    'of forks built at all',
    requests(', forks: ignore'),
    requests(),
    ['permission-widened: pull requests of forks are built, in pods without secrets'],
  ],
  [
    'that get a secret',
    requests(),
    requests(', secrets: [npm-token]'),
    ['permission-widened: builds of pull requests get the credential `npm-token`'],
  ],
  ['of forks that are no longer built', requests(), requests(', forks: ignore'), []],
  ['that lose a secret', requests(', secrets: [npm-token]'), requests(), []],
  ['that are new', '', requests(), []],
])('pull requests %s', (_, before, after, expected) => {
  expect(risks(before, after)).toEqual(expected);
});

test('a result that has another name is not the one that the forge waits for', () => {
  const found = changesBetween(irOf(requests()), irOf(requests(), 'shop'));
  const texts = found.flatMap(({ risks: all }) => all.map(({ text }) => text));
  expect(texts.filter((text) => /pull requests/.test(text))).not.toEqual([]);
});
