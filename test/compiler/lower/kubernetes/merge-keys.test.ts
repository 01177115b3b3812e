import { describe, expect, it } from 'vitest';
import { controllerOf } from '../controller/lowered.ts';
import { environmentOf, manifest, manifests } from './lowered.ts';

/**
 * The lists of ours that server-side apply merges by keys (`x-kubernetes-list-map-keys` of the OpenAPI of Kubernetes
 * 1.30 to 1.37): it refuses an object in which an item stands twice.
 */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  imagePullSecrets: ['name'],
};

function repeated(value: unknown, field = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    repeated(item, Array.isArray(value) ? '' : key),
  );
  if (!Array.isArray(value)) return inner;
  const names = field === 'ports' ? portKeys(value) : (keysOf[field] ?? []);
  if (names.length === 0) return inner;
  const keys = value.map((item) => names.map((name) => String(item[name])).join('/'));
  return [...inner, ...keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${field} ${key}`)];
}

/** Ports of a container are known by `containerPort`, those of a Service by `port`, both with the protocol. */
function portKeys([first]: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  return [first !== undefined && 'containerPort' in first ? 'containerPort' : 'port', 'protocol'];
}

const container = `env:
    - {name: A, value: "1"}
    - {name: B, value: "2"}
    - {secret: A, value: web-db/password}
  volumes:
    - {name: config, path: /etc/a, type: configmap}
    - {name: config, path: /etc/b, type: configmap}`;

const services = `- name: web
  port: 80
  external_url: [a.example.com, a.example.com]
  ${container}
  init_containers:
    - name: first
      ${container.replaceAll('\n', '\n    ')}
  deployment: {method: bluegreen, active: blue}
- name: tick
  type: cron
  schedule: "0 3 * * *"
  ${container}`;

describe('lists that the API server knows by keys', () => {
  const found = environmentOf(services, '', '  environments: {pull_secrets: [reg, other, reg]}\n');

  it('have each key once', () => {
    expect(found.codes.filter((code) => code.startsWith('check/repeated')).length).toBe(5);
    expect(manifests(found).flatMap((object) => repeated(object))).toEqual([]);
  });

  it('have what was given last, where it was given, as the container would get it', () => {
    const pod = manifest(found, 'CronJob', 'tick').spec.jobTemplate.spec.template.spec;
    expect(pod.containers[0].env).toEqual([
      { name: 'B', value: '2' },
      { name: 'A', valueFrom: { secretKeyRef: { name: 'web-db', key: 'password' } } },
    ]);
    expect(pod.imagePullSecrets).toEqual([{ name: 'reg' }, { name: 'other' }]);
  });

  it('tell a colour to its pods even where the spec has a variable of that name', () => {
    const both = environmentOf(
      '- name: web\n  env: [{name: POD_DEPLOYMENT_COLOUR, value: red}]\n  deployment: {method: bluegreen, active: blue}',
    );
    expect(both.codes).toContain('check/repeated-variable');
    const [pod] = manifest(both, 'Deployment', 'web-green').spec.template.spec.containers;
    expect(pod.env).toEqual([{ name: 'POD_DEPLOYMENT_COLOUR', value: 'green' }]);
  });

  it('are those of the controller, too', () => {
    const found = controllerOf(
      '  kubernetes: {pull_secrets: [reg, reg], backup: {schedule: "1 2 * * *"}}\n  apt: {enabled: true}',
    );
    expect(found.codes).toContain('check/repeated-item');
    expect(found.manifests.flatMap((object) => repeated(object))).toEqual([]);
  });
});
