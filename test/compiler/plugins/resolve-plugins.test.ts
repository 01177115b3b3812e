import { describe, expect, it } from 'vitest';
import { resolve, smallCatalogue, versionsOf } from './small-catalogue.ts';

describe('the closure', () => {
  const catalogue = smallCatalogue([
    'zip 1 needs=web:1,log:1',
    'web 2 needs=api:1 optional=extra:9',
    'api 3',
    'log 4',
    'extra 9',
  ]);

  it('has roots before what they need, each sorted by id', () => {
    expect(versionsOf(resolve(catalogue, ['zip', 'log']))).toEqual(['log:4', 'zip:1', 'api:3', 'web:2']);
  });

  it('does not depend on the order of needs', () => {
    expect(resolve(catalogue, ['log', 'zip'])).toEqual(resolve(catalogue, ['zip', 'log']));
  });

  it('says for each plugin who asked for it and who needs it', () => {
    const { plugins } = resolve(catalogue, ['zip', 'log', 'log:2']);
    const [log, zip, api] = plugins;
    expect(log).toMatchObject({
      root: true,
      chain: ['log'],
      neededBy: [{ id: 'zip', minimum: '1', kind: 'mandatory' }],
    });
    expect(log?.needs.map((need) => need.origin)).toEqual(['log', 'log:2']);
    expect(zip?.neededBy).toEqual([]);
    expect(api).toMatchObject({ root: false, chain: ['zip', 'web', 'api'], needs: [] });
  });

  it('gives checksum, size and address', () => {
    const [plugin] = resolve(catalogue, ['api']).plugins;
    expect(plugin).toMatchObject({
      sha256: `${'A'.repeat(43)}=`,
      size: 1,
      url: 'https://updates.jenkins.io/download/plugins/api/3/api.hpi',
    });
  });

  it('is empty without needs', () => {
    expect(resolve(catalogue, [])).toEqual({ plugins: [], problems: [] });
  });
});

describe('an optional dependency', () => {
  const lines = ['web 1 optional=api:2', 'api 1'];

  it('installs nothing', () => {
    expect(versionsOf(resolve(smallCatalogue(lines), ['web']))).toEqual(['web:1']);
  });

  it('has its minimum enforced when the plugin is there', () => {
    const { problems } = resolve(smallCatalogue(lines), ['web', 'api']);
    expect(problems).toMatchObject([
      {
        kind: 'below-minimum',
        id: 'api',
        version: '1',
        minimum: '2',
        pin: undefined,
        demands: [{ kind: 'plugin', edge: 'optional', minimum: '2', chain: ['web'] }],
      },
    ]);
  });

  it('takes a newer release of the plugin if the catalogue has one', () => {
    expect(versionsOf(resolve(smallCatalogue([...lines, 'api 3', 'api 2']), ['web', 'api']))).toEqual([
      'api:2',
      'web:1',
    ]);
  });
});

describe('a newer release', () => {
  it('is only taken for a minimum, and with what it needs itself', () => {
    const catalogue = smallCatalogue(['web 1', 'web 2 needs=api:2', 'api 1', 'api 2']);
    expect(versionsOf(resolve(catalogue, ['web']))).toEqual(['web:1']);
    expect(versionsOf(resolve(catalogue, ['web:2']))).toEqual(['web:2', 'api:2']);
  });

  it('serves as many as it can if it cannot serve all', () => {
    const catalogue = smallCatalogue(['api 1', 'api 2', 'low 1 needs=api:2', 'high 1 needs=api:4']);
    const { plugins, problems } = resolve(catalogue, ['low', 'high']);
    expect(plugins.find((plugin) => plugin.id === 'api')?.version).toBe('2');
    expect(problems).toMatchObject([{ kind: 'below-minimum', minimum: '4', demands: [{ chain: ['high'] }] }]);
  });

  it('is not taken if the core is too old for it', () => {
    const { plugins, problems } = resolve(smallCatalogue(['web 1', 'web 2 core=2.570']), ['web:2']);
    expect(plugins[0]?.version).toBe('1');
    expect(problems).toMatchObject([
      { kind: 'below-minimum', id: 'web', minimum: '2', demands: [{ kind: 'need' }] },
    ]);
  });
});

describe('an implied plugin', () => {
  const lines = [
    'old 1 core=2.164 optional=sshd:3',
    'new 1 core=2.300',
    'sshd 3.3',
    'jdk 2 core=2.100',
    'lost 1',
  ];
  const detached = [
    { id: 'sshd', lastCore: '2.281', version: '3.2' },
    { id: 'jdk', lastCore: '2.112', version: '1.0' },
    { id: 'lost', lastCore: '2.200', version: '1.0' },
  ];
  const more = { detached, bundled: ['sshd:3.3', 'jdk:2'] };

  it('is installed with a plugin that is old enough, and the reason says so', () => {
    const { plugins, problems } = resolve(smallCatalogue(lines, more), ['old']);
    expect(plugins.map((plugin) => plugin.id)).toEqual(['old', 'sshd']);
    expect(plugins[1]?.neededBy).toEqual([{ id: 'old', minimum: '3.2', kind: 'implied' }]);
    expect(problems).toEqual([]);
  });

  it('is not installed with a newer plugin, nor where core breaks a circle, nor if jenkins.war lacks it', () => {
    expect(versionsOf(resolve(smallCatalogue(lines, more), ['new']))).toEqual(['new:1']);
    const cut = { ...more, detachedCycles: ['old sshd'] };
    expect(versionsOf(resolve(smallCatalogue(['old 1 core=2.164', 'sshd 3.3'], cut), ['old']))).toEqual([
      'old:1',
    ]);
    expect(versionsOf(resolve(smallCatalogue(lines, more), ['old']))).not.toContain('lost:1');
  });

  it('below the copy in jenkins.war is reported', () => {
    const catalogue = smallCatalogue([...lines, 'sshd 3.2'], more);
    expect(resolve(catalogue, ['old'], ['sshd:3.2']).problems).toMatchObject([
      { kind: 'below-bundled', id: 'sshd', version: '3.2', bundled: '3.3', pin: { version: '3.2' } },
    ]);
  });
});
