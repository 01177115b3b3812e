import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../compiler/plugins/catalogue.ts';
import { impliedDependencies } from '../../../compiler/plugins/implied-dependencies.ts';
import { ltsCatalogue } from '../../../compiler/plugins/lts-catalogue.ts';
import { smallCatalogue } from './small-catalogue.ts';

const ids = (id: string, core: string, catalogue: Catalogue): readonly string[] =>
  impliedDependencies(id, core, catalogue).map((dependency) => `${dependency.id}:${dependency.minimum}`);

describe('the dependencies that core adds', () => {
  const line = ltsCatalogue('2.568.x') ?? smallCatalogue([]);

  it('are those of the recorded catalogue: two plugins have any', () => {
    const found = [...line.releases.values()].flatMap(([release]) => {
      const implied = release ? ids(release.id, release.requiredCore, line) : [];
      return implied.length ? [[release?.id, implied]] : [];
    });
    const since281 = [
      'sshd:3.236.ved5e1b_cb_50b_2',
      'javax-activation-api:1.2.0-2',
      'javax-mail-api:1.6.2-5',
    ];
    expect(found).toEqual([
      ['cobertura', [...since281, 'instance-identity:3.1']],
      ['delivery-pipeline-plugin', ['trilead-api:1.0.4', ...since281, 'instance-identity:3.1']],
    ]);
  });

  it('go to plugins made for the last core with the code, its patch releases included, and no later', () => {
    const catalogue = smallCatalogue([], { detached: [{ id: 'sshd', lastCore: '2.281', version: '3' }] });
    expect(ids('web', '2.281', catalogue)).toEqual(['sshd:3']);
    expect(ids('web', '2.281.3', catalogue)).toEqual(['sshd:3']);
    expect(ids('web', '1.651', catalogue)).toEqual(['sshd:3']);
    expect(ids('web', '2.282', catalogue)).toEqual([]);
    expect(ids('sshd', '1.651', catalogue)).toEqual([]);
  });
});
