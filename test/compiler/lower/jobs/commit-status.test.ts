import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderScript } from '../../../../compiler/lower/jobs/render-script.ts';
import { plainText } from '../../../../compiler/text/traced-text.ts';
import { jobsOf } from './lowered-jobs.ts';

const jenkins = `project: shop
jenkins:
  credentials:
    - {id: login, type: username-password}
    - {id: token, type: secret-text}
  forges:
    - {name: gh, type: github, url: "https://github.com", credentials: login}
    - {name: ghe, type: github, url: "https://github.acme.org/", credentials: login}
    - {name: gl, type: gitlab, url: "https://gitlab.com", credentials: token}
    - {name: bb, type: bitbucket, url: "https://bitbucket.org", credentials: token}
    - {name: dc, type: bitbucket, url: "https://bitbucket.acme.org:7990/", credentials: login}
    - {name: silent, type: gitlab, url: "https://gitlab.acme.org"}
    - {name: wrong, type: github, url: "https://github.wrong.org", credentials: token}
`;

function component(git: string, fields = '', settings = jenkins, name = 'web') {
  const build = `project: shop
components:
  - name: ${name}
    repository: {git: "${git}"}
    build: [{shell: make}]
    commit_status: true
${fields}`;
  const found = jobsOf({ build, jenkins: settings });
  const job = found.items.find((item) => plainText(item.name) === name);
  // Keys of hosts are not what this is about.
  const messages = found.messages.filter((message) => !message.startsWith('check/host-key'));
  return { ...found, messages, job, script: found.script(name) };
}

describe('a build tells the forge of its repository', () => {
  test('what it begins with, and how it ended', () => {
    const { job, script, messages } = component('git@github.com:shop/web.git');
    expect(messages).toEqual([]);
    expect(job?.kind).toBe('pipeline');
    const at = (text: string) => {
      expect(script).toContain(text);
      return script.indexOf(text);
    };
    const order = [
      "stage('Checkout')",
      "reportStatus(source.get('GIT_COMMIT'), 'pending')",
      "def status = 'failure'",
      "sh('make')",
      "status = 'success'",
      "reportStatus(source.get('GIT_COMMIT'), status)",
    ].map(at);
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  test.each([
    [
      'git@github.com:shop/web.git',
      'https://api.github.com/repos/shop/web/statuses/"$STATUS_COMMIT"',
      '{"state": "%s", "context": "web", "target_url": "%s"}',
      'usernamePassword(',
    ],
    [
      'https://github.acme.org/shop/web.git',
      'https://github.acme.org/api/v3/repos/shop/web/statuses/"$STATUS_COMMIT"',
      '{"state": "%s", "context": "web", "target_url": "%s"}',
      'usernamePassword(',
    ],
    [
      'git@gitlab.com:group/part/web.git',
      'https://gitlab.com/api/v4/projects/group%2Fpart%2Fweb/statuses/"$STATUS_COMMIT"',
      '{"state": "%s", "name": "web", "target_url": "%s"}',
      'string(',
    ],
    [
      'git@bitbucket.org:shop/web.git',
      'https://api.bitbucket.org/2.0/repositories/shop/web/commit/"$STATUS_COMMIT"/statuses/build',
      '{"state": "%s", "key": "web", "name": "web", "url": "%s"}',
      'string(',
    ],
    [
      'https://bitbucket.acme.org:7990/scm/ME/web.git',
      'https://bitbucket.acme.org:7990/rest/api/1.0/projects/ME/repos/web/commits/"$STATUS_COMMIT"/builds',
      '{"state": "%s", "key": "web", "name": "web", "url": "%s"}',
      'usernamePassword(',
    ],
  ])('%s', (git, address, body, binding) => {
    const { script, messages } = component(git);
    expect(messages).toEqual([]);
    expect(script).toContain(address);
    expect(script).toContain(body);
    expect(script).toContain(`withCredentials([${binding}credentialsId: `);
  });

  test('on Bitbucket with a key that it takes', () => {
    const { script } = component('git@bitbucket.org:shop/web.git', '', jenkins, `w${'e'.repeat(50)}b`);
    expect(script).toMatch(/"key": "[0-9a-f]{40}", "name": "we{50}b"/);
  });

  test('with the credential of its pull requests, which report by themselves', () => {
    const { script, items } = component(
      'git@github.com:shop/web.git',
      '    pull_requests: {credentials: api, marker: a}\n',
      'project: shop\njenkins: {credentials: [{id: api, type: username-password}]}\n',
    );
    expect(script).toContain("usernamePassword(credentialsId: 'api'");
    const requests = items.find(({ name }) => plainText(name) === 'web-pull-requests');
    expect(requests?.kind).toBe('multibranch');
    expect(JSON.stringify(requests)).not.toContain('reportStatus');
  });

  test('in a freestyle job without the field, as ever', () => {
    const build = `project: shop\ncomponents: [{name: web, repository: {git: "git@github.com:a/b"}, build: [{shell: make}], commit_status: false}]\n`;
    expect(jobsOf({ build }).items[0]?.kind).toBe('freestyle');
  });
});

test.each([
  [
    'git@github.com:a/b',
    'project: shop\njenkins: {}\n',
    'nothing says with which account Jenkins comes to GitHub',
  ],
  ['git@gitlab.acme.org:a/b', jenkins, 'nothing says with which account Jenkins comes to GitLab'],
  ['git@github.wrong.org:a/b', jenkins, 'the credential `token` is of type `secret-text`'],
  ['git@git.acme.org:a/b', jenkins, 'it is not known what the repository `git@git.acme.org:a/b` is on'],
  ['git@github.com:a', jenkins, '`a` is no repository of GitHub'],
  [
    'ssh://gerrit.acme.org:29418/a',
    jenkins,
    'on Gerrit votes on changes say how they went, and commits have no status',
  ],
])('%s cannot be told: it is said', (git, settings, problem) => {
  const { messages, script } = component(git, '', settings);
  expect(messages).toEqual([
    `request/commit-status: builds of component \`web\` cannot be reported: ${problem}`,
  ]);
  expect(script).not.toContain('reportStatus');
});

test('a component without a repository has no commits', () => {
  const build = 'project: shop\ncomponents: [{name: web, build: [{shell: make}], commit_status: true}]\n';
  expect(jobsOf({ build }).messages).toContain(
    'request/commit-status: builds of component `web` cannot be reported: it has no repository',
  );
});

describe('the script', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bitesize-status-'));
    // Answers as the forge would, and keeps what it was sent.
    const curl = `#!/bin/sh
for argument; do
    case $argument in
        @*/login) cat "\${argument#@}" > "$KEPT/login" ;;
        @*/body) cat "\${argument#@}" > "$KEPT/body" ;;
        */answer) echo "what went wrong" > "$argument" ;;
    esac
done
printf '%s\\n' "$@" > "$KEPT/arguments"
printf '%s' "$ANSWER"
[ "$ANSWER" != 000 ]
`;
    writeFileSync(join(folder, 'curl'), curl);
    chmodSync(join(folder, 'curl'), 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(answer: string, withToken: boolean) {
    const body = '{"state": "%s", "context": "a%%\\\\"b", "target_url": "%s"}';
    const { text } = renderScript('commit-status.sh', {
      withToken,
      token: 'PRIVATE-TOKEN: ',
      url: 'https://forge.acme.org/"$STATUS_COMMIT"',
      body,
    });
    const { status, stderr } = spawnSync('sh', ['-c', text], {
      encoding: 'utf8',
      env: {
        PATH: `${folder}:${process.env.PATH}`,
        TMPDIR: folder,
        KEPT: folder,
        ANSWER: answer,
        STATUS: 'success',
        STATUS_COMMIT: 'abc',
        STATUS_TOKEN: 'secret-token',
        STATUS_USERNAME: 'me',
        STATUS_PASSWORD: 'secret-password',
        BUILD_URL: 'https://ci.acme.org/job/web/1/',
      },
    });
    const kept = (name: string) => readFileSync(join(folder, name), 'utf8');
    return { status, stderr, kept };
  }

  test('sends the status, and no secret in an argument', () => {
    const { status, stderr, kept } = run('201', true);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(kept('body'))).toEqual({
      state: 'success',
      context: 'a%"b',
      target_url: 'https://ci.acme.org/job/web/1/',
    });
    expect(kept('login')).toBe('PRIVATE-TOKEN: secret-token\n');
    expect(kept('arguments')).toContain('https://forge.acme.org/abc\n');
    expect(kept('arguments')).not.toContain('secret');
  });

  test('logs in with a name and a password', () => {
    const { kept } = run('201', false);
    const login = Buffer.from('me:secret-password').toString('base64');
    expect(kept('login')).toBe(`Authorization: Basic ${login}\n`);
  });

  test.each(['403', '000'])('says that the answer was %s, and fails no build', (answer) => {
    const { status, stderr } = run(answer, true);
    expect(status).toBe(0);
    expect(stderr).toContain(`The status of the commit is not reported; the answer was ${answer}.`);
    expect(stderr).toContain('what went wrong');
  });
});
