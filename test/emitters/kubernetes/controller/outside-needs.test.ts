import { expect, test } from 'vitest';
import { compile } from '../../../../compiler/compile.ts';

function section(components: string, jenkins: string): string {
  const { artifacts } = compile([
    { name: 'build.bitesize', text: `project: shop\ncomponents:\n${components}` },
    { name: 'jenkins.bitesize', text: `project: shop\njenkins:\n  url: https://ci.acme.org/\n${jenkins}` },
  ]);
  const readme = artifacts.find(({ path }) => path === 'kubernetes/jenkins/README.md')?.content.text ?? '';
  expect(readme).toContain('## When it does not work');
  return /## Webhooks and tokens\n[\s\S]*?(?=\n## )/.exec(readme)?.[0] ?? '';
}

const credentials = `  credentials:
    - {id: api, type: username-password}
    - {id: gitlab, type: secret-text}
    - {id: slack, type: secret-text}
    - {id: seed-job-key, type: ssh-key}
`;

test('nothing is said where nothing is needed', () => {
  expect(
    section(
      '  - {name: web, repository: {git: "git@github.com:shop/web"}, build: [{shell: ls}]}\n',
      '  pipeline: {webhook: true}\n',
    ),
  ).toBe('');
});

test('what each forge calls, and what each token has to be allowed', () => {
  const text = section(
    `  - name: web
    repository: {git: "git@github.com:shop/web", forge: github}
    build: [{shell: ls}]
    pull_requests: {credentials: api, marker: a}
    commit_status: true
    publish: [{type: file, location: "a*", url: "https://raw.acme.org/x/", credentials: api, version: "1"}]
  - name: worker
    repository: {git: "git@gitlab.com:shop/worker", forge: gitlab}
    build: [{shell: ls}]
    pull_requests: {marker: a}
    notifications: {slack: "#shop"}
`,
    `${credentials}  folder: team/shop
  forges: [{name: gl, type: gitlab, url: "https://gitlab.com", credentials: gitlab}]
  slack: {workspace: acme, credentials: slack, bot_user: true}
  pipeline: {webhook: true}
`,
  );
  const rows = text.split('\n').filter((line) => line.startsWith('| ') && !line.includes('---'));
  expect(rows).toEqual([
    '| repository | calls | events | made by |',
    '| git@github.com:shop/web | https://ci.acme.org/github-webhook/ | Pull requests, Pushes | you |',
    '| git@gitlab.com:shop/worker | https://ci.acme.org/project/team/shop/worker | Push events | you |',
    '| git@gitlab.com:shop/worker | https://ci.acme.org/gitlab-webhook/post | Merge request events | Jenkins itself |',
    '| credential | for | what it has to be allowed |',
    '| `api` | pull requests of web | Contents and Pull requests: read; Commit statuses: write (a classic token: `repo`) |',
    '| `gitlab` | pull requests of worker | the scope `api`, as Maintainer where Jenkins makes the webhook |',
    '| `api` | the status of commits of web | Commit statuses: write (a classic token: `repo:status`) |',
    '| `api` | what web publishes (file) | may write to https://raw.acme.org/x/ |',
    '| `slack` | messages in Slack | the scope `chat:write`, as a member of the channels |',
  ]);
  expect(text).toContain("GitLab's address for pushes");
});

test('a repository whose forge has its own address is not told to call that of the git plugin', () => {
  const component = (forge: string) =>
    `  - {name: web, repository: {git: "git@gitlab.com:shop/web"${forge}}, build: [{shell: ls}]}\n`;
  const readme = (forge: string) =>
    compile([
      { name: 'build.bitesize', text: `project: shop\ncomponents:\n${component(forge)}` },
      { name: 'jenkins.bitesize', text: 'project: shop\njenkins: {pipeline: {webhook: true}}\n' },
    ]).artifacts.find(({ path }) => path === 'kubernetes/jenkins/README.md')?.content.text;
  expect(readme('')).toContain('git/notifyCommit?url=git%40gitlab.com');
  expect(readme(', forge: gitlab')).not.toContain('git/notifyCommit');
  expect(readme(', forge: gitlab')).toContain('/project/web | Push events | you |');
});

test('without webhooks only the tokens are told', () => {
  const text = section(
    '  - {name: web, repository: {git: "git@github.com:shop/web"}, build: [{shell: ls}], pull_requests: {credentials: api, marker: a}}\n',
    credentials,
  );
  expect(text).not.toContain('made by');
  expect(text).toContain('| `api` | pull requests of web |');
});
