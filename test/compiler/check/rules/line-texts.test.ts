import { expect, it } from 'vitest';
import { findingsOf } from '../findings.ts';

const settings = (text: string) => findingsOf({ jenkins: `project: shop\njenkins: ${text}\n` });

it('an entry of known_hosts is one line', () => {
  expect(settings('{known_hosts: ["git.example.com ssh-ed25519 AAAA"]}')).toEqual([]);
  for (const end of ['\\n', '\\r', '\\u2028', '\\x85']) {
    const entry = `a ssh-ed25519 AAAA${end}* ssh-ed25519 BBBB`;
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
