import type { StoredObject } from '../api/objects.ts';
import type { Specs } from '../project/write-project.ts';
import type { Replacement } from './edited-specs.ts';
import { colouredShop, shop } from './shop.ts';

/** Returns an object of the environment after the edit, or undefined. */
export type Lookup = (kind: string, name: string, namespace?: string) => StoredObject | undefined;

/** A change of a spec, and what has to come of it on a cluster where the old state runs. */
export interface Edit {
  readonly title: string;
  readonly before?: Specs;
  readonly edit: readonly Replacement[];
  /** What the jobs print when the server refuses it; it applies without. */
  readonly refused?: RegExp;
  /** What a risk line of `bitesize diff` says; it has none without. */
  readonly risk?: RegExp;
  /** What is looked up on the server afterwards, by name; it must be what `expected` says. */
  readonly after?: (find: Lookup) => Readonly<Record<string, unknown>>;
  readonly expected?: Readonly<Record<string, unknown>>;
}

const at = (object: StoredObject | undefined, path: string): unknown =>
  path
    .split('/')
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], object);

const container = (find: Lookup, name: string): unknown =>
  at(find('Deployment', name), 'spec/template/spec/containers/0');

const variables = (find: Lookup, name: string): unknown =>
  (at(container(find, name) as StoredObject | undefined, 'env') as readonly { readonly name: string }[]).map(
    (variable) => variable.name,
  );

/** Edits that any team makes sooner or later. */
export const edits: readonly Edit[] = [
  // Variables
  {
    title: 'a variable with another value',
    edit: [['environments', 'name: A, value: "1"', 'name: A, value: "10"']],
    after: (find) => ({ env: at(container(find, 'web') as StoredObject, 'env/0/value') }),
    expected: { env: '10' },
  },
  {
    title: 'a variable more',
    edit: [
      [
        'environments',
        '- {name: B, value: "2"}',
        '- {name: B, value: "2"}\n          - {name: C, value: "3"}',
      ],
    ],
    after: (find) => ({ env: variables(find, 'web') }),
    expected: { env: ['A', 'B', 'C', 'PASSWORD'] },
  },
  {
    title: 'a variable less',
    edit: [['environments', '          - {name: B, value: "2"}\n', '']],
    after: (find) => ({ env: variables(find, 'web') }),
    expected: { env: ['A', 'PASSWORD'] },
  },
  {
    title: 'variables in another order',
    edit: [
      ['environments', '- {name: A, value: "1"}', '- {name: X, value: "1"}'],
      ['environments', '- {name: B, value: "2"}', '- {name: A, value: "1"}'],
      ['environments', '- {name: X, value: "1"}', '- {name: B, value: "2"}'],
    ],
    after: (find) => ({ env: variables(find, 'web') }),
    expected: { env: ['B', 'A', 'PASSWORD'] },
  },
  {
    title: 'a value that becomes a Secret',
    edit: [['environments', '{name: A, value: "1"}', '{secret: A, value: web/a}']],
    after: (find) => ({ a: at(container(find, 'web') as StoredObject, 'env/0/valueFrom/secretKeyRef/key') }),
    expected: { a: 'a' },
  },
  {
    title: 'a Secret that becomes a value',
    edit: [['environments', '{secret: PASSWORD, value: web/password}', '{name: PASSWORD, value: none}']],
    after: (find) => ({ a: at(container(find, 'web') as StoredObject, 'env/2') }),
    expected: { a: { name: 'PASSWORD', value: 'none' } },
  },
  {
    title: 'a variable from a field of the pod',
    edit: [['environments', '{name: A, value: "1"}', '{name: A, pod_field: status.podIP}']],
  },
  {
    title: 'no variables at all',
    edit: [['environments', '        env:\n          - {name: QUEUE, value: queue}\n', '']],
    after: (find) => ({ env: at(container(find, 'worker') as StoredObject, 'env') }),
    expected: { env: undefined },
  },
  // Replicas and autoscaling
  {
    title: 'more replicas',
    edit: [['environments', 'replicas: 4', 'replicas: 6']],
    after: (find) => ({ replicas: at(find('Deployment', 'web'), 'spec/replicas') }),
    expected: { replicas: 6 },
  },
  {
    title: 'fewer replicas',
    edit: [['environments', 'replicas: 4', 'replicas: 2']],
    after: (find) => ({ replicas: at(find('Deployment', 'web'), 'spec/replicas') }),
    expected: { replicas: 2 },
  },
  {
    title: 'no replicas',
    edit: [['environments', 'replicas: 4', 'replicas: 0']],
    risk: /replicas|no pods?|0 pods/i,
  },
  {
    title: 'an autoscaler in place of a number keeps the pods that run',
    edit: [
      [
        'environments',
        'replicas: 4',
        'hpa: {min_replicas: 4, max_replicas: 8, metric: {name: cpu, target_average_utilization: 75}}',
      ],
    ],
    risk: /horizontalpodautoscalers/,
    after: (find) => ({ replicas: at(find('Deployment', 'web'), 'spec/replicas') }),
    expected: { replicas: 4 },
  },
  // Images and versions
  {
    title: 'a newer pinned version',
    edit: [['environments', 'version: 3.8.0', 'version: 3.9.0']],
  },
  {
    title: 'an older pinned version',
    edit: [['environments', 'version: 3.8.0', 'version: 3.7.0']],
    risk: /3\.7\.0|older|back/,
  },
  {
    title: 'a service that gets a version',
    edit: [['environments', '- name: worker\n', '- name: worker\n        version: 2.0.0\n']],
  },
  {
    title: 'a service that loses its version',
    edit: [['environments', '        version: 3.8.0\n', '']],
  },
  {
    title: 'another application',
    edit: [['environments', '- name: worker\n', '- name: worker\n        application: web\n']],
  },
  // Ports and addresses
  {
    title: 'another port',
    edit: [['environments', '        port: 8080\n', '        port: 9090\n']],
    after: (find) => ({ ports: at(find('Service', 'web'), 'spec/ports/length') }),
    expected: { ports: 1 },
  },
  {
    title: 'a second port',
    edit: [['environments', '        port: 8080\n', '        ports: "8080,8081"\n']],
    after: (find) => ({ ports: at(find('Service', 'web'), 'spec/ports/length') }),
    expected: { ports: 2 },
  },
  {
    title: 'another protocol',
    edit: [['environments', 'port: 5672\n', 'port: 5672\n        protocol: udp\n']],
  },
  {
    title: 'a host more',
    edit: [
      [
        'environments',
        '[www.example.com, shop.example.com]',
        '[www.example.com, shop.example.com, m.example.com]',
      ],
    ],
    after: (find) => ({ hosts: at(find('Ingress', 'web'), 'spec/rules/length') }),
    expected: { hosts: 3 },
  },
  {
    title: 'a host less',
    edit: [['environments', '[www.example.com, shop.example.com]', '[www.example.com]']],
    risk: /shop\.example\.com/,
    after: (find) => ({ hosts: at(find('Ingress', 'web'), 'spec/rules/length') }),
    expected: { hosts: 1 },
  },
  {
    title: 'another host',
    edit: [['environments', 'shop.example.com', 'store.example.com']],
    risk: /shop\.example\.com/,
  },
  {
    title: 'TLS switched off',
    edit: [['environments', 'ssl: true', 'ssl: false']],
    risk: /TLS|plain|HTTPS/i,
    after: (find) => ({ tls: at(find('Ingress', 'web'), 'spec/tls') }),
    expected: { tls: undefined },
  },
  { title: 'HTTPS alone', edit: [['environments', 'ssl: true', 'ssl: true\n        httpsOnly: true']] },
  {
    title: 'a service that is reachable from outside no more',
    edit: [['environments', '        external_url: [www.example.com, shop.example.com]\n', '']],
    risk: /www\.example\.com|Ingress/,
  },
  {
    title: 'a service that becomes reachable from outside',
    edit: [
      [
        'environments',
        '        port: 9000\n',
        '        port: 9000\n        external_url: worker.example.com\n',
      ],
    ],
  },
  // Pods
  { title: 'another limit', edit: [['environments', 'memory: 1Gi}', 'memory: 2Gi}']] },
  {
    title: 'no requests',
    edit: [['environments', '        requests: {cpu: 100m, memory: 256Mi}\n', '']],
  },
  {
    title: 'another probe',
    edit: [['environments', '{http_get: {path: /health, port: 8080}}', '{tcp_socket: {port: 8080}}']],
    after: (find) => ({ get: at(container(find, 'web') as StoredObject, 'livenessProbe/httpGet') }),
    expected: { get: undefined },
  },
  { title: 'another period', edit: [['environments', 'period_seconds: 15', 'period_seconds: 30']] },
  {
    title: 'no probe',
    edit: [
      [
        'environments',
        '        liveness_probe:\n          handler: {http_get: {path: /health, port: 8080}}\n          period_seconds: 15\n',
        '',
      ],
    ],
    after: (find) => ({ probe: at(container(find, 'web') as StoredObject, 'livenessProbe') }),
    expected: { probe: undefined },
  },
  {
    title: 'a command',
    edit: [['environments', '- name: worker\n', '- name: worker\n        command: [/srv/work.sh, --fast]\n']],
  },
  {
    title: 'an annotation less',
    edit: [
      ['environments', '        annotations:\n          - {name: prometheus.io/scrape, value: "true"}\n', ''],
    ],
  },
  {
    title: 'a grace period',
    edit: [['environments', '- name: worker\n', '- name: worker\n        graceperiod: 90\n']],
  },
  {
    title: 'a longer time to roll out',
    edit: [['environments', 'timeout: 60', 'timeout: 600']],
    after: (find) => ({ deadline: at(find('Deployment', 'web'), 'spec/progressDeadlineSeconds') }),
    expected: { deadline: 600 },
  },
  {
    title: 'an init container',
    edit: [
      [
        'environments',
        '- name: worker\n',
        '- name: worker\n        init_containers: [{name: migrate, application: worker, version: 1.0.0, command: [/srv/migrate.sh]}]\n',
      ],
    ],
  },
  // Volumes
  {
    title: 'one pod with a disk, which goes before the next one comes',
    edit: [['environments', 'replicas: 4', 'replicas: 1']],
    risk: /ends the old pod before the new one starts/,
    after: (find) => ({ strategy: at(find('Deployment', 'web'), 'spec/strategy') }),
    expected: { strategy: { type: 'Recreate' } },
  },
  {
    title: 'a disk for a service whose version the spec names',
    edit: [
      [
        'environments',
        'version: 3.8.0\n',
        'version: 3.8.0\n        volumes: [{name: queue, path: /q, modes: ReadWriteOnce, size: 1Gi, type: ebs}]\n',
      ],
    ],
    risk: /ends the old pod before the new one starts/,
    after: (find) => ({ strategy: at(find('Deployment', 'queue'), 'spec/strategy') }),
    expected: { strategy: { type: 'Recreate' } },
  },
  {
    title: 'more pods than one again',
    before: {
      ...shop,
      'environments.bitesize': (shop['environments.bitesize'] ?? '').replace('replicas: 4', 'replicas: 1'),
    },
    edit: [['environments', 'replicas: 1', 'replicas: 4']],
    after: (find) => ({ strategy: at(find('Deployment', 'web'), 'spec/strategy/type') }),
    expected: { strategy: 'RollingUpdate' },
  },
  {
    title: 'a larger claim of a class that does not grow',
    edit: [['environments', 'size: 5Gi', 'size: 10Gi']],
    refused: /resize/,
    risk: /grow|resize|expan|larger/i,
  },
  {
    title: 'a smaller claim',
    edit: [['environments', 'size: 5Gi', 'size: 1Gi']],
    refused: /field can not be less than|Forbidden/,
    risk: /data/,
  },
  {
    title: 'other modes of a claim',
    edit: [['environments', 'modes: ReadWriteOnce', 'modes: ReadWriteMany']],
    refused: /immutable/,
    risk: /data/,
  },
  {
    title: 'another class of a claim',
    edit: [['environments', 'type: ebs}', 'type: efs}']],
    refused: /immutable/,
    risk: /data/,
  },
  {
    title: 'another name of a claim',
    edit: [['environments', '{name: data,', '{name: files,']],
    risk: /data/,
    after: (find) => ({
      old: find('PersistentVolumeClaim', 'data') !== undefined,
      new: find('PersistentVolumeClaim', 'files') !== undefined,
    }),
    expected: { old: true, new: true },
  },
  {
    title: 'a volume less',
    edit: [
      [
        'environments',
        '          - {name: data, path: /data, modes: ReadWriteOnce, size: 5Gi, type: ebs}\n',
        '',
      ],
    ],
    risk: /data/,
    after: (find) => ({
      mounts: at(container(find, 'web') as StoredObject, 'volumeMounts/length'),
      claim: find('PersistentVolumeClaim', 'data') !== undefined,
    }),
    expected: { mounts: 1, claim: true },
  },
  {
    title: 'a volume more',
    edit: [
      ['environments', 'type: ebs}\n', 'type: ebs}\n          - {name: cache, path: /cache, size: 1Gi}\n'],
    ],
  },
  { title: 'a volume elsewhere', edit: [['environments', 'path: /data', 'path: /srv/data']] },
  {
    title: 'another content of a ConfigMap',
    edit: [['settings', 'blue', 'green']],
    risk: /restart/,
    after: (find) => ({ data: at(find('ConfigMap', 'settings'), 'data') }),
    expected: { data: { 'settings.properties': 'colour=green\n' } },
  },
  // Resources of other kinds
  {
    title: 'a newer database',
    edit: [['environments', 'version: "16"', 'version: "17"']],
    after: (find) => ({ version: at(find('Postgres', 'db'), 'spec/version') }),
    expected: { version: '17' },
  },
  {
    title: 'an older database',
    edit: [['environments', 'version: "16"', 'version: "15"']],
    risk: /from 16 back to 15/,
  },
  { title: 'a larger database', edit: [['environments', 'storage: 20', 'storage: 40']] },
  {
    title: 'an option less',
    edit: [['environments', 'options: {storage: 20}', 'options: {multi_az: true}']],
    after: (find) => ({ options: at(find('Postgres', 'db'), 'spec/options') }),
    expected: { options: { multi_az: true } },
  },
  {
    title: 'a database less',
    edit: [
      ['environments', '      - {name: db, type: postgres, version: "16", options: {storage: 20}}\n', ''],
    ],
    risk: /db|data/,
    after: (find) => ({ there: find('Postgres', 'db') !== undefined }),
    expected: { there: true },
  },
  {
    title: 'another schedule',
    edit: [['environments', '"15 3 * * *"', '"45 4 * * 1-5"']],
    after: (find) => ({ schedule: at(find('CronJob', 'report'), 'spec/schedule') }),
    expected: { schedule: '45 4 * * 1-5' },
  },
  {
    title: 'another command of a CronJob',
    edit: [['environments', '[/srv/report.sh]', '[/srv/report.sh, --all]']],
  },
  // Names
  {
    title: 'another name of a service',
    edit: [['environments', '- name: worker\n', '- name: helper\n        application: worker\n']],
    risk: /worker/,
    after: (find) => ({ new: find('Service', 'helper') !== undefined }),
    expected: { new: true },
  },
  {
    title: 'a service less',
    edit: [['environments', '      - name: queue\n        port: 5672\n        version: 3.8.0\n', '']],
    risk: /queue\.shop-dev/,
  },
  {
    title: 'another name of the environment',
    edit: [['environments', 'name: Development', 'name: Integration']],
    risk: /builds of `Development-deploy` are deleted/,
  },
  {
    title: 'another namespace',
    edit: [['environments', 'namespace: shop-dev', 'namespace: shop-int']],
    risk: /shop-dev|data/,
    after: (find) => ({ there: find('Service', 'web', 'shop-int') !== undefined }),
    expected: { there: true },
  },
  // Blue/green
  {
    title: 'blue/green for what runs keeps a Deployment behind its Service',
    edit: [['environments', 'method: rolling-upgrade', 'method: bluegreen, active: blue']],
    risk: /traffic|pods/,
  },
  {
    title: 'no blue/green any more',
    before: colouredShop,
    edit: [['environments', 'method: bluegreen, active: blue', 'method: rolling-upgrade']],
    risk: /traffic|pods/,
  },
  {
    title: 'the other colour',
    before: colouredShop,
    edit: [['environments', 'active: blue', 'active: green']],
    risk: /traffic|pods/,
    after: (find) => ({ selector: at(find('Service', 'web'), 'spec/selector/name') }),
    expected: { selector: 'web-green' },
  },
  // Jenkins
  {
    title: 'another registry',
    edit: [['jenkins', 'push: registry.example.com', 'push: images.example.com/shop']],
  },
  {
    title: 'services that operators of a mesh look after',
    edit: [['environments', 'ssl: true', 'service_mesh: enable']],
    risk: /networking\.istio\.io\/gateways/,
  },
];
