import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import {
  fillVersion,
  printManifest,
  versionPattern,
  versionPlaceholder,
} from '../../../../compiler/model/kubernetes/kubernetes-object.ts';
import { environmentOf, lowerSpecs, objectsOf } from './lowered.ts';
import { randomEnvironment, specOf } from './random-environment.ts';

/** Returns the printed objects of a spec by file, deployed ones with this version filled in. */
function printed(environment: object, version?: string): ReadonlyMap<string, string> {
  const { environments } = lowerSpecs({ environments: specOf([environment]) });
  return new Map(
    environments.flatMap(objectsOf).map((object) => {
      const { text } = printManifest(object);
      return [object.file, version === undefined ? text : fillVersion(text, version)];
    }),
  );
}

/** Returns the files that differ, each with the lines that do. */
function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Map<string, string[]> {
  expect([...after.keys()]).toEqual([...before.keys()]);
  const result = new Map<string, string[]>();
  for (const [file, text] of before) {
    const [old, now] = [text.split('\n'), (after.get(file) ?? '').split('\n')];
    expect(now).toHaveLength(old.length);
    const lines = old.filter((line, index) => line !== now[index]);
    if (lines.length > 0)
      result.set(
        file,
        lines.map((line) => line.trim()),
      );
  }
  return result;
}

describe('the same spec', () => {
  it('gives the same text twice', () => {
    fc.assert(
      fc.property(randomEnvironment, (environment) => {
        expect([...printed(environment)]).toEqual([...printed(environment)]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a changed version', () => {
  const version = fc.stringMatching(versionPattern);

  it('changes only the image and the version labels of what runs', () => {
    fc.assert(
      fc.property(randomEnvironment, version, version, (environment, before, after) => {
        for (const [file, lines] of differences(printed(environment, before), printed(environment, after))) {
          expect(file).toMatch(/^50-(deployment|cronjob)-/);
          for (const line of lines) {
            expect(line.replace(/^- /, '')).toMatch(/^(image: |version: '|app\.kubernetes\.io\/version: ')/);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('stays text, whatever it looks like', () => {
    const { environments } = environmentOf('- name: web');
    const [rollout] = environments[0]?.services[0]?.rollouts ?? [];
    if (rollout === undefined) throw new Error('no rollout');
    const { text } = printManifest(rollout.object);
    fc.assert(
      fc.property(
        fc.oneof(version, fc.constantFrom('1.10', 'true', 'null', '1e3', '0x1f', '2016-01-01')),
        (value) => {
          // biome-ignore lint/suspicious/noExplicitAny: the test reaches into the manifest
          const manifest = load(fillVersion(text, value)) as any;
          expect(manifest.metadata.labels.version).toBe(value);
          expect(manifest.spec.template.metadata.labels['app.kubernetes.io/version']).toBe(value);
          expect(manifest.spec.template.spec.containers[0].image).toBe(`custom-registry/shop/web:${value}`);
        },
      ),
    );
    expect(text.split(versionPlaceholder)).toHaveLength(6);
  });

  it('is refused when it could be anything else', () => {
    for (const bad of ['', '-1', '1.', 'a b', 'a\nb', `1'; x`, 'x'.repeat(64), '1:2', '../1']) {
      expect(() => fillVersion('', bad)).toThrow('not a version');
    }
  });

  it('pinned in the spec is in the manifest, which then awaits nothing', () => {
    const { environments } = environmentOf("- {name: web, version: '1.10'}");
    const [rollout] = environments[0]?.services[0]?.rollouts ?? [];
    expect(rollout).toMatchObject({ appliedBy: 'service-manage', awaitsVersion: false });
    expect(rollout && printManifest(rollout.object).text).not.toContain(versionPlaceholder);
  });
});

describe('a changed colour', () => {
  it('changes only the stable Service and Ingress', () => {
    const coloured = randomEnvironment.map((environment) => ({
      ...environment,
      services: environment.services.map(({ deployment, ...service }) => service),
    }));
    fc.assert(
      fc.property(coloured, (environment) => {
        const active = (colour: string) =>
          printed({ ...environment, deployment: { method: 'bluegreen', active: colour } });
        const names = environment.services.filter((service) => !('type' in service)).map(({ name }) => name);
        const changed = differences(active('blue'), active('green'));
        for (const [file, lines] of changed) {
          expect(names.flatMap((name) => [`40-service-${name}.yaml`, `70-ingress-${name}.yaml`])).toContain(
            file,
          );
          for (const line of lines) expect(line).toMatch(/^(deployment_active: blue|name: .*-blue)$/);
        }
        expect(changed.size).toBe(names.length);
      }),
      { numRuns: 50 },
    );
  });
});
