import type { Replacement } from '../edits/edited-specs.ts';

/** A value that the server refuses, and one beside it that it takes. */
export interface RefusedValue {
  readonly title: string;
  /** What makes of the shop a project that is right, and goes further than it otherwise would. */
  readonly near: readonly Replacement[];
  /** What makes of that one a project that the server would refuse. */
  readonly bad: readonly Replacement[];
  /** Where the value would stand in the object: its kind, its name, and a path in it. */
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  /** The value that would stand there; undefined for a field that goes. */
  readonly value: unknown;
  /** What the server says of it. */
  readonly says: RegExp;
}

const pod = 'spec/template/spec';
const first = `${pod}/containers/0`;

/** Returns a row about a text of a service. */
function service(
  title: string,
  [near, bad]: readonly [near: string, bad: string],
  [kind, name, path, value]: readonly [kind: string, name: string, path: string, value: unknown],
  says: RegExp,
): RefusedValue {
  const anchor = '      - name: worker\n';
  return {
    title,
    near: [['environments', anchor, `${anchor}        ${near}\n`]],
    bad: [['environments', near, bad]],
    kind,
    name,
    path,
    value,
    says,
  };
}

/** Returns a row about a text below `kubernetes` of the Jenkins. */
function controller(
  title: string,
  [near, bad]: readonly [near: string, bad: string],
  [kind, name, path, value]: readonly [kind: string, name: string, path: string, value: unknown],
  says: RegExp,
): RefusedValue {
  const anchor = '  kubernetes: {';
  return {
    title,
    near: [['jenkins', anchor, `${anchor}${near}, `]],
    bad: [['jenkins', near, bad]],
    kind,
    name,
    path,
    value,
    says,
  };
}

/** Returns a row about an entry of an environment's list of services. */
function entry(
  title: string,
  [near, bad]: readonly [near: string, bad: string],
  [kind, name, path, value]: readonly [kind: string, name: string, path: string, value: unknown],
  says: RegExp,
): RefusedValue {
  const anchor = '      - name: worker\n';
  return {
    title,
    near: [['environments', anchor, `      - ${near}\n${anchor}`]],
    bad: [['environments', near, bad]],
    kind,
    name,
    path,
    value,
    says,
  };
}

const toleration = 'kubernetes.tolerations';
const statefulSet = ['StatefulSet', 'jenkins', `${pod}/tolerations/0`] as const;
const entryOf = (rest: string) => `{name: payments, type: serviceentry, ${rest}}`;
const PORTS = 'service_entry_ports: [{number: 443, protocol: TLS, name: tls}]';
const long = 'a'.repeat(64);
const header = (name: string) =>
  `liveness_probe: {handler: {http_get: {path: /, port: 9000, http_headers: [{name: ${name}, value: x}]}}}`;
const metric = (name: string) =>
  `hpa: {min_replicas: 2, max_replicas: 4, metric: {name: ${name}, target_average_value: 500}}`;
const item = (path: string) =>
  `volumes: [{name: settings, path: /settings, type: configmap, items: [{key: k, path: ${path}}]}]`;
const claim = (rest: string) => `volumes: [{name: files, path: /files, ${rest}}]`;

/**
 * Values that have passed `check` and that a server refused. A row is one snippet. The near one is compiled and must be
 * taken; the server must refuse the near object with the bad value in it; and the bad snippet must be an error, or be
 * written in a form that the server takes.
 */
export const refusedValues: readonly RefusedValue[] = [
  controller(
    `${toleration}: Exists with a value`,
    ['tolerations: [{key: a, operator: Exists}]', 'tolerations: [{key: a, operator: Exists, value: b}]'],
    [...statefulSet, { key: 'a', operator: 'Exists', value: 'b' }],
    /value must be empty when `operator` is 'Exists'/,
  ),
  controller(
    `${toleration}: no key`,
    ['tolerations: [{operator: Exists}]', 'tolerations: [{value: b}]'],
    [...statefulSet, { value: 'b' }],
    /operator must be Exists when `key` is empty/,
  ),
  controller(
    `${toleration}: seconds without NoExecute`,
    [
      'tolerations: [{key: a, operator: Exists, effect: NoExecute, seconds: 5}]',
      'tolerations: [{key: a, operator: Exists, effect: NoSchedule, seconds: 5}]',
    ],
    [...statefulSet, { key: 'a', operator: 'Exists', effect: 'NoSchedule', tolerationSeconds: 5 }],
    /effect must be 'NoExecute' when `tolerationSeconds` is set/,
  ),
  controller(
    `${toleration}: a key that is no label name`,
    ['tolerations: [{key: a.b/c, value: d}]', 'tolerations: [{key: "a b", value: d}]'],
    [...statefulSet, { key: 'a b', value: 'd' }],
    /name part must consist of/,
  ),
  controller(
    `${toleration}: a value that is no label value`,
    ['tolerations: [{key: a, value: b-c}]', 'tolerations: [{key: a, value: "b c"}]'],
    [...statefulSet, { key: 'a', value: 'b c' }],
    /a valid label must be|must consist of alphanumeric/,
  ),
  controller(
    'kubernetes.node_selector: a key that is no label name',
    ['node_selector: {a-b: c}', 'node_selector: {"a b": c}'],
    ['StatefulSet', 'jenkins', `${pod}/nodeSelector`, { 'a b': 'c' }],
    /name part must consist of/,
  ),
  controller(
    'kubernetes.node_selector: a value that is no label value',
    ['node_selector: {a: b-c}', 'node_selector: {a: "b c"}'],
    ['StatefulSet', 'jenkins', `${pod}/nodeSelector`, { a: 'b c' }],
    /a valid label must be/,
  ),
  controller(
    'kubernetes.node_selector: a value of 64 letters',
    [`node_selector: {a: ${long.slice(1)}}`, `node_selector: {a: ${long}}`],
    ['StatefulSet', 'jenkins', `${pod}/nodeSelector`, { a: long }],
    /63/,
  ),
  controller(
    'kubernetes.resources: requests over limits',
    [
      'resources: {requests: {cpu: 1}, limits: {cpu: 2}}',
      'resources: {requests: {cpu: 5}, limits: {cpu: 1}}',
    ],
    ['StatefulSet', 'jenkins', `${first}/resources`, { requests: { cpu: '5' }, limits: { cpu: '1' } }],
    /must be less than or equal to cpu limit/,
  ),
  controller(
    'kubernetes.name: no room for the CronJob of backups',
    [
      `name: ${'c'.repeat(40)}, backup: {schedule: "0 3 * * *"}`,
      `name: ${'c'.repeat(52)}, backup: {schedule: "0 3 * * *"}`,
    ],
    ['CronJob', `${'c'.repeat(40)}-backup`, 'metadata/name', `${'c'.repeat(52)}-backup`],
    /no more than 52 characters/,
  ),
  controller(
    'kubernetes.storage.size: zero',
    ['storage: {size: 1Gi}', 'storage: {size: "0"}'],
    ['PersistentVolumeClaim', 'jenkins-home', 'spec/resources/requests/storage', '0'],
    /must be greater than zero/,
  ),
  {
    title: 'time_zone: no zone',
    near: [
      [
        'jenkins',
        '  kubernetes: {',
        '  time_zone: Europe/Berlin\n  kubernetes: {backup: {schedule: "0 3 * * *"}, ',
      ],
    ],
    bad: [['jenkins', 'Europe/Berlin', 'Mars/X']],
    kind: 'CronJob',
    name: 'jenkins-backup',
    path: 'spec/timeZone',
    value: 'Mars/X',
    says: /unknown time zone/,
  },
  {
    title: 'time_zone: Local',
    near: [
      [
        'jenkins',
        '  kubernetes: {',
        '  time_zone: Etc/UTC\n  kubernetes: {backup: {schedule: "0 3 * * *"}, ',
      ],
    ],
    bad: [['jenkins', 'Etc/UTC', 'Local']],
    kind: 'CronJob',
    name: 'jenkins-backup',
    path: 'spec/timeZone',
    value: 'Local',
    says: /must be an explicit|IANA|Local/,
  },
  {
    title: 'time_zone: an offset',
    near: [
      [
        'jenkins',
        '  kubernetes: {',
        '  time_zone: Etc/GMT+2\n  kubernetes: {backup: {schedule: "0 3 * * *"}, ',
      ],
    ],
    bad: [['jenkins', 'Etc/GMT+2', 'GMT+2']],
    kind: 'CronJob',
    name: 'jenkins-backup',
    path: 'spec/timeZone',
    value: 'GMT+2',
    says: /unknown time zone/,
  },
  {
    title: 'kubernetes.ingress.annotations: a key that is no label name',
    near: [['jenkins', 'ingress: {host', 'ingress: {annotations: {a.b/c: d}, host']],
    bad: [['jenkins', 'a.b/c: d', '"a b": d']],
    kind: 'Ingress',
    name: 'jenkins',
    path: 'metadata/annotations',
    value: { 'a b': 'd' },
    says: /name part must consist of/,
  },
  {
    title: 'apt.image: blanks around it',
    near: [
      ['jenkins', '  kubernetes: {', '  apt: {enabled: true, image: "example.com/apt:1"}\n  kubernetes: {'],
    ],
    bad: [['jenkins', '"example.com/apt:1"', '" example.com/apt:1 "']],
    kind: 'Deployment',
    name: 'jenkins-apt',
    path: `${first}/image`,
    value: ' example.com/apt:1 ',
    says: /leading or trailing whitespace/,
  },
  {
    title: 'a key of a credential that leads out',
    near: [
      [
        'jenkins',
        '  kubernetes: {',
        '  credentials: [{id: token, type: secret-text, secret: token, key: value}]\n  kubernetes: {',
      ],
    ],
    bad: [['jenkins', 'key: value', 'key: ".."']],
    kind: 'StatefulSet',
    name: 'jenkins',
    path: `${pod}/volumes/0`,
    value: {
      name: 'x',
      projected: { sources: [{ secret: { name: 'token', items: [{ key: '..', path: '..' }] } }] },
    },
    says: /must not contain '\.\.'/,
  },
  service(
    'a volume of size zero',
    [claim('size: 1Gi'), claim('size: "0"')],
    ['PersistentVolumeClaim', 'files', 'spec/resources/requests/storage', '0'],
    /must be greater than zero/,
  ),
  service(
    'ReadWriteOncePod among other modes',
    [
      claim('size: 1Gi, modes: ReadWriteOncePod'),
      claim('size: 1Gi, modes: "ReadWriteOncePod,ReadWriteOnce"'),
    ],
    ['PersistentVolumeClaim', 'files', 'spec/accessModes', ['ReadWriteOncePod', 'ReadWriteOnce']],
    /may not use ReadWriteOncePod with other access modes/,
  ),
  service(
    'a path of an item that leads out',
    [item('a/x'), item('../x')],
    ['Deployment', 'worker', `${pod}/volumes/0/configMap/items`, [{ key: 'k', path: '../x' }]],
    /must not contain '\.\.'/,
  ),
  service(
    'an absolute path of an item',
    [item('x'), item('/x')],
    ['Deployment', 'worker', `${pod}/volumes/0/configMap/items`, [{ key: 'k', path: '/x' }]],
    /must be a relative path/,
  ),
  service(
    'a header with a blank in its name',
    [header('X-A'), header('"a b"')],
    ['Deployment', 'worker', `${first}/livenessProbe/httpGet/httpHeaders`, [{ name: 'a b', value: 'x' }]],
    /a valid HTTP header must consist of/,
  ),
  service(
    'a metric with a slash',
    [metric('requests'), metric('a/b')],
    ['HorizontalPodAutoscaler', 'worker', 'spec/metrics/0/pods/metric/name', 'a/b'],
    /may not contain '\/'/,
  ),
  service(
    'a metric with a percent sign',
    [metric('requests'), metric('"a%b"')],
    ['HorizontalPodAutoscaler', 'worker', 'spec/metrics/0/pods/metric/name', 'a%b'],
    /may not contain '%'/,
  ),
  {
    title: 'a variable given twice',
    near: [['environments', '{name: B, value: "2"}', '{name: A2, value: "2"}']],
    bad: [['environments', '{name: A2, value: "2"}', '{name: A, value: "2"}']],
    kind: 'Deployment',
    name: 'web',
    path: `${first}/env`,
    value: [
      { name: 'A', value: '1' },
      { name: 'A', value: '2' },
    ],
    says: /duplicate entries for key/,
  },
  service(
    'requests over limits',
    ['requests: {cpu: 500m}', 'requests: {cpu: 5000m}'],
    ['Deployment', 'worker', `${first}/resources/requests`, { cpu: '5' }],
    /must be less than or equal to cpu limit/,
  ),
  entry(
    'a third-party service with a name of 64 letters',
    [`{name: ${long.slice(1)}, type: redis}`, `{name: ${long}, type: redis}`],
    ['Redis', long.slice(1), 'metadata/labels/name', long],
    /63/,
  ),
  entry(
    'a schedule with a blank behind a word',
    [
      '{name: tidy, type: cron, application: worker, version: 1.0.0, schedule: "@hourly"}',
      '{name: tidy, type: cron, application: worker, version: 1.0.0, schedule: "@hourly "}',
    ],
    ['CronJob', 'tidy', 'spec/schedule', '@hourly '],
    /unrecognized descriptor/,
  ),
  entry(
    'a schedule every hour with a blank',
    [
      '{name: tidy, type: cron, application: worker, version: 1.0.0, schedule: "@every 1h"}',
      '{name: tidy, type: cron, application: worker, version: 1.0.0, schedule: "@every 1h "}',
    ],
    ['CronJob', 'tidy', 'spec/schedule', '@every 1h '],
    /failed to parse|unknown unit/,
  ),
  entry(
    'a schedule on the seventh day',
    [
      '{name: tidy, type: cron, application: worker, version: 1.0.0, schedule: "0 3 * * 0"}',
      '{name: tidy, type: cron, application: worker, version: 1.0.0, schedule: "0 3 * * 7"}',
    ],
    ['CronJob', 'tidy', 'spec/schedule', '0 3 * * 7'],
    /above maximum/,
  ),
  entry(
    'a schedule of nothing',
    [
      '{name: tidy, type: cron, application: worker, version: 1.0.0, schedule: "*/15 * * * *"}',
      '{name: tidy, type: cron, application: worker, version: 1.0.0, schedule: "*/0 * * * *"}',
    ],
    ['CronJob', 'tidy', 'spec/schedule', '*/0 * * * *'],
    /step of range should be a positive number/,
  ),
  entry(
    'a service entry for every host',
    [
      entryOf(`hosts: [a.example.com], ${PORTS}, resolution: DNS`),
      entryOf(`hosts: ["*"], ${PORTS}, resolution: DNS`),
    ],
    ['ServiceEntry', 'payments', 'spec/hosts', ['*']],
    /hostname cannot be wildcard|wildcard/,
  ),
  entry(
    'a service entry without resolution and with endpoints',
    [
      entryOf(`hosts: [a.example.com], ${PORTS}, resolution: NONE`),
      entryOf(`hosts: [a.example.com], ${PORTS}, resolution: NONE, endpoints: [{address: 192.0.2.1}]`),
    ],
    ['ServiceEntry', 'payments', 'spec/endpoints', [{ address: '192.0.2.1' }]],
    /endpoints/i,
  ),
  entry(
    'a service entry with two endpoints that take turns by DNS',
    [
      entryOf(
        `hosts: [a.example.com], ${PORTS}, resolution: DNS_ROUND_ROBIN, endpoints: [{address: a.example.com}]`,
      ),
      entryOf(
        `hosts: [a.example.com], ${PORTS}, resolution: DNS_ROUND_ROBIN, endpoints: [{address: a.example.com}, {address: b.example.com}]`,
      ),
    ],
    [
      'ServiceEntry',
      'payments',
      'spec/endpoints',
      [{ address: 'a.example.com' }, { address: 'b.example.com' }],
    ],
    /DNS_ROUND_ROBIN/,
  ),
  entry(
    'a service entry with a port number twice',
    [
      entryOf(
        'hosts: [a.example.com], service_entry_ports: [{number: 443, protocol: TLS, name: a}, {number: 444, protocol: TLS, name: b}]',
      ),
      entryOf(
        'hosts: [a.example.com], service_entry_ports: [{number: 443, protocol: TLS, name: a}, {number: 443, protocol: TLS, name: b}]',
      ),
    ],
    [
      'ServiceEntry',
      'payments',
      'spec/ports',
      [
        { number: 443, protocol: 'TLS', name: 'a' },
        { number: 443, protocol: 'TLS', name: 'b' },
      ],
    ],
    /port number cannot be duplicated|[dD]uplicate/,
  ),
  entry(
    'a service entry with a port name twice',
    [
      entryOf(
        'hosts: [a.example.com], service_entry_ports: [{number: 443, protocol: TLS, name: a}, {number: 444, protocol: TLS, name: b}]',
      ),
      entryOf(
        'hosts: [a.example.com], service_entry_ports: [{number: 443, protocol: TLS, name: a}, {number: 444, protocol: TLS, name: a}]',
      ),
    ],
    [
      'ServiceEntry',
      'payments',
      'spec/ports',
      [
        { number: 443, protocol: 'TLS', name: 'a' },
        { number: 444, protocol: 'TLS', name: 'a' },
      ],
    ],
    /[dD]uplicate/,
  ),
  entry(
    'a service entry that is resolved by DNS and has a range of addresses',
    [
      entryOf(`hosts: [a.example.com], ${PORTS}, resolution: DNS, addresses: [192.0.2.1]`),
      entryOf(`hosts: [a.example.com], ${PORTS}, resolution: DNS, addresses: [192.0.2.0/24]`),
    ],
    ['ServiceEntry', 'payments', 'spec/addresses', ['192.0.2.0/24']],
    /CIDR/,
  ),
  entry(
    'a service entry with a socket that has ports',
    [
      entryOf(
        `hosts: [a.example.com], ${PORTS}, resolution: STATIC, endpoints: [{address: "unix:///run/a.sock"}]`,
      ),
      entryOf(
        `hosts: [a.example.com], ${PORTS}, resolution: STATIC, endpoints: [{address: "unix:///run/a.sock", ports: {tls: 8443}}]`,
      ),
    ],
    ['ServiceEntry', 'payments', 'spec/endpoints', [{ address: 'unix:///run/a.sock', ports: { tls: 8443 } }]],
    /UDS/,
  ),
];
