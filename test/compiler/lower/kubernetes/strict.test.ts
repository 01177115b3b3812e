import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerSpecs, type Manifest, manifests } from './lowered.ts';
import { randomEnvironment, specOf } from './random-environment.ts';
import { isBuiltIn, strictProblems } from './strict.ts';

describe('objects of Kubernetes', () => {
  it('are valid, and have no field that Kubernetes does not know', () => {
    const environments = fc.sample(randomEnvironment, { numRuns: 40, seed: 6 });
    const all = environments.flatMap((environment) =>
      manifests(lowerSpecs({ environments: specOf([environment]) })),
    );
    const builtIn = all.filter(isBuiltIn);
    expect(new Set(builtIn.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6);
    expect(strictProblems(builtIn)).toEqual([]);
  });

  it('would be refused with an unknown field, a missing one or a wrong type', () => {
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } };
    const bad: readonly Manifest[] = [
      { ...service, spec: { ports: [{ port: 80, targetport: 80 }] } },
      { ...service, spec: { ports: [{ name: 'http' }] } },
      { ...service, spec: { ports: [{ port: '80' }] } },
    ];
    for (const manifest of bad) expect(strictProblems([manifest])).not.toEqual([]);
  });
});
