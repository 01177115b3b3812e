import { expect, test } from 'vitest';
import { jobsOf } from './lowered-jobs.ts';

function messages(dependency: string): readonly string[] {
  const build = `project: shop\ncomponents: [{name: web, dependencies: [${dependency}]}]\n`;
  return jobsOf({ build }).messages;
}

test.each([
  ['{type: debian-package}', 'job/no-package: this Debian package has neither a name nor a location'],
  [
    '{type: gem-package, location: "https://x/y.gem"}',
    'job/no-package: this gem has neither a name nor a location',
  ],
  ['{type: debian-package, package: a b}', 'job/package: `a b` cannot be the name of a Debian package'],
  ['{type: debian-package, package: sudo-}', 'job/package: `sudo-` cannot be the name of a Debian package'],
  ['{type: gem-package, package: --help}', 'job/package: `--help` cannot be the name of a gem'],
  [
    '{type: pip-package, package: "git+https://x/y"}',
    'job/package: `git+https://x/y` cannot be the name of a Python package',
  ],
  [
    '{type: pip-package, package: a, version: ">=1"}',
    'job/package-version: `>=1` cannot be the version of a Python package',
  ],
  [
    '{type: debian-package, location: "file:///etc/passwd"}',
    'job/package-location: `file:///etc/passwd` is not the address of a package',
  ],
  [
    '{type: debian-package, package: a, repository: "main"}',
    'job/repository: `main` is not a package repository',
  ],
  [
    '{type: debian-package, package: a, repository: "ppa:only"}',
    'job/repository: `ppa:only` is not a package repository',
  ],
  [
    '{type: debian-package, package: a, repository: "https://x/apt"}',
    'job/repository-without-key: repository `https://x/apt` has no key',
  ],
  [
    '{type: debian-package, package: a, repository: "ppa:a/b", repository_key: "no key"}',
    'job/repository-key: `no key` is neither the address of a key nor the id of one',
  ],
  [
    '{type: debian-package, package: a, repository: "https://x/apt", repository_key: "0xABCD1234"}',
    'job/short-key-id: `0xABCD1234` does not say exactly which key is meant',
  ],
  [
    '{type: pip-package, package: a, repository: "https://x"}',
    'job/setting-for-debian: `repository` has no effect for a Python package',
  ],
])('%s is reported', (dependency, message) => {
  expect(messages(dependency)).toContain(message);
});

test.each([
  '{type: debian-package, package: g++, version: "4:12*"}',
  '{type: debian-package, package: libc6:i386}',
  '{type: debian-package, location: "https://x/y.deb"}',
  '{type: debian-package, package: php, repository: "ppa:ondrej/php"}',
  '{type: debian-package, package: a1, repository: "deb [trusted=yes] http://x/ s main"}',
  '{type: debian-package, package: a1, repository: "https://x/", repository_key: "https://x/key"}',
  '{type: debian-package, package: a1, repository: "https://x/", repository_key: "14AA 40EC 0831 7567 56D7 F66C 4F4E A0AA E526 7A6C"}',
  '{type: gem-package, package: fpm, version: "~> 1.15"}',
  '{type: pip-package, package: "requests[socks]", version: 2.31.0}',
])('%s is fine', (dependency) => {
  expect(messages(dependency)).toEqual([]);
});

test('a repository that several packages name is added once, and different ones never share a file', () => {
  const build = `project: shop
components:
  - name: web
    dependencies:
      - {type: debian-package, package: a1, repository: "https://x/apt?", repository_key: "https://x/k"}
      - {type: debian-package, package: b1, repository: "https://x/apt?"}
      - {type: debian-package, package: c1, repository: "https://x/apt!", repository_key: "https://x/k"}
`;
  const [text = ''] = jobsOf({ build }).shell('web');
  expect([...text.matchAll(/^add_repository (\S+)/gm)].map(([, name]) => name)).toEqual([
    'bitesize-https-x-apt',
    'bitesize-https-x-apt-2',
  ]);
});

test('a whole line keeps its kind and its options, a URL becomes the line that Debian reads', () => {
  const build = `project: shop
components:
  - name: web
    dependencies:
      - {type: debian-package, package: a1, repository: "deb-src [arch=amd64] https://x/ s main", repository_key: "https://x/k"}
      - {type: debian-package, package: b1, repository: "deb [trusted=yes] https://y/ s main"}
      - {type: debian-package, package: c1, repository: "https://z/", repository_key: "https://z/k"}
`;
  const [text = ''] = jobsOf({ build }).shell('web');
  expect([...text.matchAll(/^add_repository \S+ (.*)$/gm)].map(([, line]) => line)).toEqual([
    `'deb-src [arch=amd64 signed-by='"$keyring"'] https://x/ s main'`,
    `'deb [trusted=yes] https://y/ s main'`,
    `'deb [signed-by='"$keyring"'] https://z/ '"$codename"' main'`,
  ]);
});
