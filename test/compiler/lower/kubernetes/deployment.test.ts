import { describe, expect, it } from 'vitest';
import { versionPlaceholder } from '../../../../compiler/model/kubernetes/kubernetes-object.ts';
import { environmentOf, manifest } from './lowered.ts';

/** Returns the spec of the Deployment `web` of a service with these further fields. */
function deployment(fields: string, jenkins = '') {
  return manifest(environmentOf(`- name: web\n${fields}`, '', jenkins), 'Deployment', 'web').spec;
}

const podOf = (fields: string, jenkins = '') => deployment(fields, jenkins).template.spec;
const containerOf = (fields: string, jenkins = '') => podOf(fields, jenkins).containers[0];

describe('the image', () => {
  it('is that of the application, or of the service, and awaits a version', () => {
    expect(containerOf('').image).toBe(`custom-registry/shop/web:${versionPlaceholder}`);
    expect(containerOf('  application: storefront').image).toBe(
      `custom-registry/shop/storefront:${versionPlaceholder}`,
    );
  });

  it('is pulled from the registry for pulling, and as it is pushed without one', () => {
    const both = '  registry: {push: push.example.com, pull: pull.example.com/mirror/}\n';
    expect(containerOf('  version: 1.10', both).image).toBe('pull.example.com/mirror/shop/web:1.10');
    expect(containerOf('  version: 1.10', '  registry: {push: ""}\n').image).toBe('shop/web:1.10');
  });
});

describe('labels', () => {
  it('are the original ones and those of today, on the Deployment and its pods', () => {
    const found = manifest(
      environmentOf('- {name: web, application: storefront, version: 1.0}'),
      'Deployment',
      'web',
    );
    const wanted = {
      name: 'web',
      application: 'storefront',
      app: 'storefront',
      project: 'shop',
      creator: 'pipeline',
      version: '1.0',
      'app.kubernetes.io/name': 'storefront',
      'app.kubernetes.io/instance': 'web',
      'app.kubernetes.io/part-of': 'shop',
      'app.kubernetes.io/managed-by': 'bitesize',
      'app.kubernetes.io/version': '1.0',
      'bitesize/environment': 'dev',
    };
    expect(found.metadata.labels).toEqual(wanted);
    expect(found.spec.template.metadata.labels).toEqual(wanted);
    expect(found.spec.selector.matchLabels).toEqual({ creator: 'pipeline', name: 'web' });
  });
});

describe('what cannot be a label, an annotation or an image', () => {
  it.each([
    ['application: Web', ['image/name']],
    ['application: team/web', ['kubernetes/label']],
    [`application: ${'a'.repeat(64)}`, ['kubernetes/label']],
    ['init_containers: [{name: a, application: A_}]', ['image/name']],
    ['annotations: [{name: a b}]', ['kubernetes/annotation']],
    ['annotations: [{name: a/b/c}]', ['kubernetes/annotation']],
    ['annotations: [{name: a.b/c, value: 1}, {name: a.b/c, value: 2}]', ['kubernetes/annotation']],
    ['annotations: [{name: a.b/c_D.e, value: 1}, {name: c}]', []],
    ['annotations: [{name: A.example.com/x, value: 1}]', []],
    ['annotations: [{name: a..b/c}]', ['kubernetes/annotation']],
    ['annotations: [{name: a-.b/c}]', ['kubernetes/annotation']],
    ['annotations: [{name: /c}]', ['kubernetes/annotation']],
    ['env: [{name: A, value: "a\\x85b"}]', ['kubernetes/lost-text']],
    ['command: [a, "\\x7F"]', ['kubernetes/lost-text']],
    ['annotations: [{name: a, value: "\\tb\\nc"}]', []],
  ])('%s is reported', (fields, codes) => {
    expect(environmentOf(`- {name: web, ${fields}}`).codes).toEqual(codes);
  });

  it('of the settings or the project is reported', () => {
    const { codes } = environmentOf('- name: web', '', '  environments: {node_selector: {role: a b}}\n');
    expect(codes).toEqual(['check/kubernetes-label']);
  });
});

describe('resources', () => {
  const resources = (fields: string, jenkins = '') => containerOf(fields, jenkins).resources;

  it('come from the settings where the spec says nothing', () => {
    expect(resources('')).toEqual({ limits: { cpu: '1', memory: '2Gi' }, requests: { cpu: '100m' } });
    const settings = '  limits: {default_cpu: "2", default_memory: 1Gi, request_cpu: 50m}\n';
    expect(resources('', settings)).toEqual({
      limits: { cpu: '2', memory: '1Gi' },
      requests: { cpu: '50m' },
    });
  });

  it('keep what is written, in the form of the API server', () => {
    const fields = '  limits: {cpu: 0.5, memory: 1G}\n  requests: {cpu: 250m, memory: 512Mi}';
    expect(resources(fields)).toEqual({
      limits: { cpu: '500m', memory: '1G' },
      requests: { cpu: '250m', memory: '512Mi' },
    });
  });

  it('let a default give way, so that no request is above its limit', () => {
    expect(resources('  limits: {cpu: 50m}').requests.cpu).toBe('50m');
    expect(resources('  requests: {cpu: 2, memory: 3Gi}').limits).toEqual({ cpu: '2', memory: '3Gi' });
  });

  it('are refused above the limits of the settings', () => {
    const codes = (fields: string, jenkins = '') =>
      environmentOf(`- name: web\n${fields}`, '', jenkins).codes;
    expect(codes('  limits: {cpu: 4, memory: 8Gi}\n  replicas: 50')).toEqual([]);
    expect(codes('  limits: {cpu: 4001m}')).toEqual(['kubernetes/over-limit']);
    expect(codes('  limits: {memory: 8193Mi}')).toEqual(['kubernetes/over-limit']);
    expect(codes('  replicas: 51')).toEqual(['kubernetes/over-limit']);
    expect(codes('  hpa: {min_replicas: 1, max_replicas: 51}')).toEqual(['kubernetes/over-limit']);
    expect(codes('  replicas: 51', '  limits: {max_replicas: 60}\n')).toEqual([]);
    const own = environmentOf('- {name: web, replicas: 9}', '', '  limits: {max_replicas: 8}\n');
    expect(own.codes).toEqual(['kubernetes/over-limit']);
    expect(own.labels).toEqual(['jenkins.bitesize: the limit']);
  });
});

describe('environment variables', () => {
  it('are values, keys of Secrets and fields of the pod, in the order of the spec', () => {
    const env = `  env:
    - {name: EMPTY, value: ""}
    - {secret: TOKEN, value: vault/token}
    - {secret: ALSO, value: same}
    - {name: NODE, pod_field: spec.nodeName}
    - {name: PORT, value: 080}`;
    expect(containerOf(env).env).toEqual([
      { name: 'EMPTY' },
      { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'vault', key: 'token' } } },
      { name: 'ALSO', valueFrom: { secretKeyRef: { name: 'same', key: 'same' } } },
      { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      { name: 'PORT', value: '080' },
    ]);
  });
});

describe('probes', () => {
  it('come from a health check with its own delays', () => {
    expect(containerOf('  health_check: {command: [/bin/check, -v]}').livenessProbe).toEqual({
      exec: { command: ['/bin/check', '-v'] },
      initialDelaySeconds: 10,
      timeoutSeconds: 5,
    });
  });

  it('say what is written and leave the rest to Kubernetes', () => {
    const fields = `  readiness_probe:
    handler: {http_get: {path: /up, port: 8080, scheme: HTTPS, http_headers: [{name: X-Probe, value: "1"}]}}
    period_seconds: 20
  liveness_probe:
    handler: {tcp_socket: {port: 8080}}
    timeout_seconds: 0`;
    const { readinessProbe, livenessProbe } = containerOf(fields);
    expect(readinessProbe).toEqual({
      httpGet: { path: '/up', port: 8080, scheme: 'HTTPS', httpHeaders: [{ name: 'X-Probe', value: '1' }] },
      periodSeconds: 20,
    });
    expect(livenessProbe).toEqual({ tcpSocket: { port: 8080 } });
  });
});

describe('the pod', () => {
  it('has what the settings say', () => {
    const settings = '  environments: {node_selector: {role: minion}, pull_secrets: [registry]}\n';
    expect(podOf('', settings)).toMatchObject({
      nodeSelector: { role: 'minion' },
      imagePullSecrets: [{ name: 'registry' }],
      securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(podOf('')).not.toHaveProperty('nodeSelector');
  });

  it('has grace period, command, annotations, timeout and strategy', () => {
    const fields = `  graceperiod: 90
  command: [node, server.js]
  annotations: [{name: prometheus.io/scrape, value: true}]
  deployment: {timeout: 900}`;
    const found = deployment(fields);
    expect(found.template.spec.terminationGracePeriodSeconds).toBe(90);
    expect(found.template.spec.containers[0].command).toEqual(['node', 'server.js']);
    expect(found.template.metadata.annotations).toEqual({ 'prometheus.io/scrape': 'true' });
    expect(found.progressDeadlineSeconds).toBe(900);
    expect(found.strategy).toEqual({ type: 'RollingUpdate' });
  });

  it('keeps a number of pods of 0, and none beside an autoscaler', () => {
    expect(deployment('  replicas: 0').replicas).toBe(0);
    expect(deployment('  hpa: {min_replicas: 2, max_replicas: 4}')).not.toHaveProperty('replicas');
  });

  it('runs init containers, with the version of the service where they have none', () => {
    const fields = `  version: 1.2
  init_containers:
    - {name: prepare, application: tools, version: 3.0, command: [prepare], env: [{name: A, value: b}]}
    - {name: migrate, volumes: [{name: settings, path: /etc/settings, type: configmap}]}`;
    const pod = podOf(fields);
    expect(pod.initContainers).toEqual([
      {
        name: 'prepare',
        image: 'custom-registry/shop/tools:3.0',
        command: ['prepare'],
        env: [{ name: 'A', value: 'b' }],
      },
      {
        name: 'migrate',
        image: 'custom-registry/shop/migrate:1.2',
        volumeMounts: [{ name: 'settings', mountPath: '/etc/settings' }],
      },
    ]);
    expect(pod.volumes).toEqual([{ name: 'settings', configMap: { name: 'settings' } }]);
  });
});

describe('an autoscaler', () => {
  const metrics = (hpa: string) =>
    manifest(environmentOf(`- name: web\n  hpa: ${hpa}`), 'HorizontalPodAutoscaler', 'web').spec.metrics;

  it('aims at cpu, memory or a metric of the pods', () => {
    const bounds = 'min_replicas: 1, max_replicas: 3';
    expect(metrics(`{${bounds}}`)).toEqual([
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
      },
    ]);
    expect(
      metrics(`{${bounds}, metric: {name: memory, target_average_utilization: 90}}`)[0].resource,
    ).toEqual({
      name: 'memory',
      target: { type: 'Utilization', averageUtilization: 90 },
    });
    expect(metrics(`{${bounds}, metric: {name: requests, target_average_value: 500m}}`)).toEqual([
      {
        type: 'Pods',
        pods: { metric: { name: 'requests' }, target: { type: 'AverageValue', averageValue: '500m' } },
      },
    ]);
  });

  it('needs a value for a metric of the pods', () => {
    const { codes } = environmentOf(
      '- {name: web, hpa: {min_replicas: 1, max_replicas: 3, metric: {name: requests}}}',
    );
    expect(codes).toContain('kubernetes/metric-without-value');
  });
});

describe('a version', () => {
  it('must be legal as tag and as label', () => {
    for (const bad of ['1.0-', '_1', '1+2', 'x'.repeat(64)]) {
      expect(environmentOf(`- {name: web, version: "${bad}"}`).codes).toEqual(['kubernetes/version']);
    }
  });

  it('cannot hide in the text of a spec', () => {
    const env = (value: string) => environmentOf(`- {name: web, env: [{name: A, value: "${value}"}]}`).codes;
    expect(env(`x ${versionPlaceholder}`)).toEqual(['kubernetes/placeholder']);
    expect(env(versionPlaceholder.toLowerCase())).toEqual([]);
  });
});
