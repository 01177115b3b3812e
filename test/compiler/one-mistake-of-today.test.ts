import { expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { positionAt } from '../../compiler/text/position.ts';

/** A project of today without findings: Dockerfiles, images of steps, pull requests, results and registries. */
const whole = {
  build: `project: shop
components:
  - name: web
    repository:
      git: https://github.com/acme/shop.git
      branch: main
      credentials: github
    paths: [web/**, package.json]
    image: node:22.21
    caches: [npm, /var/cache/tool]
    env:
      - {name: MODE, value: fast}
      - {name: NPM_TOKEN, credentials: npm-token}
    build:
      - shell: npm ci
      - shell: python -m unittest
        image: python:3.13
      - shell: mvn verify
        container: maven
    artifacts:
      - location: "dist/**"
    test_results: [web/junit.xml]
    coverage:
      - {type: cobertura, location: web/coverage.xml}
    publish:
      - {type: npm, location: web/package.json, url: "https://npm.acme.org/", credentials: npm-token}
      - {type: file, location: "dist/*.zip", url: "https://nexus.acme.org/raw/", credentials: nexus, version: 1.0.$BUILD_NUMBER}
    pull_requests:
      credentials: github
      forks: no-secrets
      secrets: [npm-token]
      environment: Preview
      marker: web/Dockerfile
    notifications: {slack: "#shop"}
  - name: api
    repository:
      git: https://git.acme.org/shop/api.git
      branch: main
      credentials: gitlab-user
      forge: gitlab
    image: golang:1.25
    build:
      - shell: go test ./...
    pull_requests:
      server: company
`,
  application: `project: shop
applications:
  - name: web
    build:
      context: web
      dockerfile: docker/Dockerfile
      target: runtime
      args: {NODE_ENV: production}
  - name: api
    build:
      component: api
  - name: page
    runtime: nginx:1.27
    version: "1.0"
    files:
      - {component: web, location: "dist/**", path: /usr/share/nginx/html/}
`,
  environments: `project: shop
environments:
  - name: Preview
    namespace: shop-preview
    services:
      - name: web
        port: 8080
  - name: Staging
    namespace: shop-stg
    services:
      - name: web
        port: 8080
      - name: api
        port: 8081
      - name: page
        port: 80
      - name: redis
        image: redis:7.4
        port: 6379
`,
  jenkins: `project: shop
jenkins:
  url: https://ci.acme.org/
  seed: {repository: "https://github.com/acme/specs.git", credentials: github, branch: main}
  agents:
    - name: generic
      image: registry.acme.org/agent:1.0
      containers:
        - {name: maven, image: "maven:3.9", command: [sleep], args: [infinity]}
  credentials:
    - {id: github, type: username-password, username: ci, password_key: token}
    - {id: gitlab-user, type: username-password, username: ci, password_key: token}
    - {id: npm-token, type: secret-text, key: token}
    - {id: nexus, type: username-password, username: ci, password_key: password}
    - {id: gitlab-api, type: secret-text, key: token}
    - {id: slack, type: secret-text, key: token}
  registry: {push: registry.acme.org, secret: registry, builder: "moby/buildkit:v0.32.2-rootless"}
  kubernetes: {namespace: shop-jenkins}
  slack: {workspace: acme, credentials: slack}
  forges:
    - {name: company, type: gitlab, url: "https://git.acme.org", credentials: gitlab-api}
  caches: {size: 20Gi, class: fast, access: ReadWriteMany}
`,
} as const;

type Kind = keyof typeof whole;

/** What a run says about the project with one part of one spec changed: `code file:line:column`. */
function found(kind: Kind, part: string, wrong: string): readonly string[] {
  expect(whole[kind]).toContain(part);
  const texts: Record<Kind, string> = { ...whole, [kind]: whole[kind].replace(part, () => wrong) };
  const sources = Object.entries(texts).map(([name, text]) => ({ name: `${name}.bitesize`, text }));
  return compile(sources).diagnostics.map(({ code, span, help }) => {
    expect(help.length, code).toBeGreaterThan(0);
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
  ['build', 'pull_requests:\n      server: company', 'pull_requests:', 'spelling/empty-value build:44:18'],
  ['build', 'image: node:22.21', 'image: [node]', 'schema/wrong-type build:9:12'],
  ['build', 'image: node:22.21', 'image: node', 'image/no-tag build:9:12'],
  ['build', 'image: node:22.21', 'image: node:latest', 'image/no-tag build:9:12'],
  ['build', 'image: node:22.21', 'image: ""', 'schema/empty build:9:12'],
  ['build', 'image: node:22.21', 'image: Node:22', 'image/reference build:9:12'],
  ['build', 'image: node:22.21', 'image: "node:22 bad"', 'image/reference build:9:12'],
  ['build', 'image: node:22.21', 'image: 22', 'image/no-tag build:9:12'],
  ['build', 'image: node:22.21', 'image: {name: node}', 'schema/wrong-type build:9:12'],
  ['build', 'image: node:22.21', 'image: https://hub.docker.com/node:22', 'image/reference build:9:12'],
  [
    'build',
    'image: node:22.21',
    'image: node:22.21\n    container: maven',
    'job/image-and-container build:10:16',
  ],
  ['build', 'image: node:22.21', 'imgae: node:22.21', 'schema/unknown-field build:9:5'],
  ['build', 'image: node:22.21', 'image: node:22.21\n    agent: nope', 'job/no-pod build:9:12'],
  ['build', 'image: node:22.21', 'image: node:22.21\n    agent: generic && linux', 'job/no-pod build:9:12'],
  ['build', 'image: node:22.21', 'image: "node:${TAG}"', 'image/reference build:9:12'],
  ['build', 'image: node:22.21', 'image: node@sha256:abc', 'image/reference build:9:12'],
  ['build', 'container: maven', 'container: mavn', 'job/unknown-container build:19:20'],
  ['build', 'container: maven', 'container: [maven]', 'schema/wrong-type build:19:20'],
  ['build', 'container: maven', 'container: Maven', 'schema/pattern build:19:20'],
  [
    'build',
    'container: maven',
    'container: maven\n        image: node:22',
    'job/image-and-container build:19:20',
  ],
  ['build', 'caches: [npm, /var/cache/tool]', 'caches: [yarn]', 'schema/pattern build:10:14'],
  ['build', 'caches: [npm, /var/cache/tool]', 'caches: [relative/x]', 'schema/pattern build:10:14'],
  ['build', 'caches: [npm, /var/cache/tool]', 'caches: [/a, /a/]', 'schema/pattern build:10:18'],
  ['build', 'caches: [npm, /var/cache/tool]', 'caches: [/]', 'schema/pattern build:10:14'],
  ['build', 'caches: [npm, /var/cache/tool]', 'caches: [/a/../b]', 'schema/pattern build:10:14'],
  ['build', 'caches: [npm, /var/cache/tool]', 'caches: {npm: true}', 'schema/wrong-type build:10:13'],
  ['build', 'caches: [npm, /var/cache/tool]', 'caches: [/home/jenkins/agent]', 'job/cache-path build:10:14'],
  ['build', 'caches: [npm, /var/cache/tool]', 'caches: [/caches/npm, npm]', 'job/cache-path build:10:14'],
  [
    'build',
    'caches: [npm, /var/cache/tool]',
    'caches: [apt, /var/cache/apt/archives]',
    'job/cache-path build:10:19',
  ],
  ['build', 'caches: [npm, /var/cache/tool]', 'caches: [/proc]', 'job/cache-path build:10:14'],
  ['build', 'caches: [npm, /var/cache/tool]', 'caches: [""]', 'schema/pattern build:10:14'],
  ['build', 'paths: [web/**, package.json]', 'paths: [/web/**]', 'schema/pattern build:8:13'],
  ['build', 'paths: [web/**, package.json]', 'paths: [../web/**]', 'request/path-pattern build:8:13'],
  ['build', 'paths: [web/**, package.json]', 'paths: [""]', 'schema/pattern build:8:13'],
  ['build', 'paths: [web/**, package.json]', 'paths: ["!web/**"]', 'schema/pattern build:8:13'],
  ['build', 'paths: [web/**, package.json]', 'paths: ["web/{a,b}"]', 'schema/pattern build:8:13'],
  ['build', 'paths: [web/**, package.json]', 'paths: ["./web"]', 'request/path-pattern build:8:13'],
  ['build', 'paths: [web/**, package.json]', 'paths: ["web//x"]', 'request/path-pattern build:8:13'],
  ['build', 'test_results: [web/junit.xml]', 'test_results: []', 'schema/empty build:22:19'],
  [
    'build',
    'test_results: [web/junit.xml]',
    'test_results: [/abs/junit.xml]',
    'check/artifact-pattern build:22:20',
  ],
  [
    'build',
    'test_results: [web/junit.xml]',
    'test_results: [../junit.xml]',
    'check/artifact-pattern build:22:20',
  ],
  ['build', 'test_results: [web/junit.xml]', 'test_results: [""]', 'check/artifact-pattern build:22:20'],
  ['build', 'test_results: [web/junit.xml]', 'test_results: {junit: x}', 'schema/wrong-type build:22:19'],
  [
    'build',
    '{type: cobertura, location: web/coverage.xml}',
    '{type: coberture, location: web/coverage.xml}',
    'schema/not-allowed build:24:16',
  ],
  [
    'build',
    '{type: cobertura, location: web/coverage.xml}',
    '{location: web/coverage.xml}',
    'schema/missing-field build:24:10',
  ],
  ['build', '{type: cobertura, location: web/coverage.xml}', 'cobertura', 'schema/wrong-type build:24:9'],
  [
    'build',
    '{type: cobertura, location: web/coverage.xml}',
    '{type: cobertura, location: /x.xml}',
    'check/artifact-pattern build:24:37',
  ],
  [
    'build',
    '{type: cobertura, location: web/coverage.xml}',
    '{type: cobertura, location: ""}',
    'schema/empty build:24:37',
  ],
  [
    'build',
    '{type: cobertura, location: web/coverage.xml}',
    '{type: cobertura, location: [a, b]}',
    'schema/wrong-type build:24:37',
  ],
  [
    'build',
    'coverage:\n      - {type: cobertura, location: web/coverage.xml}',
    'coverage: {type: cobertura}',
    'schema/wrong-type build:23:15',
  ],
  [
    'build',
    '{type: npm, location: web/package.json',
    '{type: nmp, location: web/package.json',
    'schema/not-allowed build:26:16',
  ],
  [
    'build',
    '{type: npm, location: web/package.json',
    '{location: web/package.json',
    'schema/missing-field build:26:10',
  ],
  [
    'build',
    '{type: npm, location: web/package.json',
    '{type: npm, location: /web/package.json',
    'check/artifact-pattern build:26:31',
  ],
  [
    'build',
    '{type: npm, location: web/package.json',
    '{type: npm, version: "1", location: web/package.json',
    'check/publish-version build:26:21',
  ],
  [
    'build',
    '{type: npm, location: web/package.json',
    '{type: ocr, location: web/package.json',
    'schema/not-allowed build:26:16',
  ],
  [
    'build',
    '{type: npm, location: web/package.json',
    '{type: pypi, location: web/package.json',
    'job/missing-tool build:26:16',
  ],
  ['build', 'url: "https://npm.acme.org/"', 'url: npm.acme.org', 'check/publish-url build:26:54'],
  ['build', 'url: "https://npm.acme.org/"', 'url: ""', 'schema/empty build:26:54'],
  [
    'build',
    'url: "https://npm.acme.org/"',
    'url: "https://a:b@npm.acme.org/"',
    'secret/url-password build:26:65',
  ],
  [
    'build',
    'url: "https://npm.acme.org/", credentials: npm-token}',
    'url: "https://npm.acme.org/"}',
    'schema/missing-field build:26:10',
  ],
  [
    'build',
    'url: "https://npm.acme.org/", credentials: npm-token}',
    'url: "https://npm.acme.org/", credentials: npm-tokn}',
    'check/unknown-credential build:26:92',
  ],
  [
    'build',
    'url: "https://npm.acme.org/", credentials: npm-token}',
    'credentials: npm-token}',
    'schema/missing-field build:26:10',
  ],
  ['build', 'location: "dist/*.zip", url', 'url', 'check/publish-files build:27:16'],
  ['build', 'version: 1.0.$BUILD_NUMBER', 'version: "a b"', 'schema/pattern build:27:111'],
  ['build', 'version: 1.0.$BUILD_NUMBER', 'version: $(id)', 'schema/pattern build:27:111'],
  [
    'build',
    'pull_requests:\n      credentials: github',
    'pull_requests:\n      credentials: githb',
    'check/unknown-credential build:29:20',
  ],
  [
    'build',
    'pull_requests:\n      credentials: github',
    'pull_requests:\n      credentials: npm-token',
    'request/credential-type build:29:20',
  ],
  [
    'build',
    'pull_requests:\n      credentials: github\n',
    'pull_requests:\n',
    'request/no-credentials build:29:7',
  ],
  ['build', 'forks: no-secrets', 'forks: no_secrets', 'schema/not-allowed build:30:14'],
  ['build', 'forks: no-secrets', 'forks: yes', 'schema/not-allowed build:30:14'],
  ['build', 'forks: no-secrets', 'forks: secrets', 'request/fork-secrets build:30:14'],
  ['build', 'forks: no-secrets', 'forks: [secrets]', 'schema/wrong-type build:30:14'],
  ['build', 'forks: no-secrets', 'fork: secrets', 'schema/unknown-field build:30:7'],
  ['build', 'secrets: [npm-token]', 'secrets: [nexus]', 'request/unknown-secret build:31:17'],
  ['build', 'secrets: [npm-token]', 'secrets: [NPM_TOKEN]', 'request/unknown-secret build:31:17'],
  ['build', 'environment: Preview', 'environment: Previw', 'request/unknown-environment build:32:20'],
  ['build', 'environment: Preview', 'environment: [Preview]', 'schema/wrong-type build:32:20'],
  ['build', 'environment: Preview', 'environment: ""', 'schema/empty build:32:20'],
  ['build', 'marker: web/Dockerfile', 'marker: /web/Dockerfile', 'schema/pattern build:33:15'],
  ['build', 'marker: web/Dockerfile', 'marker: ../x', 'schema/pattern build:33:15'],
  ['build', 'marker: web/Dockerfile', 'marker: ""', 'spelling/empty-value build:33:15'],
  ['build', 'marker: web/Dockerfile', 'marker: web/', 'request/marker build:33:15'],
  ['build', 'marker: web/Dockerfile', 'marker: "**/x"', 'request/marker build:33:15'],
  ['build', 'marker: web/Dockerfile', 'server: company', 'request/unknown-server build:33:15'],
  ['build', 'forge: gitlab', 'forge: gitlb', 'schema/not-allowed build:40:14'],
  ['build', 'forge: gitlab', 'forge: github', 'request/unknown-server build:45:15'],
  ['build', 'forge: gitlab\n', '\n', 'request/unknown-forge build:37:12'],
  ['build', 'server: company', 'server: compny', 'request/unknown-server build:45:15'],
  ['build', 'server: company', 'true', 'schema/wrong-type build:45:7'],
  ['build', 'pull_requests:\n      server: company', 'pull_requests: true', 'schema/wrong-type build:44:20'],
  ['build', 'slack: "#shop"', 'slak: "#shop"', 'job/notification build:34:27'],
  ['build', 'slack: "#shop"', 'slack: #shop', 'source/syntax build:34:20'],
  ['build', 'slack: "#shop"', 'slack: ["#a", "#b"]', 'schema/wrong-type build:34:28'],
  ['application', 'context: web', 'context: ../web', 'image/context application:5:16'],
  ['application', 'context: web', 'context: /web', 'image/context application:5:16'],
  ['application', 'context: web', 'context: ""', 'schema/empty application:5:16'],
  ['application', 'context: web', 'context: https://github.com/x/y.git', 'image/context application:5:16'],
  ['application', 'context: web', 'context: [web]', 'schema/wrong-type application:5:16'],
  [
    'application',
    'dockerfile: docker/Dockerfile',
    'dockerfile: ../../Dockerfile',
    'image/context application:6:19',
  ],
  ['application', 'dockerfile: docker/Dockerfile', 'dockerfile: docker/', 'image/context application:6:19'],
  ['application', 'dockerfile: docker/Dockerfile', 'dockerfile: ""', 'schema/empty application:6:19'],
  [
    'application',
    'dockerfile: docker/Dockerfile',
    'dockerfle: Dockerfile',
    'schema/unknown-field application:6:7',
  ],
  ['application', 'target: runtime', 'target: "run time"', 'image/target application:7:15'],
  ['application', 'target: runtime', 'target: ""', 'schema/empty application:7:15'],
  ['application', 'target: runtime', 'target: [a]', 'schema/wrong-type application:7:15'],
  [
    'application',
    'args: {NODE_ENV: production}',
    'args: {"NODE ENV": production}',
    'image/build-argument application:8:26',
  ],
  [
    'application',
    'args: {NODE_ENV: production}',
    'args: [NODE_ENV=production]',
    'schema/wrong-type application:8:13',
  ],
  [
    'application',
    'args: {NODE_ENV: production}',
    'args: {NODE_ENV: [a]}',
    'schema/wrong-type application:8:24',
  ],
  [
    'application',
    'args: {NODE_ENV: production}',
    'args: {PASSWORD: hunter2secret}',
    'secret/plain-value application:8:24',
  ],
  ['application', 'build:\n      component: api', 'build: api', 'schema/wrong-type application:10:12'],
  ['application', 'build:\n      component: api', 'build:', 'image/no-base application:9:11'],
  [
    'application',
    'build:\n      component: api',
    'build: {component: apii}',
    'link/unknown-component application:10:24',
  ],
  ['application', 'build:\n      component: api', 'build: .', 'schema/wrong-type application:10:12'],
  [
    'application',
    'build:\n      component: api',
    'build: {component: api}\n    runtime: nginx:1',
    'image/beside application:11:5',
  ],
  [
    'application',
    'build:\n      component: api',
    'build: {component: api}\n    command: x',
    'image/beside application:11:5',
  ],
  [
    'application',
    'build:\n      component: api',
    'build: {component: api}\n    version: "a b"',
    'image/version application:11:14',
  ],
  [
    'application',
    'build:\n      component: api',
    'buid: {component: api}',
    'schema/unknown-field application:10:5',
  ],
  ['application', 'runtime: nginx:1.27', '# none', 'image/no-base application:12:11'],
  [
    'application',
    '{component: web, location: "dist/**", path: /usr',
    '{component: wbe, location: "dist/**", path: /usr',
    'link/unknown-component application:16:21',
  ],
  [
    'application',
    '{component: web, location: "dist/**", path: /usr',
    '{component: api, location: "dist/**", path: /usr',
    'image/no-artifacts application:16:21',
  ],
  [
    'application',
    '{component: web, location: "dist/**", path: /usr',
    '{component: web, location: "/dist/**", path: /usr',
    'image/file-path application:16:36',
  ],
  [
    'application',
    '{component: web, location: "dist/**", path: /usr',
    '{component: web, path: /usr',
    'schema/missing-field application:16:10',
  ],
  ['application', 'path: /usr/share/nginx/html/', 'path: usr/share', 'image/file-path application:16:53'],
  ['environments', 'image: redis:7.4', 'image: redis', 'image/no-tag environments:18:16'],
  ['environments', 'image: redis:7.4', 'image: redis:latest', 'image/no-tag environments:18:16'],
  ['environments', 'image: redis:7.4', 'image: ""', 'schema/empty environments:18:16'],
  [
    'environments',
    'image: redis:7.4',
    'image: redis:7.4\n        application: web',
    'check/dead-field environments:18:9',
  ],
  [
    'environments',
    'image: redis:7.4',
    'image: redis:7.4\n        version: "1"',
    'check/dead-field environments:18:9',
  ],
  [
    'environments',
    'image: redis:7.4',
    'image: redis:7.4\n        deployment: {method: bluegreen, active: blue}',
    'image/beside environments:19:30',
  ],
  ['environments', 'image: redis:7.4', 'image: [redis]', 'schema/wrong-type environments:18:16'],
  ['environments', 'image: redis:7.4', 'image: Redis:7', 'image/reference environments:18:16'],
  ['environments', 'image: redis:7.4', 'image: "re dis:7"', 'image/reference environments:18:16'],
  ['jenkins', 'builder: "moby/buildkit:v0.32.2-rootless"', 'builder: ""', 'image/reference jenkins:17:66'],
  ['jenkins', 'builder: "moby/buildkit:v0.32.2-rootless"', 'builder: [a]', 'schema/wrong-type jenkins:17:66'],
  [
    'jenkins',
    'slack: {workspace: acme, credentials: slack}',
    'slack: {workspace: acme}',
    'schema/missing-field jenkins:19:11',
  ],
  [
    'jenkins',
    'slack: {workspace: acme, credentials: slack}',
    'slack: {credentials: slack}',
    'schema/missing-field jenkins:19:11',
  ],
  [
    'jenkins',
    'slack: {workspace: acme, credentials: slack}',
    'slack: {workspace: acme, credentials: nexus}',
    'check/slack-credential jenkins:19:41',
  ],
  [
    'jenkins',
    'slack: {workspace: acme, credentials: slack}',
    'slack: {workspace: acme, credentials: slck}',
    'check/unknown-credential jenkins:19:41',
  ],
  [
    'jenkins',
    'slack: {workspace: acme, credentials: slack}',
    'slack: acme',
    'schema/wrong-type jenkins:19:10',
  ],
  ['jenkins', 'slack: {workspace: acme, credentials: slack}', '', 'job/no-slack build:34:28'],
  [
    'jenkins',
    'slack: {workspace: acme, credentials: slack}',
    'slack: {workspace: "https://acme.slack.com", credentials: slack}',
    'schema/pattern jenkins:19:22',
  ],
  [
    'jenkins',
    'slack: {workspace: acme, credentials: slack}',
    'slack: {workspace: acme.slack.com, credentials: slack}',
    'schema/pattern jenkins:19:22',
  ],
  ['jenkins', 'type: gitlab, url', 'type: gitlb, url', 'schema/not-allowed jenkins:21:29'],
  ['jenkins', 'type: gitlab, url', 'type: github, url', 'request/unknown-server build:45:15'],
  ['jenkins', 'type: gitlab, url', 'url', 'schema/missing-field jenkins:21:8'],
  [
    'jenkins',
    'url: "https://git.acme.org", credentials',
    'url: git.acme.org, credentials',
    'request/server-url jenkins:21:42',
  ],
  ['jenkins', 'url: "https://git.acme.org", credentials', 'credentials', 'schema/missing-field jenkins:21:8'],
  ['jenkins', ', credentials: gitlab-api}', '}', 'request/no-credentials build:45:7'],
  [
    'jenkins',
    ', credentials: gitlab-api}',
    ', credentials: github}',
    'request/credential-type jenkins:21:79',
  ],
  [
    'jenkins',
    ', credentials: gitlab-api}',
    ', credentials: gitlab-ap}',
    'check/unknown-credential jenkins:21:79',
  ],
  [
    'jenkins',
    ', credentials: gitlab-api}',
    ', credentials: gitlab-api, port: 22}',
    'controller/ignored-setting jenkins:21:91',
  ],
  [
    'jenkins',
    ', credentials: gitlab-api}',
    ', credentials: gitlab-api, user: x}',
    'controller/ignored-setting jenkins:21:91',
  ],
  [
    'jenkins',
    'forges:\n    - {name: company',
    'forges:\n    - {name: company, type: gitlab, url: "https://x.org", credentials: gitlab-api}\n    - {name: company',
    'controller/duplicate jenkins:22:14',
  ],
  ['jenkins', '{name: company', '{nam: company', 'schema/unknown-field jenkins:21:8'],
  ['jenkins', '{name: company', '{name: ""', 'schema/empty jenkins:21:14'],
  ['jenkins', 'caches: {size: 20Gi', 'caches: {size: 20GB', 'schema/pattern jenkins:22:18'],
  ['jenkins', 'caches: {size: 20Gi', 'caches: {size: 0', 'check/storage-size jenkins:22:18'],
  ['jenkins', 'caches: {size: 20Gi', 'caches: {sze: 20Gi', 'schema/unknown-field jenkins:22:12'],
  ['jenkins', 'class: fast', 'class: Fast_1', 'schema/pattern jenkins:22:31'],
  ['jenkins', 'class: fast', 'class: ""', 'spelling/empty-value jenkins:22:31'],
  ['jenkins', 'access: ReadWriteMany', 'access: ReadWriteMny', 'schema/not-allowed jenkins:22:45'],
  ['jenkins', 'access: ReadWriteMany', 'access: ReadOnlyMany', 'schema/not-allowed jenkins:22:45'],
  ['jenkins', 'access: ReadWriteMany', 'access: rwx', 'schema/not-allowed jenkins:22:45'],
  ['jenkins', 'access: ReadWriteMany', 'access: ReadWriteOncePod', 'schema/not-allowed jenkins:22:45'],
  [
    'jenkins',
    'caches: {size: 20Gi, class: fast, access: ReadWriteMany}',
    'caches: 20Gi',
    'schema/wrong-type jenkins:22:11',
  ],
  ['build', '  - name: api\n', '  - {a: \n  - name: api\n', 'source/syntax build:35:5'],
  [
    'jenkins',
    'slack: {workspace: acme, credentials: slack}',
    'slack: {workspace: acme, credentials: slack',
    'source/syntax jenkins:19:10',
  ],
  ['application', '{NODE_ENV: production}', '{NODE_ENV: production', 'source/syntax application:8:13'],
  ['environments', '  - name: Staging', '  - {a: \n  - name: Staging', 'source/syntax environments:8:5'],
  [
    'application',
    'dist/**", path: /usr',
    'dist/**,other/**", path: /usr',
    'image/file-path application:16:36',
  ],
  ['application', 'dist/**", path: /usr', '../dist/**", path: /usr', 'image/file-path application:16:36'],
  ['build', 'forge: gitlab', 'forge: gerrit', 'request/unknown-server build:45:15'],
];

it.each(mistakes)('%s: %j for %j', (kind, part, wrong, told) => {
  expect(found(kind, part, wrong)).toEqual([told]);
});
