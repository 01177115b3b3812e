import { describe, expect, test } from 'vitest';
import { jobsOf } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { bashSyntaxErrors, shellcheck } from '../shell/check-shell.ts';
import { runShell } from '../shell/run-shell.ts';
import type { CommandAnswer, ShellResult } from '../shell/shell-scenario.ts';

/** The script that publishes something. */
function script(publication: object): string {
  const found = jobsOf({
    build: `project: shop\ncomponents: [{name: web, publish: [${JSON.stringify(publication)}]}]\n`,
    jenkins:
      'project: shop\njenkins: {credentials: [{id: token, type: secret-text}, {id: login, type: username-password}]}\n',
  });
  return found.shell('web')[0] ?? '';
}

async function run(
  publication: object,
  files: Readonly<Record<string, string>>,
  answers: readonly CommandAnswer[] = [],
): Promise<ShellResult> {
  const text = script(publication);
  expect(await bashSyntaxErrors(text)).toBe('');
  // Patterns of the last tests have dollars in quotes, which is what they are about.
  expect((await shellcheck(text)).filter(({ code }) => code !== 2016)).toEqual([]);
  const result = await runShell({
    text,
    environment: {
      BUILD_NUMBER: '12',
      PUBLISH_1_TOKEN: 't0ken',
      PUBLISH_1_USERNAME: 'robot',
      PUBLISH_1_PASSWORD: 'pass word',
    },
    files,
    answers,
    fakes: ['uv'],
    programs: { node: process.execPath },
  });
  // Nothing of a secret is an argument, which others on the machine could read, or in the log.
  const said = JSON.stringify([result.calls, result.stdout, result.stderr]);
  for (const secret of ['t0ken', 'pass word', 'cm9ib3Q6cGFzcyB3b3Jk']) expect(said).not.toContain(secret);
  return result;
}

function calls({ calls: all }: ShellResult, command: string): readonly string[] {
  return all
    .filter((call) => call.command === command)
    .map((call) => call.arguments.join(' ').replaceAll(/\S*\/publish\.\w+\//g, 'PRIVATE/'));
}

describe('npm packages', () => {
  const npm = { type: 'npm', location: '*.tgz', url: 'https://npm.acme.org/shop', credentials: 'token' };
  const facts = (name: string): CommandAnswer => ({
    command: 'npm',
    match: 'pack --json',
    stdout: JSON.stringify([{ name, version: '1.2.0', integrity: 'sha512-a==' }]),
  });
  const view = (answer: Partial<CommandAnswer>): CommandAnswer => ({
    command: 'npm',
    arguments: ['view'],
    ...answer,
  });
  const missing = view({ exit: 1, stderr: 'npm error code E404\n' });

  test('that the registry does not have are published, with the registry of their scope', async () => {
    const result = await run(npm, { 'web.tgz': 'x' }, [facts('@acme/web'), missing]);
    expect([result.code, result.stderr.includes('E404')]).toEqual([0, false]);
    const registry = '--registry https://npm.acme.org/shop/ --@acme:registry=https://npm.acme.org/shop/';
    expect(calls(result, 'npm')).toEqual([
      'pack --json --dry-run --silent PRIVATE/packages/web.tgz',
      `view ${registry} @acme/web@1.2.0 dist.integrity`,
      `publish ${registry} PRIVATE/packages/web.tgz`,
    ]);
  });

  test('of a package.json are packed in its folder, and those of dependencies are left alone', async () => {
    const result = await run(
      { ...npm, location: '**/package.json' },
      { 'a b/package.json': '{}', 'a b/node_modules/c/package.json': '{}' },
      [facts('web'), missing],
    );
    expect(calls(result, 'npm')[0]).toBe('pack --silent --pack-destination PRIVATE/packages ./a b/');
    expect(calls(result, 'npm').filter((call) => call.includes('--pack-destination'))).toHaveLength(1);
  });

  test('that are there with the same content are left alone', async () => {
    const result = await run(npm, { 'web.tgz': 'x' }, [facts('web'), view({ stdout: 'sha512-a==\n' })]);
    expect([result.code, result.stdout]).toEqual([0, 'web 1.2.0 is there already.\n']);
    expect(calls(result, 'npm').filter((call) => call.startsWith('publish'))).toEqual([]);
  });

  test.each([
    ['with other content', view({ stdout: 'sha512-b==\n' }), 'web 1.2.0 is there with other content'],
    ['behind an error', view({ exit: 1, stderr: 'npm error code E401\n' }), 'npm error code E401'],
  ])('that are there %s end the build', async (_, answer, expected) => {
    const result = await run(npm, { 'web.tgz': 'x' }, [facts('web'), answer]);
    expect(result.code).toBe(1);
    expect(result.stderr).toContain(expected);
    expect(calls(result, 'npm').filter((call) => call.startsWith('publish'))).toEqual([]);
  });

  test('get a login from the variables, in a file that is gone afterwards', async () => {
    const token = script(npm);
    expect(token).toContain('//npm.acme.org/shop/":_authToken=\\${PUBLISH_1_TOKEN}" > "$work/npmrc"');
    const result = await run({ ...npm, credentials: 'login' }, { 'web.tgz': 'x' }, [facts('web'), missing]);
    expect(result.code).toBe(0);
    expect(Object.keys(result.files)).toEqual(['web.tgz']);
  });
});

describe('Python packages', () => {
  const pypi = { type: 'pypi', url: 'https://nexus.acme.org/pypi', credentials: 'login' };

  test('are given to uv, which looks at the index first', async () => {
    const result = await run(pypi, { 'dist/a b.whl': 'x', 'dist/sub/no.whl': 'x', 'no.whl': 'x' });
    expect(result.code).toBe(0);
    expect(calls(result, 'uv')).toEqual([
      'publish --trusted-publishing never --publish-url https://nexus.acme.org/pypi --check-url https://nexus.acme.org/pypi/simple/ -- ./dist/a b.whl',
    ]);
  });

  test('that are refused end the build', async () => {
    expect((await run(pypi, { 'dist/a.whl': 'x' }, [{ command: 'uv', exit: 2 }])).code).toBe(2);
  });
});

describe("Maven's artifacts", () => {
  const maven = {
    type: 'maven',
    location: '**/pom.xml',
    url: 'https://repo.acme.org/m2',
    credentials: 'login',
  };

  test('are deployed in the folder of each pom.xml', async () => {
    const result = await run(maven, { 'pom.xml': '', 'lib/pom.xml': '' });
    expect(result.code).toBe(0);
    const call =
      '--batch-mode --no-transfer-progress --settings PRIVATE/settings.xml --file pom.xml -DskipTests -DaltDeploymentRepository=publish::default::https://repo.acme.org/m2 deploy';
    expect(calls(result, 'mvn')).toEqual([call, call]);
  });

  test('find their login in settings that name the variables', () => {
    expect(script(maven)).toContain('<password>${env.PUBLISH_1_PASSWORD}</password>');
  });
});

describe('files', () => {
  const file = {
    type: 'file',
    location: 'out/*.zip',
    url: 'https://raw.acme.org/x',
    credentials: 'login',
    version: '1.0.$BUILD_NUMBER',
  };
  const asked = (code: string, times?: number): CommandAnswer => ({
    command: 'curl',
    match: '%{http_code}',
    stdout: code,
    ...(times === undefined ? {} : { times }),
  });

  test('that the server answers for with an error are not published', async () => {
    const result = await run(file, { 'out/a.zip': 'x' }, [asked('503')]);
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('The server answered 503 for https://raw.acme.org/x/1.0.12/a.zip');
    expect(calls(result, 'curl')).toHaveLength(1);
  });

  test('that are there with other content end the build', async () => {
    const result = await run(file, { 'out/a.zip': 'x' }, [asked('200')]);
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('https://raw.acme.org/x/1.0.12/a.zip is there with other content');
    expect(calls(result, 'curl').some((call) => call.includes('--upload-file'))).toBe(false);
  });

  test('are sent with their sum, and looked at afterwards', async () => {
    const result = await run(file, { 'out/a.zip': 'x' }, [asked('404', 1), asked('200')]);
    // The fake server has nothing to show.
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('https://raw.acme.org/x/1.0.12/a.zip is not what was sent');
    const sum = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
    expect(calls(result, 'curl')[1]).toContain(
      `--header X-Checksum-Sha256: ${sum} --upload-file ./out/a.zip https://raw.acme.org/x/1.0.12/a.zip`,
    );
  });

  test('whose names would be another address are refused', async () => {
    const result = await run(file, { 'out/a?b.zip': 'x' });
    expect(result.code).toBe(1);
    expect(calls(result, 'curl')).toEqual([]);
  });

  test('that are not there end the build', async () => {
    const result = await run(file, { 'a.zip': 'x' });
    expect([result.code, result.stderr.includes('no file is called out/*.zip')]).toEqual([1, true]);
  });
});

test.each(["it's $(touch pwned) `x`/*.zip", '-e.*; rm -rf ./*.zip', 'a\\b|c(d)[e]^$f+.zip'])(
  'a pattern `%s` is a pattern and nothing else',
  async (location) => {
    const files = { 'keep.txt': 'x' };
    for (const type of ['npm', 'pypi', 'maven', 'file']) {
      const publication = { type, location, url: 'https://raw.acme.org/x', credentials: 'login' };
      const result = await run(publication, files);
      expect([result.code, Object.keys(result.files)]).toEqual([1, ['keep.txt']]);
    }
  },
);
