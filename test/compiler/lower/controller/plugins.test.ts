import { describe, expect, test } from 'vitest';
import { problemDiagnostics } from '../../../../compiler/lower/plugins/problem-diagnostics.ts';
import { analyse } from '../../../../compiler/pipeline.ts';
import type { PluginProblem } from '../../../../compiler/plugins/plugin-problem.ts';
import type { Origin } from '../../../../compiler/text/origin.ts';
import { controllerOf } from './lowered.ts';

const versionOf = (settings: string, id: string) =>
  controllerOf(settings).ir.plugins.plugins.find((plugin) => plugin.id === id)?.version;

describe('plugins', () => {
  test('are what the scripts need and nothing else, each with its reason', () => {
    const { plugins } = controllerOf().ir.plugins;
    const roots = plugins.filter((plugin) => plugin.root);
    expect(roots.map(({ id }) => id)).toEqual([
      'credentials',
      'git-client',
      'job-dsl',
      'kubernetes',
      'ssh-credentials',
    ]);
    for (const { needs } of roots) expect(needs[0]?.reason).toMatch(/^[a-z]/);
  });

  test('of the settings come with their reason', () => {
    const { ir, codes } = controllerOf(
      '  plugins: [{id: timestamper, why: logs have times}, {id: ansicolor}]',
    );
    expect(codes).toEqual([]);
    const reason = (id: string) => ir.plugins.plugins.find((plugin) => plugin.id === id)?.needs[0]?.reason;
    expect(reason('timestamper')).toBe('logs have times');
    expect(reason('ansicolor')).toBe('asked for by jenkins.bitesize');
  });

  test('of a pin have its version; what the catalogue does not know of it is said', () => {
    const settings = '  plugins: [{id: ansicolor, version: 1.0.0}]';
    expect(versionOf(settings, 'ansicolor')).toBe('1.0.0');
    expect(controllerOf(settings).messages[0]).toMatch(/^3: plugin\/unlisted-version: /);
  });

  test('that nobody knows are errors with a suggestion', () => {
    const { messages, help } = controllerOf('  plugins:\n    - {id: timestampre}');
    expect(messages).toEqual(['4: plugin/unknown: no plugin is called `timestampre`']);
    expect(help).toEqual(['did you mean `timestamper`?']);
  });

  test('that are pinned too low are errors at the pin', () => {
    const { messages } = controllerOf('  plugins:\n    - {id: credentials, version: "1000"}');
    expect(messages.filter((message) => message.includes('below-minimum'))).toHaveLength(1);
    expect(messages.find((message) => message.includes('below-minimum'))).toMatch(/^4: /);
  });

  test.each([
    ['{id: git, version: latest}', 'unlisted-version', 'does not have version latest of plugin `git`'],
    ['{id: git, version: "2.0.0"}', 'security-warning', 'plugin `git` 2.0.0 has known weaknesses'],
    ['{id: mailer, version: "1.20"}', 'security-warning', 'plugin `mailer` 1.20 has known weaknesses'],
    ['{id: ansicolor, version: latest}', 'unlisted-version', 'does not have version latest'],
  ])('%s is told once, with a version that has no known weakness', (plugin, code, text) => {
    const { messages, help } = controllerOf(`  plugins:\n    - ${plugin}`);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(`plugin/${code}: `);
    expect(messages[0]).toContain(text);
    const [, version] = /`?(\d[\w.]*)`?$/.exec(help[0] ?? '') ?? [];
    const again = controllerOf(
      `  plugins:\n    - ${plugin.replace(/version: .*}/, `version: "${version}"}`)}`,
    );
    expect(again.messages.filter((message) => message.includes('security-warning'))).toEqual([]);
  });

  test('with known weaknesses are warnings at the pin, with the version that has none', () => {
    const { messages, help } = controllerOf('  plugins:\n    - {id: ldap, version: "1.20"}');
    expect(
      messages.some((message) => /^4: plugin\/security-warning: plugin `ldap` 1.20 /.test(message)),
    ).toBe(true);
    expect(help.some((line) => line.startsWith('pin version '))).toBe(true);
  });

  test('pinned to two versions are an error', () => {
    const { codes } = controllerOf(`
  plugins: [{id: ansicolor, version: 1.0.6}]
  job_dsl: [{file: a.groovy, plugins: [{id: ansicolor, version: 1.0.5}]}]
`);
    expect(codes).toContain('plugin/conflicting-pins');
  });
});

describe('problems of the set', () => {
  const { settings } = analyse([
    {
      name: 'jenkins.bitesize',
      text: 'project: shop\njenkins:\n  version: 2.568.1\n  plugins: [{id: ansicolor}]\n',
    },
  ]).project;
  const warning = {
    id: 'SECURITY-1',
    plugin: 'core',
    url: 'https://www.jenkins.io/security/1',
    versions: [],
  };
  const pin = { id: 'git', version: '1.0', origin: settings.version.origin };
  const old = { id: 'git', version: '9', requiredCore: '2.600', chain: ['git'], pin: undefined };

  test.each<[PluginProblem<Origin>, string, readonly string[]]>([
    [
      { kind: 'core-too-old', core: '2.568.1', required: '2.600', plugins: [old] },
      'Jenkins 2.568.1 is too old: `git` needs 2.600',
      ['set `jenkins.version` to 2.600 or newer'],
    ],
    [
      { kind: 'core-warning', core: '2.568.1', warnings: [warning] },
      'Jenkins 2.568.1 has known weaknesses: SECURITY-1',
      ['see https://www.jenkins.io/security/1'],
    ],
    [{ kind: 'cycle', ids: ['a', 'b'] }, 'plugins depend on each other in a circle: `a`, `b`', []],
    [
      { kind: 'below-bundled', id: 'git', version: '1.0', pin, bundled: '2.0', offer: '2.1' },
      'plugin `git` 1.0 is older than the 2.0 inside Jenkins',
      ['pin version 2.1'],
    ],
    [{ kind: 'unused-pin', id: 'git', pin }, 'nothing needs the plugin `git`, which is pinned to 1.0', []],
  ])('%o', (problem, message, help) => {
    const [diagnostic] = problemDiagnostics(problem, { settings, plugins: [] });
    expect(diagnostic).toMatchObject({ message, help, span: { file: { name: 'jenkins.bitesize' } } });
  });
});
