import { expect, it } from 'vitest';
import { type LeafResult, measureProject } from './causes/measure.ts';

/* The causes by construction (`causes.test.ts`), of pull requests, images, caches, publications and statuses. The goal
 * is 99 % of both; nothing may fall below what is reached. */

const project = {
  name: 'requests-and-images',
  files: new Map<string, string>(),
  sources: [
    {
      name: 'build.bitesize',
      text: `project: shop
components:
  - name: web
    repository: {git: "https://github.com/shop/web.git", branch: main, credentials: api}
    image: "node:22"
    caches: [npm]
    build: [{shell: npm test}]
    publish:
      - {type: oci, location: dist/web.tar, url: registry.acme.org/shop/web, credentials: api, version: "1.0"}
      - {type: file, location: "dist/*.zip", url: "https://raw.acme.org/x/", credentials: api, version: "1.0"}
    commit_status: true
    pull_requests: {credentials: api, marker: package.json}
`,
    },
    {
      name: 'application.bitesize',
      text: `project: shop
applications:
  - {name: web, build: {context: services/web, dockerfile: web.Dockerfile, target: run, args: {NODE: 22}}}
`,
    },
    {
      name: 'jenkins.bitesize',
      text: `project: shop
jenkins:
  registry: {push: registry.acme.org}
  credentials:
    - {id: api, type: username-password, secret: github}
`,
    },
  ],
};

function sumOf(results: readonly LeafResult[], count: (result: LeafResult) => number): number {
  return results.reduce((sum, result) => sum + count(result), 0);
}

it('lines that these values change name them', { timeout: 300_000 }, async () => {
  const results = await measureProject(project, ({ path }) =>
    /caches|publish|commit_status|pull_requests|build\.(context|dockerfile|target|args)/.test(path),
  );
  expect(results.length).toBeGreaterThan(12);
  const missed = results.flatMap(({ leaf, missed: lines }) => lines.map((line) => `${leaf.path}: ${line}`));
  const wrong = results.flatMap(({ leaf, wrong: lines }) => lines.map((line) => `${leaf.path}: ${line}`));
  expect(sumOf(results, ({ changed }) => changed)).toBeGreaterThan(100);
  expect(missed.length / sumOf(results, ({ changed }) => changed)).toBeLessThan(0.035);
  expect(wrong.length / sumOf(results, ({ named }) => named)).toBeLessThan(0.17);
});
