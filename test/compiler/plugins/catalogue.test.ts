import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../compiler/plugins/catalogue.ts';
import type { CatalogueData } from '../../../compiler/plugins/catalogue-data.ts';
import { isAtLeast } from '../../../compiler/plugins/compare-versions.ts';
import usual from '../../../compiler/plugins/data/catalogue-2.568.x.json' with { type: 'json' };
import others from '../../../compiler/plugins/data/catalogue-2.568.x.others.json' with { type: 'json' };
import { fullCatalogue } from '../../../compiler/plugins/full-catalogue.ts';
import { ltsCatalogue, ltsCatalogueData, ltsLines } from '../../../compiler/plugins/lts-catalogue.ts';
import { withAffected } from '../../../compiler/plugins/refresh-catalogue.ts';
import { isUsablePattern } from '../../../compiler/plugins/warning-pattern.ts';
import { smallData } from './small-catalogue.ts';

describe.each<[string, CatalogueData]>([
  ['usual plugins', usual],
  ['other plugins', others],
])('the data of the %s', (_name, data) => {
  it('has a line, a core and a date', () => {
    expect(data.line).toBe('2.568.x');
    expect(data.core).toMatch(/^2\.568\.\d+$/);
    expect(data.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('has well-formed releases that run on the core, sorted by id', () => {
    const wrong = data.plugins.filter(
      ({ id, version, core, sha256, size, needs, optional }) =>
        !/^[\w.-]+$/.test(id) ||
        !/^[\w.+-]+$/.test(version) ||
        !isAtLeast(data.core, core) ||
        !/^[A-Za-z0-9+/]{43}=$/.test(sha256) ||
        size <= 0 ||
        ![...needs, ...optional].every((pair) => /^[\w.-]+:[\w.+-]+$/.test(pair)),
    );
    expect(wrong).toEqual([]);
    const ids = data.plugins.map((row) => row.id);
    expect(ids).toEqual([...ids].sort());
  });

  it('has warnings about its own plugins only, each with a pattern that can be used', () => {
    const ids = new Set(data.plugins.map((row) => row.id));
    const wrong = [...data.warnings, ...data.coreWarnings].filter(
      ({ plugin, versions }) =>
        !(plugin === 'core' || ids.has(plugin)) || !versions.every(({ pattern }) => isUsablePattern(pattern)),
    );
    expect(wrong).toEqual([]);
  });

  it('says which of its releases the warnings are about', () => {
    expect(data.affected).toEqual(withAffected(data).affected);
  });
});

describe('the catalogue of the line', () => {
  const catalogue = ltsCatalogue('2.568.x');

  it('is there for each line that is offered, and is read once', () => {
    for (const line of ltsLines) expect(ltsCatalogue(line)?.line).toBe(line);
    expect(ltsCatalogue('2.568.x')).toBe(catalogue);
    expect(ltsCatalogue('1.651.x')).toBeUndefined();
    expect(ltsCatalogueData('2.568.x')?.core).toBe(catalogue?.core);
  });

  it('has every mandatory dependency of every plugin, new enough', () => {
    const releases = [...(catalogue?.releases.values() ?? [])].map((list) => list[0]);
    const wrong = releases.flatMap((release) =>
      (release?.dependencies ?? []).filter(({ id, minimum, optional }) => {
        const version = catalogue?.releases.get(id)?.[0]?.version;
        return version === undefined ? !optional : !isAtLeast(version, minimum);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('has no plugin below the copy in jenkins.war', () => {
    const behind = [...(catalogue?.bundled ?? [])].filter(([id, version]) => {
      const preferred = catalogue?.releases.get(id)?.[0];
      return !preferred || !isAtLeast(preferred.version, version);
    });
    expect(behind).toEqual([]);
  });

  it('can be read with all other plugins, and keeps its own', async () => {
    const full = await fullCatalogue('2.568.x');
    expect(full?.releases.get('git')).toEqual(catalogue?.releases.get('git'));
    expect(full?.releases.size).toBeGreaterThan(2000);
    expect(full?.bundled).toEqual(catalogue?.bundled);
    expect(await fullCatalogue('1.651.x')).toBeUndefined();
  });

  it('is read once for all projects, so that what was resolved of it is found again', async () => {
    expect(await fullCatalogue('2.568.x')).toBe(await fullCatalogue('2.568.x'));
  });
});

describe('readCatalogue', () => {
  it('adds plugins of further data, but no releases or warnings for those that it has', () => {
    const warning = (plugin: string) => ({ id: 'W', plugin, url: 'https://w.test', versions: [] });
    const catalogue = readCatalogue(
      smallData(['a 1', 'a 2'], { warnings: [warning('a')] }),
      smallData(['a 3', 'b 1 needs=a:1 optional=c:2'], { warnings: [warning('a'), warning('b')] }),
    );
    expect(catalogue.releases.get('a')?.map((release) => release.version)).toEqual(['1', '2']);
    expect(catalogue.releases.get('b')?.[0]?.dependencies).toEqual([
      { id: 'a', minimum: '1', optional: false },
      { id: 'c', minimum: '2', optional: true },
    ]);
    expect(catalogue.warnings.get('a')).toHaveLength(1);
    expect(catalogue.warnings.get('b')).toHaveLength(1);
  });

  it('has no list of affected releases where one of the data files has none', () => {
    const [known, unknown] = [smallData(['a 1'], { affected: ['a:1'] }), smallData(['b 1'])];
    expect(readCatalogue(known).affected).toEqual(new Set(['a:1']));
    expect(readCatalogue(known, unknown).affected).toBeUndefined();
  });

  it('keeps an address that a row names', () => {
    const [row] = smallData(['a 1']).plugins;
    if (!row) throw new Error('one line gives one row');
    const data = smallData([], { plugins: [{ ...row, url: 'https://mirror.test/a.hpi' }] });
    expect(readCatalogue(data).releases.get('a')?.[0]?.url).toBe('https://mirror.test/a.hpi');
  });
});
