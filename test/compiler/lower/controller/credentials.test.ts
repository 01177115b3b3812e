import { describe, expect, test } from 'vitest';
import { controllerOf } from './lowered.ts';

const credentials = (entries: string) => controllerOf(`  credentials:\n${entries}`);
const keys = ({ controller }: ReturnType<typeof credentials>) =>
  controller.secrets.map(({ secret, key, form }) => `${secret.value}/${key.value} ${form}`);

describe('credentials', () => {
  test('always have the key for the git repositories, first', () => {
    const { script } = credentials('    - {id: token, type: secret-text}');
    expect(script('credentials').credentials.map(({ id }) => id.value)).toEqual(['seed-job-key', 'token']);
  });

  test('replace that key when one has its id', () => {
    const { script } = credentials(
      '    - {id: seed-job-key, type: ssh-key, username: robot, secret: own, key: k}',
    );
    expect(script('credentials').credentials).toMatchObject([
      {
        id: { value: 'seed-job-key' },
        username: { name: { value: 'robot' } },
        privateKey: { variable: 'GIT_PRIVATE_KEY' },
      },
    ]);
  });

  test.each([
    ['{id: Npm Token, type: secret-text}', ['npm-token/text text']],
    ['{id: a, type: file}', ['a/file file']],
    ['{id: a, type: ssh-key}', ['a/ssh-privatekey file']],
    [
      '{id: a, type: ssh-key, passphrase_key: p, username_key: u}',
      ['a/p text', 'a/ssh-privatekey file', 'a/u text'],
    ],
    ['{id: a, type: username-password}', ['a/password text', 'a/username text']],
    ['{id: a, type: username-password, username: robot}', ['a/password text']],
  ])('%s reads %s', (entry, expected) => {
    const all = keys(credentials(`    - ${entry}`));
    expect(all.filter((key) => !/^(jenkins-admin|seed-job-key)/.test(key))).toEqual(expected);
  });

  test('that stand twice are refused', () => {
    const { codes } = credentials('    - {id: a, type: file}\n    - {id: a, type: file}');
    expect(codes).toEqual(['controller/duplicate']);
  });

  test('say when a field is of another type', () => {
    expect(credentials('    - {id: a, type: secret-text, username: robot}').messages).toEqual([
      '4: controller/ignored-setting: `username` has no effect in a credential of type `secret-text`',
    ]);
  });

  test('bring the plugins of their kinds, and only those', () => {
    const plain = (settings: string) =>
      controllerOf(settings).ir.plugins.plugins.some(
        (plugin) => plugin.root && plugin.id === 'plain-credentials',
      );
    expect(plain('')).toBe(false);
    expect(plain('  credentials: [{id: a, type: file}]')).toBe(true);
  });
});
