import { describe, expect, test } from 'vitest';
import { plain, printYaml } from '../../../../compiler/print/yaml.ts';
import { controllerOf } from './lowered.ts';

/** The pods of the agents, by name. */
function pods(settings: string) {
  const { script, codes, messages } = controllerOf(settings);
  const { agents } = script('agents');
  const pod = (name: string): unknown => {
    const agent = agents.find((candidate) => candidate.name.value === name);
    if (agent === undefined) throw new Error(`no agent ${name}`);
    return plain(agent.pod);
  };
  return { agents, pod, codes, messages };
}

describe('agents', () => {
  test('are generic, dind and deploy by default; only builds that ask for the last two get them', () => {
    const { agents } = pods('');
    expect(agents.map(({ name, exclusive }) => [name.value, exclusive.value])).toEqual([
      ['generic', false],
      ['dind', true],
      ['deploy', true],
    ]);
  });

  test('get no token for the Kubernetes API, except where they deploy', () => {
    const { pod } = pods('');
    expect(pod('generic')).toMatchObject({ spec: { automountServiceAccountToken: false } });
    expect(pod('deploy')).toMatchObject({
      spec: { serviceAccountName: 'jenkins-deploy', automountServiceAccountToken: false },
    });
  });

  test('that deploy give the token to the one container that has kubectl', () => {
    const tokens = (settings: string) => {
      const { spec } = pods(settings).pod('deploy') as {
        spec: { containers: { name: string; volumeMounts?: { mountPath: string }[] }[]; volumes?: object[] };
      };
      expect(JSON.stringify(spec.volumes)).toContain('"serviceAccountToken":{"path":"token"');
      const holds = ({ volumeMounts = [] }: (typeof spec.containers)[0]) =>
        volumeMounts.some(({ mountPath }) => mountPath === '/var/run/secrets/kubernetes.io/serviceaccount');
      return spec.containers.map((container) => `${container.name} ${holds(container)}`);
    };
    expect(tokens('')).toEqual(['jnlp false', 'kubectl true']);
    expect(tokens('  agents: [{name: deploy, image: "own:1"}]')).toEqual(['jnlp true']);
  });

  test('pull their images as the controller does, and with Secrets of their own', () => {
    const settings = `  kubernetes: {pull_secrets: [login, login]}
  agents: [{name: own, image: own:1, yaml: "spec: {imagePullSecrets: [{name: other}]}"}]`;
    const { pod } = pods(settings);
    expect(pod('generic')).toMatchObject({ spec: { imagePullSecrets: [{ name: 'login' }] } });
    expect(pod('own')).toMatchObject({ spec: { imagePullSecrets: [{ name: 'login' }, { name: 'other' }] } });
    expect(JSON.stringify(pods('').pod('generic'))).not.toContain('imagePullSecrets');
  });

  test('of the spec take the place of a default, or are added', () => {
    const { agents, pod } = pods('  agents: [{name: dind, image: own:1}, {name: gpu, label: gpu cuda}]');
    expect(agents.map(({ name }) => name.value)).toEqual(['generic', 'dind', 'deploy', 'gpu']);
    expect(pod('dind')).toMatchObject({ spec: { containers: [{ name: 'jnlp', image: 'own:1' }] } });
    expect(agents[3]?.label.value).toBe('gpu cuda');
  });

  test('have variables, volumes and resources as Kubernetes writes them', () => {
    const { pod } = pods(`
  agents:
    - name: generic
      env: [{name: A, value: b}, {name: TOKEN, secret: npm}]
      volumes:
        - {type: empty-dir, path: /cache}
        - {type: host-path, path: /sys2, host_path: /sys, read_only: true}
        - {type: config-map, path: /conf, name: conf}
      resources: {limits: {memory: 1Gi}}
`);
    expect(pod('generic')).toMatchObject({
      spec: {
        containers: [
          {
            env: [
              { name: 'A', value: 'b' },
              { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'npm', key: 'TOKEN' } } },
            ],
            resources: { limits: { memory: '1Gi' } },
            volumeMounts: [
              { name: 'volume-0', mountPath: '/cache' },
              { name: 'volume-1', mountPath: '/sys2', readOnly: true },
              { name: 'volume-2', mountPath: '/conf' },
            ],
          },
        ],
        volumes: [
          { name: 'volume-0', emptyDir: {} },
          { name: 'volume-1', hostPath: { path: '/sys' } },
          { name: 'volume-2', configMap: { name: 'conf' } },
        ],
      },
    });
  });

  test('with the label dind find the login of the registry where docker looks for it', () => {
    const { pod } = pods('  registry: {push: r.example.com, secret: regcred}');
    expect(pod('dind')).toMatchObject({
      spec: {
        volumes: [
          { secret: { secretName: 'regcred', items: [{ key: '.dockerconfigjson', path: 'config.json' }] } },
        ],
        containers: [
          { name: 'jnlp' },
          { name: 'docker', env: [{ name: 'DOCKER_CONFIG', value: '/run/registry-login' }] },
        ],
      },
    });
    expect(JSON.stringify(pod('generic'))).not.toContain('regcred');
  });

  test('merge a pod of their own by names', () => {
    const { pod, codes } = pods(`
  agents:
    - name: generic
      env: [{name: A, value: b}]
      yaml: |
        spec:
          tolerations: [{key: builds, operator: Exists}]
          containers:
            - {name: jnlp, env: [{name: A, value: c}, {name: D, value: e}]}
            - {name: db, image: postgres:17}
`);
    expect(codes).toEqual([]);
    expect(pod('generic')).toMatchObject({
      spec: {
        serviceAccountName: 'jenkins-agent',
        tolerations: [{ key: 'builds', operator: 'Exists' }],
        containers: [
          {
            name: 'jnlp',
            image: expect.stringContaining('inbound-agent'),
            env: [
              { name: 'A', value: 'c' },
              { name: 'D', value: 'e' },
            ],
          },
          { name: 'db', image: 'postgres:17' },
        ],
      },
    });
  });

  test.each([
    ['"a: [b"', 'not valid YAML'],
    ['"- a"', 'it is no mapping'],
    ['"kind: Deployment"', 'its kind is `Deployment`'],
    ['"spec: [1]"', '`spec` must be a mapping, not a list (line 1 of it)'],
    [
      '"spec: {containers: [{image: a}]}"',
      '`spec.containers` must be a list of entries with names, not of nameless ones',
    ],
  ])('refuse %s as a pod', (yaml, problem) => {
    const { messages } = pods(`  agents: [{name: generic, yaml: ${yaml}}]`);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('3: controller/pod-yaml');
    expect(messages[0]).toContain(problem);
  });

  test('merge a pod of their own in the types that Jenkins reads it in', () => {
    const { agents, codes } = pods(`
  agents:
    - name: generic
      yaml: |
        metadata: {labels: {on: yes, build: 0644, since: 1_000}}
        spec:
          hostNetwork: yes
          hostUsers: "false"
          priority: 0b101
          terminationGracePeriodSeconds: "30"
          securityContext: {runAsUser: 1_000, fsGroup: 0x3E8, runAsNonRoot: On}
          volumes:
            - {name: s, secret: {secretName: 007, defaultMode: 0644}}
            - {name: t, emptyDir: {sizeLimit: 1}}
          containers:
            - name: jnlp
              env: [{name: MODE, value: 0644}, {name: FLAG, value: yes}, {name: NUMBER, value: 1.10}]
              livenessProbe: {httpGet: {port: 0x50, path: /}, periodSeconds: 1_0}
`);
    expect(codes).toEqual([]);
    const [agent] = agents;
    const text = agent === undefined ? '' : printYaml(agent.pod).text;
    for (const line of [
      ...[
        "'on': 'yes'",
        "build: '0644'",
        "since: '1_000'",
        'hostNetwork: true',
        'hostUsers: false',
        'priority: 5',
      ],
      ...['terminationGracePeriodSeconds: 30', 'runAsUser: 1000', 'fsGroup: 1000', 'runAsNonRoot: true'],
      ...[
        "secretName: '007'",
        'defaultMode: 420',
        'sizeLimit: 1',
        "value: '0644'",
        "value: 'yes'",
        "value: '1.10'",
      ],
      ...['port: 80', 'periodSeconds: 10'],
    ]) {
      expect(text).toMatch(new RegExp(`^ *(- )?${line.replaceAll('.', '[.]')}$`, 'm'));
    }
  });

  test.each([
    [
      'defaultMode: 0o644',
      'must be a whole number, not `0o644` (line 4 of it)',
      'write `0644`: Jenkins reads YAML 1.1',
    ],
    [
      'defaultMode: "0644"',
      'must be a whole number, not `0644`',
      'correct `spec.volumes[0].secret.defaultMode`',
    ],
    ['defaultMode: 0888', 'must be a whole number', ''],
    ['defaultMode: 1.5', 'must be a whole number', ''],
    ['defaultMode: 99999999999999999999', 'must be a whole number', ''],
    ['defaultMode: yes', 'must be a whole number', ''],
    ['optional: y', 'must be true or false, not `y`', ''],
    ['optional: "yes"', 'must be true or false, not `yes`', ''],
    ['optional: {}', 'must be true or false, not a mapping', ''],
    ['secretName: [a]', 'must be a text, not a list', ''],
    ['items: {key: a}', 'must be a list, not a mapping', ''],
  ])('refuse a pod with %s', (field, problem, advice) => {
    const { codes, messages, help } = controllerOf(`
  agents:
    - name: generic
      yaml: |
        spec:
          volumes:
            - name: s
              secret: { ${field} }
`);
    expect(codes).toEqual(['controller/pod-yaml']);
    expect(messages[0]).toContain(problem);
    expect(help[0]).toContain(advice);
  });

  test('are told of fields that a pod does not have', () => {
    const { messages, pod } = pods(`
  agents: [{name: generic, yaml: "spec: {toleration: [{key: a}], containers: [{name: jnlp, comand: [a]}]}"}]`);
    expect(messages).toEqual([
      '4: controller/pod-field: there is no field `spec.toleration` in a PodSpec of Kubernetes',
      '4: controller/pod-field: there is no field `spec.containers[0].comand` in a Container of Kubernetes',
    ]);
    expect(pod('generic')).toMatchObject({ spec: { toleration: [{ key: 'a' }] } });
  });

  test.each([
    ['{type: secret, path: /a}', '`name` is missing in a volume of type `secret`'],
    ['{type: host-path, path: /a}', '`host_path` is missing in a volume of type `host-path`'],
  ])('refuse the volume %s', (volume, problem) => {
    const { messages } = pods(`  agents: [{name: generic, volumes: [${volume}]}]`);
    expect(messages[0]).toContain(problem);
  });

  test('never run with the account of Jenkins, unless that is one of another namespace', () => {
    const agents = '  agents:\n    - name: generic\n      service_account: jenkins\n';
    expect(pods(agents).messages[0]).toMatch(/^5: controller\/agent-account: /);
    expect(pods(`${agents}  kubernetes: {agent_namespace: agents}`).codes).toEqual([]);
    expect(pods('  kubernetes: {service_account: jenkins-agent}').codes).toEqual([
      'controller/agent-account',
      'controller/agent-account',
    ]);
  });

  test('that stand twice are refused', () => {
    expect(pods('  agents: [{name: a}, {name: a}]').codes).toEqual(['controller/duplicate']);
  });
});

test('settings that no ConfigMap could hold are refused', () => {
  const value = 'x'.repeat(350_000);
  const { messages } = controllerOf(`  env: [{name: A, value: ${value}}]`);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/^3: controller\/too-large: .* the most is in `22-variables`$/);
});
