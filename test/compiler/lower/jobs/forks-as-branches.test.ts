import { expect, it } from 'vitest';
import { jobsOf } from './lowered-jobs.ts';

/* `forks: secrets` builds pull requests of forks like those of branches, so nothing of a branch's build may be secret. */

function told(agent: string, more: { forks?: string; environment?: string } = {}): readonly string[] {
  const { forks = 'secrets', environment } = more;
  const { messages } = jobsOf({
    build: `project: shop
components:
  - name: web
    agent: own
    repository: {git: "https://github.com/example/shop.git", branch: main}
    pull_requests: {credentials: api, forks: ${forks}${environment ? `, environment: ${environment}` : ''}}
`,
    application: 'project: shop\napplications: [{name: web, build: {component: web}}]\n',
    environments:
      'project: shop\nenvironments: [{name: Preview, namespace: shop-preview, services: [{name: web, port: 80}]}]\n',
    jenkins: `project: shop\njenkins: {credentials: [{id: api, type: username-password}], agents: [{name: own${agent}}]}\n`,
  });
  return messages.filter((message) => message.startsWith('request/'));
}

const of = 'pull requests of forks of component `web`';

it('is taken where an agent has nothing to give away', () => {
  expect(told('')).toEqual([]);
  expect(told(', env: [{name: A, value: b}], volumes: [{type: empty-dir, path: /a}]')).toEqual([]);
});

it.each([
  ['a variable', ', env: [{name: A, secret: token, key: a}]', ['token']],
  [
    'a variable of a container',
    ', containers: [{name: c, image: "a:1", env: [{name: A, secret: token, key: a}]}]',
    ['token'],
  ],
  ['a volume', ', volumes: [{type: secret, path: /a, name: npmrc}]', ['npmrc']],
  [
    'one of them twice',
    ', env: [{name: A, secret: t, key: a}], volumes: [{type: secret, path: /a, name: t}]',
    ['t'],
  ],
])('is refused where the agent has a Secret in %s', (_, agent, secrets) => {
  expect(told(agent)).toEqual(
    secrets.map((secret) => `request/fork-secrets: ${of} could read the secret \`${secret}\``),
  );
  expect(told(agent, { forks: 'no-secrets' })).toEqual([]);
});

it.each([
  ['a claim', ', volumes: [{type: persistent-claim, path: /a, name: m2}]', 'agent `own` has the claim `m2`'],
  ['`yaml`', ', yaml: "spec: {hostname: a}"', 'agent `own` has `yaml`'],
  [
    'rights',
    ', service_account: builder, allowed_jobs: [web, web-pull-requests]',
    'agent `own` has the service account builder',
  ],
])('is refused where the agent has %s', (_, agent, problem) => {
  expect(told(agent)).toEqual([`request/fork-agent: ${of} cannot be kept apart: ${problem}`]);
});

it('is refused where one of several agents with the label has a Secret', () => {
  const other = '}, {name: other, label: own, volumes: [{type: secret, path: /a, name: npmrc}]';
  expect(told(other)).toEqual([`request/fork-secrets: ${of} could read the secret \`npmrc\``]);
  expect(told(other, { forks: 'no-secrets' })).toEqual([]);
});

it('is refused where they would be deployed', () => {
  expect(told('', { environment: 'Preview' })).toEqual([
    `request/fork-agent: ${of} cannot be kept apart: they would be deployed to \`Preview\``,
  ]);
  expect(told('', { environment: 'Preview', forks: 'no-secrets' })).toEqual([]);
});
