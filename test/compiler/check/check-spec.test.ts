import { describe, expect, it } from 'vitest';
import { diagnosticsOf, findingsOf, fixed, placeOf, service } from './findings.ts';

function helpOf(text: string) {
  return diagnosticsOf({ environments: text }).map(({ help }) => help.join(' / '));
}

describe('unknown fields', () => {
  it('get the field that was meant, by its key', () => {
    const text = service('replcas: 2');
    expect(diagnosticsOf({ environments: text }).map(placeOf)).toEqual(['schema/unknown-field 7:9']);
    expect(helpOf(text)).toEqual(['did you mean `replicas`?']);
    expect(fixed('environments', text)).toBe(service('replicas: 2'));
  });

  it('are not said to be missing as well', () => {
    const text = 'project: shop\nenvironments:\n  - nme: dev\n    namespace: shop-dev\n';
    expect(findingsOf({ environments: text })).toEqual(['schema/unknown-field nme']);
    const prefix = 'project: shop\nenvironments:\n  - n: dev\n    namespace: shop-dev\n';
    expect(findingsOf({ environments: prefix })).toEqual(['schema/unknown-field n']);
  });

  it('do not hide another field that is missing', () => {
    const text = 'project: shop\nenvironments:\n  - namespce: shop-dev\n';
    expect(findingsOf({ environments: text })).toEqual([
      'schema/missing-field namespce',
      'schema/unknown-field namespce',
    ]);
  });

  it('say where they belong when only the indentation is wrong', () => {
    const limits =
      'project: shop\nenvironments:\n  - name: dev\n    namespace: shop-dev\n    limits: {cpu: 500m}\n';
    expect(helpOf(limits)).toEqual(['`limits` is a field of a service: check the indentation']);
    const blue = service(
      'deployment: {method: bluegreen, active: blue, custom_urls: , blue: [a.example.com]}',
    );
    expect(helpOf(blue)).toEqual(['`blue` is a field of `custom_urls`: check the indentation']);
    const method = 'project: shop\nmethod: bluegreen\nenvironments: []\n';
    expect(helpOf(method)[0]).toContain('known fields here');
  });

  it('with a character that nobody sees say which', () => {
    const text = 'project: shop\nenvironments:\n  - na\u200bme: dev\n    namespace: shop-dev\n';
    expect(findingsOf({ environments: text })).toEqual(['schema/unknown-field na\u200bme']);
    expect(helpOf(text)).toEqual([
      'nobody sees the character U+200B (zero width space) in this name: write it anew',
    ]);
    expect(fixed('environments', text)).toBe(text.replace('\u200b', ''));
  });

  it.each([
    ['args: [a]', '`command` holds the whole command line, its arguments as well'],
    [
      'labels: { a: b }',
      'labels are made of the names in the specs; what tools want to know goes into `annotations`',
    ],
    ['volumeMounts: []', 'an entry of `volumes` says itself where it is mounted, as `path`'],
    ['host: a.example.com', 'the host that the Ingress answers to is `external_url`'],
    ['env: [{ name: A, valueFrom: { secretKeyRef: { name: db, key: a } } }]', 'for a key of a Secret write'],
    ['livenessProbe: { httpGet: { path: / } }', 'it stands below `handler`'],
    ['volumes: [{ name: a, path: /a, storageClassName: fast }]', '`type` names the kind of storage'],
  ])('of Kubernetes are said in the words of a spec: %s', (line, help) => {
    const all = diagnosticsOf({ environments: service(line) }).filter(
      ({ code }) => code === 'schema/unknown-field',
    );
    expect(all).toHaveLength(1);
    expect(all[0]?.help.join()).toContain(help);
  });

  it.each([
    [
      'env: [{ LOG_LEVEL: info }]',
      'schema/unknown-field LOG_LEVEL',
      'write `- name: LOG_LEVEL`, and `value: ...` below `name`',
    ],
    [
      'annotations: [{ a/b: c }]',
      'schema/unknown-field a/b',
      'write `- name: a/b`, and `value: ...` below `name`',
    ],
    [
      'env: { LOG_LEVEL: info, B: c }',
      'schema/wrong-type { LOG_LEVEL: info, B: c }',
      'each entry of `env` is `- name: ...`, and `value: ...` below `name`',
    ],
    [
      'env: { name: A, value: b }',
      'schema/wrong-type { name: A, value: b }',
      'start each entry of `env` with `- `',
    ],
    [
      'ports: [{ containerPort: 80 }]',
      'schema/wrong-type { containerPort: 80 }',
      'write the number alone: `ports: [80]`',
    ],
  ])('that are pairs of a name and a value are one finding: %s', (line, finding, help) => {
    expect(findingsOf({ environments: service(line) })).toEqual([finding]);
    expect(helpOf(service(line))).toEqual([help]);
  });

  it('of a third-party service are sent to its options', () => {
    expect(helpOf(service('type: mysql\nflavour: large'))).toEqual([
      'settings of a third-party resource stand under `options`',
    ]);
  });

  it('are warnings on request', () => {
    const found = diagnosticsOf({ environments: service('replcas: 2') }, { unknownFields: 'warn' });
    expect(found.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('are looked for in every object of a list', () => {
    expect(findingsOf({ environments: service('env:\n  - nam: A\n  - name: B\n    valu: 1') })).toEqual([
      'schema/unknown-field nam',
      'schema/unknown-field valu',
    ]);
  });
});

describe('values that do not fit', () => {
  it('are one finding each', () => {
    expect(findingsOf({ environments: service('replicas: two\nport: http\nssl: maybe') })).toEqual([
      'schema/wrong-type two',
      'schema/wrong-type http',
      'schema/wrong-type maybe',
    ]);
  });

  it('of one kind in one list are one finding', () => {
    const text =
      'project: shop\nenvironments:\n  - name: dev\n    namespace: shop-dev\n    services:\n      - - name: a\n      - - name: b\n      - - name: c\n';
    const [found, ...others] = diagnosticsOf({ environments: text });
    expect(others).toEqual([]);
    expect(found?.help).toEqual(['remove the inner `-`', '2 more entries have the same mistake']);
    expect(found?.labels).toHaveLength(2);
  });

  it('say what was meant', () => {
    const help = (lines: string) => helpOf(service(lines))[0];
    expect(help('deployment: {method: bluegren}')).toContain('did you mean `bluegreen`?');
    expect(help('deployment: {mode: man}')).toContain('did you mean `manual`?');
    expect(helpOf(service('service_mesh: enable // with Istio'))[0]).toContain('a comment starts with `#`');
    expect(help('command: run me')).toContain('`command: [run me]`');
    expect(help('replicas: "2;l"')).toBe('write a whole number, such as `2`');
  });

  it('do not show what may be secret', () => {
    const [found] = diagnosticsOf({
      environments: service('env:\n  - name: DB_PASSWORD\n    value: [hunter22, x]'),
    });
    expect(found?.code).toBe('schema/wrong-type');
    expect(JSON.stringify([found?.message, found?.help])).not.toContain('hunter22');
  });

  it('miss the space after their dash', () => {
    const build = 'project: shop\ncomponents:\n  -name: web\n';
    const [found] = diagnosticsOf({ build });
    expect(found?.help).toEqual(['put a space between `-` and `name`']);
  });

  it('are left out, and the rest is still checked', () => {
    const text = service('replicas: two\nhpa: {min_replicas: 3, max_replicas: 2}');
    expect(findingsOf({ environments: text })).toEqual(['schema/wrong-type two', 'check/hpa-replicas 3']);
  });

  it('are not blamed for what was reported about them already', () => {
    expect(findingsOf({ environments: service('replicas: !!python/int [1]') })).toEqual([
      'source/unknown-tag !!python/int',
    ]);
    expect(findingsOf({ build: 'project: shop\ncomponents:\n  - name: *nobody\n' })).toEqual([
      'source/unknown-alias *nobody',
    ]);
  });
});

describe('fields of a wrong shape', () => {
  it('are named, and lists by their entries', () => {
    const message = (build: string) => diagnosticsOf({ build }).map((found) => found.message);
    expect(message('project: shop\ncomponents: [web]\n')).toEqual([
      'an entry of `components` must be a mapping, this is `web`',
    ]);
    expect(message('project: shop\ncomponents:\n  name: web\n')).toEqual([
      '`components` must be a list, this is a mapping',
    ]);
    expect(message('- web\n')).toEqual(['the spec must be a mapping, this is a list']);
    expect(message('project: shop\ncomponents: [{name: web, repository: {branch: main}}]\n')).toEqual([
      '`repository` needs the field `git`',
    ]);
  });
});

describe('steps that are no mapping', () => {
  const build = (step: string) =>
    `project: shop\ncomponents:\n  - name: web\n    repository:\n      git: git@example.com:shop/web.git\n    build:\n      - ${step}\n`;

  it.each([
    ['shell; make deb', 'shell: make deb', 'write `- shell: ...`, with a colon and a space'],
    ['shell= make deb', 'shell: make deb', 'write `- shell: ...`, with a colon and a space'],
    ['shell make deb', 'shell: make deb', 'write `- shell: ...`, with a colon and a space'],
    ['gradle; build', 'gradle: build', 'write `- gradle: ...`, with a colon and a space'],
    [
      'gradle build',
      'shell: gradle build',
      'write `- shell: ...`; the original seed job failed as a whole on such a step',
    ],
    [
      'make deb',
      'shell: make deb',
      'write `- shell: ...`; the original seed job failed as a whole on such a step',
    ],
  ])('are repaired by what was meant: %s', (step, repaired, help) => {
    const [found, ...others] = diagnosticsOf({ build: build(step) });
    expect([found?.code, others, found?.help]).toEqual(['schema/wrong-type', [], [help]]);
    expect(fixed('build', build(step))).toBe(build(repaired));
  });
});

describe('a whole number that no Jenkins and no cluster can read', () => {
  it.each([
    ['jenkins', 'project: shop\njenkins:\n  agents: [{name: generic, idle_minutes: 2147483648}]\n'],
    ['jenkins', 'project: shop\njenkins: {pipeline: {keep_builds: 2147483648}}\n'],
    ['jenkins', 'project: shop\njenkins: {kubernetes: {termination_grace_seconds: 2147483648}}\n'],
    ['environments', 'project: shop\nenvironments: [{name: dev, deployment: {timeout: 2147483648}}]\n'],
  ])('is an error at the number: %s', (kind, text) => {
    expect(findingsOf({ [kind]: text })).toContain('schema/out-of-range 2147483648');
    const good = findingsOf({ [kind]: text.replace('2147483648', '2147483647') });
    expect(good.filter((finding) => finding.startsWith('schema/'))).toEqual([]);
  });

  it('nor one that becomes such a number', () => {
    const text = 'project: shop\njenkins: {kubernetes: {startup_minutes: 357913942}}\n';
    expect(findingsOf({ jenkins: text })).toContain('schema/out-of-range 357913942');
  });
});

describe('fields beside the key that they belong below', () => {
  const job = 'project: shop\njobs:\n  - name: a\n    kind: freestyle\n';

  function told(kind: string, text: string) {
    return diagnosticsOf({ [kind]: text }).map((found) => `${placeOf(found)} ${found.help.join(' ')}`);
  }

  it('are one mistake, and so is what is missing below the key', () => {
    const text = `${job}    scm:\n      - git:\n        url: https://git.acme.dev/a.git\n        branches: [main]\n`;
    expect(told('jobs', text)).toEqual([
      'schema/unknown-field 7:9 put 2 more spaces before `url`, `branches`: they belong below `git`',
    ]);
    const mended = `${job}    scm:\n      - git:\n          url: https://git.acme.dev/a.git\n          branches: [main]\n`;
    expect(fixed('jobs', text)).toBe(mended);
    expect(findingsOf({ jobs: mended })).toEqual([]);
  });

  it('have all their lines moved by the fix', () => {
    const head = `${job}    builders:\n      - conditional-step:\n`;
    const text = `${head}        condition: always\n        # What is built.\n        steps:\n          - shell: |\n              make\n\n              make test\n`;
    expect(fixed('jobs', text)).toBe(
      `${head}          condition: always\n          # What is built.\n          steps:\n            - shell: |\n                make\n\n                make test\n`,
    );
  });

  it('are one mistake where the key has other fields', () => {
    const head = `${job}    builders:\n      - conditional-step:\n            condition: always\n`;
    const text = `${head}        steps: [{shell: make}]\n`;
    expect(told('jobs', text)).toEqual([
      'schema/unknown-field 8:9 put 4 more spaces before `steps`: it belongs below `conditional-step`',
    ]);
    expect(fixed('jobs', text)).toBe(`${head}            steps: [{shell: make}]\n`);
  });

  it('are one mistake in objects, too', () => {
    const text = service('readiness_probe:\nhandler:\n  tcp_socket: {port: 80}\nperiod_seconds: 5\n');
    expect(told('environments', text)).toEqual([
      'schema/unknown-field 8:9 put 2 more spaces before `handler`, `period_seconds`: they belong below `readiness_probe`',
    ]);
  });

  it('are no lack of a value of their key', () => {
    const text = service('readiness_probe:\n  handler:\n  tcp_socket: {port: 80}\n');
    expect(told('environments', text)).toEqual([
      'schema/unknown-field 9:11 put 2 more spaces before `tcp_socket`: it belongs below `handler`',
    ]);
  });

  it('belong below the nearest of several keys, and are told once for each', () => {
    const probes = `readiness_probe:
period_seconds: 5
liveness_probe:
failure_threshold: 3
handler: {tcp_socket: {port: 80}}
`;
    expect(told('environments', service(probes))).toEqual([
      'schema/unknown-field 8:9 put 2 more spaces before `period_seconds`: it belongs below `readiness_probe`',
      'schema/unknown-field 10:9 put 2 more spaces before `failure_threshold`, `handler`: they belong below `liveness_probe`',
    ]);
    const mended = probes.replaceAll(/^(?=period|failure|handler)/gm, '  ');
    expect(fixed('environments', service(probes))).toBe(service(mended));
    const taken = `${job}    scm:\n      - git:\n        svn:\n        url: https://git.acme.dev/a.git\n        branches: [main]\n`;
    expect(told('jobs', taken).filter((found) => found.startsWith('schema/unknown-field'))).toEqual([
      'schema/unknown-field 8:9 put 2 more spaces before `url`: it belongs below `svn`',
      'schema/unknown-field 9:9 put `branches` right below `git`, with 2 more spaces: it belongs there',
    ]);
  });

  it('are not indented below another key than their own', () => {
    const text =
      'project: shop\njenkins:\n  realm:\n  seed:\n  type: own\n  repository: https://git.acme.dev/a.git\n  branch: main\n';
    expect(told('jenkins', text)).toEqual([
      'schema/unknown-field 5:3 put `type` right below `realm`, with 2 more spaces: it belongs there',
      'schema/unknown-field 6:3 put `repository`, `branch` right below `seed`, with 2 more spaces: they belong there',
    ]);
    expect(fixed('jenkins', text)).toBe(text);
  });

  it('are told with their key where that is in the wrong object itself', () => {
    const text =
      'project: shop\njenkins:\n  realm:\n    type: own\n    seed:\n    repository: https://git.acme.dev/a.git\n    branch: main\n';
    expect(told('jenkins', text)).toEqual([
      'schema/unknown-field 5:5 `seed` is a field of the object around it: check the indentation',
    ]);
  });
});

describe('a thing whose short value is no value', () => {
  it('is one mistake', () => {
    const text =
      'project: shop\njobs:\n  - name: a\n    kind: freestyle\n    publishers:\n      - archive: *.deb\n';
    expect(findingsOf({ jobs: text })).toEqual(['source/unknown-alias *.deb']);
  });
});
