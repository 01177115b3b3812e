import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerSpecs, type Manifest, manifests } from './lowered.ts';
import { randomEnvironment, specOf } from './random-environment.ts';

const runs = { numRuns: 150 };

/** Holds a property against the objects of random valid environments. */
function ofRandom(holds: (objects: readonly Manifest[]) => void): void {
  fc.assert(
    fc.property(randomEnvironment, (environment) => {
      const lowered = lowerSpecs({ environments: specOf([environment]) });
      expect(lowered.messages.filter((message) => message.startsWith('error'))).toEqual([]);
      holds(manifests(lowered));
    }),
    runs,
  );
}

const ofKind = (objects: readonly Manifest[], ...kinds: readonly string[]) =>
  objects.filter(({ kind }) => kinds.includes(kind));

const podOf = ({ kind, spec }: Manifest) =>
  kind === 'CronJob' ? spec.jobTemplate.spec.template : spec.template;

type Labels = Readonly<Record<string, string>>;

const selects = (selector: Labels, labels: Labels) =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

describe('any valid environment', () => {
  it('gives objects with names of their own', () => {
    ofRandom((objects) => {
      const ids = objects.map(({ apiVersion, kind, metadata }) => `${apiVersion} ${kind} ${metadata.name}`);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it('gives Deployments that select exactly their own pods', () => {
    ofRandom((objects) => {
      const pods = ofKind(objects, 'Deployment', 'CronJob');
      for (const deployment of ofKind(objects, 'Deployment')) {
        const selected = pods.filter((pod) =>
          selects(deployment.spec.selector.matchLabels, podOf(pod).metadata.labels),
        );
        expect(selected).toEqual([deployment]);
      }
    });
  });

  it('gives Services that reach a port of exactly one container', () => {
    ofRandom((objects) => {
      for (const service of ofKind(objects, 'Service')) {
        const reached = ofKind(objects, 'Deployment').filter((deployment) =>
          selects(service.spec.selector, deployment.spec.template.metadata.labels),
        );
        expect(reached).toHaveLength(1);
        const open = reached[0]?.spec.template.spec.containers[0].ports.map(
          (port: { containerPort: number }) => port.containerPort,
        );
        for (const port of service.spec.ports) expect(open).toContain(port.targetPort);
      }
    });
  });

  it('gives Ingresses and routes to Services and ports that exist', () => {
    ofRandom((objects) => {
      const ports = new Map(
        ofKind(objects, 'Service').map(({ metadata, spec }) => [
          metadata.name,
          spec.ports.map((port: { port: number }) => port.port) as number[],
        ]),
      );
      for (const { spec } of ofKind(objects, 'Ingress')) {
        for (const rule of spec.rules) {
          const { service } = rule.http.paths[0].backend;
          expect(ports.get(service.name)).toContain(service.port.number);
        }
        expect(spec.tls === undefined || spec.tls[0].hosts.length === spec.rules.length).toBe(true);
      }
      for (const { metadata, spec } of ofKind(objects, 'VirtualService')) {
        const { destination } = spec.http[0].route[0];
        expect(ports.get(destination.host)).toContain(destination.port.number);
        expect(ofKind(objects, 'Gateway').map((gateway) => gateway.metadata.name)).toContain(metadata.name);
      }
    });
  });

  it('mounts every volume, and nothing but volumes, and has every claim', () => {
    ofRandom((objects) => {
      const claims = ofKind(objects, 'PersistentVolumeClaim').map(({ metadata }) => metadata.name);
      const claimed = new Set<string>();
      for (const object of ofKind(objects, 'Deployment', 'CronJob')) {
        const { containers, initContainers = [], volumes = [] } = podOf(object).spec;
        const mounted = [...containers, ...initContainers].flatMap(({ volumeMounts = [] }) =>
          volumeMounts.map((mount: { name: string }) => mount.name),
        );
        expect(volumes.map((volume: { name: string }) => volume.name).sort()).toEqual(
          [...new Set(mounted)].sort(),
        );
        for (const { persistentVolumeClaim: claim } of volumes) if (claim) claimed.add(claim.claimName);
      }
      expect([...claims].sort()).toEqual([...claimed].sort());
    });
  });

  it('scales only Deployments that exist and leave the number of pods to it', () => {
    ofRandom((objects) => {
      const scaled = ofKind(objects, 'HorizontalPodAutoscaler').map(({ spec }) => spec.scaleTargetRef.name);
      for (const deployment of ofKind(objects, 'Deployment')) {
        expect('replicas' in deployment.spec).toBe(!scaled.includes(deployment.metadata.name));
      }
      const names = ofKind(objects, 'Deployment').map(({ metadata }) => metadata.name);
      expect(names).toEqual(expect.arrayContaining(scaled));
    });
  });
});
