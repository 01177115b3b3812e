import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { lower } from '../../../../compiler/lower/lower.ts';
import { analyse } from '../../../../compiler/pipeline.ts';
import { plain } from '../../../../compiler/print/yaml.ts';
import { jobsOf } from './lowered-jobs.ts';

interface Pod {
  readonly metadata: {
    readonly labels: Record<string, string>;
    readonly annotations?: Record<string, string>;
  };
  readonly spec: {
    readonly affinity?: object;
    readonly securityContext: Record<string, unknown>;
    readonly volumes?: readonly object[];
    readonly containers: readonly {
      readonly name: string;
      readonly env?: readonly { readonly name: string; readonly value: string }[];
      readonly volumeMounts?: readonly { readonly mountPath: string; readonly subPath?: string }[];
    }[];
  };
}

function specs(component: string, jenkins: string) {
  return {
    build: `project: shop\ncomponents:\n  - ${component}\n`,
    jenkins: `project: shop\njenkins: ${jenkins}\n`,
  };
}

function cached(component: string, jenkins = '{}') {
  const { script, messages } = jobsOf(specs(component, jenkins));
  const text = /return '''\\\n([\s\S]*?)'''/.exec(script('web'))?.[1] ?? '';
  const pod = load(text) as Pod;
  const variables = (name: string) =>
    Object.fromEntries(
      (pod.spec.containers.find((each) => each.name === name)?.env ?? []).map((each) => [
        each.name,
        each.value,
      ]),
    );
  return { pod, messages, variables, script: script('web') };
}

test.each([
  ['npm', { npm_config_cache: '/caches/npm' }, '/caches/npm'],
  ['pip', { PIP_CACHE_DIR: '/caches/pip' }, '/caches/pip'],
  [
    'maven',
    { MAVEN_OPTS: '-Dmaven.repo.local=/caches/maven/repository', MAVEN_USER_HOME: '/caches/maven' },
    '/caches/maven',
  ],
  ['gradle', { GRADLE_USER_HOME: '/caches/gradle' }, '/caches/gradle'],
  ['go', { GOMODCACHE: '/caches/go/mod', GOCACHE: '/caches/go/build' }, '/caches/go'],
  ['bundler', { BUNDLE_GLOBAL_GEM_CACHE: 'true', BUNDLE_USER_CACHE: '/caches/bundler' }, '/caches/bundler'],
  ['apt', {}, '/var/cache/apt/archives'],
])('the cache %s is told to the tool by %j and lies at %s', (cache, env, mountPath) => {
  const { pod, messages, variables } = cached(`{name: web, caches: [${cache}], build: [{shell: ./x}]}`);
  expect(messages).toEqual([]);
  expect(variables('jnlp')).toEqual(env);
  expect(pod.spec.containers[0]?.volumeMounts?.[0]).toEqual({
    name: 'caches',
    mountPath,
    subPath: `web/${cache}`,
  });
});

test('what apt has downloaded is kept, against the file of the images of Debian', () => {
  const { pod } = cached('{name: web, caches: [apt], build: [{shell: ./x}]}');
  expect(pod.metadata.annotations).toEqual({
    'bitesize/apt': 'Binary::apt::APT::Keep-Downloaded-Packages "true";',
  });
  expect(pod.spec.containers[0]?.volumeMounts?.[1]).toMatchObject({
    mountPath: '/etc/apt/apt.conf.d/docker-clean',
    subPath: 'docker-clean',
  });
});

test('folders are kept in the containers where steps run, each path once', () => {
  const { pod } = cached(
    '{name: web, image: "node:22", caches: [/usr/local/cargo/registry, /usr/local/cargo/registry, /sbt], build: [{shell: ./x}, {shell: y, container: jnlp}]}',
    '{agents: [{name: generic, containers: [{name: idle, image: x}]}]}',
  );
  const mounts = pod.spec.containers.map(({ name, volumeMounts = [] }) => [
    name,
    volumeMounts.map(({ mountPath, subPath }) => `${mountPath} ${subPath}`),
  ]);
  const both = ['/usr/local/cargo/registry web/folders/usr/local/cargo/registry', '/sbt web/folders/sbt'];
  expect(mounts).toEqual([
    ['jnlp', both],
    ['idle', []],
    ['node-22', both],
  ]);
});

test('pods that use a volume of one node run on the same; others run anywhere', () => {
  const component = '{name: web, caches: [npm], build: [{shell: ./x}]}';
  const { pod } = cached(component);
  expect(pod.metadata.labels).toEqual({ 'bitesize/agent': 'generic', 'bitesize/caches': 'jenkins-caches' });
  expect(pod.spec.affinity).toEqual({
    podAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        {
          labelSelector: { matchLabels: { 'bitesize/caches': 'jenkins-caches' } },
          topologyKey: 'kubernetes.io/hostname',
        },
      ],
    },
  });
  expect(pod.spec.securityContext).toMatchObject({ fsGroup: 1000, fsGroupChangePolicy: 'OnRootMismatch' });
  expect(cached(component, '{caches: {access: ReadWriteMany}}').pod.spec).not.toHaveProperty('affinity');
});

test.each([
  ['env: [{name: npm_config_cache, value: /x}]', '{}', ['job/cache-variable']],
  ['env: [{name: npm_config_cache, value: /caches/npm}]', '{}', []],
  ['env: [{name: OTHER, value: /x}]', '{}', []],
  ['', '{agents: [{name: generic, env: [{name: npm_config_cache, value: /x}]}]}', ['job/cache-variable']],
  ['image: "node:22"', '{agents: [{name: generic, env: [{name: npm_config_cache, value: /x}]}]}', []],
  ['agent: mac', '{}', ['job/no-pod']],
])('%s beside a cache, with %s, is told as %j', (more, jenkins, codes) => {
  const { messages } = jobsOf(
    specs(`{name: web, caches: [npm], ${more}${more === '' ? '' : ', '}build: [{shell: ./x}]}`, jenkins),
  );
  expect(messages.map((message) => message.replace(/: .*/, ''))).toEqual(codes);
});

test('a variable of the agent stays as it is written', () => {
  const { variables } = cached(
    '{name: web, caches: [maven], build: [{shell: ./x}]}',
    '{agents: [{name: generic, env: [{name: MAVEN_OPTS, value: -Xmx1g -Dmaven.repo.local=/caches/maven/repository}]}]}',
  );
  expect(variables('jnlp')).toEqual({
    MAVEN_OPTS: '-Xmx1g -Dmaven.repo.local=/caches/maven/repository',
    MAVEN_USER_HOME: '/caches/maven',
  });
});

function claims(component: string, jenkins: string) {
  const sources = Object.entries(specs(component, jenkins)).map(([kind, text]) => ({
    name: `${kind}.bitesize`,
    text,
  }));
  const { ir } = lower(analyse(sources).project);
  return ir.controller.objects
    .filter(({ id }) => id.kind === 'PersistentVolumeClaim' && id.name.endsWith('-caches'))
    .map(({ id, manifest }) => [id.namespace, (plain(manifest) as { spec: unknown }).spec]);
}

test('the volume is one claim in the namespace of the agents that use it; nobody has it who keeps nothing', () => {
  const cache = 'caches: [npm], build: [{shell: ./x}]';
  const spec = (access: string, size: string, more = {}) => ({
    accessModes: [access],
    ...more,
    resources: { requests: { storage: size } },
  });
  expect(claims('{name: web, image: "node:22"}', '{}')).toEqual([]);
  expect(claims(`{name: web, ${cache}}`, '{}')).toEqual([['shop-jenkins', spec('ReadWriteOnce', '20Gi')]]);
  expect(
    claims(
      `{name: web, ${cache}}`,
      '{kubernetes: {agent_namespace: builds, storage: {class: fast}}, caches: {size: 1Ti, access: ReadWriteMany}}',
    ),
  ).toEqual([['builds', spec('ReadWriteMany', '1Ti', { storageClassName: 'fast' })]]);
  expect(
    claims(
      `{name: web, agent: dind, ${cache}}`,
      '{caches: {class: nfs}, agents: [{name: dind, allowed_jobs: [web]}]}',
    ),
  ).toEqual([['shop-jenkins-privileged', spec('ReadWriteOnce', '20Gi', { storageClassName: 'nfs' })]]);
});
