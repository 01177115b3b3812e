import { describe, expect, it } from 'vitest';
import { createMemoryHost, type MemoryHostOptions } from '../../../compiler/host/memory-host.ts';
import { readLogin } from '../../../compiler/jenkins-server/login.ts';
import { parseServerAddress } from '../../../compiler/jenkins-server/server-address.ts';

const basic = (user: string, token: string) => `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`;

function login(options: MemoryHostOptions, url = 'https://ci.example.com:8443/jenkins') {
  const parsed = parseServerAddress(url);
  if (parsed.kind === 'problem') throw new Error(parsed.problem);
  const found = readLogin(createMemoryHost(options), parsed.address);
  return { authorization: found.login?.authorization, told: found.diagnostics.map(({ message }) => message) };
}

describe('who asks', () => {
  it('comes from the variables', () => {
    const env = { JENKINS_USER: 'jörg', JENKINS_TOKEN: '11:ab', HOME: '/home/me' };
    const files = { '/home/me/.netrc': 'machine ci.example.com login other password wrong' };
    expect(login({ env, files })).toEqual({ authorization: basic('jörg', '11:ab'), told: [] });
  });

  it.each([
    [{ JENKINS_USER: 'me' }, '`JENKINS_USER` is set and `JENKINS_TOKEN` is not'],
    [{ JENKINS_TOKEN: 'secret' }, '`JENKINS_TOKEN` is set and `JENKINS_USER` is not'],
    [{ JENKINS_USER: 'me:you', JENKINS_TOKEN: 'secret' }, 'the name of the user has a colon in it'],
    [
      { JENKINS_USER: 'me', JENKINS_TOKEN: 'secret\n' },
      'the user or the token has a line end or another control character in it',
    ],
  ])('%j is refused', (env, problem) => {
    expect(login({ env })).toEqual({ authorization: undefined, told: [`cannot log in: ${problem}`] });
  });

  it('is nobody without any of them', () => {
    expect(login({ env: {} })).toEqual({ authorization: undefined, told: [] });
    expect(login({ env: { HOME: '/home/me' } })).toEqual({ authorization: undefined, told: [] });
  });

  it('comes from the file that NETRC names, which must be there', () => {
    const env = { NETRC: '/etc/logins', HOME: '/home/me' };
    const files = { '/etc/logins': 'machine ci.example.com login a password b' };
    expect(login({ env, files })).toEqual({ authorization: basic('a', 'b'), told: [] });
    expect(login({ env })).toEqual({
      authorization: undefined,
      told: ['cannot read `/etc/logins`: no such file or folder'],
    });
  });

  it.each([
    ['one line', 'machine ci.example.com login a password b', 'a', 'b'],
    ['several lines', 'machine ci.example.com\n  login a\n  password b\n', 'a', 'b'],
    ['another order', 'machine ci.example.com password b login a', 'a', 'b'],
    ['capital letters', 'machine CI.Example.com login a password b', 'a', 'b'],
    [
      'other machines before',
      'machine x.example login x password y\nmachine ci.example.com login a password b',
      'a',
      'b',
    ],
    [
      'the first of two',
      'machine ci.example.com login a password b\nmachine ci.example.com login c password d',
      'a',
      'b',
    ],
    ['an account', 'machine ci.example.com login a account login password b', 'a', 'b'],
    [
      'comments',
      '# machine ci.example.com login x password y\nmachine ci.example.com login a password b',
      'a',
      'b',
    ],
    ['quotes', 'machine ci.example.com login "a b" password "c\\"d"', 'a b', 'c"d'],
    ['a # in a password', 'machine ci.example.com login a password b#c', 'a', 'b#c'],
    [
      'a macro',
      'macdef init\nmachine ci.example.com login x password y\n\nmachine ci.example.com login a password b',
      'a',
      'b',
    ],
    ['the default', 'machine x.example login x password y\ndefault login a password b', 'a', 'b'],
    [
      'a host called like a word',
      'machine login login x password y\nmachine ci.example.com login a password b',
      'a',
      'b',
    ],
    ['carriage returns', 'machine ci.example.com\r\nlogin a\r\npassword b\r\n', 'a', 'b'],
  ])('comes from ~/.netrc: %s', (_, text, user, token) => {
    const found = login({ env: { HOME: '/home/me' }, files: { '/home/me/.netrc': text } });
    expect(found).toEqual({ authorization: basic(user, token), told: [] });
  });

  it.each([
    ['another host', 'machine example.com login a password b'],
    ['a host that ends with it', 'machine x-ci.example.com login a password b'],
    ['no password', 'machine ci.example.com login a'],
    ['nothing', ''],
    ['an end too early', 'machine ci.example.com login a password'],
  ])('is nobody in ~/.netrc: %s', (_, text) => {
    const found = login({ env: { HOME: '/home/me' }, files: { '/home/me/.netrc': text } });
    expect(found).toEqual({ authorization: undefined, told: [] });
  });
});
