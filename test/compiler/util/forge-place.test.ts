import { describe, expect, it, test } from 'vitest';
import {
  type ForgeKind,
  forgeOfHost,
  forgePlace,
  hostOfUrl,
  ownedRepository,
} from '../../../compiler/util/forge-place.ts';

describe('owner and name of a repository', () => {
  it.each<[ForgeKind, string, string, string, string]>([
    ['github', 'git@github.com:example/web.git', 'github.com', 'example', 'web'],
    ['github', 'ssh://git@github.com/example/web', 'github.com', 'example', 'web'],
    ['github', 'ssh://git@ssh.github.com:443/example/web.git', 'ssh.github.com', 'example', 'web'],
    ['github', 'https://user@GitHub.com/example/web.git/', 'github.com', 'example', 'web'],
    ['github', 'https://github.com/example/web.github.io', 'github.com', 'example', 'web.github.io'],
    ['gitlab', 'https://gitlab.example.org/a/b/c/web.git', 'gitlab.example.org', 'a/b/c', 'web'],
    ['gitlab', 'git@gitlab.example.org:a/b/web.git', 'gitlab.example.org', 'a/b', 'web'],
    ['bitbucket', 'https://bitbucket.org/team/web.git', 'bitbucket.org', 'team', 'web'],
    ['bitbucket', 'https://git.example.org/scm/ACC/ledger.git', 'git.example.org', 'ACC', 'ledger'],
    ['bitbucket', 'ssh://git@git.example.org:7999/acc/ledger.git', 'git.example.org', 'acc', 'ledger'],
    [
      'gerrit',
      'ssh://me@review.example.org:29418/platform/kernel',
      'review.example.org',
      '',
      'platform/kernel',
    ],
    ['gerrit', 'https://review.example.org/a/platform/kernel', 'review.example.org', '', 'platform/kernel'],
  ])('%s: %s', (forge, url, host, owner, name) => {
    const place = forgePlace(url);
    expect(place?.host).toBe(host);
    expect(place && ownedRepository(forge, place)).toEqual({ owner, name });
  });

  it.each<[ForgeKind, string]>([
    ['github', 'https://github.com/web.git'],
    ['github', 'https://github.com/a/b/web.git'],
    ['gitlab', 'git@gitlab.com:web.git'],
    ['bitbucket', 'https://bitbucket.org/a/b/c'],
  ])('%s: %s is none', (forge, url) => {
    const place = forgePlace(url);
    expect(place && ownedRepository(forge, place)).toBeUndefined();
  });

  it('is not read from what names no server', () => {
    for (const url of ['/srv/git/web', '../web', 'file:///srv/web', 'https://github.com/', ''])
      expect(forgePlace(url)).toBeUndefined();
  });
});

test('a host is what its name says', () => {
  expect(
    ['github.com', 'gitlab.example.org', 'bitbucket.org', 'gerrit.example.org', 'git.example.org'].map(
      forgeOfHost,
    ),
  ).toEqual(['github', 'gitlab', 'bitbucket', 'gerrit', undefined]);
});

test('a server is an address of the web', () => {
  expect(hostOfUrl('https://Git.example.org:8443/ctx/')).toBe('git.example.org');
  for (const url of ['git.example.org', 'ssh://git@git.example.org', 'https://'])
    expect(hostOfUrl(url)).toBeUndefined();
});
