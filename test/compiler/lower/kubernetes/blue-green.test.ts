import { describe, expect, it } from 'vitest';
import { appliedObjects, deployedObjects } from '../../../../compiler/model/kubernetes/environment.ts';
import { plainValue } from '../../../../compiler/text/traced-text.ts';
import { environmentOf, type LoweredSpecs, manifest, manifests } from './lowered.ts';

const environmentLevel = '    deployment: {method: bluegreen, active: green}\n';

const names = (lowered: LoweredSpecs) =>
  manifests(lowered)
    .map(({ kind, metadata }) => `${kind} ${metadata.name}`)
    .sort();

describe('a blue/green service', () => {
  const service = '- {name: web, external_url: web.example.com, hpa: {min_replicas: 1, max_replicas: 2}}';
  const lowered = environmentOf(service, environmentLevel);

  it('has two colours of everything, and a stable Service and Ingress', () => {
    expect(names(lowered)).toEqual([
      'Deployment web-blue',
      'Deployment web-green',
      'HorizontalPodAutoscaler web-blue',
      'HorizontalPodAutoscaler web-green',
      'Ingress web',
      'Ingress web-blue',
      'Ingress web-green',
      'Service web',
      'Service web-blue',
      'Service web-green',
    ]);
  });

  it('has a stable Service on the active colour, and a stable Ingress on that Service', () => {
    expect(manifest(lowered, 'Service', 'web').spec.selector).toEqual({
      creator: 'pipeline',
      name: 'web-green',
    });
    expect(manifest(lowered, 'Service', 'web').metadata.annotations).toEqual({
      deployment_method: 'bluegreen',
      deployment_active: 'green',
    });
    const rule = manifest(lowered, 'Ingress', 'web').spec.rules[0];
    expect(rule.host).toBe('web.example.com');
    expect(rule.http.paths[0].backend.service.name).toBe('web');
  });

  it('reaches each colour at a host of its own', () => {
    const host = (name: string) => manifest(lowered, 'Ingress', name).spec.rules[0].host;
    expect([host('web-blue'), host('web-green')]).toEqual(['web-blue.example.com', 'web-green.example.com']);
  });

  it('tells its pods their colour', () => {
    const { env } = manifest(lowered, 'Deployment', 'web-blue').spec.template.spec.containers[0];
    expect(env).toEqual([{ name: 'POD_DEPLOYMENT_COLOUR', value: 'blue' }]);
  });

  it('is the same whether the service or its environment asks for it', () => {
    const own = environmentOf(
      '- {name: web, external_url: web.example.com, hpa: {min_replicas: 1, max_replicas: 2}, deployment: {method: bluegreen, active: green}}',
    );
    expect(manifests(own)).toEqual(manifests(lowered));
  });

  it('is deployed by the deploy job alone, even with a pinned version', () => {
    const [environment] = environmentOf('- {name: web, version: 1.0}', environmentLevel).environments;
    if (environment === undefined) throw new Error('no environment');
    expect(environment.services[0]?.blueGreen?.active.value).toBe('green');
    expect(deployedObjects(environment).map(({ id }) => id.name)).toEqual(['web-blue', 'web-green']);
    expect(appliedObjects(environment).map(({ id }) => id.kind)).toEqual(['Service', 'Service', 'Service']);
    expect(deployedObjects(environment)[0]?.comments.map(plainValue)).toEqual([
      'Applied by the job Dev-deploy when this colour is not the active one.',
    ]);
  });
});

describe('around blue/green', () => {
  it('custom URLs win over the made ones', () => {
    const lowered = environmentOf(
      '- {name: web, external_url: web.example.com, deployment: {method: bluegreen, active: blue, custom_urls: {blue: [b1.example.com, b2.example.com]}}}',
    );
    const hosts = (name: string) =>
      manifest(lowered, 'Ingress', name).spec.rules.map(({ host }: { host: string }) => host);
    expect(hosts('web-blue')).toEqual(['b1.example.com', 'b2.example.com']);
    expect(hosts('web-green')).toEqual(['web-green.example.com']);
  });

  it('a wildcard needs custom URLs', () => {
    const wildcard = '- {name: web, external_url: "*.example.com"}';
    expect(environmentOf(wildcard, environmentLevel).codes).toContain('kubernetes/wildcard-colour');
    expect(environmentOf(wildcard).codes).not.toContain('kubernetes/wildcard-colour');
  });

  it('claims are shared, and that is said aloud', () => {
    const lowered = environmentOf(
      '- {name: web, volumes: [{name: data, path: /data, size: 1Gi}]}',
      environmentLevel,
    );
    expect(names(lowered).filter((name) => name.startsWith('Persistent'))).toEqual([
      'PersistentVolumeClaim data',
    ]);
    expect(lowered.messages).toEqual([
      'warning kubernetes/shared-claim: both colours of `web` in `Dev` mount the one claim `data`',
    ]);
    const [claim] = lowered.environments[0]?.shared ?? [];
    expect(claim?.comments.map(plainValue)).toEqual([
      'Mounted by web-blue, web-green: they share this one claim.',
    ]);
  });

  it('third parties and cron jobs have no colours', () => {
    const lowered = environmentOf(
      '- {name: db, type: mysql, version: 5.7}\n- {name: clean, type: cron, schedule: "0 3 * * *"}',
      environmentLevel,
    );
    expect(names(lowered)).toEqual(['CronJob clean', 'Mysql db']);
  });

  it('a backend is met colour by colour, if it has colours', () => {
    const services = `- {name: web, external_url: web.example.com, backend: api}
- {name: api}`;
    const backend = (lowered: LoweredSpecs, name: string) =>
      manifest(lowered, 'Ingress', name).spec.rules[0].http.paths[0].backend.service.name;
    const both = environmentOf(services, environmentLevel);
    expect([backend(both, 'web'), backend(both, 'web-blue')]).toEqual(['api', 'api-blue']);
    const own = 'deployment: {method: bluegreen, active: blue}';
    const one = environmentOf(services.replace('backend: api', `backend: api, ${own}`));
    expect([backend(one, 'web'), backend(one, 'web-blue')]).toEqual(['api', 'api']);
  });

  it('a selector follows the active colour of the other service', () => {
    const services =
      '- {name: alias, selector: api}\n- {name: api, deployment: {method: bluegreen, active: blue}}';
    const selector = (lowered: LoweredSpecs, name: string) =>
      manifest(lowered, 'Service', name).spec.selector.name;
    expect(selector(environmentOf(services), 'alias')).toBe('api-blue');
    const both = environmentOf(services, environmentLevel);
    expect(['alias', 'alias-blue', 'alias-green'].map((name) => selector(both, name))).toEqual([
      'api-blue',
      'api-blue',
      'api-green',
    ]);
  });

  it('a name that fits without colour may be too long with one', () => {
    const long = `- name: ${'a'.repeat(60)}`;
    expect(environmentOf(long).codes).toEqual([]);
    expect(environmentOf(long, environmentLevel).codes).toContain('kubernetes/object-name');
  });

  it('a service called like a colour of another is refused', () => {
    const mixed = '- {name: web, deployment: {method: bluegreen, active: blue}}\n- name: web-blue';
    expect(environmentOf(mixed).codes).toContain('kubernetes/same-object');
  });
});
