import { describe, expect, it } from 'vitest';
import { versionPlaceholder } from '../../../../compiler/model/kubernetes/kubernetes-object.ts';
import { environmentOf, lowerSpecs, manifest, manifests } from './lowered.ts';

describe('third-party services', () => {
  it('are resources of prsn.io with their options in their types', () => {
    const service =
      '- {name: db, type: mysql, version: 5.70, options: {size: 20, multiaz: false, tag: "1", nested: {a: [1, b]}}}';
    const lowered = environmentOf(service);
    expect(manifests(lowered)).toHaveLength(1);
    expect(manifest(lowered, 'Mysql', 'db')).toMatchObject({
      apiVersion: 'prsn.io/v1',
      metadata: { labels: { name: 'db', creator: 'pipeline' } },
      spec: { version: '5.70', options: { size: 20, multiaz: false, tag: '1', nested: { a: [1, 'b'] } } },
    });
  });

  it('can be Helm charts', () => {
    const service = `- name: logs
  type: helmchart
  version: 1.10
  chart: fluentd
  repo: https://charts.example.com
  values_content: "a: 1"
  set: {replicas: 2, enabled: true, name: x, ratio: 0.5}`;
    expect(manifest(environmentOf(service), 'HelmChart', 'logs')).toMatchObject({
      apiVersion: 'helm.kubedex.com/v1',
      spec: {
        chart: 'fluentd',
        repo: 'https://charts.example.com',
        version: '1.10',
        targetNamespace: 'shop-dev',
        valuesContent: 'a: 1',
        set: { replicas: 2, enabled: 'true', name: 'x', ratio: '0.5' },
      },
    });
    const nested = environmentOf('- {name: logs, type: helmChart, chart: a, set: {a: {b: 1}}}');
    expect(nested.codes).toEqual(['kubernetes/nested-chart-value']);
  });

  it('can be service entries of the mesh', () => {
    const service = `- name: partner
  type: serviceentry
  hosts: [api.example.com]
  service_entry_ports: [{number: 443, protocol: TLS}, {number: 80}]
  location: MESH_EXTERNAL
  resolution: DNS
  endpoints: [{address: 192.0.2.10, ports: {tls-443: 8443}, labels: {v: "1"}}]
  export_to: ["."]`;
    expect(manifest(environmentOf(service), 'ServiceEntry', 'partner')).toMatchObject({
      apiVersion: 'networking.istio.io/v1',
      spec: {
        hosts: ['api.example.com'],
        ports: [
          { number: 443, protocol: 'TLS', name: 'tls-443' },
          { number: 80, name: 'tcp-80' },
        ],
        location: 'MESH_EXTERNAL',
        resolution: 'DNS',
        endpoints: [{ address: '192.0.2.10', ports: { 'tls-443': 8443 }, labels: { v: '1' } }],
        exportTo: ['.'],
      },
    });
    const codes = (fields: string) => environmentOf(`- {name: partner, type: serviceentry, ${fields}}`).codes;
    expect(codes('options: {a: 1}, hosts: [a.example.com]')).toEqual(['kubernetes/entry-option']);
    expect(codes('location: MESH_EXTERNAL')).toEqual(['kubernetes/entry-without-host']);
  });

  it('report fields that mean nothing for them', () => {
    const messages = (service: string) => environmentOf(service).messages;
    expect(messages('- {name: db, type: mysql, replicas: 2, port: 3306}')).toEqual([
      'warning kubernetes/unused-field: `port` has no effect on a service of type `mysql`',
      'warning kubernetes/unused-field: `replicas` has no effect on a service of type `mysql`',
    ]);
    expect(messages('- {name: web, chart: a}')).toEqual([
      'warning kubernetes/unused-field: `chart` has no effect on a service without a type',
    ]);
    expect(messages('- {name: job, type: cron, schedule: "0 * * * *", ssl: true}')).toEqual([
      'warning kubernetes/unused-field: `ssl` has no effect on a service of type `cron`',
    ]);
  });
});

describe('cron jobs', () => {
  it('keep options in the types of YAML 1.1, as the engines read them', () => {
    const options =
      '{multi_az: yes, open: Off, mode: 0644, size: 1_000, mask: 0x3E8, low: -0b11, text: "yes", old: 0o7}';
    const more = '{version: 1.10, port: 5432, share: 0.5, big: 99999999999999999999, n: n, none: 0888}';
    const made = environmentOf(`- {name: db, type: mysql, options: {...: ${options}, more: ${more}}}`);
    expect(manifest(made, 'Mysql', 'db').spec.options).toEqual({
      '...': {
        multi_az: true,
        open: false,
        mode: 420,
        size: 1000,
        mask: 1000,
        low: -3,
        text: 'yes',
        old: '0o7',
      },
      more: { version: '1.10', port: 5432, share: 0.5, big: '99999999999999999999', n: 'n', none: '0888' },
    });
  });

  it('have a schedule without blanks around it', () => {
    for (const fields of ['schedule: "@every 1h "', 'options: {schedule: " @every 1h"}']) {
      const made = environmentOf(`- {name: clean, type: cron, application: tools, ${fields}}`);
      expect(made.codes).toEqual([]);
      expect(manifest(made, 'CronJob', 'clean').spec.schedule).toBe('@every 1h');
    }
  });

  it('run the image of the project at their schedule, and await its version', () => {
    const lowered = environmentOf(
      '- {name: clean, type: cron, schedule: "0 3 * * *", application: tools, command: [clean, --all]}',
    );
    const { spec } = manifest(lowered, 'CronJob', 'clean');
    expect(spec.schedule).toBe('0 3 * * *');
    expect(spec.jobTemplate.spec.template.spec).toMatchObject({
      restartPolicy: 'OnFailure',
      containers: [
        {
          name: 'clean',
          image: `custom-registry/shop/tools:${versionPlaceholder}`,
          command: ['clean', '--all'],
        },
      ],
    });
    const [rollout] = lowered.environments[0]?.services[0]?.rollouts ?? [];
    expect(rollout).toMatchObject({ resource: 'cronjob', appliedBy: 'deploy', awaitsVersion: true });
  });

  it('read the options of the operator', () => {
    const service = `- name: clean
  type: cron
  options:
    name: test
    schedule: "0 * * * *"
    image: hello-world
    tag: latest
    failedJobsHistoryLimit: "1"
    successfulJobsHistoryLimit: 3
    restartPolicy: Never
    suspend: "True"
    backoffLimit: 0`;
    const lowered = environmentOf(service);
    expect(lowered.codes).toEqual([]);
    const { spec } = manifest(lowered, 'CronJob', 'clean');
    expect(spec).toMatchObject({ failedJobsHistoryLimit: 1, successfulJobsHistoryLimit: 3, suspend: true });
    expect(spec.jobTemplate.spec.backoffLimit).toBe(0);
    expect(spec.jobTemplate.spec.template.spec).toMatchObject({
      restartPolicy: 'Never',
      containers: [{ name: 'test', image: 'hello-world:latest' }],
    });
    const [rollout] = lowered.environments[0]?.services[0]?.rollouts ?? [];
    expect(rollout).toMatchObject({ appliedBy: 'service-manage', awaitsVersion: false });
  });

  it('keep an image that has its tag or digest', () => {
    const image = (options: string) =>
      manifest(
        environmentOf(`- {name: clean, type: cron, schedule: "0 * * * *", options: {${options}}}`),
        'CronJob',
        'clean',
      ).spec.jobTemplate.spec.template.spec.containers[0].image;
    expect(image('image: "localhost:5000/a/b"')).toBe('localhost:5000/a/b:latest');
    expect(image('image: "a/b:1.2"')).toBe('a/b:1.2');
    expect(image('image: "a/b", tag: 1.10')).toBe('a/b:1.10');
  });

  it('report what they cannot read', () => {
    const codes = (fields: string) => environmentOf(`- {name: clean, type: cron, ${fields}}`).codes;
    expect(codes('version: 1.0')).toContain('kubernetes/no-schedule');
    expect(codes('schedule: "0 * * * *", options: {shedule: x}')).toEqual(['kubernetes/unknown-cron-option']);
    expect(codes('schedule: "0 * * * *", options: {backoffLimit: few}')).toEqual([
      'kubernetes/bad-cron-option',
    ]);
    expect(codes('schedule: "0 * * * *", options: {suspend: [true]}')).toEqual([
      'kubernetes/bad-cron-option',
    ]);
  });
});

describe('several environments', () => {
  const two = (first: string, second: string) =>
    lowerSpecs({
      environments: `project: shop\nenvironments:\n  - {name: A, namespace: ns, services: [${first}]}\n  - {name: B, namespace: ns, services: [${second}]}\n`,
    }).codes;

  it('may share a namespace, but no objects', () => {
    expect(two('{name: web}', '{name: api}')).toEqual([]);
    expect(two('{name: web}', '{name: web}')).toContain('kubernetes/same-object');
  });

  it('may share claims that are described alike', () => {
    const mounting = (name: string, size: string) =>
      `{name: ${name}, volumes: [{name: data, path: /data, size: ${size}}]}`;
    expect(two(mounting('web', '1Gi'), mounting('api', '1Gi'))).toEqual([]);
    expect(two(mounting('web', '1Gi'), mounting('api', '2Gi'))).toEqual(['kubernetes/same-object']);
  });

  it('have Namespaces only where the settings ask for them', () => {
    const of = (jenkins: string) =>
      manifests(environmentOf('', '', jenkins)).map(({ kind, metadata }) => [kind, metadata.name]);
    expect(of('')).toEqual([]);
    expect(of('  environments: {create_namespaces: true}\n')).toEqual([['Namespace', 'shop-dev']]);
  });
});

describe('a kind that no cluster has by itself', () => {
  const environments = `project: shop
environments:
  - {name: dev, services: [{name: db, type: postgres}, {name: other, type: Postgres}, {name: web, port: 80, hpa: {min_replicas: 1}}]}
  - {name: prd, services: [{name: main, type: postgres}, {name: partner, type: serviceentry, hosts: [a.example.com]}]}
`;
  const told = (declared: string) =>
    lowerSpecs({
      environments,
      jenkins: `project: shop\njenkins: {environments: {custom_resources: [${declared}]}}\n`,
    }).messages.filter((message) => message.includes('kubernetes/custom-resource'));

  it('is told about once, with all that needs it', () => {
    expect(told('')).toEqual([
      expect.stringContaining('`ServiceEntry` of `networking.istio.io/v1` is no kind'),
      expect.stringMatching(/`Postgres` of `prsn.io\/v1` .* for `db`, `main`, `other`$/),
    ]);
  });

  it('is told about together with the others of its group', () => {
    const { messages, labels } = lowerSpecs({
      environments: `project: shop
environments:
  - {name: dev, services: [{name: queue, type: sqs}, {name: db, type: mysql}, {name: log, type: kafka}]}
  - {name: prd, services: [{name: main, type: mysql}]}
`,
    });
    expect(messages.filter((message) => message.includes('kubernetes/custom-resource'))).toEqual([
      expect.stringMatching(
        /`Kafka`, `Mysql`, `Sqs` of `prsn.io\/v1` are no kinds .* their definitions for `db`, `log`, `main`, `queue`$/,
      ),
    ]);
    expect(labels).toEqual(['environments.bitesize: `Mysql`', 'environments.bitesize: `Kafka`']);
  });

  it.each([
    ['prsn.io', 'ServiceEntry'],
    ['serviceentry.networking.istio.io', 'Postgres'],
  ])('is known where the settings say %s', (declared, left) => {
    expect(told(declared)).toEqual([expect.stringContaining(`\`${left}\``)]);
  });
});
