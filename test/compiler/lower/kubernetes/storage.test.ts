import { describe, expect, it } from 'vitest';
import { environmentOf, lowerSpecs, manifest, manifests } from './lowered.ts';

const claimOf = (volume: string, jenkins = '') =>
  manifest(
    environmentOf(`- {name: web, volumes: [{name: data, path: /data, ${volume}}]}`, '', jenkins),
    'PersistentVolumeClaim',
    'data',
  ).spec;

const codesOf = (volume: string) =>
  environmentOf(`- {name: web, volumes: [{name: data, path: /data, ${volume}}]}`).codes;

describe('a claim', () => {
  it('has modes, size and the class of its type', () => {
    expect(claimOf('size: 5Gi')).toEqual({
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'aws-ebs',
      resources: { requests: { storage: '5Gi' } },
    });
    const several = claimOf('size: 10G, type: EFS, modes: "ReadWriteMany, ReadOnlyMany"');
    expect(several.accessModes).toEqual(['ReadWriteMany', 'ReadOnlyMany']);
    expect(several.storageClassName).toBe('aws-efs');
  });

  it('has the classes of the settings, beside those that are there anyway', () => {
    const settings = '  environments: {storage_classes: {ebs: gp3, nfs: shared}}\n';
    expect(claimOf('size: 1G', settings).storageClassName).toBe('gp3');
    expect(claimOf('size: 1G, type: nfs', settings).storageClassName).toBe('shared');
    expect(claimOf('size: 1G, type: efs', settings).storageClassName).toBe('aws-efs');
  });

  it('has no class where the settings leave it to the cluster', () => {
    const settings = '  environments: {storage_classes: {ebs: ""}}\n';
    expect(claimOf('size: 1G', settings)).not.toHaveProperty('storageClassName');
  });

  it('takes a volume that is there when it is provisioned by hand', () => {
    const spec = claimOf('size: 1G, provisioning: manual');
    expect(spec.storageClassName).toBe('');
    expect(spec.selector).toEqual({ matchLabels: { name: 'data' } });
  });

  it('needs a size, a known type and known modes', () => {
    expect(codesOf('modes: ReadWriteOnce')).toEqual(['kubernetes/claim-without-size']);
    expect(codesOf('size: 1G, type: nfs')).toEqual(['kubernetes/unknown-volume-type']);
    expect(codesOf('size: 1G, modes: ReadWrite')).toEqual(['kubernetes/unknown-access-mode']);
  });

  it('is one for all services that mount it, and described once', () => {
    const web = '- {name: web, volumes: [{name: data, path: /data, size: 1G}]}';
    const same = environmentOf(`${web}\n- {name: api, volumes: [{name: data, path: /srv, size: 1G}]}`);
    expect(manifests(same).filter(({ kind }) => kind === 'PersistentVolumeClaim')).toHaveLength(1);
    expect(same.codes).toEqual([]);
    const other = environmentOf(`${web}\n- {name: api, volumes: [{name: data, path: /srv, size: 2G}]}`);
    expect(other.codes).toEqual(['kubernetes/claim-conflict']);
  });
});

describe('volumes of a pod', () => {
  it('are claims, Secrets and ConfigMaps with their items', () => {
    const service = `- name: web
  volumes:
    - {name: data, path: /data, size: 1G}
    - {name: tokens, path: /tokens, type: Secret}
    - {name: settings, path: /etc/a, type: configmap, items: [{key: a, path: a.conf, mode: 256}]}`;
    const pod = manifest(environmentOf(service), 'Deployment', 'web').spec.template.spec;
    expect(pod.volumes).toEqual([
      { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
      { name: 'tokens', secret: { secretName: 'tokens' } },
      { name: 'settings', configMap: { name: 'settings', items: [{ key: 'a', path: 'a.conf', mode: 256 }] } },
    ]);
    expect(pod.containers[0].volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath)).toEqual([
      '/data',
      '/tokens',
      '/etc/a',
    ]);
  });

  it('stand once, however often they are mounted, and mean one thing', () => {
    const mounts = (second: string) => `- name: web
  volumes: [{name: data, path: /a, type: secret}, {name: data, path: /b, ${second}}]`;
    const twice = environmentOf(mounts('type: secret'));
    expect(manifest(twice, 'Deployment', 'web').spec.template.spec.volumes).toHaveLength(1);
    expect(twice.codes).toEqual([]);
    expect(environmentOf(mounts('type: configmap')).codes).toEqual(['kubernetes/volume-conflict']);
  });
});

describe('gists', () => {
  const files = new Map([
    ['config/web.properties', 'a=1\n'],
    ['config/more/deep.txt', 'not taken'],
    ['config/b.conf', 'b'],
    [
      'k8s/map.yaml',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: from-file, labels: {team: a}}\ndata:\n  key: 1.10\n',
    ],
    ['k8s/job.yaml', 'kind: Job\n'],
    ['bad name', 'x'],
    ['big', 'x'.repeat(1 << 20)],
    ['odd/lines.txt', 'a\u0085b c\n'],
    ['odd/plain.txt', '\tfirst\nsecond ü \u2028\n'],
    ['k8s/odd.yaml', 'kind: ConfigMap\nmetadata: {name: odd}\ndata: {a: "\\x7F"}\nbinaryData: {b: AA==}\n'],
  ]);
  const lowered = (gist: string, more = '') =>
    lowerSpecs(
      { environments: `project: shop\nenvironments:\n  - {name: Dev, gists: [${gist}]${more}}\n` },
      files,
    );

  it('become ConfigMaps of files and directories', () => {
    const made = lowered('{name: web, files: [./config]}');
    expect(manifest(made, 'ConfigMap', 'web').data).toEqual({ 'b.conf': 'b', 'web.properties': 'a=1\n' });
    expect(made.codes).toEqual([]);
    expect(manifest(lowered('{name: web, files: [config/b.conf]}'), 'ConfigMap', 'web').data).toEqual({
      'b.conf': 'b',
    });
  });

  it('are binary data where kustomize would change their text', () => {
    const made = lowered('{name: odd, files: [odd]}');
    expect(made.codes).toEqual([]);
    expect(manifest(made, 'ConfigMap', 'odd')).toMatchObject({
      data: { 'plain.txt': '\tfirst\nsecond ü \u2028\n' },
      binaryData: { 'lines.txt': Buffer.from('a\u0085b c\n').toString('base64') },
    });
    expect(manifest(made, 'ConfigMap', 'odd').data).not.toHaveProperty('lines.txt');
    const written = manifest(lowered('{path: k8s/odd.yaml}'), 'ConfigMap', 'odd');
    expect(written).toMatchObject({ binaryData: { a: 'fw==', b: 'AA==' } });
    expect(written.data).toBeUndefined();
  });

  it('become ConfigMaps of manifests, under the name of the gist', () => {
    const made = manifest(lowered('{path: k8s/map.yaml}'), 'ConfigMap', 'from-file');
    expect(made.data).toEqual({ key: '1.10' });
    expect(made.metadata.labels).toMatchObject({ team: 'a', creator: 'pipeline' });
    expect(manifest(lowered('{name: other, path: k8s/map.yaml}'), 'ConfigMap', 'other').data).toEqual({
      key: '1.10',
    });
  });

  it.each([
    ['{name: web, files: [gone]}', 'kubernetes/missing-gist-file'],
    ['{name: web, path: gone.yaml}', 'kubernetes/missing-gist-file'],
    ['{name: web, files: [config, config/b.conf]}', 'kubernetes/repeated-gist-key'],
    ['{name: web, files: [bad name]}', 'kubernetes/bad-gist-key'],
    ['{name: web, files: [big]}', 'kubernetes/gist-too-large'],
    ['{name: web}', 'kubernetes/empty-gist'],
    ['{files: [config]}', 'kubernetes/gist-without-name'],
    ['{name: web, path: k8s/job.yaml}', 'kubernetes/not-a-config-map'],
    ['{name: web, type: job, path: k8s/job.yaml}', 'kubernetes/gist-type'],
  ])('%s is reported', (gist, code) => {
    expect(lowered(gist).codes).toEqual([code]);
  });

  it('of another repository are not made, and no password is shown', () => {
    const made = lowered(
      '{name: web, files: [config]}',
      ', gists_repository: {remote: "https://me:pw@git.example.com/c.git"}',
    );
    expect(manifests(made)).toEqual([]);
    const [message] = made.messages.filter((text) => text.includes('kubernetes/'));
    expect(message).toBe(
      'warning kubernetes/foreign-gists: the ConfigMaps from https://git.example.com/c.git are not made',
    );
  });
});

describe('a claim that no disk can be', () => {
  const codes = (volume: string, service = '', jenkins = '') =>
    environmentOf(
      `- {name: web, version: 1.0, ${service}volumes: [{name: data, path: /data, size: 1Gi, ${volume}}]}`,
      '',
      jenkins,
    ).codes;

  it.each([
    ['modes: ReadWriteMany', ['kubernetes/single-node-class']],
    ['modes: "ReadWriteOnce,ReadOnlyMany"', ['kubernetes/single-node-class']],
    ['modes: ReadWriteMany, type: EBS', ['kubernetes/single-node-class']],
    ['modes: ReadWriteMany, type: efs', []],
    ['modes: ReadWriteMany, provisioning: manual', []],
    ['modes: ReadWriteOnce', []],
  ])('is mounted by many nodes: %s', (volume, found) => expect(codes(volume)).toEqual(found));

  it('is not known where the settings name the class', () => {
    const settings = '  environments: {storage_classes: {ebs: shared}}\n';
    expect(codes('modes: ReadWriteMany', '', settings)).toEqual([]);
  });

  it.each([
    ['replicas: 2, ', 'modes: ReadWriteOnce', ['kubernetes/single-node-claim']],
    ['replicas: 2, ', 'modes: ReadWriteOncePod', ['kubernetes/single-node-claim']],
    ['replicas: 1, ', 'modes: ReadWriteOnce', []],
    ['replicas: 2, ', 'type: efs', []],
    [
      'hpa: {min_replicas: 1, max_replicas: 3, metric: {name: cpu, target_average_utilization: 80}}, ',
      'modes: ReadWriteOnce',
      ['kubernetes/single-node-claim'],
    ],
  ])('is mounted by several pods: %s%s', (service, volume, found) => {
    expect(codes(volume, service)).toEqual(found);
  });
});

describe('the Deployment of a service with a disk', () => {
  const strategyOf = (fields: string, volume: string, name = 'web') =>
    manifest(
      environmentOf(`- {name: web, port: 80, ${fields}, volumes: [{name: data, path: /data, ${volume}}]}`),
      'Deployment',
      name,
    ).spec.strategy;

  it.each([
    ['replicas: 1', 'size: 1Gi'],
    ['replicas: 0', 'size: 1Gi, modes: ReadWriteOncePod'],
    ['replicas: 1', 'size: 1Gi, provisioning: manual'],
    ['hpa: {min_replicas: 1, max_replicas: 1}', 'size: 1Gi'],
  ])('ends the old pod first: %s, %s', (fields, volume) => {
    expect(strategyOf(fields, volume)).toEqual({ type: 'Recreate' });
  });

  it.each([
    ['replicas: 2', 'size: 1Gi'],
    ['replicas: 1', 'size: 1Gi, type: efs'],
    ['replicas: 1', 'size: 1Gi, modes: ReadWriteMany'],
    ['replicas: 1', 'type: secret'],
  ])('replaces pods one after the other: %s, %s', (fields, volume) => {
    expect(strategyOf(fields, volume)).toEqual({ type: 'RollingUpdate' });
  });

  it('of a colour stays as it is, and the disk of two colours is told about', () => {
    const blueGreen = 'deployment: {method: bluegreen, active: blue}';
    expect(strategyOf(blueGreen, 'size: 1Gi', 'web-blue')).toEqual({ type: 'RollingUpdate' });
    const { codes } = environmentOf(
      `- {name: web, port: 80, ${blueGreen}, volumes: [{name: data, path: /data, size: 1Gi}]}`,
    );
    expect(codes).toContain('kubernetes/shared-claim');
  });
});
