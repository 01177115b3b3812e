import { describe, expect, it } from 'vitest';
import { resolvePlugins } from '../../../compiler/plugins/resolve-plugins.ts';
import { needsOf, resolve, smallCatalogue, versionsOf } from './small-catalogue.ts';

describe('a pin', () => {
  const catalogue = smallCatalogue(['web 2 needs=api:2', 'api 3', 'api 2', 'api 1']);

  it('decides the version', () => {
    const resolution = resolve(catalogue, ['web'], ['api:2']);
    expect(versionsOf(resolution)).toEqual(['web:2', 'api:2']);
    expect(resolution.plugins[1]?.pin?.origin).toBe('api:2');
    expect(resolution.problems).toEqual([]);
  });

  it('below a minimum is one problem with the chain of who needs more', () => {
    const { plugins, problems } = resolve(catalogue, ['web', 'api:1.5'], ['api:1']);
    expect(plugins[0]?.version).toBe('1');
    expect(problems).toMatchObject([
      {
        kind: 'below-minimum',
        id: 'api',
        version: '1',
        minimum: '2',
        pin: { origin: 'api:1' },
        demands: [
          { kind: 'plugin', minimum: '2', chain: ['web'] },
          { kind: 'need', minimum: '1.5', need: { origin: 'api:1.5' } },
        ],
      },
    ]);
  });

  it('of a version that is not listed has no checksum, and the dependencies of the listed one', () => {
    const { plugins, problems } = resolve(catalogue, ['web'], ['web:2.1']);
    expect(plugins.map((plugin) => plugin.id)).toEqual(['web', 'api']);
    expect(plugins[0]).toMatchObject({
      version: '2.1',
      sha256: undefined,
      size: undefined,
      requiredCore: '2.500',
    });
    expect(problems).toMatchObject([{ kind: 'unlisted-release', id: 'web', listed: ['2'] }]);
  });

  it('of an unlisted older version asks no minimum of others, as none is known', () => {
    const pinned = smallCatalogue(['web 2 needs=api:2', 'api 3']);
    const old = resolve(pinned, ['web'], ['web:1', 'api:1']);
    expect(old.problems.map((problem) => problem.kind)).toEqual(['unlisted-release', 'unlisted-release']);
    expect(old.plugins[1]?.neededBy).toEqual([{ id: 'web', minimum: '', kind: 'mandatory' }]);
    const newer = resolve(pinned, ['web'], ['web:3', 'api:1']);
    expect(newer.problems.map((problem) => problem.kind)).toContain('below-minimum');
  });

  it('may name another address; the checksum of a listed version stays', () => {
    const pin = { id: 'api', version: '2', url: 'https://mirror.test/api.hpi', origin: 'pin' };
    const { plugins, problems } = resolvePlugins(needsOf('api'), catalogue, { core: '2.568.2', pins: [pin] });
    expect(plugins).toMatchObject([{ version: '2', url: pin.url, sha256: `${'A'.repeat(43)}=` }]);
    expect(problems).toEqual([]);
  });

  it('makes an unknown plugin usable, from an address of its own if it names one', () => {
    const pin = { id: 'own', version: '1', url: 'https://plugins.test/own.hpi', origin: 'pin' };
    const { plugins, problems } = resolvePlugins(needsOf('own'), catalogue, { core: '2.568.2', pins: [pin] });
    expect(plugins).toMatchObject([{ id: 'own', version: '1', url: pin.url, requiredCore: undefined }]);
    expect(problems).toMatchObject([{ kind: 'unlisted-release', id: 'own', listed: [] }]);
  });

  it('of a plugin that nothing needs is reported', () => {
    expect(resolve(catalogue, ['api'], ['web:2']).problems).toMatchObject([
      { kind: 'unused-pin', id: 'web' },
    ]);
  });

  it('that contradicts another is reported, the last one counts', () => {
    const { plugins, problems } = resolve(catalogue, ['api'], ['api:2', 'api:1']);
    expect(plugins[0]?.version).toBe('1');
    expect(problems).toMatchObject([
      { kind: 'conflicting-pins', pins: [{ version: '2' }, { version: '1' }] },
    ]);
    expect(resolve(catalogue, ['api'], ['api:2', 'api:2']).problems).toEqual([]);
  });
});

describe('an unknown plugin', () => {
  it('is one problem that names everybody who wants it', () => {
    const { plugins, problems } = resolve(smallCatalogue(['web 1 needs=gone:1', 'api 1 needs=gone:2']), [
      'web',
      'api',
      'gone',
    ]);
    expect(plugins.map((plugin) => plugin.id)).toEqual(['api', 'web']);
    expect(problems).toMatchObject([
      {
        kind: 'unknown-plugin',
        id: 'gone',
        candidates: ['web', 'api'],
        demands: [{ kind: 'need' }, { kind: 'plugin', chain: ['api'] }, { kind: 'plugin', chain: ['web'] }],
      },
    ]);
  });

  it('that is optional is no problem', () => {
    expect(resolve(smallCatalogue(['web 1 optional=gone:1']), ['web']).problems).toEqual([]);
  });
});

describe('the core', () => {
  it('that is too old is one problem with all plugins that need more', () => {
    const catalogue = smallCatalogue([
      'web 1 core=2.540 needs=api:1',
      'api 1 core=2.555.1',
      'old 1 core=1.600',
    ]);
    expect(resolve(catalogue, ['web', 'old'], [], '2.528.3').problems).toMatchObject([
      {
        kind: 'core-too-old',
        core: '2.528.3',
        required: '2.555.1',
        plugins: [
          { id: 'api', requiredCore: '2.555.1', chain: ['web', 'api'] },
          { id: 'web', requiredCore: '2.540', chain: ['web'] },
        ],
      },
    ]);
  });

  it('with known weaknesses is reported', () => {
    const coreWarnings = [
      { id: 'W', plugin: 'core', url: 'https://w.test', versions: [{ pattern: '2[.]568', last: '2.568' }] },
    ];
    const catalogue = smallCatalogue([], { coreWarnings });
    expect(resolve(catalogue, [], [], '2.568').problems).toEqual([
      { kind: 'core-warning', core: '2.568', warnings: coreWarnings },
    ]);
    expect(resolve(catalogue, [], [], '2.568.2').problems).toEqual([]);
  });
});

describe('a circle', () => {
  it('is one problem, by its least id, and the plugins are still listed', () => {
    const catalogue = smallCatalogue([
      'c 1 needs=a:1',
      'b 1 needs=c:1',
      'a 1 needs=b:1',
      'd 1 needs=a:1,e:1',
      'e 1',
    ]);
    const resolution = resolve(catalogue, ['d']);
    expect(resolution.problems).toEqual([{ kind: 'cycle', ids: ['a', 'b', 'c'] }]);
    expect(versionsOf(resolution)).toHaveLength(5);
  });

  it('counts optional dependencies, as Jenkins does, but only on plugins that are there', () => {
    const catalogue = smallCatalogue(['a 1 needs=b:1', 'b 1 optional=a:1,c:1', 'c 1 needs=b:1']);
    expect(resolve(catalogue, ['a']).problems).toEqual([{ kind: 'cycle', ids: ['a', 'b'] }]);
    expect(resolve(catalogue, ['b']).problems).toEqual([]);
  });

  it('is found once for each set of plugins', () => {
    const catalogue = smallCatalogue([
      'a 1 needs=b:1',
      'b 1 needs=a:1,x:1',
      'x 1 needs=y:1',
      'y 1 needs=x:1',
    ]);
    expect(resolve(catalogue, ['a']).problems).toEqual([
      { kind: 'cycle', ids: ['a', 'b'] },
      { kind: 'cycle', ids: ['x', 'y'] },
    ]);
  });
});

describe('a security warning', () => {
  const warning = (id: string, pattern: string, last: string | null) => ({
    id,
    plugin: 'web',
    url: 'https://w.test',
    versions: [{ pattern, last }],
  });
  const warnings = [
    warning('W1', '1[.].*', '1.9'),
    warning('W2', '1[.]5', '1.5'),
    warning('W3', '2[.]0', '2.0'),
  ];

  it('names the oldest newer version that has none', () => {
    const catalogue = smallCatalogue(['web 1.5', 'web 3', 'web 2.1', 'web 2.0'], { warnings });
    expect(resolve(catalogue, ['web']).problems).toMatchObject([
      {
        kind: 'security-warning',
        id: 'web',
        version: '1.5',
        lastAffected: '1.9',
        fix: '2.1',
        warnings: [{ id: 'W1' }, { id: 'W2' }],
      },
    ]);
  });

  it('has no fix while nothing newer is listed or runs on the core', () => {
    const open = smallCatalogue(['web 1.5', 'web 3 core=2.570'], { warnings: [warning('W', '.*', null)] });
    expect(resolve(open, ['web']).problems).toMatchObject([
      { kind: 'security-warning', fix: undefined, lastAffected: undefined },
    ]);
  });

  it('is not raised for versions that it is not about', () => {
    expect(resolve(smallCatalogue(['web 2.1'], { warnings }), ['web']).problems).toEqual([]);
    expect(resolve(smallCatalogue(['web 12.05'], { warnings }), ['web']).problems).toEqual([]);
  });
});
