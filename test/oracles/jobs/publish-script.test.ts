import { expect, test } from 'vitest';
import { jobsOf } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { bashSyntaxErrors, shellcheck } from '../shell/check-shell.ts';
import { runShell } from '../shell/run-shell.ts';
import type { CommandAnswer, ShellResult } from '../shell/shell-scenario.ts';

function script(pattern = '*.deb', apt = '{}'): string {
  const found = jobsOf({
    build: `project: shop\ncomponents: [{name: Web App, artifacts: [{location: ${JSON.stringify(pattern)}}]}]\n`,
    jenkins: `project: shop\njenkins: {apt: ${apt}}\n`,
  });
  return found.shell('Web App')[0] ?? '';
}

const api = 'http://apt.shop-jenkins.svc:9797/api';
const status = (match: string, code: string): CommandAnswer => ({
  command: 'curl',
  match: `%{http_code} ${match}`,
  stdout: code,
});
const repositoryIsThere = status(`${api}/repos/bitesize`, '200');
const added: CommandAnswer = {
  command: 'curl',
  match: '/file/',
  stdout: '{"FailedFiles":[],"Report":{"Added":["a"]}}',
};
const updated: CommandAnswer = { command: 'curl', match: '--request PUT', stdout: '200' };

async function run(
  text: string,
  files: readonly string[],
  answers: readonly CommandAnswer[],
): Promise<ShellResult> {
  expect(await bashSyntaxErrors(text)).toBe('');
  expect(await shellcheck(text)).toEqual([]);
  return runShell({
    text,
    environment: { BUILD_NUMBER: '12' },
    files: Object.fromEntries(files.map((file) => [file, 'x'])),
    answers,
  });
}

/** The requests, without the options that all of them have. */
function requests({ calls }: ShellResult): readonly string[] {
  return calls.map(({ arguments: words }) =>
    words
      .filter(
        (word) => !/^(--(fail|silent|show-error|retry.*|output|write-out)|[35]|%.*|\/tmp\/.*)$/.test(word),
      )
      .join(' '),
  );
}

test('uploads the packages, adds them and updates what is published', async () => {
  const result = await run(
    script(),
    ['a_1.0_all.deb', 'b_2.0~rc1+1_amd64.deb', 'sub/c.deb', 'd.txt'],
    [repositoryIsThere, added, updated],
  );
  expect(result.code).toBe(0);
  const [first, second, ...others] = requests(result);
  expect([first, second].sort()).toEqual([
    `--form file=@"./a_1.0_all.deb" ${api}/files/web-app-12`,
    `--form file=@"./b_2.0~rc1+1_amd64.deb" ${api}/files/web-app-12`,
  ]);
  expect(others).toEqual([
    `${api}/repos/bitesize`,
    `--request POST ${api}/repos/bitesize/file/web-app-12?forceReplace=1`,
    `--request PUT --header Content-Type: application/json --data {"Signing":{"Skip":true}} ${api}/publish/:./bitesize`,
  ]);
});

test('the first package makes the repository and publishes it', async () => {
  const answers = [
    status(`${api}/repos/bitesize`, '404'),
    added,
    { ...updated, stdout: '404' },
    status('--header', '201'),
  ];
  const result = await run(script(), ['a.deb'], answers);
  expect(result.code).toBe(0);
  const json = '--header Content-Type: application/json --data';
  expect(requests(result).slice(2)).toEqual([
    `${json} {"Name":"bitesize","DefaultDistribution":"bitesize","DefaultComponent":"main"} ${api}/repos`,
    `--request POST ${api}/repos/bitesize/file/web-app-12?forceReplace=1`,
    `--request PUT ${json} {"Signing":{"Skip":true}} ${api}/publish/:./bitesize`,
    `${json} {"SourceKind":"local","Sources":[{"Name":"bitesize","Component":"main"}],"Distribution":"bitesize","Signing":{"Skip":true}} ${api}/publish/:.`,
  ]);
});

test('a signed repository stays signed', async () => {
  const text = script(
    '*.deb',
    '{signing_secret: apt-key, passphrase_key: pass.txt, public_key: x, api_url: "https://apt.example.com/api/"}',
  );
  const result = await run(text, ['a.deb'], [added, { ...updated, stdout: '200' }]);
  expect(requests(result).at(-1)).toBe(
    '--request PUT --header Content-Type: application/json --data ' +
      '{"Signing":{"Batch":true,"PassphraseFile":"/run/secrets/apt-signing/pass.txt"}} https://apt.example.com/api/publish/:./bitesize',
  );
});

test.each([
  ['no package', [], [], 'No Debian package was built.'],
  ['an odd name', ['a"b.deb'], [], 'Not the name of a Debian package: ./a"b.deb'],
  ['a failed upload', ['a.deb'], [{ command: 'curl', match: '/files/', exit: 22 }], ''],
  [
    'a refused package',
    ['a.deb'],
    [repositoryIsThere, { ...added, stdout: '{"FailedFiles":["a.deb"]}' }],
    'refused a package',
  ],
  [
    'a failed publication',
    ['a.deb'],
    [repositoryIsThere, added, { ...updated, stdout: '500' }],
    'was not published: status 500',
  ],
])('%s fails the build', async (_, files, answers, message) => {
  const result = await run(script(), files, answers);
  expect(result.code).not.toBe(0);
  expect(result.stderr).toContain(message);
});

test.each([
  ['*.deb', ['a.deb']],
  ['**/*.deb', ['a.deb', 'out/b.deb', 'out/deep/c.deb']],
  ['out/*.deb', ['out/b.deb']],
  ['out/**/*.deb', ['out/b.deb', 'out/deep/c.deb']],
  ['./out/?.deb, *.jar', ['out/b.deb']],
  ['o[ut]/*.deb', ['o[ut]/d.deb']],
  ["it's $(touch hit)/*.deb", []],
])('the pattern %j means what it means to Ant', async (pattern, expected) => {
  const files = ['a.deb', 'xdeb', 'out/b.deb', 'out/deep/c.deb', 'o[ut]/d.deb', 'e.jar'].filter(
    (file) => pattern !== '**/*.deb' || !file.startsWith('o['),
  );
  const result = await run(script(pattern), files, [repositoryIsThere, added, updated]);
  const uploads = requests(result).flatMap((line) => /file=@"\.\/(.*)"/.exec(line)?.[1] ?? []);
  expect([...uploads].sort()).toEqual(expected);
  expect(Object.keys(result.files)).not.toContain('hit');
});
