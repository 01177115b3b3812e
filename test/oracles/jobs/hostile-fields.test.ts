import { expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { plainText } from '../../../compiler/text/traced-text.ts';
import { compileCps } from '../groovy/compile-cps.ts';
import { runPipeline } from '../pipeline/run-pipeline.ts';
import { bashSyntaxErrors } from '../shell/check-shell.ts';

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
  `a'''b"c'd$` + '{x}$(id)`id`$x',
  'a\\b\\u0041\\',
  'a\nb\nEOF\n',
  ' -rf ]]>&amp;<x>',
  "a/'b'/**",
  'd\u00e9\u202e\u{1f600}*/ // b/**',
];

/** Puts a text in place of the last value of a part of a spec. */
function withText(part: string, text: string): string {
  const last = /("[^"]*"|[^ [{,"]+)(?=$|, version$)/.exec(part);
  if (last === null) throw new Error(`no value at the end of ${part}`);
  return `${part.slice(0, last.index)}${JSON.stringify(text)}${part.slice(last.index + last[0].length)}`;
}

/** The script of a job. */
interface Script {
  readonly job: string;
  readonly text: string;
}

/** Returns the scripts of some specs; none where they are refused, which is told at the spec in question, with a repair. */
function scriptsOf(all: Readonly<Record<string, string>>, wrong?: string): readonly Script[] {
  const { diagnostics, ir } = compile(
    Object.entries(all).map(([name, text]) => ({ name: `${name}.bitesize`, text })),
  );
  for (const { code, span, help } of diagnostics.filter(({ severity }) => severity === 'error')) {
    expect([code, span?.file.name]).toEqual([code, `${wrong}.bitesize`]);
    expect(help.length, code).toBeGreaterThan(0);
  }
  return (ir?.items ?? []).flatMap((item) => {
    if (item.kind === 'multibranch' && item.inline !== undefined)
      return [{ job: plainText(item.name), text: plainText(item.inline.script) }];
    if (item.kind !== 'pipeline' || item.definition.kind !== 'cps') return [];
    return [{ job: plainText(item.name), text: plainText(item.definition.script) }];
  });
}

const answers = [
  { step: 'sh', match: 'git log -1', stdout: '1700000000\n' },
  { step: 'sh', match: 'containerimage.digest', stdout: `sha256:${'a'.repeat(64)}\n` },
];

const before = new Set(scriptsOf(specs).map(({ text }) => text));

test('the project itself has scripts', () => {
  expect(before.size).toBeGreaterThan(5);
});

test.each(fields)('no text in %s, `%s`, becomes code', async (spec, part) => {
  const given = specs[spec] ?? '';
  expect(given).toContain(part);
  for (const text of texts) {
    const changed = { ...specs, [spec]: given.replace(part, () => withText(part, text)) };
    for (const { job, text: script } of scriptsOf(changed, spec)) {
      if (before.has(script)) continue;
      const what = `${job} with ${JSON.stringify(text)}`;
      expect((await compileCps(script)).errors, what).toEqual([]);
      const { calls, refused } = await runPipeline({ text: script, answers });
      expect(refused, what).toEqual([]);
      for (const { arguments: of } of calls.filter(({ step }) => step === 'sh'))
        expect(await bashSyntaxErrors(String(of.script)), what).toBe('');
    }
  }
});
