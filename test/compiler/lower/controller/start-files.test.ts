import { expect, test } from 'vitest';
import { compile, type Diagnostic } from '../../../../compiler/index.ts';

const build = { name: 'build.bitesize', text: 'project: shop\ncomponents: [{name: web}]\n' };

function compiled(settings: string, files: Readonly<Record<string, string>>, allowPlainSecrets = false) {
  const text = `project: shop\njenkins:\n${settings}`;
  const { artifacts, diagnostics } = compile([build, { name: 'jenkins.bitesize', text }], {
    files: new Map(Object.entries(files)),
    allowPlainSecrets,
  });
  const at = (path: string) => artifacts.find((artifact) => artifact.path === path)?.content.text ?? '';
  return { at, paths: artifacts.map(({ path }) => path), diagnostics };
}

const both = `
  configuration_as_code: [{file: casc/slack.yaml, plugins: [{id: slack}]}, {file: ./b/slack.yaml}]
  init_scripts: [{file: init/9-quiet.groovy, secrets: [{secret: other, key: token}]}]
`;

const texts = {
  'casc/slack.yaml': 'unclassified:\n  slackNotifier:\n    teamDomain: "${slack/team}"\n',
  'b/slack.yaml': 'tool: {git: {installations: []}}\n',
  'init/9-quiet.groovy': "println 'hello'\n",
};

test('files of the project stay as they are, and two scripts apply them after all others', () => {
  const { at, paths, diagnostics } = compiled(both, texts);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(at('jenkins/start-files/casc-slack.yaml')).toBe(texts['casc/slack.yaml']);
  expect(at('jenkins/start-files/init-9-quiet.groovy')).toBe(texts['init/9-quiet.groovy']);
  expect(paths.filter((path) => /init.groovy.d\/[89]/.test(path))).toEqual([
    'jenkins/init.groovy.d/80-configuration-as-code.groovy',
    'jenkins/init.groovy.d/90-own-scripts.groovy',
    'jenkins/init.groovy.d/99-verify.groovy',
  ]);
  expect(at('jenkins/init.groovy.d/80-configuration-as-code.groovy')).toContain(
    `    ConfigurationAsCode.get().configure([
        '/usr/share/jenkins/start-files/casc-slack.yaml',
        '/usr/share/jenkins/start-files/b-slack.yaml',
    ])`,
  );
  expect(at('jenkins/init.groovy.d/90-own-scripts.groovy')).toContain(
    "OwnScripts.run('/usr/share/jenkins/start-files/init-9-quiet.groovy', 'own_9_quiet')",
  );
  expect(at('jenkins/init.groovy.d/99-verify.groovy')).toContain(
    "'80-configuration-as-code', '90-own-scripts']",
  );
});

test('their plugins are in the image, their Secrets are mounted and asked for, and the pod has the files', () => {
  const { at } = compiled(both, texts);
  expect(at('jenkins/plugins.txt')).toMatch(/^configuration-as-code:.*^slack:/ms);
  expect(at('kubernetes/jenkins/create-secrets.sh')).toContain('secret slack --from-file=team=');
  expect(at('kubernetes/jenkins/create-secrets.sh')).toContain('secret other --from-file=token=');
  expect(at('kubernetes/jenkins/README.md')).toContain('| `slack/team` | read by casc/slack.yaml |');
  const pod = at('kubernetes/jenkins/50-statefulset-jenkins.yaml');
  expect(pod).toContain('mountPath: /usr/share/jenkins/start-files\n              readOnly: true');
  expect(pod).toContain('- key: team\n                      path: slack/team');
  expect(at('kubernetes/jenkins/20-configmap-jenkins-start-files.yaml')).toContain('  b-slack.yaml: |');
  expect(at('jenkins/Dockerfile')).toContain(
    '    start-files/init-9-quiet.groovy \\\n    /usr/share/jenkins/start-files/',
  );
});

test('a changed file replaces the pod', () => {
  const checksum = (files: Readonly<Record<string, string>>) =>
    /init-scripts: (\w{64})/.exec(
      compiled(both, files).at('kubernetes/jenkins/50-statefulset-jenkins.yaml'),
    )?.[1];
  const before = checksum(texts);
  expect(before).toHaveLength(64);
  expect(checksum({ ...texts, 'init/9-quiet.groovy': "println 'bye'\n" })).not.toBe(before);
});

test('a project without such files has no trace of them', () => {
  const { at, paths } = compiled('  lts: "2.568"\n', {});
  expect(paths.filter((path) => path.includes('start-files'))).toEqual([]);
  expect(at('jenkins/Dockerfile')).not.toContain('start-files');
  expect(at('kubernetes/jenkins/50-statefulset-jenkins.yaml')).not.toContain('start-files');
});

/** Findings about a file of Configuration as Code: code, place and the marked text. */
function about(text: string, allowPlainSecrets = false, more = ''): readonly string[] {
  const settings = `  configuration_as_code: [{file: own.yaml}]\n${more}`;
  const { diagnostics } = compiled(settings, { 'own.yaml': text }, allowPlainSecrets);
  return diagnostics.filter(({ span }) => span?.file.name === 'own.yaml').map(shown);
}

function shown({ severity, code, span }: Diagnostic): string {
  return `${severity} ${code} ${span?.file.text.slice(span.start, span.end)}`;
}

test.each([
  ['a: ${X}\n', ['error controller/casc-reference ${X}']],
  [
    'a: "${base64:${X}} ${slack/token} ^${Y} ${Z:-z} ${POD_NAME} ${readFile:/x}"\n',
    ['error controller/casc-reference ${X}'],
  ],
  ['a: "${Slack/token}"\n', ['error controller/casc-reference ${Slack/token}']],
  ['a: |\n  one\n  ${TWO}\n', ['error controller/casc-reference ${TWO}']],
  ['- a\n', ['error controller/casc-file - a']],
  ['text\n', ['error controller/casc-file text']],
  ['jenkins: {numExecutors: 2}\n', ['error controller/casc-refused 2']],
  ['jenkins: {numExecutors: 0, crumbIssuer: standard}\n', []],
  ['jenkins: {authorizationStrategy: unsecured}\n', ['error controller/casc-refused unsecured']],
  ['jenkins: {securityRealm: {local: {}}}\n', ['warning controller/casc-overrides securityRealm']],
  ['unclassified:\n  location: {url: x}\n', ['warning controller/casc-overrides location']],
  ['credentials: {system: {}}\n', ['warning controller/casc-overrides credentials']],
  ['a: {b: [}\n', ['error source/syntax }']],
])('%j is judged', (text, findings) => {
  expect(about(text)).toEqual(findings);
});

test('Slack is set twice only where the settings have it, too', () => {
  const text = 'unclassified: {slackNotifier: {room: "#x"}}\n';
  expect(about(text)).toEqual([]);
  expect(about(text, false, '  slack: {workspace: shop, credentials: seed-job-key}\n')).toEqual([
    'warning controller/casc-overrides slackNotifier',
  ]);
});

test('secrets in a file are found as in a spec', () => {
  const text = 'unclassified: {x: {password: hunter2hunter2, url: "https://me:s3cretpw99@git.acme.org/"}}\n';
  expect(about(text).map((line) => line.slice(0, 'error secret/plain-value'.length))).toEqual([
    'error secret/plain-value',
    'error secret/url-passwor',
  ]);
  expect(about(text, true).every((line) => line.startsWith('warning '))).toBe(true);
});

test.each(['gone.yaml', '../outside.yaml', '/etc/passwd'])('the file %s is missing', (file) => {
  const { diagnostics } = compiled(`  init_scripts: [{file: ${file}}]\n`, {
    '../outside.yaml': '',
    '/etc/passwd': '',
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([
    `the file \`${file}\` is not there`,
  ]);
});

test('files that no ConfigMap can hold, and one that is named twice, are reported', () => {
  const settings = '  init_scripts: [{file: a.groovy}, {file: b.groovy}, {file: b.groovy}]\n';
  const { diagnostics } = compiled(settings, {
    'a.groovy': 'é'.repeat(250_000),
    'b.groovy': 'x'.repeat(400_001),
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([
    'the files of the project have 1300002 bytes, more than 900000; the largest is `a.groovy`',
    'file `b.groovy` is defined twice',
  ]);
});

test('a character that kustomize would change is refused', () => {
  const settings = '  init_scripts: [{file: a.groovy}]\n';
  const codes = (text: string) =>
    compiled(settings, { 'a.groovy': text }).diagnostics.map(({ code }) => code);
  expect(codes("println 'a\u0085b'\n")).toEqual(['kubernetes/lost-text']);
  expect(codes("println 'a\\u0085b – ü'\n")).toEqual([]);
});

test('the name of a file is one that a ConfigMap takes', () => {
  const settings = '  init_scripts: [{file: ..a.groovy}, {file: ä.groovy}, {file: ö.groovy}]\n';
  const { paths, diagnostics } = compiled(settings, { '..a.groovy': '1', 'ä.groovy': '2', 'ö.groovy': '3' });
  expect(diagnostics).toEqual([]);
  expect(paths.filter((path) => path.startsWith('jenkins/start-files/'))).toEqual([
    'jenkins/start-files/-.groovy',
    'jenkins/start-files/-a.groovy',
    'jenkins/start-files/2--.groovy',
  ]);
});
