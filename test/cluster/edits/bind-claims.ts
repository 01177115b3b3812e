import { load } from 'js-yaml';
import type { ApiClient } from '../api/api-client.ts';
import type { CompiledProject } from '../project/compile-project.ts';

/** Does what the controller of volumes would have done: only a claim that is bound may grow, if its class lets it. */
export async function bindClaims(client: ApiClient, { environments }: CompiledProject): Promise<void> {
  const storage = '/apis/storage.k8s.io/v1/storageclasses';
  for (const name of ['aws-ebs', 'aws-efs']) {
    const body = {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name },
      provisioner: 'none',
    };
    await client.request('POST', storage, { body: JSON.stringify(body), type: 'application/json' });
  }
  for (const { kind, name, namespace, text: manifest } of environments.flatMap(({ applied }) => applied)) {
    if (kind !== 'PersistentVolumeClaim') continue;
    const { spec } = load(manifest) as {
      readonly spec: { readonly resources: { readonly requests: object } };
    };
    const bound = { status: { phase: 'Bound', capacity: spec.resources.requests } };
    const { status, text } = await client.request(
      'PATCH',
      `/api/v1/namespaces/${namespace}/persistentvolumeclaims/${name}/status`,
      { body: JSON.stringify(bound), type: 'application/merge-patch+json' },
    );
    if (status !== 200) throw new Error(text);
  }
}
