import { describe, expect, it } from 'vitest';
import { controllerOf } from '../../lower/controller/lowered.ts';
import { environmentOf } from '../../lower/kubernetes/lowered.ts';
import { findingsOf, service } from '../findings.ts';

/*
 * Values that a real API server (1.37) refused, and those beside them that it takes. Each one is said where it stands.
 */

const settings = (text: string) => findingsOf({ jenkins: `project: shop\njenkins: {${text}}\n` });
const kubernetes = (text: string) => settings(`kubernetes: {${text}}`);
const web = (text: string) => findingsOf({ environments: service(text) });
const long = 'x'.repeat(64);

describe('tolerations', () => {
  it.each([
    '{operator: Exists}',
    '{key: a, operator: Exists, effect: NoSchedule}',
    '{key: example.com/a, value: "", effect: NoExecute, seconds: 0}',
  ])('%s', (text) => expect(kubernetes(`tolerations: [${text}]`)).toEqual([]));

  it.each([
    ['{key: a, operator: Exists, value: b}', 'check/toleration b'],
    ['{value: b}', 'check/toleration b'],
    ['{effect: NoSchedule}', 'check/toleration {effect: NoSchedule}'],
    ['{key: a, effect: NoSchedule, seconds: 5}', 'check/toleration 5'],
    ['{key: a, seconds: 5}', 'check/toleration 5'],
    ['{key: "a b"}', 'check/kubernetes-label "a b"'],
    ['{key: a, value: "b c"}', 'check/kubernetes-label "b c"'],
  ])('%s is refused', (text, finding) => expect(kubernetes(`tolerations: [${text}]`)).toEqual([finding]));
});

describe('labels to select by, and annotations', () => {
  it.each(['a: b', 'a: ""', 'example.com/a_b.c: B-1', `${'x'.repeat(63)}: ${'x'.repeat(63)}`])('%s', (text) =>
    expect(kubernetes(`node_selector: {${text}}`)).toEqual([]),
  );

  it.each([
    '"a b": c',
    'a: "b c"',
    `a: ${long}`,
    `${long}: a`,
    'a/b/c: d',
    'a..b/c: d',
    'A.b/c: d',
    'a-: b',
    'a: -b',
  ])('%s is none', (text) => {
    const found = kubernetes(`node_selector: {${text}}`).map((finding) => finding.split(' ')[0]);
    expect(found).toEqual(['check/kubernetes-label']);
    expect(settings(`environments: {node_selector: {${text}}}`)).toHaveLength(1);
    expect(settings(`environments: {mesh_selector: {${text}}}`)).toHaveLength(1);
  });

  it('of an Ingress may have capital letters before the slash, as the server has it', () => {
    const annotations = (text: string) =>
      kubernetes(`ingress: {host: a.example.com, annotations: {${text}}}`);
    expect(annotations('A.example.com/b: "any text"')).toEqual([]);
    expect(annotations('"a b": c')).toEqual(['check/kubernetes-label c']);
  });
});

describe('amounts', () => {
  it.each([
    ['resources: {requests: {cpu: 5}, limits: {cpu: 1}}', 'check/request-over-limit 5'],
    ['resources: {requests: {memory: 5}}', 'check/quantity-unit 5'],
    ['storage: {size: "0"}', 'check/storage-size "0"'],
    ['backup: {size: 0Gi}', 'check/storage-size 0Gi'],
  ])('of the controller: %s', (text, finding) => expect(kubernetes(text)).toEqual([finding]));

  it('of claims are not 0', () => {
    expect(settings('apt: {size: 0}')).toEqual(['check/storage-size 0']);
    expect(web('volumes: [{name: d, path: /d, size: 0}]')).toEqual(['check/storage-size 0']);
    expect(web('init_containers: [{name: a, volumes: [{name: d, path: /d, size: 0.0}]}]')).toEqual([
      'check/storage-size 0.0',
    ]);
  });
});

describe('time zones', () => {
  it.each(['UTC', 'Europe/Berlin', 'US/Pacific', 'Etc/GMT+2', 'America/Argentina/Buenos_Aires'])(
    '%s',
    (zone) => expect(settings(`time_zone: ${zone}`)).toEqual([]),
  );

  it.each(['Mars/X', 'Local', 'GMT+2', 'europe/berlin', 'Factory'])('%s is none', (zone) => {
    expect(settings(`time_zone: ${zone}`)).toEqual([`check/time-zone ${zone}`]);
    const cron = `type: cron\nschedule: "0 3 * * 1"\noptions: {timeZone: ${zone}}`;
    expect(web(cron)).toEqual([`check/time-zone ${zone}`]);
  });
});

describe('keys of Secrets', () => {
  const credential = (key: string) =>
    settings(`credentials: [{id: a, type: secret-text, secret: {name: b, key: "${key}"}}]`);

  it.each(['.', '..', '..data'])('are not %s', (key) => {
    expect(web(`env: [{secret: A, value: "web-db/${key}"}]`)).toEqual([
      `check/secret-reference "web-db/${key}"`,
    ]);
    expect(credential(key).join()).toContain('"');
  });

  it('may begin with one dot', () => {
    expect(web('env: [{secret: A, value: web-db/.pgpass}]')).toEqual([]);
  });
});

describe('mounted keys', () => {
  const items = (text: string) => web(`volumes: [{name: d, path: /d, type: secret, items: [${text}]}]`);

  it('are files below the volume', () => {
    expect(items('{key: k, path: a/b}, {key: k, path: c..d}')).toEqual([]);
  });

  it.each([
    ['{key: k, path: ../x}', 'check/volume-item ../x'],
    ['{key: k, path: a/../x}', 'check/volume-item a/../x'],
    ['{key: k, path: ..x}', 'check/volume-item ..x'],
    ['{key: k, path: /x}', 'check/volume-item /x'],
    ['{key: k, path: x}, {key: l, path: x}', 'check/volume-item x'],
    ['{key: "a b", path: x}', 'check/volume-item "a b"'],
  ])('%s is refused', (text, finding) => expect(items(text)).toEqual([finding]));
});

describe('probes', () => {
  const probe = (more: string, header = 'X-A') =>
    web(
      `liveness_probe:\n  handler: {http_get: {port: 80, http_headers: [{name: ${header}, value: a}]}}\n${more}`,
    );

  it('may wait for no time before the first question', () => {
    expect(probe('  initial_delay_seconds: 0')).toEqual([]);
  });

  it.each(['timeout_seconds', 'period_seconds', 'success_threshold', 'failure_threshold'])(
    '%s is not 0',
    (field) => expect(probe(`  ${field}: 0`)).toEqual(['check/probe-zero 0']),
  );

  it.each(['"X A"', '"X:"', 'X_A'])('have no header %s', (header) => {
    expect(probe('', header)).toEqual([`check/header-name ${header}`]);
  });
});

describe('metrics of autoscalers', () => {
  const metric = (text: string) => web(`hpa: {min_replicas: 1, max_replicas: 2, metric: {${text}}}`);

  it.each([
    ['name: a/b, target_average_value: 1', 'check/metric-name a/b'],
    ['name: "a%b", target_average_value: 1', 'check/metric-name "a%b"'],
    ['name: ..., target_average_value: 0', 'check/metric-value 0'],
  ])('%s', (text, finding) => expect(metric(text)).toEqual([finding]));
});

describe('schedules of Kubernetes', () => {
  const schedule = (text: string) => web(`type: cron\nschedule: "${text}"`);

  it.each(['@hourly', '@hourly ', ' @hourly', ' 0 3 * * 6 ', '0 3 * * SUN'])('%s', (text) =>
    expect(schedule(text)).toEqual([]),
  );

  it('0 3 * * 7 is refused', () => {
    expect(schedule('0 3 * * 7')).toEqual(['check/kubernetes-cron "0 3 * * 7"']);
  });
});

describe('names', () => {
  it.each([
    [`name: ${'a'.repeat(46)}, backup: {keep: 3}`, 'CronJob'],
    [`name: ${'a'.repeat(53)}`, 'StatefulSet'],
    ['name: 1ci', 'Service'],
  ])('leave room for what is made of them: %s', (text, kind) => {
    const { messages } = controllerOf(`  kubernetes: {${text}}`);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(
      new RegExp(`^3: kubernetes/object-name: .* cannot be the name of a ${kind}:`),
    );
  });

  it('may be as long as that room', () => {
    expect(controllerOf(`  kubernetes: {name: ${'a'.repeat(45)}, backup: {keep: 3}}`).codes).toEqual([]);
    expect(controllerOf(`  kubernetes: {name: ${'a'.repeat(52)}}`).codes).toEqual([]);
  });

  it('of third-party resources and gists are labels, too', () => {
    const resource = (name: string) => environmentOf(`- {name: ${name}, type: mysql}`).codes;
    expect(resource('a'.repeat(63))).toEqual([]);
    expect(resource(long)).toEqual(['check/kubernetes-name']);
  });
});

describe('what only the whole environment shows', () => {
  const codes = (text: string) => environmentOf(`- {name: a, ${text}}`).codes;
  const entry = (text: string) => codes(`type: serviceentry, ${text}`);
  const ports = (text: string) => entry(`hosts: [a.example.com], service_entry_ports: [${text}]`);
  const endpoints = (text: string) => entry(`hosts: [a.example.com], ${text}`);

  it.each([
    ['modes: "ReadWriteOncePod,ReadWriteOnce"', ['kubernetes/access-modes']],
    ['modes: ","', ['kubernetes/access-modes']],
    ['modes: "ReadWriteOncePod"', []],
    ['modes: "ReadWriteOnce,ReadOnlyMany", type: efs', []],
  ])('modes of claims: %s', (modes, found) => {
    expect(codes(`volumes: [{name: d, path: /d, size: 1Gi, ${modes}}]`)).toEqual(found);
  });

  it.each([
    ['restartPolicy: Always', 1],
    ['restartPolicy: Never', 0],
    ['concurrencyPolicy: Wait', 1],
    ['concurrencyPolicy: Forbid', 0],
    ['name: A b', 1],
    ['image: "x y"', 1],
    ['image: "x:1"', 0],
  ])('options of CronJobs: %s', (text, times) => {
    const found = codes(`type: cron, schedule: "0 3 * * 1", options: {${text}}`);
    expect(found).toEqual(Array(times).fill('kubernetes/cron-option-value'));
  });

  it.each([
    ['one host that is all', entry('hosts: ["*"]'), 1],
    ['a wildcard', entry('hosts: ["*.example.com"]'), 0],
    ['a number twice', ports('{number: 80, name: a}, {number: 80, name: b}'), 1],
    ['a name twice', ports('{number: 80, name: a}, {number: 81, name: a}'), 1],
    ['made names', ports('{number: 80, protocol: HTTP}, {number: 81, protocol: HTTP}'), 0],
    ['NONE with endpoints', endpoints('resolution: NONE, endpoints: [{address: 1.2.3.4}]'), 1],
    ['no resolution, which is NONE', endpoints('endpoints: [{address: 1.2.3.4}]'), 1],
    ['one of two', endpoints('resolution: DNS_ROUND_ROBIN, endpoints: [{address: a.b}]'), 0],
    ['two', endpoints('resolution: DNS_ROUND_ROBIN, endpoints: [{address: a.b}, {address: b.c}]'), 1],
    ['a range by DNS', endpoints('resolution: DNS, addresses: [10.0.0.0/8]'), 1],
    ['a range of its own', endpoints('resolution: STATIC, addresses: [10.0.0.0/8]'), 0],
    [
      'a socket with ports',
      endpoints('resolution: STATIC, endpoints: [{address: "unix:///a", ports: {a: 1}}]'),
      1,
    ],
    ['a socket', endpoints('resolution: STATIC, endpoints: [{address: "unix:///a"}]'), 0],
    ['a relative socket', endpoints('resolution: STATIC, endpoints: [{address: "unix://a"}]'), 1],
  ])('service entries: %s', (_, found, times) => {
    expect(found).toEqual(Array(times).fill('kubernetes/entry-rule'));
  });
});
