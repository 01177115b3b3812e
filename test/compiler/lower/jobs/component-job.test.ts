import { expect, test } from 'vitest';
import { bare, jobsOf } from './lowered-jobs.ts';

function component(text: string, jenkins = '{}') {
  const build = `project: shop\ncomponents:\n  - ${text.trim().replaceAll('\n', '\n    ')}\n`;
  const found = jobsOf({ build, jenkins: `project: shop\njenkins: ${jenkins}\n` });
  return { ...found, job: found.freestyle('web') };
}

test('checks out the branch as written, with the key of the seed job by default', () => {
  const { job } = component('{name: web, repository: {git: "git@github.com:example/web.git"}}');
  expect(bare(job.scm)).toEqual({
    kind: 'git',
    remotes: [{ url: 'git@github.com:example/web.git', credentials: 'seed-job-key' }],
    branches: ['refs/heads/master'],
  });
  const other = component('{name: web, repository: {git: https://x/y.git, branch: v2, credentials: mine}}');
  expect(bare(other.job.scm)).toMatchObject({
    remotes: [{ url: 'https://x/y.git', credentials: 'mine' }],
    branches: ['v2'],
  });
});

test.each([
  ['{}', 'https://git.example.com/a.git', [{ kind: 'scm-poll', schedule: 'H/5 * * * *' }]],
  ['{pipeline: {component_poll: ""}}', 'https://git.example.com/a.git', []],
  [
    '{pipeline: {component_poll: H * * * *}}',
    'git@github.com:a/b',
    [{ kind: 'scm-poll', schedule: 'H * * * *' }],
  ],
  [
    '{pipeline: {webhook: true}}',
    'git@github.com:a/b',
    [{ kind: 'scm-poll', schedule: 'H/5 * * * *' }, { kind: 'github-push' }],
  ],
  [
    '{pipeline: {webhook: true, component_poll: ""}}',
    'https://github.com/a/b.git',
    [{ kind: 'github-push' }],
  ],
  [
    '{pipeline: {webhook: true, component_poll: ""}}',
    'https://git.example.com/github.com/b.git',
    [{ kind: 'scm-poll', schedule: '' }],
  ],
])('settings %s start the job of %s by %j', (jenkins, git, triggers) => {
  const { job } = component(`{name: web, repository: {git: "${git}"}}`, jenkins);
  expect(bare(job.triggers)).toEqual(triggers);
});

test('nothing starts a job without a repository', () => {
  const { job } = component('{name: web}', '{pipeline: {webhook: true}}');
  expect(job).toMatchObject({ scm: undefined, triggers: [] });
});

test('the environment comes first, secrets come from credentials, then dependencies and steps in their order', () => {
  const { job, messages } = component(
    `
name: web
agent: big
env:
  - {name: A, value: x}
  - {name: TOKEN, credentials: npm-token}
dependencies:
  - {type: gem-package, package: fpm, version: 1.2}
  - {type: debian-package, package: nodejs}
  - {type: gem-package, package: rake}
build:
  - shell: one
  - gradle: {tasks: build, use_wrapper: false}
  - shell: two
artifacts: [{location: ./out/*.jar}, {location: "*.txt"}, {location: "$WORKSPACE/a.log, ././/b.log"}]
`,
    '{agents: [{name: big}]}',
  );
  expect(messages).toEqual(['check/unknown-credential: the credential `npm-token` is not defined']);
  expect(bare(job.label)).toBe('big');
  expect(job.builders?.map(({ kind }) => kind)).toEqual([
    'environment',
    'shell',
    'shell',
    'shell',
    'gradle',
    'shell',
  ]);
  expect(bare(job.builders?.[0])).toEqual({ kind: 'environment', variables: [{ name: 'A', value: 'x' }] });
  expect(bare(job.wrappers)).toContainEqual({
    kind: 'credentials-binding',
    bindings: [{ kind: 'string', variable: 'TOKEN', credentials: 'npm-token' }],
  });
  expect(bare(job.publishers)).toEqual([
    { kind: 'archive-artifacts', patterns: ['out/*.jar'] },
    { kind: 'archive-artifacts', patterns: ['*.txt'] },
    { kind: 'archive-artifacts', patterns: ['a.log, b.log'] },
  ]);
});

test.each([
  [
    'gradle: {tasks: clean build, switches: --info, use_wrapper: false}',
    { tasks: 'clean build', switches: '--info', useWrapper: false },
  ],
  ['{gradle: x, tasks: build, use_wrapper: false}', { tasks: 'build', useWrapper: false }],
  ['{tasks: build}', { tasks: 'build' }],
  ['{gradle: , tasks: build, use_wrapper: true}', { tasks: 'build', useWrapper: true }],
  ['{gradle: {tasks: inner}, tasks: outer}', { tasks: 'inner' }],
])('the Gradle step %s has its options', (step, expected) => {
  const { job } = component(`name: web\nbuild:\n  - ${step}`);
  expect(bare(job.builders)).toEqual([{ kind: 'gradle', ...expected }]);
});

test('a step that does nothing, and one that is two, are reported', () => {
  const { messages, job } = component(
    'name: web\nbuild:\n  - {description: x}\n  - {shell: a, tasks: b}\n  - {shell: "  "}',
  );
  expect(messages).toEqual([
    'check/dead-field: `description` has no effect',
    'job/empty-step: this step does nothing',
    'job/two-steps: one step cannot be both `shell` and `gradle`',
    'job/empty-step: this step does nothing',
  ]);
  expect(job.builders).toEqual([]);
});

test('mail becomes a publisher, together with that of all jobs; anything else is reported', () => {
  const { job, messages } = component(
    '{name: web, notifications: {mail: "a@example.com, b@example.com", teams: "#x"}}',
    '{mail: {host: smtp}, pipeline: {notifications: {email: a@example.com c@example.com}}}',
  );
  expect(bare(job.publishers)).toEqual([
    { kind: 'mailer', recipients: ['a@example.com', 'b@example.com', 'c@example.com'] },
  ]);
  expect(messages).toEqual(['job/notification: nothing can send notifications of the kind `teams`']);
});

test('only a component with Debian packages publishes to the apt repository, and only if there is one', () => {
  const steps = (artifacts: string, jenkins?: string) =>
    component(`{name: web, artifacts: ${artifacts}}`, jenkins).shell('web').length;
  expect(steps('[{location: "*.deb"}]')).toBe(1);
  expect(steps('[{location: "a.jar,out/**/*.deb"}]')).toBe(1);
  expect(steps('[{location: "*.jar"}]')).toBe(0);
  expect(steps('[]')).toBe(0);
  expect(steps('[{location: "*.deb"}]', '{apt: {enabled: false}}')).toBe(0);
});

test('packages are looked for where Jenkins archives them, with several slashes for one', () => {
  const { shell } = component('{name: web, artifacts: [{location: "./a//b///*.deb"}]}');
  expect(shell('web').join('\n')).toContain(String.raw`-regex '\./a/b/[^/]*\.deb'`);
});

test('channels of Slack get messages by a publisher behind that of mail', () => {
  const { job, messages, needs } = component(
    '{name: web, notifications: {slack: "#web, #all", mail: a@example.com}}',
    '{slack: {workspace: shop, credentials: token}, credentials: [{id: token, type: secret-text}], mail: {host: smtp}, pipeline: {notifications: {Slack: "#all;#ops"}}}',
  );
  expect(bare(job.publishers)).toEqual([
    { kind: 'mailer', recipients: ['a@example.com'] },
    { kind: 'slack-notifier', channels: ['#web', '#all', '#ops'] },
  ]);
  expect(messages).toEqual([]);
  expect(needs.map(({ id }) => id)).not.toContain('slack');
});

test('without a workspace nothing goes to Slack, which is reported once', () => {
  const { job, messages } = component(
    '{name: web, notifications: {slack: "#x"}}',
    '{pipeline: {notifications: {slack: "#y"}}}',
  );
  expect(job.publishers).toEqual([]);
  expect(messages).toEqual(['job/no-slack: messages go to `#x`, but there is no workspace of Slack']);
});

test.each([
  [
    'username-password',
    [
      'check/slack-credential: the credential `token` is of type `username-password`, and the token of Slack is a `secret-text`',
    ],
  ],
  ['secret-text', []],
])('the token of Slack is a secret text: %s', (type, expected) => {
  const settings = `{slack: {workspace: shop, credentials: token}, credentials: [{id: token, type: ${type}}]}`;
  expect(component('{name: web}', settings).messages).toEqual(expected);
});

test('results are published before people are told, and after what is kept', () => {
  const { job, messages } = component(
    `
name: web
artifacts: [{location: a.zip}]
test_results: [./junit/*.xml, "b.xml, $WORKSPACE/c.xml"]
coverage: [{type: go}, {type: lcov, location: ./lcov.info}]
notifications: {mail: a@example.com}
`,
    '{mail: {host: smtp}}',
  );
  expect(messages).toEqual([]);
  expect(bare(job.publishers)).toEqual([
    { kind: 'archive-artifacts', patterns: ['a.zip'] },
    {
      kind: 'record-coverage',
      reports: [
        { parser: 'GO_COV', pattern: '' },
        { parser: 'LCOV', pattern: 'lcov.info' },
      ],
    },
    { kind: 'archive-junit', results: 'junit/*.xml,b.xml, c.xml' },
    { kind: 'mailer', recipients: ['a@example.com'] },
  ]);
});

test('a test of an environment publishes its results', () => {
  const { freestyle } = jobsOf({
    environments: `project: shop
environments:
  - name: Staging
    namespace: shop-stg
    tests: [{name: smoke, commands: [{shell: ./smoke.sh}], test_results: out/*.xml}]
`,
  });
  expect(bare(freestyle('Staging-smoke').publishers)).toEqual([
    { kind: 'archive-junit', results: 'out/*.xml' },
  ]);
});

test('mail without a mail server is reported once', () => {
  const { messages } = component(
    '{name: web, notifications: {mail: a@example.com}}',
    '{pipeline: {notifications: {mail: b@example.com}}}',
  );
  expect(messages).toEqual(['job/no-mail-server: mail goes to `a@example.com`, but there is no mail server']);
});

test.each(['{gradle: {tasks: build, description: Build}}', '{tasks: build, description: Build}'])(
  'the description of a Gradle step is not dropped in silence: %s',
  (step) => {
    const { messages } = component(`{name: web, build: [${step}]}`);
    expect(messages).toEqual(['check/dead-field: `description` has no effect']);
  },
);
