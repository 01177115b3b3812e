import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { WarningRow } from '../../../compiler/plugins/catalogue-data.ts';
import {
  printCatalogue,
  type RefreshOptions,
  refreshCatalogue,
  withAffected,
} from '../../../compiler/plugins/refresh-catalogue.ts';
import { smallData } from './small-catalogue.ts';

const options = (prefer: RefreshOptions['prefer']): RefreshOptions => ({
  prefer,
  date: '2026-02-02',
  source: 'a file',
});
const warning = (id: string, plugin: string, pattern = '.*'): WarningRow => ({
  id,
  plugin,
  url: 'https://w.test',
  versions: [{ pattern, last: null }],
});
const base = smallData(['api 1', 'web 2 needs=api:1']);
const offer = (lines: readonly string[], warnings: readonly WarningRow[] = []) => ({
  core: '2.578',
  plugins: smallData(lines).plugins,
  warnings,
});
const versions = (data: { readonly plugins: readonly { readonly id: string; readonly version: string }[] }) =>
  data.plugins.map(({ id, version }) => `${id}:${version}`);

describe('refreshCatalogue', () => {
  it('takes newer releases, or adds them behind the preferred one', () => {
    const center = offer(['api 3', 'web 1']);
    expect(versions(refreshCatalogue(base, center, options('newest')).main)).toEqual(['api:3', 'web:2']);
    expect(versions(refreshCatalogue(base, center, options('base')).main)).toEqual([
      'api:1',
      'api:3',
      'web:2',
    ]);
  });

  it('does not take a release that needs a newer core', () => {
    const { main, others } = refreshCatalogue(
      base,
      offer(['api 3 core=2.570', 'new 1 core=2.570']),
      options('newest'),
    );
    expect(versions(main)).toEqual(['api:1', 'web:2']);
    expect(versions(others)).toEqual([]);
  });

  it('adds what the taken releases need, and what is in jenkins.war', () => {
    const center = offer(['api 3 needs=deep:1', 'deep 1 needs=deeper:1', 'deeper 1', 'sshd 3', 'rest 1']);
    const { main, others } = refreshCatalogue({ ...base, bundled: ['sshd:3'] }, center, options('newest'));
    expect(versions(main)).toEqual(['api:3', 'deep:1', 'deeper:1', 'sshd:3', 'web:2']);
    expect(versions(others)).toEqual(['rest:1']);
  });

  it('takes warnings from the update centre, each to the plugins that it is about', () => {
    const warnings = [
      warning('W1', 'web'),
      warning('W2', 'rest'),
      warning('W3', 'gone'),
      warning('C1', 'core', '2[.]568[.]1'),
      warning('C2', 'core', '2[.]4.*'),
    ];
    const old = { ...base, warnings: [warning('W0', 'web')] };
    const { main, others } = refreshCatalogue(old, offer(['rest 1'], warnings), options('newest'));
    expect(main.warnings.map(({ id }) => id)).toEqual(['W1']);
    expect(others.warnings.map(({ id }) => id)).toEqual(['W2']);
    expect(main.coreWarnings.map(({ id }) => id)).toEqual(['C1']);
  });

  it('does not say of new warnings what the old ones were about', () => {
    const old = { ...base, affected: ['web:2'] };
    expect(refreshCatalogue(old, offer([]), options('newest')).main.affected).toBeUndefined();
  });

  it('writes down day and source', () => {
    const { main, others } = refreshCatalogue(base, offer([]), options('newest'));
    expect([main.date, others.date, main.source, main.core]).toEqual([
      '2026-02-02',
      '2026-02-02',
      'a file',
      '2.568.2',
    ]);
  });
});

describe('printCatalogue', () => {
  it('prints one plugin per line, and JSON gives the same data back', () => {
    const text = printCatalogue(base);
    expect(JSON.parse(text)).toEqual(base);
    expect(text.split('\n').filter((line) => line.startsWith('{"id":'))).toHaveLength(2);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it.each(['catalogue-2.568.x', 'catalogue-2.568.x.others'])(
    'printed %s, which nobody edited since',
    (name) => {
      const file = new URL(`../../../compiler/plugins/data/${name}.json`, import.meta.url);
      const text = readFileSync(file, 'utf8');
      expect(printCatalogue(JSON.parse(text)) === text).toBe(true);
    },
  );
});

describe('withAffected', () => {
  it('names the releases and the core that a warning is about', () => {
    const warnings = [warning('W1', 'web', '1|2'), warning('W2', 'api', '7')];
    const data = smallData(['api 1', 'web 2', 'web 3'], { warnings });
    expect(withAffected(data).affected).toEqual(['web:2']);
    const coreWarnings = [warning('C1', 'core', '2[.]568[.]2')];
    expect(withAffected({ ...data, coreWarnings }).affected).toEqual(['core:2.568.2', 'web:2']);
  });
});
