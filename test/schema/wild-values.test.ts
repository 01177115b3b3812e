import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import { createAjv } from '../../schema/generate/create-ajv.ts';
import { allSources } from '../../schema/source/all-sources.ts';

const ajv = createAjv({ allowUnionTypes: true });
for (const [kind, schema] of allSources) ajv.addSchema(schema, kind);

/** Whether an editor, which reads YAML by its core types, finds nothing wrong with a text. */
function isValid(kind: SpecKind, text: string): boolean {
  return ajv.validate(kind, load(text, { schema: CORE_SCHEMA })) === true;
}

function service(fields: string): string {
  return `project: p\nenvironments:\n- name: dev\n  services:\n  - name: web\n    ${fields.replaceAll('\n', '\n    ')}\n`;
}

describe('values that some engine accepts are valid in editors', () => {
  test.each([
    'version: 1.10',
    'version: 5.6',
    'version: v1.0.0',
    'replicas: "2"',
    'replicas: 2.0',
    'replicas: 0',
    'ssl: yes',
    'ssl: "true"',
    'ssl: "False"',
    'port: 8080',
    'port: "80,81"',
    'port: "80, 81"',
    'port: [80, 81]',
    'port: 80,81',
    'external_url: web.example.com',
    'external_url: [a.example.com, b.example.com]',
    'external_url:',
    'env:\n- name: A\n  value: 80\n- name: B\n  value: true\n- secret: C\n  value: web/key',
    'annotations:\n- name: prometheus.io/scrape\n  value: true',
    'volumes:\n- name: v\n  path: /v\n  type: EFS\n  size: 10G\n  modes: ReadWriteOnce,ReadOnlyMany',
    'limits:\n  cpu: 1\n  memory: 2Gi',
    'deployment:\n  method: bluegreen\n  active: blue\n  custom_urls:',
    'options:\n  ApplyImmediately: True\n  db_instances:\n  - db_name: db1',
    'hpa:\n  min_replicas: 2\n  max_replicas: 5\n  metric:\n    name: http_requests\n    target_average_value: 10',
    'health_check:\n  command: [/bin/cat, /tmp/health.txt]',
    'namespace: dev\ndatabase_type: mongo',
  ])('%s', (fields) => {
    expect(isValid('environments', service(fields))).toBe(true);
  });

  test.each<[SpecKind, string]>([
    ['environments', 'project: p\nenvironments:\n'],
    ['environments', 'environments:\n- name: Production EU\n  services:\n'],
    [
      'build',
      'components:\n- name: web\n  os: linux\n  build:\n  - shell: make\n  - gradle:\n    tasks: build',
    ],
    ['build', 'components:\n- name: web\n  build:\n  - gradle: build\n    use_wrapper: no\n'],
    [
      'build',
      'components:\n- name: web\n  dependencies:\n  - {type: pip-package, pkg: pyyaml, version: 3.10}',
    ],
    ['application', 'applications:\n- name: web\n  runtime: ubuntu-jdk8:1.0\n  command:\n  version: 0.1'],
    ['application', 'containers:\n- name: web\n  runtime: picoded/ubuntu-openjdk-8-jdk\n'],
    ['jenkins', 'project: p\n'],
    ['jenkins', 'jenkins:\n'],
  ])('%s: %s', (kind, text) => {
    expect(isValid(kind, text)).toBe(true);
  });
});

describe('values that mean nothing are mistakes in editors', () => {
  test.each([
    'replicas: -1',
    'replicas: two',
    'ssl: maybe',
    'ssl: truetrue',
    'port: 99999',
    'port: http',
    'port: [http]',
    'backend_port: 0',
    'limits:\n  cpu: abcm',
    'volumes:\n- name: v\n  path: /v\n  size: big',
    'deployment:\n  method: canary',
    'env:\n  A: b',
    'command: sh run.sh',
    'annotations:\n  a: b',
    'readiness_probe:\n  initial_delay_seconds: 5',
    'servicess: []',
  ])('%s', (fields) => {
    expect(isValid('environments', service(fields))).toBe(false);
  });

  test.each<[SpecKind, string]>([
    ['environments', 'environments:\n- namespace: a_b\n  name: dev'],
    ['environments', 'environments:\n- services: []'],
    ['environments', 'environments: dev'],
    ['build', 'components:\n- name: web\n  build:\n  - make'],
    ['build', 'components:\n- name: web\n  dependencies:\n  - {type: rpm-package, package: x}'],
    ['application', 'applications:\n- name: web\n  build: Dockerfile'],
    ['jenkins', 'jenkins:\n  lts: newest'],
    ['jenkins', 'jenkins:\n  credentials:\n  - {id: x, type: password}'],
  ])('%s: %s', (kind, text) => {
    expect(isValid(kind, text)).toBe(false);
  });
});
