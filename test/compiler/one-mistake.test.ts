import { expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { positionAt } from '../../compiler/text/position.ts';

/** A project without findings. */
const whole = {
  build: `project: shop
components:
  - name: web
    agent: generic
    repository:
      git: git@github.com:acme/web.git
      branch: main
      credentials: seed-job-key
    dependencies:
      - type: debian-package
        package: make
        version: "4.3"
    env:
      - name: MODE
        value: fast
    build:
      - shell: make package
    artifacts:
      - location: "*.deb"
  - name: api
    agent: small
    repository: {git: git@github.com:acme/api.git, credentials: deploy-key}
    env:
      - {name: NPM_TOKEN, credentials: npm-token}
    build:
      - gradle: {tasks: build}
    artifacts:
      - location: "build/*.deb"
`,
  application: `project: shop
applications:
  - name: web
    runtime: registry.acme.org/nginx:1.27
    version: "1.0"
    command: nginx -g "daemon off;"
    dependencies:
      - type: debian-package
        name: web
        origin: {build: web}
  - name: api
    runtime: registry.acme.org/java:21
    version: "2.0"
    dependencies:
      - type: debian-package
        name: api
        origin: {build: api}
`,
  environments: `project: shop
environments:
  - name: Staging
    namespace: shop-stg
    deployment: {method: rolling-upgrade, timeout: 600}
    services:
      - name: front
        application: web
        version: "1.0"
        external_url: shop.stg.acme.org
        port: 80
        replicas: 2
        env:
          - name: MODE
            value: fast
          - secret: DB_PASSWORD
            value: db/password
        volumes:
          - {name: data, path: /data, size: 1Gi, modes: ReadWriteMany, type: efs}
        requests: {cpu: 100m, memory: 64Mi}
        limits: {cpu: 500m, memory: 128Mi}
        liveness_probe: {handler: {http_get: {path: /health, port: 80}}}
      - name: back
        application: api
        version: "2.0"
        port: 8080
      - name: db
        type: mysql
        version: "5.6"
    tests:
      - name: smoke
        agent: generic
        repository: git@github.com:acme/tests.git
        branch: main
        commands:
          - shell: ./smoke.sh
  - name: Production
    namespace: shop-prd
    services:
      - name: front
        application: web
        version: "1.0"
        external_url: shop.acme.org
        port: 80
        hpa: {min_replicas: 2, max_replicas: 5}
`,
  jenkins: `project: shop
jenkins:
  url: https://ci.acme.org/
  admin_email: Ops <ops@acme.org>
  seed:
    repository: git@github.com:acme/specs.git
    branch: main
  agents:
    - name: generic
      image: registry.acme.org/agent:1.0
      resources: {requests: {cpu: 500m, memory: 512Mi}}
    - name: small
      label: small linux
      image: registry.acme.org/agent:1.0
  credentials:
    - {id: npm-token, type: secret-text, secret: npm, key: token}
    - {id: deploy-key, type: ssh-key, secret: deploy}
  plugins:
    - {id: ansicolor, version: 542.v03d235fee02d}
  registry: {push: registry.acme.org}
  kubernetes:
    namespace: shop-jenkins
    ingress: {host: ci.acme.org}
  pipeline:
    tests: gate
  environments: {custom_resources: [prsn.io]}
`,
  jobs: `project: shop
external:
  credentials: [nexus-login]
  labels: [windows]
  jobs: [platform/base]
jobs:
  - name: nightly
    kind: freestyle
    label: windows
    triggers:
      - upstream: {jobs: [platform/base]}
    wrappers:
      - credentials-binding: [{text: {credentials: nexus-login, variable: LOGIN}}]
    builders:
      - shell: make nightly
  - name: after
    kind: freestyle
    triggers:
      - upstream: {jobs: [nightly]}
    builders:
      - shell: make after
`,
} as const;

type Kind = keyof typeof whole;

/** What a run says about the project with one part of one spec changed: `code file:line:column`. */
function found(kind: Kind, part: string, wrong: string): readonly string[] {
  expect(whole[kind]).toContain(part);
  const texts: Record<Kind, string> = { ...whole, [kind]: whole[kind].replace(part, () => wrong) };
  const sources = Object.entries(texts).map(([name, text]) => ({ name: `${name}.bitesize`, text }));
  return compile(sources).diagnostics.map(({ code, span }) => {
    if (span === undefined) return code;
    const { line, column } = positionAt(span.file, span.start);
    return `${code} ${span.file.name.replace('.bitesize', '')}:${line}:${column}`;
  });
}

it('the project itself is without a finding', () => {
  expect(found('build', 'shop', 'shop')).toEqual([]);
});

/** A mistake, and where it is told: in one place, whatever follows from it. */
const mistakes: readonly (readonly [Kind, string, string, string])[] = [
  ['build', '  - name: web\n', '  - nam: web\n', 'schema/unknown-field build:3:5'],
  ['build', '  - name: web\n    agent', '  - agent', 'schema/missing-field build:3:5'],
  ['build', '  - name: web\n', '  - name: [web]\n', 'spelling/list-of-one build:3:11'],
  ['build', '  - name: web\n', '  - name: ""\n', 'schema/empty build:3:11'],
  ['build', '  - name: web\n', '  - name: we/b\n', 'check/job-name build:3:11'],
  ['build', '  - name: api\n', '  - name: web\n', 'link/duplicate-name build:20:11'],
  ['build', 'project: shop', 'project: shopp', 'link/project-differs build:1:10'],
  ['build', 'project: shop', 'projekt: shop', 'schema/unknown-field build:1:1'],
  ['build', 'project: shop', 'project: [shop]', 'spelling/list-of-one build:1:10'],
  ['build', 'project: shop', 'project: Shop_1!', 'link/project-differs build:1:10'],
  ['build', 'components:', 'component:', 'schema/unknown-field build:2:1'],
  ['build', 'components:', 'compnents:', 'schema/unknown-field build:2:1'],
  ['build', 'agent: generic', 'agent: genric', 'job/unknown-label build:4:12'],
  ['build', 'agent: generic', 'agent: [generic]', 'schema/wrong-type build:4:12'],
  [
    'build',
    'git: git@github.com:acme/web.git',
    'git: git@github.com/acme/web.git',
    'check/git-url build:6:12',
  ],
  [
    'build',
    'git: git@github.com:acme/web.git',
    'gitt: git@github.com:acme/web.git',
    'schema/unknown-field build:6:7',
  ],
  ['build', 'git: git@github.com:acme/web.git', 'git: ""', 'schema/empty build:6:12'],
  ['build', 'branch: main', 'branch: a..b', 'check/git-branch build:7:15'],
  ['build', 'credentials: seed-job-key', 'credentials: seed-jb-key', 'check/unknown-credential build:8:20'],
  [
    'build',
    'type: debian-package\n        package',
    'type: deb-package\n        package',
    'schema/not-allowed build:10:15',
  ],
  [
    'build',
    'type: debian-package\n        package: make',
    'package: make',
    'schema/missing-field build:10:9',
  ],
  ['build', 'package: make\n', 'package: "ma ke"\n', 'job/package build:11:18'],
  ['build', '        package: make\n', '', 'job/no-package build:10:9'],
  ['build', '- name: MODE', '- name: "MO DE"', 'check/variable-name build:14:15'],
  ['build', '- name: MODE', '- nme: MODE', 'schema/unknown-field build:14:9'],
  ['build', 'value: fast', 'value: [fast]', 'spelling/list-of-one build:15:16'],
  ['build', '- shell: make package', '- shel: make package', 'schema/unknown-field build:17:9'],
  ['build', '- shell: make package', '- shell; make package', 'schema/wrong-type build:17:9'],
  ['build', '- shell: make package', '- make package', 'schema/wrong-type build:17:9'],
  ['build', '- shell: make package', '- shell: [make, package]', 'schema/wrong-type build:17:16'],
  ['build', '- gradle: {tasks: build}', '- gradle: {task: build}', 'schema/unknown-field build:26:18'],
  ['build', '- location: "*.deb"', '- location: "/x/*.deb"', 'check/artifact-pattern build:19:19'],
  ['build', '- location: "*.deb"', '- loc: "*.deb"', 'schema/unknown-field build:19:9'],
  ['build', '- location: "*.deb"', '- "*.deb"', 'schema/wrong-type build:19:9'],
  ['build', '- location: "*.deb"', '- location: *.deb', 'source/unknown-alias build:19:19'],
  ['application', '  - name: web\n    runtime', '  - runtime', 'schema/missing-field application:3:5'],
  [
    'application',
    '  - name: web\n    runtime',
    '  - name: {a: b}\n    runtime',
    'schema/wrong-type application:3:11',
  ],
  ['application', '  - name: web\n    runtime', '  - name: We_b\n    runtime', 'image/name application:3:11'],
  [
    'application',
    'runtime: registry.acme.org/nginx:1.27',
    'runtime: registry.acme.org/Nginx:1.27',
    'image/runtime application:4:14',
  ],
  [
    'application',
    'runtime: registry.acme.org/nginx:1.27',
    'runtme: registry.acme.org/nginx:1.27',
    'schema/unknown-field application:4:5',
  ],
  ['application', '    runtime: registry.acme.org/nginx:1.27\n', '', 'image/no-base application:3:11'],
  ['application', 'version: "1.0"', 'version: "1 0"', 'image/version application:5:14'],
  ['application', '    version: "1.0"\n', '', 'image/no-version application:3:11'],
  [
    'application',
    'name: web\n        origin',
    'name: we_b\n        origin',
    'image/package application:9:15',
  ],
  ['application', 'origin: {build: web}', 'origin: {build: wbe}', 'link/unknown-component application:10:25'],
  ['application', 'origin: {build: web}', 'origin: web', 'schema/wrong-type application:10:17'],
  ['application', 'type: debian-package', 'type: debian-pakage', 'schema/not-allowed application:8:15'],
  ['application', 'command: nginx -g', 'command: [nginx, 1] #', 'schema/wrong-type application:6:14'],
  ['application', 'applications:', 'aplications:', 'schema/unknown-field application:2:1'],
  [
    'environments',
    '  - name: Staging\n    namespace',
    '  - namespace',
    'schema/missing-field environments:3:5',
  ],
  ['environments', '  - name: Staging\n', '  - name: [Staging]\n', 'spelling/list-of-one environments:3:11'],
  ['environments', 'namespace: shop-stg', 'namespace: Shop_stg', 'schema/pattern environments:4:16'],
  ['environments', 'namespace: shop-stg', 'namespace: shop-prd', 'kubernetes/same-object environments:40:9'],
  ['environments', 'namespace: shop-stg', 'namespace: [a]', 'spelling/list-of-one environments:4:16'],
  ['environments', '  - name: Production', '  - name: Staging', 'link/duplicate-name environments:37:11'],
  ['environments', 'method: rolling-upgrade', 'method: rolling', 'spelling/value environments:5:26'],
  ['environments', 'timeout: 600', 'timeout: long', 'schema/wrong-type environments:5:52'],
  [
    'environments',
    '      - name: front\n        application: web\n        version: "1.0"\n        external_url: shop.stg',
    '      - application: web\n        version: "1.0"\n        external_url: shop.stg',
    'schema/missing-field environments:7:9',
  ],
  ['environments', '- name: front', '- name: Front_1', 'check/kubernetes-name environments:7:15'],
  ['environments', '- name: db', '- name: Data_Base', 'check/kubernetes-name environments:27:15'],
  ['environments', '- name: front', '- name: [front]', 'spelling/list-of-one environments:7:15'],
  ['environments', '- name: back', '- name: front', 'link/duplicate-name environments:23:15'],
  ['environments', 'application: web', 'application: wbe', 'link/unknown-application environments:8:22'],
  ['environments', 'application: web', 'application: [web]', 'spelling/list-of-one environments:8:22'],
  ['environments', 'application: web', 'aplication: web', 'schema/unknown-field environments:8:9'],
  [
    'environments',
    'external_url: shop.stg.acme.org',
    'external_url: shop_stg.acme.org',
    'check/host environments:10:23',
  ],
  [
    'environments',
    'external_url: shop.stg.acme.org',
    'external_url: https://shop.stg.acme.org/',
    'check/host environments:10:23',
  ],
  [
    'environments',
    'external_url: shop.stg.acme.org',
    'external_url: shop.acme.org',
    'collision/host environments:43:23',
  ],
  [
    'environments',
    'port: 80\n        replicas',
    'port: 0\n        replicas',
    'schema/out-of-range environments:11:15',
  ],
  [
    'environments',
    'port: 80\n        replicas',
    'port: eighty\n        replicas',
    'schema/wrong-type environments:11:15',
  ],
  [
    'environments',
    'port: 80\n        replicas',
    'port: 99999\n        replicas',
    'schema/out-of-range environments:11:15',
  ],
  ['environments', 'replicas: 2', 'replicas: -1', 'schema/out-of-range environments:12:19'],
  ['environments', 'replicas: 2', 'replica: 2', 'schema/unknown-field environments:12:9'],
  ['environments', 'replicas: 2', 'replicas: two', 'schema/wrong-type environments:12:19'],
  [
    'environments',
    '- name: MODE\n            value: fast',
    '- MODE: fast',
    'schema/unknown-field environments:14:13',
  ],
  [
    'environments',
    '- secret: DB_PASSWORD',
    '- secrt: DB_PASSWORD',
    'schema/unknown-field environments:16:13',
  ],
  ['environments', 'path: /data', 'path: data', 'check/mount-path environments:19:32'],
  ['environments', 'size: 1Gi', 'size: 1GB', 'schema/pattern environments:19:45'],
  ['environments', 'size: 1Gi', 'size: 1 gb', 'schema/pattern environments:19:45'],
  ['environments', 'size: 1Gi', 'size: 0', 'check/storage-size environments:19:45'],
  [
    'environments',
    'modes: ReadWriteMany',
    'modes: ReadWriteMay',
    'kubernetes/unknown-access-mode environments:19:57',
  ],
  ['environments', 'type: efs', 'type: ebss', 'kubernetes/unknown-volume-type environments:19:78'],
  ['environments', 'cpu: 100m', 'cpu: 100 m', 'schema/pattern environments:20:25'],
  ['environments', 'cpu: 100m', 'cpu: 64Mi', 'check/quantity-unit environments:20:25'],
  ['environments', 'cpu: 100m', 'cpu: 900m', 'check/request-over-limit environments:20:25'],
  ['environments', 'memory: 64Mi', 'memory: 64MB', 'schema/pattern environments:20:39'],
  ['environments', 'memory: 64Mi', 'memory: 64m', 'check/quantity-unit environments:20:39'],
  ['environments', 'memory: 64Mi', 'memory: "1,5Gi"', 'schema/pattern environments:20:39'],
  ['environments', 'requests: {', 'request: {', 'schema/unknown-field environments:20:9'],
  [
    'environments',
    'liveness_probe: {handler',
    'livenessProbe: {handler',
    'spelling/field-name environments:22:9',
  ],
  [
    'environments',
    'liveness_probe: {handler: {http_get',
    'liveness_probe: {handler: {httpGet',
    'spelling/field-name environments:22:36',
  ],
  ['environments', 'type: mysql', 'type: mysq', 'check/resource-type environments:28:15'],
  ['environments', 'version: "5.6"', 'version: [5.6]', 'spelling/list-of-one environments:29:18'],
  [
    'environments',
    '- name: smoke\n        agent: generic',
    '- agent: generic',
    'schema/missing-field environments:31:9',
  ],
  [
    'environments',
    '- name: smoke\n        agent: generic',
    '- name: smoke\n        agent: genric',
    'job/unknown-label environments:32:16',
  ],
  ['environments', '- shell: ./smoke.sh', '- shel: ./smoke.sh', 'schema/unknown-field environments:36:13'],
  ['environments', 'commands:', 'comands:', 'schema/unknown-field environments:35:9'],
  ['environments', 'max_replicas: 5', 'max_replicas: 1', 'check/hpa-replicas environments:45:29'],
  ['environments', 'max_replicas: 5', 'max_replica: 5', 'schema/unknown-field environments:45:32'],
  [
    'environments',
    'hpa: {min_replicas: 2, max_replicas: 5}',
    'hpa: 5',
    'schema/wrong-type environments:45:14',
  ],
  ['jenkins', 'url: https://ci.acme.org/', 'url: ci.acme.org', 'controller/url jenkins:3:8'],
  ['jenkins', 'admin_email: Ops <ops@acme.org>', 'admin_email: [a]', 'schema/wrong-type jenkins:4:16'],
  [
    'jenkins',
    'repository: git@github.com:acme/specs.git',
    'repository: git@github.com/acme/specs.git',
    'check/git-url jenkins:6:17',
  ],
  ['jenkins', '- name: generic\n', '- nam: generic\n', 'schema/unknown-field jenkins:9:7'],
  ['jenkins', '- name: generic\n', '- name: Gen_eric\n', 'schema/pattern jenkins:9:13'],
  ['jenkins', '- name: small\n      label', '- label', 'schema/missing-field jenkins:12:7'],
  ['jenkins', '- name: small\n', '- name: [small]\n', 'schema/wrong-type jenkins:12:13'],
  [
    'jenkins',
    'image: registry.acme.org/agent:1.0\n      resources',
    'image: "registry acme"\n      resources',
    'image/reference jenkins:10:14',
  ],
  ['jenkins', 'cpu: 500m', 'cpu: 512Mi', 'check/quantity-unit jenkins:11:35'],
  ['jenkins', 'memory: 512Mi', 'memory: 512MB', 'schema/pattern jenkins:11:49'],
  ['jenkins', '- {id: npm-token, type', '- {type', 'schema/missing-field jenkins:16:8'],
  ['jenkins', 'id: npm-token', 'id: [npm]', 'schema/wrong-type jenkins:16:12'],
  ['jenkins', 'type: secret-text', 'type: secret-txt', 'schema/not-allowed jenkins:16:29'],
  ['jenkins', '542.v03d235fee02d', 'latest', 'plugin/unlisted-version jenkins:19:32'],
  ['jenkins', '{id: ansicolor', '{id: ansicolour', 'plugin/unlisted-version jenkins:19:33'],
  [
    'jenkins',
    '{id: ansicolor, version: 542.v03d235fee02d}',
    '{id: git, version: latest}',
    'plugin/below-minimum jenkins:19:26',
  ],
  [
    'jenkins',
    '{id: ansicolor, version: 542.v03d235fee02d}',
    '{id: git, version: "5.0.0"}',
    'plugin/below-minimum jenkins:19:26',
  ],
  [
    'jenkins',
    '{id: ansicolor, version: 542.v03d235fee02d}',
    '{id: git, version: "2.0.0"}',
    'plugin/below-minimum jenkins:19:26',
  ],
  ['jenkins', 'push: registry.acme.org', 'push: "https://registry.acme.org"', 'image/registry jenkins:20:20'],
  ['jenkins', 'namespace: shop-jenkins', 'namespace: Shop_Jenkins', 'schema/pattern jenkins:22:16'],
  ['jenkins', 'ingress: {host: ci.acme.org}', 'ingress: {host: ci_x.acme.org}', 'check/host jenkins:23:21'],
  ['jenkins', 'tests: gate', 'tests: gates', 'schema/not-allowed jenkins:25:12'],
  ['jenkins', 'tests: gate', 'tests: gate\n  numExecutors: 2', 'schema/unknown-field jenkins:26:3'],
  ['jenkins', 'jenkins:\n', 'jenkns:\n', 'schema/unknown-field jenkins:2:1'],
  ['jenkins', '  credentials:\n', '  credentails:\n', 'schema/unknown-field jenkins:15:3'],
  ['jenkins', '  agents:\n', '  agent:\n', 'schema/unknown-field jenkins:8:3'],
  ['jenkins', '- {id: deploy-key, type', '- {type', 'schema/missing-field jenkins:17:8'],
  ['jenkins', '- {id: deploy-key, type', '- {idd: deploy-key, type', 'schema/unknown-field jenkins:17:8'],
  ['jenkins', '- {id: deploy-key, type', '- {id: [deploy-key], type', 'schema/wrong-type jenkins:17:12'],
  [
    'jenkins',
    '- {id: deploy-key, type: ssh-key',
    '- {id: deploy-key, type: ssh-kye',
    'schema/not-allowed jenkins:17:30',
  ],
  ['jenkins', 'label: small linux', 'lable: small linux', 'schema/unknown-field jenkins:13:7'],
  ['jenkins', 'label: small linux', 'label: [a]', 'schema/wrong-type jenkins:13:14'],
  ['jenkins', 'secret: deploy}', 'secrt: deploy}', 'schema/unknown-field jenkins:17:39'],
  ['build', 'credentials: npm-token', 'credentials: npm-tokn', 'check/unknown-credential build:24:40'],
  ['build', 'agent: small', 'agent: smal', 'job/unknown-label build:21:12'],
  [
    'build',
    'repository: {git: git@github.com:acme/api.git',
    'repository: {git: git@gitea.acme.org:acme/api.git',
    'check/host-key build:22:23',
  ],
  [
    'build',
    'repository: {git: git@github.com:acme/api.git',
    'repository: {git: htps://github.com/acme/api.git',
    'check/git-url build:22:23',
  ],
  [
    'jenkins',
    'repository: git@github.com:acme/specs.git',
    'repositry: git@github.com:acme/specs.git',
    'schema/unknown-field jenkins:6:5',
  ],
  [
    'jenkins',
    'image: registry.acme.org/agent:1.0\n      resources',
    'image: node:20\n      resources',
    'controller/agent-image jenkins:10:14',
  ],
  [
    'jenkins',
    'image: registry.acme.org/agent:1.0\n      resources',
    'containers: [{name: n, image: node:20}]\n      resources',
    'job/other-container jenkins:10:37',
  ],
  [
    'environments',
    '    services:\n      - name: front',
    '    servces:\n      - name: front',
    'schema/unknown-field environments:6:5',
  ],
  ['environments', 'tests:\n', 'test:\n', 'schema/unknown-field environments:30:5'],
  ['environments', 'environments:\n', 'enviroments:\n', 'schema/unknown-field environments:2:1'],
  ['environments', 'secret: DB_PASSWORD', 'secret: "DB PASSWORD"', 'check/variable-name environments:16:21'],
  ['environments', 'value: fast', 'valu: fast', 'schema/unknown-field environments:15:13'],
  ['environments', 'handler:', 'handlr:', 'schema/unknown-field environments:22:26'],
  ['jobs', 'external:', 'externl:', 'schema/unknown-field jobs:2:1'],
  ['jobs', 'external:', 'names:', 'schema/unknown-field jobs:2:1'],
  ['jobs', 'credentials: [nexus-login]', 'credntials: [nexus-login]', 'schema/unknown-field jobs:3:3'],
  ['jobs', 'labels: [windows]', 'label: [windows]', 'schema/unknown-field jobs:4:3'],
  ['jobs', 'jobs: [platform/base]', 'job: [platform/base]', 'schema/unknown-field jobs:5:3'],
  ['jobs', 'labels: [windows]', 'labels: {windows: true}', 'schema/wrong-type jobs:4:11'],
  ['jobs', 'credentials: [nexus-login]', 'credentials: [nexus-logn]', 'check/unknown-credential jobs:13:52'],
  ['jobs', 'labels: [windows]', 'labels: [window]', 'job/unknown-label jobs:9:12'],
  ['jobs', 'jobs: [platform/base]', 'jobs: [platform/bas]', 'link/unknown-job jobs:11:27'],
  ['jobs', 'name: nightly', 'nam: nightly', 'schema/unknown-field jobs:7:5'],
  ['jobs', 'label: windows', 'label: windws', 'job/unknown-label jobs:9:12'],
];

it.each(mistakes)('%s: %j as %j is told once', (kind, part, wrong, finding) => {
  expect(found(kind, part, wrong)).toEqual([finding]);
});
