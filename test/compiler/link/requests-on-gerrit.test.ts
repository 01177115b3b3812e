import { expect, test } from 'vitest';
import { analyse } from '../../../compiler/pipeline.ts';

function messages(url: string, requests: string): readonly string[] {
  const build = `project: shop
components:
  - name: web
    repository: {git: "${url}"}
    build: [{shell: ./test}]
    env: [{name: KEY, credentials: key}]
    pull_requests: ${requests}
`;
  const { diagnostics } = analyse([{ name: 'build.bitesize', text: build }], {
    unknownFields: 'error',
    allowPlainSecrets: false,
  });
  return diagnostics
    .filter(({ code }) => code === 'request/unused-field')
    .map(({ message, severity }) => `${severity}: ${message}`);
}

const all = '{forks: ignore, credentials: api, marker: a, secrets: [key], environment: Test}';

test('what a multibranch job needs has no effect on Gerrit', () => {
  expect(messages('ssh://gerrit.acme.org:29418/web', all)).toEqual([
    'warning: `forks` has no effect on Gerrit',
    'warning: `credentials` has no effect on Gerrit',
    'warning: `marker` has no effect on Gerrit',
    'warning: `secrets` has no effect on Gerrit',
    'warning: `environment` has no effect on Gerrit',
  ]);
});

test('and all of it elsewhere; a server means something everywhere', () => {
  expect(messages('git@github.com:shop/web', all)).toEqual([]);
  expect(messages('ssh://gerrit.acme.org:29418/web', '{server: review}')).toEqual([]);
});
