import { describe, expect, it } from 'vitest';
import { ltsCatalogue } from '../../../compiler/plugins/lts-catalogue.ts';
import { matchingWarnings } from '../../../compiler/plugins/warning-pattern.ts';
import { warningsAbout } from '../../../compiler/plugins/warnings-about.ts';
import { smallCatalogue } from './small-catalogue.ts';

const warning = {
  id: 'W',
  plugin: 'web',
  url: 'https://w.test',
  versions: [{ pattern: '[12]', last: '2' }],
};
const warnings = [warning];
const about = (affected: readonly string[] | undefined, version: string) =>
  warningsAbout(
    smallCatalogue(['web 2', 'web 3'], { warnings, ...(affected && { affected }) }),
    'web',
    version,
  );

describe('warningsAbout', () => {
  it('asks the patterns about versions that the catalogue does not have', () => {
    expect(about(['web:2'], '1')).toEqual(warnings);
    expect(about([], '1')).toEqual(warnings);
    expect(about([], '4')).toEqual([]);
  });

  it('believes the catalogue about its own versions', () => {
    expect(about(['web:2'], '2')).toEqual(warnings);
    expect(about(['web:2'], '3')).toEqual([]);
    expect(about([], '2')).toEqual([]);
  });

  it('asks the patterns where nobody did', () => {
    expect(about(undefined, '2')).toEqual(warnings);
    expect(about(undefined, '3')).toEqual([]);
  });

  it('knows core as a plugin of its own', () => {
    const coreWarnings = [{ ...warning, plugin: 'core', versions: [{ pattern: '2[.]568.*', last: null }] }];
    const catalogue = smallCatalogue([], { coreWarnings, affected: [] });
    expect(warningsAbout(catalogue, 'core', '2.568.1')).toEqual(coreWarnings);
    expect(warningsAbout(catalogue, 'core', '2.568.2')).toEqual([]);
  });

  it('says of all releases of the line what the patterns say', () => {
    const catalogue = ltsCatalogue('2.568.x');
    if (catalogue === undefined) throw new Error('the line is known');
    for (const [id, releases] of catalogue.releases)
      for (const { version } of releases)
        expect(warningsAbout(catalogue, id, version)).toEqual(
          matchingWarnings(catalogue.warnings.get(id) ?? [], version),
        );
  });
});
