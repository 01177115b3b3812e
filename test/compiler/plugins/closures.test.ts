import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../compiler/plugins/catalogue.ts';
import { readCatalogue } from '../../../compiler/plugins/catalogue.ts';
import rows from '../../../compiler/plugins/data/catalogue-2.568.x.json' with { type: 'json' };
import { fullCatalogue } from '../../../compiler/plugins/full-catalogue.ts';
import { ltsCatalogue } from '../../../compiler/plugins/lts-catalogue.ts';
import { resolvePlugins } from '../../../compiler/plugins/resolve-plugins.ts';
import recorded from './data/closures.json' with { type: 'json' };
import { needsOf } from './small-catalogue.ts';

const closures = new Map<string, readonly string[]>(Object.entries(recorded.closures));
const roots = [...closures.keys()];

function known(catalogue: Catalogue | undefined): Catalogue {
  if (!catalogue) throw new Error('the line of these tests is known');
  return catalogue;
}
const catalogue = known(ltsCatalogue('2.568.x'));
const { core } = catalogue;

function closureOf(...ids: readonly string[]): readonly string[] {
  const { plugins, problems } = resolvePlugins(needsOf(...ids), catalogue, { core, pins: [] });
  expect(problems).toEqual([]);
  return plugins.map(({ id, version }) => `${id}:${version}`).sort();
}

/**
 * Another way to the same set, from the rows of the data file: adds what is needed until nothing new comes. The two
 * plugins that imply others are named here, so that the rule which finds them is not used to test itself.
 */
const implied: Readonly<Record<string, readonly string[]>> = {
  cobertura: ['sshd', 'javax-activation-api', 'javax-mail-api', 'instance-identity'],
  'delivery-pipeline-plugin': [
    'trilead-api',
    'sshd',
    'javax-activation-api',
    'javax-mail-api',
    'instance-identity',
  ],
};
const firstRows = new Map([...rows.plugins].reverse().map((row) => [row.id, row]));
function naiveClosure(ids: readonly string[]): readonly string[] {
  let found = new Set(ids);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    const more = [...found].flatMap((id) => [
      ...(firstRows.get(id)?.needs ?? []).map((need) => need.split(':')[0] ?? ''),
      ...(implied[id] ?? []),
    ]);
    found = new Set([...found, ...more]);
  }
  return [...found].map((id) => `${id}:${firstRows.get(id)?.version}`).sort();
}

describe('the closure over the catalogue', () => {
  it.each(roots)('of %s is the recorded one', (root) => {
    expect(closureOf(root)).toEqual(closures.get(root));
  });

  it('of all roots is the union of theirs, 155 plugins', () => {
    const union = [...new Set([...closures.values()].flat())].sort();
    expect(closureOf(...roots)).toEqual(union);
    expect(union).toHaveLength(155);
  });

  it('of any set of roots is the union of theirs, as a naive walk also finds', () => {
    fc.assert(
      fc.property(fc.subarray(roots, { minLength: 1 }), (some) => {
        const found = closureOf(...some);
        expect(found).toEqual([...new Set(some.flatMap((id) => closures.get(id) ?? []))].sort());
        expect(found).toEqual(naiveClosure(some));
      }),
    );
  });

  it('of any set of plugins is what a naive walk finds', () => {
    fc.assert(
      fc.property(fc.subarray([...firstRows.keys()], { minLength: 1, maxLength: 12 }), (some) => {
        expect(closureOf(...some)).toEqual(naiveClosure(some));
      }),
    );
  });

  it('of every plugin of the update centre has no circle and no minimum that is not met', async () => {
    const full = known(await fullCatalogue('2.568.x'));
    const { plugins, problems } = resolvePlugins(needsOf(...full.releases.keys()), full, { core, pins: [] });
    expect(plugins.length).toBe(full.releases.size);
    // Two old plugins need plugins that are no longer distributed.
    const ids = problems
      .filter((problem) => problem.kind !== 'security-warning')
      .map((problem) => ('id' in problem ? problem.id : problem.kind));
    expect(ids).toEqual(['kubernetes-cd', 'windows-slaves']);
  });
});

/** Random catalogues: up to 8 plugins with up to 3 releases, whose needs may be missing, too new or circular. */
const name = fc.constantFrom(...'abcdefgh');
const edge = fc.tuple(name, fc.integer({ min: 1, max: 4 })).map(([id, minimum]) => `${id}:${minimum}`);
const row = fc.record({
  id: name,
  version: fc.integer({ min: 1, max: 4 }).map(String),
  core: fc.constantFrom('2.500', '2.568.2', '2.570'),
  needs: fc.uniqueArray(edge, { maxLength: 2, selector: (text) => text[0] }),
  optional: fc.uniqueArray(edge, { maxLength: 1 }),
});
const randomData = fc
  .uniqueArray(row, { maxLength: 14, selector: ({ id, version }) => `${id}:${version}` })
  .map((plugins) => ({
    ...rows,
    warnings: [],
    coreWarnings: [],
    detached: [],
    bundled: [],
    plugins: plugins.map((item) => ({ ...item, sha256: '', size: 0 })),
  }));

describe('the closure over any catalogue', () => {
  it('holds all that is needed, and reports exactly what Jenkins would refuse', () => {
    fc.assert(
      fc.property(randomData, fc.uniqueArray(name, { minLength: 1, maxLength: 4 }), (data, ids) => {
        const { plugins, problems } = resolvePlugins(needsOf(...ids), readCatalogue(data), {
          core,
          pins: [],
        });
        const chosen = new Map(plugins.map((plugin) => [plugin.id, plugin]));
        const rowOf = (id: string) =>
          data.plugins.find((item) => item.id === id && item.version === chosen.get(id)?.version);
        const has = (kind: string, id: string): boolean =>
          problems.some((problem) => problem.kind === kind && 'id' in problem && problem.id === id);

        const missing = new Set(ids.filter((id) => !chosen.has(id)));
        const tooOld = new Set<string>();
        for (const id of chosen.keys()) {
          const both = [...(rowOf(id)?.needs ?? []), ...(rowOf(id)?.optional ?? [])];
          for (const need of rowOf(id)?.needs ?? [])
            if (!chosen.has(need.split(':')[0] ?? '')) missing.add(need.split(':')[0] ?? '');
          for (const [target = '', minimum = ''] of both.map((need) => need.split(':'))) {
            if (!chosen.has(target) || Number(chosen.get(target)?.version) >= Number(minimum)) continue;
            tooOld.add(target);
            const better = (item: { id: string; version: string; core: string }): boolean =>
              item.id === target && Number(item.version) >= Number(minimum) && item.core !== '2.570';
            expect(data.plugins.some(better)).toBe(false);
          }
        }
        for (const id of 'abcdefgh') {
          expect(has('unknown-plugin', id)).toBe(missing.has(id));
          expect(has('below-minimum', id)).toBe(tooOld.has(id));
          expect(missing.has(id) && data.plugins.some((item) => item.id === id)).toBe(false);
        }
        for (const { id, root, chain } of plugins) {
          expect(root).toBe(ids.includes(id));
          expect([chain[0], chain.at(-1)]).toEqual([
            expect.toSatisfy((first) => ids.includes(String(first))),
            id,
          ]);
        }
        const forward = resolvePlugins(needsOf(...ids), readCatalogue(data), { core, pins: [] });
        const backward = resolvePlugins(needsOf(...[...ids].reverse()), readCatalogue(data), {
          core,
          pins: [],
        });
        expect(backward.plugins).toEqual(forward.plugins);
      }),
      { numRuns: 500 },
    );
  });

  it('has a circle exactly if the plugins cannot be put in an order', () => {
    fc.assert(
      fc.property(randomData, fc.uniqueArray(name, { minLength: 1, maxLength: 4 }), (data, ids) => {
        const { plugins, problems } = resolvePlugins(needsOf(...ids), readCatalogue(data), {
          core,
          pins: [],
        });
        const left = new Map(
          plugins.map((plugin) => [plugin.id, plugin.dependencies.map((item) => item.id)]),
        );
        for (let size = -1; size !== left.size; ) {
          size = left.size;
          for (const [id, needs] of left) if (!needs.some((need) => left.has(need))) left.delete(id);
        }
        const cycles = problems.flatMap((problem) => (problem.kind === 'cycle' ? [problem.ids] : []));
        expect(cycles.length > 0).toBe(left.size > 0);
        for (const cycle of cycles) {
          cycle.forEach((id, at) => {
            const next = cycle[(at + 1) % cycle.length] ?? '';
            expect(left.get(id)).toContain(next);
          });
          expect(cycle[0]).toBe([...cycle].sort()[0]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
