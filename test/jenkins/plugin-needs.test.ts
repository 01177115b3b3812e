import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../compiler/plugins/compare-versions.ts';
import { parseVersion } from '../../compiler/plugins/version-number.ts';
import { decidingOrigin, fromPolicy } from '../../compiler/text/origin.ts';
import { pluginNeedsOfItems } from '../../jenkins/all-items.ts';
import { goldenFiles } from '../emitters/golden-files.ts';
import { cases } from './items/cases.ts';
import { node } from './items/node.ts';
import { silent } from './silent-needs.ts';

/** Returns the highest minimum per plugin; an empty text where any version does. */
function minimums(needs: Iterable<readonly [id: string, minimum: string]>): Record<string, string> {
  const highest: Record<string, string> = {};
  for (const [id, minimum] of needs) {
    const known = highest[id];
    if (known === undefined || known === '' || (minimum !== '' && isBelow(known, minimum)))
      highest[id] = minimum;
  }
  return highest;
}

function isBelow(a: string, b: string): boolean {
  return compareVersions(parseVersion(a), parseVersion(b)) < 0;
}

const golden = (name: string) =>
  goldenFiles(new URL(`../emitters/config-xml/golden/${name}/`, import.meta.url));

describe('pluginNeedsOfItems', () => {
  it.each(Object.keys(cases).filter((name) => name !== 'hostile'))(
    'asks for what the engine asks for: %s',
    (name) => {
      const engine = (golden(name).get('requires.tsv') ?? '')
        .trim()
        .split('\n')
        .map((line) => line.split('\t'))
        .map(([id = '', minimum = '']) => [id, minimum] as const);
      const ours = pluginNeedsOfItems(cases[name] ?? [])
        .filter(({ reason }) => !reason.startsWith('a fragment'))
        .map(({ id, minimum }) => [id, minimum ?? ''] as const);
      expect(minimums(ours)).toEqual({ ...minimums(engine), ...silent[name] });
    },
  );

  it('gives each need once, with the first node that has it', () => {
    const step = (name: string) => ({ kind: 'gradle' as const, origin: fromPolicy(name) });
    const needs = pluginNeedsOfItems([
      node({ kind: 'freestyle', family: 'build_jobs', name: 'a', builders: [step('first'), step('second')] }),
      node({ kind: 'freestyle', family: 'build_jobs', name: 'b', builders: [step('third')] }),
    ]);
    expect(needs).toEqual([
      {
        id: 'gradle',
        minimum: '1.28',
        reason: 'jobs run Gradle',
        origin: fromPolicy('first'),
        cause: decidingOrigin([]),
      },
    ]);
  });

  it('finds the plugins of a fragment by its classes and plugin attributes', () => {
    const needs = pluginNeedsOfItems([
      node({
        kind: 'pipeline',
        family: 'image_jobs',
        name: 'a',
        definition: node({ kind: 'cps', script: '', sandbox: true }),
        fragments: [
          node({
            at: 'properties',
            xml: { name: 'my.Prop', attributes: { plugin: 'mine@1.2' }, content: '' },
          }),
          node({
            at: '',
            xml: {
              name: 'scm',
              content: [{ name: 'x', attributes: { class: 'hudson.plugins.git.GitSCM' }, content: '' }],
            },
          }),
          node({ at: '', xml: { name: 'disabled', content: 'true' } }),
        ],
      }),
    ]);
    expect(needs.map(({ id, reason }) => [id, reason]).slice(2)).toEqual([
      ['mine', 'a fragment of XML says `mine@1.2`'],
      ['git', 'a fragment of XML says `hudson.plugins.git.GitSCM`'],
    ]);
  });
});
