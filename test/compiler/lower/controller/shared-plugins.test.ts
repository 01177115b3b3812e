import { describe, expect, test } from 'vitest';
import { sharedOutput } from '../../../emitters/kubernetes/shared/shared-output.ts';

const project = (name: string, plugins: string) => ({
  jenkins: `project: ${name}\njenkins:\n  plugins:\n${plugins}\n`,
});

const found = async (
  projects: Parameters<typeof sharedOutput>[0],
  settings = '',
): Promise<{
  readonly plugins: readonly string[];
  readonly all: Awaited<ReturnType<typeof sharedOutput>>;
}> => {
  const all = await sharedOutput(projects, { settings });
  const plugins = all.diagnostics
    .filter(({ code }) => code.startsWith('plugin/'))
    .map(({ code, message, span, labels }) =>
      [code, message, span?.file.name, ...labels.map((label) => label.span.file.name)].join(' | '),
    );
  return { plugins, all };
};

describe('the plugins of a shared controller', () => {
  test('are those that all projects need, each with the projects behind it', async () => {
    const { plugins, all } = await found({
      web: project('web', '    - {id: timestamper, why: times}'),
      docs: project('docs', '    - {id: timestamper, why: times}\n    - {id: ansicolor, why: colours}'),
    });
    expect(plugins).toEqual([]);
    const text = all.files.get('jenkins/plugins.txt') ?? '';
    expect(text).toMatch(/^timestamper:\S+ +# times \(web, docs\)$/m);
    expect(text).toMatch(/^ansicolor:\S+ +# colours \(docs\)$/m);
    expect([...all.files.keys()].filter((path) => /^projects\/.*plugins/.test(path))).toEqual([]);
  });

  test('that two projects pin differently are one finding, with both places', async () => {
    const { plugins, all } = await found({
      web: project('web', '    - {id: git, version: 5.10.0}'),
      docs: project('docs', '    - {id: git, version: 5.9.0}'),
    });
    expect(plugins).toEqual([
      'plugin/pins-differ | plugin `git` is pinned to 5.10.0 (project `web`) and 5.9.0 (project `docs`), which share a controller | docs/jenkins.bitesize | web/jenkins.bitesize',
    ]);
    const [finding] = all.diagnostics.filter(({ code }) => code === 'plugin/pins-differ');
    expect(finding?.help).toEqual([
      'pin one version for all of them, in `plugins` of the controller `team`, and remove the others',
      'or let another controller serve one of the projects',
    ]);
    expect(all.files.size).toBe(0);
  });

  test('that the controller pins differently from a project are one, too', async () => {
    const { plugins } = await found(
      { web: project('web', '    - {id: git, version: 5.10.0}') },
      '      plugins: [{id: git, version: 5.9.0}]',
    );
    expect(plugins).toHaveLength(1);
    expect(plugins[0]).toContain('5.9.0 (controller `team`) and 5.10.0 (project `web`)');
  });

  test('that a project pins below what another one needs are one finding, with both places', async () => {
    const { plugins } = await found({
      web: project('web', '    - {id: display-url-api, version: 2.0}'),
      docs: project('docs', '    - {id: github-branch-source}'),
    });
    const [first] = plugins;
    expect(plugins).toHaveLength(1);
    expect(first).toMatch(/^plugin\/below-minimum \| plugin `display-url-api` 2.0 is too old/);
    expect(first).toMatch(/web\/jenkins\.bitesize \| docs\/jenkins\.bitesize$/);
  });

  test('that several projects pin alike are no finding, and what one gets wrong is told once', async () => {
    expect(
      (
        await found({
          web: project('web', '    - {id: git, version: 5.10.1}'),
          docs: project('docs', '    - {id: git, version: 5.10.1}'),
        })
      ).plugins,
    ).toEqual([]);
    const { plugins } = await found({
      web: project('web', '    - {id: no-such-plugin-at-all}'),
      docs: project('docs', '    []'),
    });
    expect(plugins).toHaveLength(1);
  });
});
