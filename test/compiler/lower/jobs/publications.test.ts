import { expect, test } from 'vitest';
import { bare, jobsOf } from './lowered-jobs.ts';

const credentials = `project: shop
jenkins:
  credentials:
    - {id: token, type: secret-text}
    - {id: login, type: username-password}
`;

function component(publish: readonly object[], fields = '', jenkins = credentials) {
  const build = `project: shop\ncomponents:\n  - name: web\n    publish: ${JSON.stringify(publish)}\n${fields}`;
  const found = jobsOf({ build, jenkins });
  return { ...found, job: found.freestyle('web'), scripts: found.shell('web') };
}

const npm = { type: 'npm', url: 'https://npm.acme.org:8443/shop', credentials: 'token' };
const maven = { type: 'maven', url: 'https://repo.acme.org/m2', credentials: 'login' };
const file = { type: 'file', location: 'a/*.zip', url: 'https://raw.acme.org/x/', credentials: 'login' };

test('what is published comes last, and each credential is bound once, by its type', () => {
  const { job, messages } = component(
    [npm, maven, file, { ...npm, type: 'pypi' }],
    '    env: [{name: KEY, credentials: token}]\n    build: [{shell: make}]\n',
  );
  expect(messages).toEqual([]);
  expect(bare(job.wrappers)).toEqual([
    { kind: 'colorize-output' },
    {
      kind: 'credentials-binding',
      bindings: [
        { kind: 'string', variable: 'KEY', credentials: 'token' },
        { kind: 'string', variable: 'PUBLISH_1_TOKEN', credentials: 'token' },
        {
          kind: 'username-password',
          usernameVariable: 'PUBLISH_2_USERNAME',
          passwordVariable: 'PUBLISH_2_PASSWORD',
          credentials: 'login',
        },
      ],
    },
  ]);
  const heads = job.builders?.map((step) => (step.kind === 'shell' ? bare(step.script) : step.kind));
  expect(heads?.map((text) => String(text).split('\n')[0])).toEqual([
    'make',
    '# Publishes npm packages.',
    '# Publishes what Maven builds.',
    '# Publishes files.',
    '# Publishes Python packages.',
  ]);
});

test('the usual files of a type are found where the spec names none', () => {
  const regex = ({ scripts: [script = ''] }: { readonly scripts: readonly string[] }) =>
    [...script.matchAll(/^ {4}-e (.*) \\$/gm)].map(([, found]) => found);
  expect(regex(component([npm]))).toEqual(["'\\./package\\.json'"]);
  expect(regex(component([{ ...npm, type: 'pypi' }]))).toEqual(["'\\./dist/[^/]*'"]);
  expect(regex(component([maven]))).toEqual(["'\\./pom\\.xml'"]);
  expect(regex(component([{ ...file, location: './a/**/b?.zip, $WORKSPACE/c.zip' }]))).toEqual([
    "'\\./a/(.*/)?b[^/]\\.zip'",
    "'\\./c\\.zip'",
  ]);
});

test.each([
  ['https://upload.pypi.org/legacy/', 'https://pypi.org/simple/'],
  ['https://test.pypi.org/legacy/', 'https://test.pypi.org/simple/'],
  ['https://nexus.acme.org/repository/pypi/', 'https://nexus.acme.org/repository/pypi/simple/'],
  [
    'https://gitlab.acme.org/api/v4/projects/7/packages/pypi',
    'https://gitlab.acme.org/api/v4/projects/7/packages/pypi/simple/',
  ],
])('packages of %s are looked up in %s', (url, index) => {
  const { scripts } = component([{ type: 'pypi', url, credentials: 'token' }]);
  expect(scripts[0]).toContain(` --publish-url ${url} --check-url ${index} -- "$@"`);
});

test('the variables of a version are those of the build', () => {
  const folder = (version: string) =>
    /^folder=(.*)$/m.exec(component([{ ...file, version }]).scripts[0] ?? '')?.[1];
  expect(folder('1.0')).toBe('https://raw.acme.org/x/1.0/');
  expect(folder('1.0.$BUILD_NUMBER')).toBe('https://raw.acme.org/x/1.0."$BUILD_NUMBER"/');
  expect(folder('${A}-$B+c')).toBe('https://raw.acme.org/x/"$A"-"$B"+c/');
});

test('no script has a secret in it, and each is silent about its commands', () => {
  for (const script of component([npm, maven, file]).scripts) {
    expect(script).toContain('\nset -eu +x\n');
    expect(script).not.toMatch(/^ *(npm|uv|"\$maven"|curl|call) .*PUBLISH_/m);
  }
});

test('a credential that is not there is told, and taken for the usual type', () => {
  const { job, messages } = component([npm, maven], '', 'project: shop\njenkins: {}\n');
  expect(messages).toEqual([
    'check/unknown-credential: the credential `token` is not defined',
    'check/unknown-credential: the credential `login` is not defined',
  ]);
  expect(bare(job.wrappers)).toMatchObject([
    {},
    { bindings: [{ kind: 'string' }, { kind: 'username-password' }] },
  ]);
});

test('the programs that publish are on the agent', () => {
  const tools = (publish: object, fields = '') => component([publish], fields).toolMessages.join();
  expect(tools(npm)).toContain('has no `npm` and `node`');
  expect(tools({ ...npm, type: 'pypi' })).toContain('has no `uv`');
  expect(tools({ ...npm, type: 'pypi' }, '    build: [{shell: pip install --user uv}]\n')).not.toContain(
    '`uv`',
  );
  expect(tools(file)).toBe('');
});
