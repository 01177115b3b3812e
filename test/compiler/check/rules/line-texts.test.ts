import { expect, it } from 'vitest';
import { findingsOf } from '../findings.ts';

const settings = (text: string) => findingsOf({ jenkins: `project: shop\njenkins: ${text}\n` });

it('an entry of known_hosts is one line', () => {
  const key = 'AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl';
  expect(settings(`{known_hosts: ["git.example.com ssh-ed25519 ${key}"]}`)).toEqual([]);
  for (const end of ['\\n', '\\r', '\\u2028', '\\x85']) {
    const entry = `a ssh-ed25519 ${key}${end}* ssh-ed25519 ${key}`;
    expect(settings(`{known_hosts: ["${entry}"]}`)).toEqual([`check/line-text "${entry}"`]);
  }
});

it('words of a list of package sources are words', () => {
  expect(
    settings('{apt: {url: "http://a.example.com/x", distribution: stable/updates, component: main}}'),
  ).toEqual([]);
  for (const field of ['url', 'distribution', 'component']) {
    for (const bad of ['a b', 'a\\nb', '[trusted=yes]', 'a\\tb']) {
      expect(settings(`{apt: {${field}: "${bad}"}}`)).toEqual([`check/line-text "${bad}"`]);
    }
  }
});

it('the version of a plugin is a word', () => {
  const found = settings('{plugins: [{id: git, version: "5.10.1 # x"}]}');
  expect(found).toContain('check/line-text "5.10.1 # x"');
});
