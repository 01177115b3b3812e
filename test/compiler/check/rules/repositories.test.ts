import { describe, expect, it } from 'vitest';
import { readGitUrl } from '../../../../compiler/util/git-url.ts';
import { readKnownHost } from '../../../../compiler/util/known-host.ts';
import { diagnosticsOf, findingsOf, fixed } from '../findings.ts';

const key = 'AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl';

/** A build spec with one component that is checked out as given. */
const build = (repository: string) =>
  `project: shop\ncomponents:\n  - name: web\n    repository:\n      ${repository}\n    build:\n      - shell: make\n`;

const jenkins = (lines: string) => `project: shop\njenkins:\n  ${lines}\n`;

describe('the kind of a credential', () => {
  const credentialOf = (type: string) => jenkins(`credentials: [{ id: key, type: ${type} }]`);
  const told = (url: string, type: string) =>
    findingsOf({ build: build(`{git: "${url}", credentials: key}`), jenkins: credentialOf(type) });

  it.each([
    ['https://github.com/shop/web.git', 'username-password'],
    ['git@github.com:shop/web.git', 'ssh-key'],
    ['git@github.com:shop/web.git', 'username-password'],
  ])('%s is checked out with %s', (url, type) => expect(told(url, type)).toEqual([]));

  it.each([
    ['https://github.com/shop/web.git', 'ssh-key'],
    ['HTTP://git.shop.internal/web.git', 'ssh-key'],
    ['https://github.com/shop/web.git', 'secret-text'],
    ['git@github.com:shop/web.git', 'secret-text'],
    ['git@github.com:shop/web.git', 'file'],
  ])('%s is not, with %s', (url, type) => expect(told(url, type)).toEqual(['check/credential-kind key']));

  it('counts for tests and the seed job, too, and not for what no checkout uses', () => {
    const environments = `project: shop\nenvironments:\n  - name: dev\n    namespace: dev\n    tests: [{name: smoke, repository: "https://github.com/shop/smoke.git", credentials: key, commands: [{shell: make}]}]\n`;
    expect(findingsOf({ environments, jenkins: credentialOf('ssh-key') })).toEqual([
      'check/credential-kind key',
    ]);
    const seed = `seed: { repository: "https://github.com/shop/specs.git", credentials: key }\n  credentials: [{ id: key, type: file }]`;
    expect(findingsOf({ jenkins: jenkins(seed) })).toEqual(['check/credential-kind key']);
    const token = 'credentials: [{ id: token, type: secret-text }]';
    const own = `${build('{git: "https://github.com/shop/web.git"}')}    env: [{name: TOKEN, credentials: token}]\n`;
    expect(findingsOf({ build: own, jenkins: jenkins(token) })).toEqual([]);
  });

  it('says which one it has to be, and where it is defined', () => {
    const [found] = diagnosticsOf({
      build: build('{git: "https://github.com/shop/web.git", credentials: key}'),
      jenkins: credentialOf('ssh-key'),
    });
    expect(found?.help).toEqual([
      'make it a credential of type `username-password`; a token is its password',
    ]);
    expect(found?.labels[0]?.span.file.name).toBe('jenkins.bitesize');
  });
});

describe('the URL of a repository', () => {
  it.each([
    ['git@github.com:shop/web.git', { kind: 'ssh', host: 'github.com', port: undefined }],
    ['GitHub.com:shop/web', { kind: 'ssh', host: 'github.com', port: undefined }],
    ['git@github.com:1234/web.git', { kind: 'ssh', host: 'github.com', port: undefined }],
    ['ssh://git@host.internal:7999/shop/web.git', { kind: 'ssh', host: 'host.internal', port: 7999 }],
    ['ssh://host/~me/web.git', { kind: 'ssh', host: 'host', port: undefined }],
    ['git+ssh://git@host/web.git', { kind: 'ssh', host: 'host', port: undefined }],
    ['git@[::1]:web.git', { kind: 'ssh', host: '::1', port: undefined }],
    ['https://github.com/shop/web.git', { kind: 'other' }],
    ['https://me:pass@host:8443/shop/web', { kind: 'other' }],
    ['https://github.com/shop/tree', { kind: 'other' }],
    ['file:///srv/git/web.git', { kind: 'other' }],
    ['/srv/git/web.git', { kind: 'other' }],
    ['../web', { kind: 'other' }],
    ['C:/git/web', { kind: 'other' }],
    ['https://${HOST}:web/x', { kind: 'other' }],
  ])('is read as git does: %s', (url, expected) => expect(readGitUrl(url)).toEqual(expected));

  it.each([
    ['git@github.com/shop/web.git', 'git@github.com:shop/web.git'],
    ['https://git@github.com:shop/web.git', 'https://github.com/shop/web.git'],
    ['https://me@host:shop/web.git', 'https://me@host/shop/web.git'],
    ['ssh://git@host:shop/web.git', 'ssh://git@host/shop/web.git'],
    ['git@host:7999/shop/web.git', 'ssh://git@host:7999/shop/web.git'],
    ['github.com/shop/web.git', 'https://github.com/shop/web.git'],
    ['htps://github.com/shop/web.git', 'https://github.com/shop/web.git'],
    ['https:/github.com/shop/web.git', 'https://github.com/shop/web.git'],
    ['https:///github.com/shop/web.git', 'https://github.com/shop/web.git'],
    ['git clone git@github.com:shop/web.git', 'git@github.com:shop/web.git'],
    ['https://github.com/shop/web/tree/main', 'https://github.com/shop/web.git'],
    ['https://gitlab.com/shop/web/-/blob/main/README.md', 'https://gitlab.com/shop/web.git'],
    ['git@github.com:shop/ web.git', 'git@github.com:shop/web.git'],
    ['https://github.com', undefined],
    ['git@github.com:', undefined],
  ])('is reported with what was meant: %s', (url, meant) => {
    const [found, ...others] = diagnosticsOf({ build: build(`git: "${url}"`) });
    expect([found?.code, others]).toEqual(['check/git-url', []]);
    if (meant !== undefined) {
      expect(found?.help).toEqual([`did you mean \`${meant}\`?`]);
      expect(fixed('build', build(`git: "${url}"`))).toBe(build(`git: ${meant}`));
    } else expect(found?.fixes).toEqual([]);
  });

  it.each(['main', 'feature/a-b', 'release/*', ':origin/(a|b)', '**', 'v1.0', 'refs/heads/main'])(
    'may have the branch %s',
    (branch) => {
      const text = build(`git: git@github.com:shop/web.git\n      branch: "${branch}"`);
      expect(findingsOf({ build: text })).toEqual([]);
    },
  );

  it.each(['my branch', 'a..b', '/main', 'main/', 'a//b', 'a~1', 'a^', 'main.lock'])(
    'cannot have the branch %s',
    (branch) => {
      const text = build(`git: git@github.com:shop/web.git\n      branch: "${branch}"`);
      expect(findingsOf({ build: text })).toEqual([`check/git-branch "${branch}"`]);
    },
  );
});

describe('the key of a host', () => {
  it.each([
    'git@github.com:a/b.git',
    'git@gitlab.com:a/b.git',
    'ssh://git@bitbucket.org:22/a/b.git',
    'https://git.shop.io/a.git',
  ])('is known, or not needed: %s', (url) => expect(findingsOf({ build: build(`git: ${url}`) })).toEqual([]));

  it('is missed once for each host and port, at its first URL', () => {
    const environments =
      'project: shop\nenvironments:\n  - name: dev\n    namespace: shop-dev\n    tests:\n' +
      ['git@git.shop.io:a.git', 'ssh://git@git.shop.io:7999/a.git', 'git@git.shop.io:b.git']
        .map(
          (url, index) => `      - { name: t${index}, repository: "${url}", commands: [{ shell: make }] }\n`,
        )
        .join('');
    expect(findingsOf({ environments })).toEqual([
      'check/host-key "git@git.shop.io:a.git"',
      'check/host-key "ssh://git@git.shop.io:7999/a.git"',
    ]);
    const [first, second] = diagnosticsOf({ environments });
    expect(first?.help[0]).toContain('`ssh-keyscan -t ed25519 git.shop.io`');
    expect(second?.help[0]).toContain('`ssh-keyscan -t ed25519 -p 7999 git.shop.io`');
  });

  it.each([
    [`git.shop.io ssh-ed25519 ${key}`, []],
    [`git.shop.io,10.0.0.1 ssh-ed25519 ${key} comment`, []],
    [`*.shop.io ssh-ed25519 ${key}`, []],
    [`@cert-authority *.shop.io ssh-ed25519 ${key}`, []],
    [`|1|F1E1KeoE/eEWhi10WpGv4OdiO6Y=|3988QV0VE8wmZL7suNrYQLITLCg= ssh-ed25519 ${key}`, []],
    [`[git.shop.io]:22 ssh-ed25519 ${key}`, []],
    [`*.shop.io,!git.shop.io ssh-ed25519 ${key}`, ['check/host-key git@git.shop.io:a.git']],
    [`@revoked git.shop.io ssh-ed25519 ${key}`, ['check/host-key git@git.shop.io:a.git']],
    [`[git.shop.io]:7999 ssh-ed25519 ${key}`, ['check/host-key git@git.shop.io:a.git']],
    [`# git.shop.io ssh-ed25519 ${key}`, ['check/host-key git@git.shop.io:a.git']],
  ])('is that of a line of known_hosts: %s', (line, expected) => {
    const specs = {
      build: build('git: git@git.shop.io:a.git'),
      jenkins: jenkins(`known_hosts: ['${line}']`),
    };
    expect(findingsOf(specs)).toEqual(expected);
  });

  it.each([
    ['git.shop.io SHA256:uNiVztksCsDhcc0u9e8BrMcAQLEYbxQ9hTW2K2sIMyc', 'fingerprint'],
    ['SHA256:uNiVztksCsDhcc0u9e8BrMcAQLEYbxQ9hTW2K2sIMyc', 'fingerprint'],
    ['git.shop.io', 'no key'],
    [`ssh-ed25519 ${key}`, 'no host'],
    [`git.shop.io ${key}`, 'type of the key is missing'],
    [`git.shop.io ssh-dss ${key}`, '`ssh-dss`'],
    [`git.shop.io ed25519 ${key}`, '`ed25519` is no type'],
    ['git.shop.io ssh-ed25519 AAAA', 'not all of it'],
    [`git.shop.io ssh-rsa ${key}`, 'no `ssh-rsa` key'],
    [`git.shop.io ssh-ed25519 ${key.slice(0, -4)}`, 'not all of it'],
    [`@trusted git.shop.io ssh-ed25519 ${key}`, '`@trusted` is no marker'],
  ])('stands in a line that is one: %s', (line, problem) => {
    const read = readKnownHost(line);
    expect(read).toEqual({ kind: 'wrong', problem: expect.stringContaining(problem) });
    expect(findingsOf({ jenkins: jenkins(`known_hosts: ['${line}']`) })).toEqual([
      `check/known-host '${line}'`,
    ]);
  });
});

describe('the credential of a checkout', () => {
  it('is one of jenkins.bitesize, and reported once with the nearest one', () => {
    const settings = jenkins('credentials: [{ id: web-key, type: ssh-key, secret: web, key: k }]');
    const specs = (name: string) => ({
      build: build(`git: git@github.com:shop/web.git\n      credentials: ${name}`),
      jenkins: settings,
    });
    expect(findingsOf(specs('web-key'))).toEqual([]);
    expect(findingsOf(specs('seed-job-key'))).toEqual([]);
    expect(findingsOf(specs('web-kye'))).toEqual(['check/unknown-credential web-kye']);
    expect(diagnosticsOf(specs('web-kye'))[0]?.help).toEqual(['did you mean `web-key`?']);
  });
});
