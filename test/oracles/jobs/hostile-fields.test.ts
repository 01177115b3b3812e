import { expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { isError } from '../../../compiler/diagnostics/diagnostic.ts';
import { compileCps } from '../groovy/compile-cps.ts';
import { runPipeline, stepsOf } from '../pipeline/run-pipeline.ts';
import { bashSyntaxErrors } from '../shell/check-shell.ts';
import { parseXml } from '../xml/parse-xml.ts';

/** A project that has every field of Dockerfiles, images of steps, pull requests, publishing and results. */
const specs: Readonly<Record<string, string>> = {
  build: `project: shop
components:
  - name: web
    repository: {git: "https://github.com/acme/shop.git", branch: main, credentials: github}
    paths: [web/**]
    image: node:22.21
    caches: [npm, /var/cache/tool]
    env: [{name: NPM_TOKEN, credentials: npm-token}]
    build:
      - {shell: npm ci}
      - {shell: mvn verify, container: maven}
    artifacts: [{location: "dist/**"}]
    test_results: [web/junit.xml]
    coverage: [{type: cobertura, location: web/coverage.xml}]
    publish:
      - {type: npm, location: web/package.json, url: "https://npm.acme.org/", credentials: npm-token}
      - {type: pypi, location: "wheels/*.whl", url: "https://pypi.acme.org/", credentials: npm-token}
      - {type: maven, location: pom.xml, url: "https://maven.acme.org/", credentials: nexus}
      - {type: file, location: "dist/*.zip", url: "https://nexus.acme.org/raw/", credentials: nexus, version: 1.0.$BUILD_NUMBER}
    pull_requests: {credentials: github, secrets: [npm-token], environment: Preview, marker: web/Dockerfile}
    notifications: {slack: "#shop"}
`,
  application: `project: shop
applications:
  - name: web
    build: {context: web, dockerfile: docker/Dockerfile, target: runtime, args: {NODE_ENV: production}}
  - name: api
    build: {component: web}
    files: [{component: web, location: "dist/**", path: dist/}]
  - name: page
    runtime: nginx:1.27
    version: "1.0"
    files: [{component: web, location: "dist/**", path: /usr/share/nginx/html/}]
`,
  environments: `project: shop
environments:
  - name: Preview
    namespace: shop-preview
    services: [{name: web, port: 8080}]
  - name: Staging
    namespace: shop-stg
    services: [{name: web, port: 8080}, {name: page, port: 80}, {name: redis, image: "redis:7.4", port: 6379}]
`,
  jenkins: `project: shop
jenkins:
  agents:
    - name: generic
      image: registry.acme.org/agent:1.0
      containers: [{name: maven, image: "maven:3.9", command: [sleep], args: [infinity]}]
  credentials:
    - {id: github, type: username-password, username: ci, password_key: token}
    - {id: npm-token, type: secret-text, key: token}
    - {id: nexus, type: username-password, username: ci, password_key: password}
    - {id: slack, type: secret-text, key: token}
  registry: {push: registry.acme.org, secret: registry, builder: "moby/buildkit:v0.32.2-rootless"}
  slack: {workspace: acme, credentials: slack}
  caches: {size: 20Gi, class: fast}
`,
};

/** Where a text stands: the spec, and what stands there now. */
const fields: readonly (readonly [string, string])[] = [
  ['build', 'branch: main'],
  ['build', 'paths: [web/**'],
  ['build', 'image: node:22.21'],
  ['build', 'caches: [npm, /var/cache/tool'],
  ['build', 'container: maven'],
  ['build', 'artifacts: [{location: "dist/**"'],
  ['build', 'test_results: [web/junit.xml'],
  ['build', 'type: cobertura, location: web/coverage.xml'],
  ['build', 'type: npm, location: web/package.json'],
  ['build', 'type: npm, location: web/package.json, url: "https://npm.acme.org/"'],
  ['build', 'type: pypi, location: "wheels/*.whl"'],
  ['build', 'type: maven, location: pom.xml'],
  ['build', 'type: file, location: "dist/*.zip"'],
  ['build', 'url: "https://nexus.acme.org/raw/"'],
  ['build', 'version: 1.0.$BUILD_NUMBER'],
  ['build', 'credentials: nexus, version'],
  ['build', 'pull_requests: {credentials: github'],
  ['build', 'secrets: [npm-token'],
  ['build', 'marker: web/Dockerfile'],
  ['build', 'slack: "#shop"'],
  ['application', 'context: web'],
  ['application', 'dockerfile: docker/Dockerfile'],
  ['application', 'target: runtime'],
  ['application', 'NODE_ENV: production'],
  ['application', 'location: "dist/**", path: dist/'],
  ['application', 'path: dist/'],
  ['application', 'path: /usr/share/nginx/html/'],
  ['environments', 'image: "redis:7.4"'],
  ['jenkins', 'builder: "moby/buildkit:v0.32.2-rootless"'],
  ['jenkins', 'workspace: acme'],
  ['jenkins', 'class: fast'],
];

/** Texts that would end a literal, a word of a shell or a line, were they not escaped. */
const texts: readonly string[] = [
  `a'''b"c'd`,
  'a$' + '{x}$(id)`id`$x',
  'a\\b\\u0041\\',
  'a\nb\nEOF\n',
  ' a b ',
  '-rf',
  ']]>&amp;<x>',
  "/a/'b'/**",
  'd\u00e9\u202e\u{1f600}/**',
  'a*/ // b/**',
];

/** Puts a text in place of the last value of a part of a spec. */
function withText(part: string, text: string): string {
  const last = /("[^"]*"|[^ [{,"]+)(?=$|, version$)/.exec(part);
  if (last === null) throw new Error(`no value at the end of ${part}`);
  return `${part.slice(0, last.index)}${JSON.stringify(text)}${part.slice(last.index + last[0].length)}`;
}

interface Job {
  readonly path: string;
  readonly script: string;
}

/** Returns the scripts of a project with a text in a field; undefined where it is refused. */
async function jobsWith(spec: string, part: string, text: string): Promise<readonly Job[] | undefined> {
  expect(specs[spec]).toContain(part);
  const sources = Object.entries(specs).map(([name, content]) => ({
    name: `${name}.bitesize`,
    text: name === spec ? content.replace(part, () => withText(part, text)) : content,
  }));
  const { diagnostics, artifacts } = compile(sources);
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) {
    for (const { span, help } of errors) {
      expect(span?.file.name).toBe(`${spec}.bitesize`);
      expect(help).not.toBe('');
    }
    return undefined;
  }
  const configs = artifacts.filter(({ path }) => path.endsWith('/config.xml'));
  return configs.flatMap(({ path, content }) => {
    const script = /<script>([^]*?)<\/script>/.exec(String(content))?.[1];
    return script === undefined ? [] : [{ path, script }];
  });
}

test.todo('x');
