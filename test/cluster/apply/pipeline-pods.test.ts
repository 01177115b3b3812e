import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { apiClient } from '../api/api-client.ts';

/* The pods that stand in pipelines of the examples: the server takes them, in the namespace that is theirs. */
interface Pod {
  readonly metadata: { readonly labels: Readonly<Record<string, string>> };
}

const scripts = readdirSync('examples', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\/output\/jenkins\/jobs\/[^/]+\/config\.xml$/.test(path))
  .map((path) => `examples/${path}`)
  .sort();
const pods = scripts.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/'''\\\n(apiVersion: v1\nkind: Pod\n[\s\S]*?)'''/g)].map(
    ([, yaml = ''], index) => ({ title: `${file} ${index + 1}`, pod: load(yaml) as Pod }),
  ),
);
const levels = ['baseline', 'privileged'];

describe('a pod of a pipeline', () => {
  const { request } = apiClient(inject('cluster'));
  const post = (path: string, object: object) =>
    request('POST', path, { body: JSON.stringify(object), type: 'application/json' });

  beforeAll(async () => {
    for (const level of levels) {
      const labels = { 'pod-security.kubernetes.io/enforce': level };
      await post('/api/v1/namespaces', { metadata: { name: `pods-${level}`, labels } });
      await post(`/api/v1/namespaces/pods-${level}/serviceaccounts`, { metadata: { name: 'jenkins-agent' } });
    }
  });

  it('is there', () => {
    expect(pods.length).toBeGreaterThan(8);
  });

  it.each(pods)('is taken: $title', async ({ pod }) => {
    const named = { ...pod, metadata: { ...pod.metadata, name: 'pod' } };
    const answers = await Promise.all(
      levels.map((level) =>
        post(`/api/v1/namespaces/pods-${level}/pods?dryRun=All&fieldValidation=Strict`, named),
      ),
    );
    // What BuildKit needs of the node is forbidden at the level "baseline".
    const builds = pod.metadata.labels['bitesize/agent'] === 'image-build';
    expect(answers.map(({ status }) => status)).toEqual([builds ? 403 : 201, 201]);
  });
});
