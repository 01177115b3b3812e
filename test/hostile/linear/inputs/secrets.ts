import { type CostlyInput, letters, lines, script, service, shell } from './costly-input.ts';

/** About secrets. */
export const secrets: readonly CostlyInput[] = [
  {
    name: 'secrets: variables',
    files: (b) =>
      service(`        env:\n${lines(b, (i) => `          - {name: PASSWORD_${i}, value: xKq93jfPw2}\n`)}`),
  },
  { name: 'secrets: sshpass', files: (b) => shell(letters(b, 'sshpass ')) },
  { name: 'secrets: mysql', files: (b) => script(`${letters(b, 'mysql ')}\n -p`) },
  { name: 'secrets: curl', files: (b) => shell(letters(b, 'curl -u ')) },
  {
    name: 'secrets: assignments',
    files: (b) => script(lines(b, (i) => `export PASSWORD_${i}=xKq93jfPw2\n`)),
  },
  {
    name: 'secrets: one secret many times',
    files: (b) => script(lines(b, () => 'export PASSWORD=xKq93jfPw2\n')),
  },
  { name: 'secrets: equals', files: (b) => shell(letters(b, '=')) },
  { name: 'secrets: password words', files: (b) => shell(letters(b, 'password')) },
  { name: 'secrets: password words apart', files: (b) => shell(letters(b, 'password ')) },
  { name: 'secrets: names', files: (b) => shell(letters(b, 'A_')) },
  { name: 'secrets: dashes', files: (b) => shell(letters(b, '-')) },
  { name: 'secrets: options', files: (b) => shell(letters(b, '--token ')) },
  { name: 'secrets: urls', files: (b) => shell(letters(b, 'http://a:b@')) },
  { name: 'secrets: colons', files: (b) => shell(letters(b, '://')) },
  { name: 'secrets: letters before a url', files: (b) => shell(`${letters(b)}://`) },
  { name: 'secrets: quotes', files: (b) => shell(letters(b, "'")) },
  { name: 'secrets: braces', files: (b) => shell(letters(b, '${')) },
  { name: 'secrets: tokens', files: (b) => shell(letters(b, 'eyJ.')) },
  { name: 'secrets: keys', files: (b) => script(letters(b, '-----BEGIN PRIVATE KEY-----\n')) },
  { name: 'secrets: heredocs', files: (b) => script(lines(b, (i) => `cat <<E${i}\n`)) },
  { name: 'secrets: backslashes', files: (b) => script(letters(b, 'a \\\n')) },
  {
    name: 'secrets: a long value of a password',
    files: (b) => service(`        env:\n          - {name: PASSWORD, value: "${letters(b)}"}\n`),
  },
  {
    name: 'secrets: a long name of a password',
    files: (b) => service(`        env:\n          - {name: "${letters(b, 'pass_')}", value: xKq93jfPw2}\n`),
  },
  {
    name: 'secrets: braces of templates',
    files: (b) => service(`        env:\n          - {name: PASSWORD, value: "${letters(b, '{{')}"}\n`),
  },
  {
    name: 'secrets: words of a command',
    files: (b) => service(`        command:\n${lines(b, () => '          - --token\n')}`),
  },
  {
    name: 'secrets: random texts',
    files: (b) =>
      service(
        `        env:\n${lines(b, (i) => `          - {name: KEY_${i}, value: aB3dE6gH9jK2mN5pQ8s}\n`)}`,
      ),
  },
];
