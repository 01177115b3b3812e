import { describe, expect, it } from 'vitest';
import { clusterDrift } from '../../../../compiler/live/cluster/cluster-changes.ts';
import { changeLines, findingLines, notesOf } from './answers.ts';
import { fakeKubectl, type Situation } from './fake-kubectl.ts';
import { compiled, shop } from './shop.ts';

async function drift(situation: Situation, specs = shop) {
  const cluster = fakeKubectl(situation);
  const answer = clusterDrift(cluster.host, [await compiled(cluster.project, specs)], 'shop-cluster');
  return {
    answer,
    cluster,
    changes: changeLines(answer),
    findings: findingLines(answer),
    notes: notesOf(answer),
  };
}

/** As `kubectl set image` and the deploy job leave them. */
const setBy = (manager: string, operation: string, fieldsV1: object) => ({
  manager,
  operation,
  time: '2026-11-30T12:05:20Z',
  apiVersion: 'apps/v1',
  fieldsType: 'FieldsV1',
  fieldsV1,
});

const version = {
  'metadata.labels.version': '1.4.0',
  'metadata.labels.app~kubernetes~io/version': '1.4.0',
  'spec.template.metadata.labels.version': '1.4.0',
  'spec.template.metadata.labels.app~kubernetes~io/version': '1.4.0',
  'spec.template.spec.containers.0.image': 'registry.example.com/shop/web:1.4.0',
};

describe('drift of a cluster', () => {
  it('is nothing where all is as it was applied, and asks only four times', async () => {
    const { changes, findings, notes, cluster } = await drift({});
    expect([changes, findings, notes]).toEqual([[], [], []]);
    expect(cluster.calls().map(({ argv }) => argv[0])).toEqual(['version', 'get', 'diff', 'diff']);
    const managers = cluster
      .calls()
      .flatMap(({ argv }) => argv.filter((word) => word.startsWith('--field-manager')));
    expect(managers.sort()).toEqual(['--field-manager=bitesize', '--field-manager=kubectl']);
  });

  it('is what somebody changed, with its line of the specs and who it was', async () => {
    const { changes, findings, notes } = await drift({
      objects: {
        'Deployment/worker': {
          live: { 'spec.replicas': 0, 'spec.template.spec.containers.0.image': 'other/worker:2.0.0' },
          managedFields: [
            setBy('bitesize', 'Apply', { 'f:spec': { 'f:replicas': {} } }),
            setBy('kubectl-set', 'Update', {
              'f:spec': {
                'f:template': {
                  'f:spec': { 'f:containers': { 'k:{"name":"worker"}': { 'f:image': {} } } },
                },
              },
            }),
          ],
        },
      },
    });
    expect(changes).toEqual([
      'change development/Deployment/worker (environments.bitesize:19:19)',
      '  spec.replicas: 2 -> 0 (environments.bitesize:19:19)',
      expect.stringMatching(
        /^ {2}spec\.template\.spec\.containers\[worker\]\.image: registry\.example\.com\/\S+:2\.0\.0 -> other\/worker:2\.0\.0 \(environments\.bitesize:\d+:\d+\)$/,
      ),
      '  ! outage: no pod is left of 2',
    ]);
    expect(findings).toEqual([]);
    expect(notes).toEqual([
      '`Deployment/worker` in `shop-dev`: `kubectl-set` set `spec.template.spec.containers[worker].image` at 2026-11-30T12:05:20Z',
      '`Deployment/worker` in `shop-dev`: `spec.replicas` is as `bitesize` applied it, last at 2026-11-30T12:05:20Z: the specs changed since',
    ]);
  });

  it('leaves out what the server sets itself, and what comes with a manifest', async () => {
    const defaults = {
      'spec.template.spec.containers.0.imagePullPolicy': 'IfNotPresent',
      'spec.template.spec.dnsPolicy': 'ClusterFirst',
      'metadata.annotations.deployment~kubernetes~io/revision': '7',
      'status.replicas': 2,
    };
    const { changes } = await drift({
      objects: {
        'Deployment/worker': {
          live: { ...defaults, 'spec.replicas': 3 },
          merged: { ...defaults, 'spec.revisionHistoryLimit': 10, 'status.replicas': 3 },
        },
      },
    });
    expect(changes).toEqual([
      'change development/Deployment/worker (environments.bitesize:19:19)',
      '  spec.replicas: 2 -> 3 (environments.bitesize:19:19)',
    ]);
  });

  it('hides no difference because of that: a lone one is shown', async () => {
    const { changes } = await drift({
      objects: { 'Deployment/worker': { merged: { 'spec.paused': true } } },
    });
    expect(changes).toEqual([
      expect.stringMatching(/^change development\/Deployment\/worker /),
      expect.stringMatching(/^ {2}spec\.paused: true -> - /),
    ]);
  });

  it('takes the version that runs for the one that is meant', async () => {
    const same = await drift({ objects: { 'Deployment/web': { live: version } } });
    expect(same.changes).toEqual([]);
    const other = await drift({
      objects: {
        'Deployment/web': {
          live: {
            ...version,
            'spec.template.spec.containers.0.image': 'registry.example.com/shop/web:1.5.0',
          },
        },
      },
    });
    expect(other.changes).toEqual([
      expect.stringMatching(/^change development\/Deployment\/web /),
      expect.stringMatching(/containers\[web\]\.image: \S+:1\.4\.0 -> \S+:1\.5\.0 /),
    ]);
  });

  it('counts what is gone as missing, and a first deployment as what is still to come', async () => {
    const { changes, findings, notes } = await drift({
      objects: { 'Service/web': { isMissing: true }, 'Deployment/web': { isMissing: true } },
    });
    expect(changes).toEqual([
      expect.stringMatching(/^remove development\/Service\/web \(environments\.bitesize:\d+:\d+\)$/),
    ]);
    expect(findings).toEqual([]);
    expect(notes).toEqual([
      '`Deployment/web` in `shop-dev` is not there yet: the job `Development-deploy` makes it when it first deploys',
    ]);
  });

  it('shows the order of variables', async () => {
    const { changes } = await drift({
      objects: {
        'Deployment/web': {
          live: {
            ...version,
            'spec.template.spec.containers.0.env.0': { name: 'B', value: '2' },
            'spec.template.spec.containers.0.env.1': { name: 'A', value: '1' },
          },
        },
      },
    });
    expect(changes[1]).toMatch(/containers\[web\]\.env \(order\): A, B -> B, A /);
  });

  it('names a namespace that is not there once, and the objects that it would have', async () => {
    const { changes, findings } = await drift({ absentNamespaces: ['shop-dev'] });
    expect(findings).toEqual([
      'live/missing-namespace: there is no namespace `shop-dev` for `development/PersistentVolumeClaim/data`, `development/Postgres/db`, `development/Service/web` and 6 more objects (environments.bitesize:4)',
      '  help: make it: `kubectl create namespace shop-dev`; or is this the wrong cluster?',
    ]);
    expect(changes.filter((line) => line.includes('/Service/'))).toHaveLength(2);
  });

  it('tells about several things that cannot be read at once, each with what to do, and counts none of them as missing', async () => {
    const { changes, findings } = await drift({
      objects: {
        Postgres: {
          getError:
            'resource mapping not found for name: "db" namespace: "shop-dev" from "STDIN": no matches for kind "Postgres" in version "prsn.io/v1"\nensure CRDs are installed first',
        },
        Role: {
          getError:
            'Error from server (Forbidden): roles.rbac.authorization.k8s.io "x" is forbidden: User "viewer" cannot get resource "roles" in API group "rbac.authorization.k8s.io"',
        },
        'Service/web': { getError: 'Error from server (InternalError): etcdserver: leader changed' },
        'Service/worker': { live: { 'spec.type': 'NodePort' } },
      },
    });
    expect(findings).toEqual([
      'live/unknown-kind: the cluster does not know the kind `Postgres` of `prsn.io/v1`, so it has no `Postgres/db` in `shop-dev` (environments.bitesize:20)',
      expect.stringMatching(/^ {2}help: install the definition \(CRD\)/),
      'live/unread: cannot read `Service/web` in `shop-dev`: etcdserver: leader changed (environments.bitesize:7)',
      '  help: try again; `kubectl get` with the same context says more',
      expect.stringMatching(
        /^live\/unread: cannot read .*`jenkins\/shop-dev\/Role\/jenkins-deploy\.shop-jenkins`: `viewer` may not get `roles\.rbac\.authorization\.k8s\.io` in the whole cluster \(/,
      ),
      '  help: give `viewer` the right to get `roles.rbac.authorization.k8s.io` in the whole cluster, or use a context of somebody who has it',
    ]);
    expect(changes.filter((line) => !line.startsWith(' '))).toEqual([
      expect.stringMatching(/^change development\/Service\/worker /),
    ]);
  });

  it('compares with the manifests where only reading is allowed', async () => {
    const { changes, findings, cluster } = await drift({
      objects: {
        'Deployment/worker': {
          live: { 'spec.replicas': 5, 'spec.template.spec.dnsPolicy': 'ClusterFirst' },
          diffError:
            'Error from server (Forbidden): deployments.apps "worker" is forbidden: User "viewer" cannot patch resource "deployments" in API group "apps" in the namespace "shop-dev"',
        },
        'Service/web': {
          live: { 'spec.clusterIP': '10.96.0.7' },
          diffError:
            'Error from server (Forbidden): services "web" is forbidden: User "viewer" cannot patch resource "services" in API group "" in the namespace "shop-dev"',
        },
      },
    });
    expect(changes).toEqual([
      'change development/Deployment/worker (environments.bitesize:19:19)',
      '  spec.replicas: 2 -> 5 (environments.bitesize:19:19)',
    ]);
    expect(findings.filter((line) => line.startsWith('live/'))).toEqual([
      expect.stringMatching(
        /^live\/no-dry-run: cannot try to apply `development\/Service\/web` and `development\/Service\/worker`: `viewer` may not patch `services` in `shop-dev`/,
      ),
      expect.stringMatching(
        /^live\/no-dry-run: cannot try to apply .*: `viewer` may not patch `deployments\.apps` in `shop-dev`/,
      ),
    ]);
    // One refusal stands for all of a kind and namespace.
    expect(cluster.calls().length).toBe(6);
  });

  it('says of what the server refuses only that it does: somebody who looks applies nothing', async () => {
    const { changes, findings, notes } = await drift({
      objects: {
        'Service/web': {
          live: { 'spec.ports.0.port': 81 },
          diffError: 'The Service "web" is invalid: spec.ports[1].name: Duplicate value: "http-8080"',
        },
      },
    });
    expect(findings).toEqual([]);
    expect(changes[1]).toMatch(/ports\[http-8080\]\.port: 8080 -> 81 \(environments\.bitesize:9:\d+\)$/);
    expect(notes).toEqual([
      '`Service/web` in `shop-dev`: the server refuses to apply it over what is there: `spec.ports[1].name`: duplicate value',
    ]);
  });

  it('shows no secret, whether specs, variables or messages have it', async () => {
    const secret = 'xK8-correct-horse-battery';
    const { answer } = await drift({
      objects: {
        'Deployment/web': {
          live: {
            ...version,
            'spec.template.spec.containers.0.env.2': { name: 'DB_PASSWORD', value: secret },
            'spec.template.spec.containers.0.env.0.value': `postgres://shop:${secret}@db/shop`,
            'metadata.annotations.kubectl~kubernetes~io/last-applied-configuration': `{"env":"${secret}"}`,
          },
          managedFields: [setBy('kubectl-edit', 'Update', { 'f:spec': { 'f:template': {} } })],
          diffError: `The Deployment "web" is invalid: spec.template.spec.containers[0].env[2].valueFrom: Invalid value: {"password":"${secret}"}: may not be specified when \`value\` is not empty`,
        },
        'ConfigMap/jenkins-init-scripts': { live: { 'data.TOKEN': secret, 'data.other': `token=${secret}` } },
      },
    });
    const shown = JSON.stringify(
      answer.projects.map(({ changes, notes, diagnostics }) => ({
        changes: changes.map(({ fields, risks }) => ({
          fields: fields.map(({ before, after }) => [before?.value, after?.value]),
          risks,
        })),
        notes,
        diagnostics: diagnostics.map(({ message, help }) => ({ message, help })),
      })),
    );
    expect(shown).toContain('********');
    expect(shown).not.toContain(secret);
  });

  it('warns as the server does, and of what is being deleted', async () => {
    const { notes } = await drift({
      warnings: ['policy/v1beta1 PodDisruptionBudget is deprecated'],
      objects: { 'Service/web': { live: { 'metadata.deletionTimestamp': '2026-11-30T12:00:00Z' } } },
    });
    expect(notes).toEqual([
      '`Service/web` in `shop-dev` is being deleted',
      'the server warns: policy/v1beta1 PodDisruptionBudget is deprecated',
    ]);
  });
});

/** As kubectl 1.32.4 and 1.37.2 say it. */
const failures: readonly (readonly [name: string, stderr: string, finding: RegExp])[] = [
  [
    'an unknown context',
    'error: context "nope" does not exist\n',
    /^live\/context: no cluster is meant: context "nope" does not exist$/,
  ],
  ['no current context', 'error: current-context is not set\n', /^live\/context: /],
  [
    'a server that is not there',
    'The connection to the server 127.0.0.1:1 was refused - did you specify the right host or port?\n',
    /^live\/cluster-unreachable: .*127\.0\.0\.1:1 was refused/,
  ],
  [
    'a host that nobody knows',
    'E1130 12:05:21.652348   22152 memcache.go:381] "Couldn\'t get current server API group list" err="x"\nUnable to connect to the server: dial tcp: lookup k8s.invalid: no such host\n',
    /^live\/cluster-unreachable: the cluster gives no answer: dial tcp: lookup k8s\.invalid: no such host$/,
  ],
  [
    'a time-out',
    'Unable to connect to the server: net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)\n',
    /^live\/cluster-unreachable: .*Client\.Timeout/,
  ],
  [
    'a certificate of nobody',
    'Unable to connect to the server: tls: failed to verify certificate: x509: certificate signed by unknown authority\n',
    /^live\/cluster-unreachable: .*x509/,
  ],
  [
    'a login that has run out',
    'error: You must be logged in to the server (Unauthorized)\n',
    /^live\/cluster-login: /,
  ],
  [
    'a login helper that is not there',
    'Unable to connect to the server: getting credentials: exec: executable aws not found\n',
    /^live\/cluster-login: the cluster does not take the login: getting credentials: exec: executable aws not found$/,
  ],
];

describe('a cluster that cannot be asked', () => {
  it.each(failures)('%s', async (_, stderr, finding) => {
    const { answer, findings } = await drift({ failing: { stderr } });
    expect(answer.projects).toEqual([]);
    expect(findings[0]).toMatch(finding);
    expect(findings[1]).toMatch(/^ {2}help: /);
    expect(findings).toHaveLength(2);
  });

  it('a kubectl that is too old', async () => {
    expect((await drift({ version: 'v1.18.2' })).findings[0]).toBe(
      'live/kubectl: cannot run kubectl: kubectl v1.18.2 is too old',
    );
  });

  it('no kubectl', async () => {
    const cluster = fakeKubectl();
    const host = { ...cluster.host, env: { ...cluster.host.env, PATH: '/nowhere' } };
    const answer = clusterDrift(host, [await compiled(cluster.project)], undefined);
    expect(findingLines(answer)[0]).toMatch(/^live\/kubectl: cannot run kubectl: /);
  });

  it('a kubectl that does not end', async () => {
    const cluster = fakeKubectl();
    const run = () => ({ started: false, reason: 'spawnSync kubectl ETIMEDOUT' }) as const;
    const answer = clusterDrift({ ...cluster.host, run }, [await compiled(cluster.project)], undefined);
    expect(findingLines(answer)[0]).toBe(
      'live/cluster-unreachable: the cluster gives no answer: kubectl did not end in time',
    );
  });

  it('a kubectl that is killed: what it wrote until then is not taken for all', async () => {
    const cluster = fakeKubectl();
    const run: typeof cluster.host.run = (program, argv, folder, options) => {
      const ran = cluster.host.run(program, argv, folder, options);
      return argv[0] === 'diff' && ran.started ? { ...ran, code: 1, stdout: '' } : ran;
    };
    const answer = clusterDrift({ ...cluster.host, run }, [await compiled(cluster.project)], undefined);
    expect(changeLines(answer)).toEqual([]);
    expect(findingLines(answer)[0]).toMatch(/^live\/no-dry-run: .*something else than a unified diff/);
  });

  it('no diff for kubectl', async () => {
    const { findings } = await drift({
      objects: {
        '*': { diffError: 'error: failed to run "diff": exec: "diff": executable file not found in $PATH' },
      },
    });
    expect(findings[0]).toMatch(/^live\/kubectl: .*"diff"/);
  });
});
