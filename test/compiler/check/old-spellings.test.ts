import { describe, expect, it } from 'vitest';
import { analyse } from '../../../compiler/pipeline.ts';
import { diagnosticsOf, findingsOf, fixed, service } from './findings.ts';

function firstService(text: string) {
  const found = analyse([{ name: 'environments.bitesize', text }]).specs.environments?.environments[0];
  if (found?.services[0] === undefined) throw new Error('no service');
  return found.services[0];
}

/** The fixed text has none of the findings any more. */
function expectFixed(text: string, expected: string) {
  expect(fixed('environments', text)).toBe(expected);
  expect(
    diagnosticsOf({ environments: expected }).filter(({ code }) => code.startsWith('spelling/')),
  ).toEqual([]);
}

describe('the old key of an autoscaler', () => {
  const old = service(`hpa:
  min_replicas: 2 # never fewer
  max_replicas: 5
  target_cpu_utilization_percentage: 85
port: 80`);

  it('is reported at the key, and the compiler goes on with its value', () => {
    expect(findingsOf({ environments: old })).toEqual([
      'spelling/hpa-target target_cpu_utilization_percentage',
    ]);
    const metric = firstService(old).hpa?.metric;
    expect(metric?.name.value).toBe('cpu');
    expect(metric?.target_average_utilization?.value).toBe(85);
  });

  it('is fixed in place, comments kept', () => {
    expectFixed(
      old,
      service(`hpa:
  min_replicas: 2 # never fewer
  max_replicas: 5
  metric:
    name: cpu
    target_average_utilization: 85
port: 80`),
    );
  });

  it('is fixed in a flow mapping', () => {
    expectFixed(
      service('hpa: {min_replicas: 2, max_replicas: 5, target_cpu_utilization_percentage: 85}'),
      service(
        'hpa: {min_replicas: 2, max_replicas: 5, metric: { name: cpu, target_average_utilization: 85 }}',
      ),
    );
  });

  it('is renamed below `metric`', () => {
    const below = service(`hpa:
  min_replicas: 2
  max_replicas: 5
  metric:
    name: cpu
    target_cpu_utilization_percentage: 75`);
    expect(firstService(below).hpa?.metric?.target_average_utilization?.value).toBe(75);
    expectFixed(below, below.replace('target_cpu_utilization_percentage', 'target_average_utilization'));
  });

  it('has no effect beside another metric, and its line goes', () => {
    const beside = service(`hpa:
  min_replicas: 2
  max_replicas: 5
  target_cpu_utilization_percentage: 75
  metric:
    name: memory
    target_average_utilization: 90`);
    expect(firstService(beside).hpa?.metric?.name.value).toBe('memory');
    expectFixed(beside, beside.replace(/.*target_cpu.*\n/, ''));
  });

  it('keeps the range of today', () => {
    const low = service('hpa: {min_replicas: 1, max_replicas: 2, target_cpu_utilization_percentage: 50}');
    expect(findingsOf({ environments: low })).toContain('check/hpa-target 50');
  });
});

describe('fields under another name', () => {
  it.each([
    ['mode', 'modes', 'ReadWriteMany'],
    ['Size', 'size', '1Gi'],
  ])('reads `%s` of a volume as `%s`', (from, to, value) => {
    const others = to === 'size' ? '' : '\n    size: 1Gi';
    const text = service(`volumes:\n  - name: data\n    path: /data\n    ${from}: ${value}${others}`);
    expect(findingsOf({ environments: text })).toEqual([`spelling/field-name ${from}`]);
    expectFixed(text, text.replace(`${from}:`, `${to}:`));
  });

  it('leaves a field alone that is there under both names', () => {
    const text = service(
      'volumes:\n  - name: data\n    path: /data\n    size: 1Gi\n    mode: RWX\n    modes: ReadWriteOnce',
    );
    expect(findingsOf({ environments: text })).toEqual(['schema/unknown-field mode']);
  });

  it.each(['pkg', 'name'])('reads `%s` of a build dependency as `package`', (key) => {
    const build = `project: shop\ncomponents:\n  - name: web\n    dependencies:\n      - type: gem-package\n        ${key}: fpm\n`;
    expect(findingsOf({ build })).toEqual([`spelling/field-name ${key}`]);
    expect(fixed('build', build)).toBe(build.replace(`${key}: fpm`, 'package: fpm'));
  });

  it('reads other letter case and other separators', () => {
    const text = service('external-url: web.example.com\nhttpsonly: true');
    expect(findingsOf({ environments: text })).toEqual([
      'spelling/field-name external-url',
      'spelling/field-name httpsonly',
    ]);
    expect(firstService(text).httpsOnly.value).toBe(true);
    expectFixed(text, service('external_url: web.example.com\nhttpsOnly: true'));
  });

  it('does not rename keys of free maps', () => {
    expect(findingsOf({ environments: service('type: postgres\noptions: {Name: a, mode: b}') })).toEqual([]);
  });
});

describe('values under another name', () => {
  it.each([
    ['deployment: {method: rolling-update}', 'rolling-update', 'rolling-upgrade'],
    ['deployment: {method: RollingUpdate}', 'RollingUpdate', 'rolling-upgrade'],
    ['type: mks', 'mks', 'msk'],
    ['volumes: [{name: data, path: /data, size: 1Gi, modes: RWX}]', 'RWX', 'ReadWriteMany'],
  ])('%s', (line, from, to) => {
    const text = service(line);
    expect(findingsOf({ environments: text })).toEqual([`spelling/value ${from}`]);
    expectFixed(text, text.replace(from, to));
  });
});

describe('`mode: bluegreen`', () => {
  it('is read as the method', () => {
    const text = service('deployment:\n  mode: bluegreen\n  active: blue');
    expect(findingsOf({ environments: text })).toEqual(['spelling/bluegreen-mode mode']);
    expect(firstService(text).deployment?.method?.value).toBe('bluegreen');
    expectFixed(text, text.replace('mode: bluegreen', 'method: bluegreen'));
  });

  it('is refused beside a method', () => {
    const text = service('deployment: {mode: bluegreen, method: rolling-upgrade}');
    expect(findingsOf({ environments: text })).toEqual(['schema/not-allowed bluegreen']);
  });
});

describe('`health_check` of an environment', () => {
  const check = '    health_check:\n      command:\n        - /bin/check # exit code 0\n      timeout: 60\n';

  it('is an error, and moves into the only service', () => {
    const text = `${service('port: 80')}${check}`;
    expect(findingsOf({ environments: text })).toEqual(['spelling/environment-health-check health_check']);
    expectFixed(
      text,
      service('port: 80\nhealth_check:\n  command:\n    - /bin/check # exit code 0\n  timeout: 60'),
    );
  });

  it('stays where it is when it holds a secret: a fix is shown', () => {
    const text = `${service('port: 80')}    health_check:\n      command: [curl, -u, 'admin:hunter22', http://localhost]\n`;
    expect(diagnosticsOf({ environments: text }).map(({ fixes }) => fixes)).toEqual([[]]);
  });

  it('moves past databases', () => {
    const text = `${service('port: 80')}      - name: db\n        type: postgres\n${check}`;
    expect(fixed('environments', text)).toContain('port: 80\n        health_check:\n          command:');
  });

  it('has no fix when several services could be meant', () => {
    const text = `${service('port: 80')}      - name: api\n${check}`;
    expect(diagnosticsOf({ environments: text }).map(({ fixes }) => fixes.length)).toEqual([0]);
  });

  it('moves to the end of a file without a line break at its end', () => {
    const before = `project: shop\nenvironments:\n  - name: dev\n    namespace: shop-dev\n${check}`;
    const text = `${before}    services:\n      - name: web`;
    expect(fixed('environments', text)).toBe(
      'project: shop\nenvironments:\n  - name: dev\n    namespace: shop-dev\n    services:\n      - name: web\n' +
        '        health_check:\n          command:\n            - /bin/check # exit code 0\n          timeout: 60',
    );
  });
});

describe('other forms', () => {
  it('`database_type: mongo` is dropped with a warning', () => {
    const text = service('database_type: mongo');
    expect(findingsOf({ environments: text })).toEqual(['spelling/database-type database_type']);
    expect(firstService(text).type).toBeUndefined();
  });

  it('the Kubernetes form of a pod field is read', () => {
    const text = service(
      'env:\n  - name: NODE\n    valueFrom:\n      fieldRef:\n        fieldPath: spec.nodeName',
    );
    expect(findingsOf({ environments: text })).toEqual(['spelling/pod-field valueFrom']);
    expect(firstService(text).env[0]?.pod_field?.value).toBe('spec.nodeName');
    expectFixed(text, service('env:\n  - name: NODE\n    pod_field: spec.nodeName'));
  });

  it('`resources` of a service of our own is lifted', () => {
    const text = service('resources:\n  limits:\n    cpu: 500m\n  requests:\n    cpu: 100m\nport: 80');
    expect(findingsOf({ environments: text })).toEqual(['spelling/resources resources']);
    expect(firstService(text).limits?.cpu?.value).toBe('500m');
    expectFixed(text, service('limits:\n  cpu: 500m\nrequests:\n  cpu: 100m\nport: 80'));
  });

  it('settings of a resource move under `options`', () => {
    const text = service('type: mysql\niops: 25\noptions:\n  replicas: 2\nmultiaz: true');
    expect(findingsOf({ environments: text })).toEqual([
      'spelling/options-beside iops',
      'spelling/options-beside multiaz',
    ]);
    expectFixed(text, service('type: mysql\noptions:\n  iops: 25\n  multiaz: true\n  replicas: 2'));
    expectFixed(
      service('type: mysql\niops: 25\nmultiaz: true'),
      service('type: mysql\noptions:\n  iops: 25\n  multiaz: true'),
    );
  });

  it('quoted booleans lose their quotes', () => {
    const text = service('ssl: "true"\nhttpsOnly: \'FALSE\'');
    expect(findingsOf({ environments: text })).toEqual([
      'spelling/quoted-boolean "true"',
      "spelling/quoted-boolean 'FALSE'",
    ]);
    expectFixed(text, service('ssl: true\nhttpsOnly: false'));
  });

  it('a list of one text is its text', () => {
    const text = service('application: [web]\nversion:\n  - 1.10');
    expect(findingsOf({ environments: text })).toEqual([
      'spelling/list-of-one [web]',
      'spelling/list-of-one - 1.10',
    ]);
    expect(firstService(text).version?.value).toBe('1.10');
    expectFixed(text, service('application: web\nversion:\n  1.10'));
    expect(findingsOf({ environments: service('application: [web, api]') })).toEqual([
      'schema/wrong-type [web, api]',
    ]);
  });

  it('an empty text is nothing, except where it is a value', () => {
    const text = service('application: ""\nservice_mesh: ""\nssl: ""\nexternal_url: ""\nport: 80');
    expect(findingsOf({ environments: text })).toEqual(Array(4).fill('spelling/empty-value ""'));
    expect(firstService(text).application).toBeUndefined();
    expectFixed(text, service('port: 80'));
    expect(findingsOf({ environments: service('env: [{name: A, value: ""}]') })).toEqual([]);
    expect(findingsOf({ jenkins: 'project: shop\njenkins: {seed: {poll: ""}}\n' })).toEqual([]);
  });

  it('a value that an alias repeats is reported once', () => {
    const text = service('deployment: &d {method: rolling-update}');
    const twice = `${text}      - name: api\n        deployment: *d\n`;
    expect(findingsOf({ environments: twice })).toEqual(['spelling/value rolling-update']);
  });
});
