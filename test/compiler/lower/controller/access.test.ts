import { describe, expect, test } from 'vitest';
import { controllerOf } from './lowered.ts';

const matrix = (entries: string) => `  authorization:\n    strategy: matrix\n    matrix:\n${entries}\n`;

describe('users', () => {
  test('have their password in a Secret under their name, in letters that a key may have', () => {
    const { script } = controllerOf(
      '  users: [{name: alice}, {name: "Bob B", secret: others, password_key: bob}]',
    );
    expect(
      script('accounts').users.map(({ password }) => `${password.secret.value}/${password.key.value}`),
    ).toEqual(['jenkins-users/alice', 'others/bob']);
    expect(controllerOf('  users: [{name: "Bob B"}]').script('accounts').users[0]?.password.key.value).toBe(
      'Bob_B',
    );
  });

  test('that stand twice are reported with both places', () => {
    expect(controllerOf('  users:\n    - {name: alice}\n    - {name: alice}').messages).toEqual([
      '5: controller/duplicate: user `alice` is defined twice',
    ]);
  });

  test('have no effect with another realm', () => {
    const { messages } = controllerOf(
      '  realm: {type: ldap, ldap: {server: "ldaps://l.example.com"}}\n  users: [{name: alice}]',
    );
    expect(messages).toEqual(['4: controller/ignored-setting: `users` has no effect with the realm `ldap`']);
  });

  test('cannot take the account of the seed job', () => {
    const seed = '  seed: {repository: "git@git.example.com:a/b.git"}\n';
    expect(controllerOf(`${seed}  users: [{name: seed-job}]`).codes).toEqual(['controller/reserved-user']);
    expect(controllerOf('  users: [{name: seed-job}]').codes).toEqual([]);
  });
});

describe('the matrix', () => {
  test('grants permissions by their ids, and the seed job what it needs', () => {
    const { script, codes, ir } = controllerOf(
      `${matrix('      - {group: authenticated, permissions: [Overall/Read, Job/Read, Run/Replay]}')}  seed: {repository: "git@git.example.com:a/b.git"}`,
    );
    expect(codes).toEqual([]);
    const { grants } = script('matrix');
    const of = (name: string) =>
      grants.filter((grant) => grant.name.value === name).map((grant) => grant.permission.value);
    expect(of('authenticated')).toEqual([
      'hudson.model.Hudson.Read',
      'hudson.model.Item.Read',
      'hudson.model.Run.Replay',
    ]);
    expect(of('seed-job')).toEqual([
      'hudson.model.Hudson.Read',
      'hudson.model.Computer.Build',
      'hudson.model.Item.Configure',
      'hudson.model.Item.Create',
      'hudson.model.Item.Delete',
      'hudson.model.Item.Discover',
      'hudson.model.Item.Read',
      'hudson.model.Item.Workspace',
      'hudson.model.View.Configure',
      'hudson.model.View.Create',
      'hudson.model.View.Delete',
      'hudson.model.View.Read',
    ]);
    expect(grants.filter(({ name }) => name.value === 'seed-job').every(({ type }) => type === 'user')).toBe(
      true,
    );
    expect(ir.plugins.plugins.map(({ id }) => id)).toContain('workflow-cps');
  });

  test.each([
    ['      - {permissions: [Job/Read]}', 'controller/matrix-entry'],
    ['      - {user: a, group: b, permissions: [Job/Read]}', 'controller/matrix-entry'],
    ['      - {user: a, permissions: [Job/Raed]}', 'controller/unknown-permission'],
    ['      - {user: a, permissions: [constructor/name]}', 'controller/unknown-permission'],
    ['      - {user: a, permissions: [Overall/RunScripts]}', 'controller/dangerous-permission'],
  ])('%s is reported', (entry, code) => {
    expect(controllerOf(matrix(entry)).codes).toEqual([code]);
  });

  test('a slip in a permission gets a suggestion', () => {
    expect(controllerOf(matrix('      - {user: a, permissions: [Job/Raed]}')).help).toEqual([
      'did you mean `Job/Read`?',
    ]);
  });

  test('has no effect with the other strategy', () => {
    const { messages } = controllerOf('  authorization: {matrix: [{user: a, permissions: [Job/Read]}]}');
    expect(messages).toEqual([
      '3: controller/ignored-setting: `matrix` has no effect with the strategy `logged-in`',
    ]);
  });

  test('does not know anonymous_read', () => {
    const { codes } = controllerOf('  authorization: {strategy: matrix, anonymous_read: true}');
    expect(codes).toEqual(['controller/ignored-setting']);
  });
});

describe('approvals', () => {
  const submitters = '  pipeline: {approval: {submitters: [alice, ops]}}\n';

  test('are open to everybody where everybody is an administrator, whatever the realm', () => {
    const ldap = '  realm: {type: ldap, ldap: {server: "ldaps://l.example.com"}}\n';
    for (const settings of [
      submitters,
      `${ldap}${submitters}`,
      `  authorization: {strategy: logged-in}\n${submitters}`,
    ])
      expect(controllerOf(settings).codes).toEqual(['controller/open-approval']);
  });

  test('are those of the submitters with a matrix, and what the message proposes is one', () => {
    const [help] = controllerOf(submitters).help;
    const proposed = /`(authorization: .*)`$/.exec(help ?? '')?.[1];
    expect(controllerOf(`  ${proposed}\n${submitters}`).codes).toEqual([]);
  });

  test('of nobody in particular are as open as they look', () => {
    expect(controllerOf('  pipeline: {approval: {timeout_minutes: 5}}').codes).toEqual([]);
  });
});

describe('the realm', () => {
  test.each(['ldap', 'oidc'])('%s needs its section', (type) => {
    expect(controllerOf(`  realm: {type: ${type}}`).messages).toEqual([
      `3: controller/missing-setting: \`${type}\` is missing with the realm \`${type}\``,
    ]);
  });

  test('of a directory leaves to the plugin what the specs do not say', () => {
    const ldap = controllerOf('  realm: {type: ldap, ldap: {server: "ldaps://l.example.com"}}').script(
      'ldap',
    );
    expect(ldap.rootDn).toMatchObject({
      value: '',
      origin: { kind: 'default', field: 'jenkins.realm.ldap.root_dn' },
    });
    expect(ldap.groupSearch).toMatchObject({
      value: '',
      origin: { kind: 'default', field: 'jenkins.realm.ldap.group_search' },
    });
    expect(ldap.managerDn).toBeUndefined();
  });

  test('of a directory has no account for the seed job: it runs as the administrator', () => {
    const { script, controller } = controllerOf(
      '  realm: {type: ldap, ldap: {server: "ldaps://l.example.com"}}\n  seed: {repository: "git@git.example.com:a/b.git"}',
    );
    expect(script('seed-job').runAs?.kind).toBe('admin');
    expect(controller.initScripts.map(({ kind }) => kind)).not.toContain('accounts');
    expect(script('security').ownRealm.value).toBe(false);
  });

  test('of the own database has one that is for the seed job alone', () => {
    const { script } = controllerOf('  seed: {repository: "git@git.example.com:a/b.git"}');
    expect(script('seed-job').runAs).toMatchObject({ kind: 'account', name: { value: 'seed-job' } });
    expect(script('accounts').seedUser?.value).toBe('seed-job');
  });
});
