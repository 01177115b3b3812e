import { load } from 'js-yaml';
import type { ApiClient } from '../api/api-client.ts';
import { applyObject, type Manifest, manifestOf } from '../api/objects.ts';

interface Template {
  readonly spec: { readonly serviceAccountName?: string };
}

interface Workload {
  readonly spec: {
    readonly template?: Template;
    readonly jobTemplate?: { readonly spec: { readonly template: Template } };
  };
}

/**
 * Returns the pod that a controller would make of an object, in a namespace where the account that it runs as is made for
 * it; undefined for an object that has none.
 */
export async function podOf(
  client: ApiClient,
  manifest: Manifest,
  namespace: string,
): Promise<Manifest | undefined> {
  if (!/^(Deployment|StatefulSet|CronJob|Job)$/.test(manifest.kind)) return undefined;
  const { spec } = load(manifest.text) as Workload;
  const template = spec.template ?? spec.jobTemplate?.spec.template;
  const account = {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: template?.spec.serviceAccountName ?? 'default', namespace },
  };
  await applyObject(client, manifestOf(JSON.stringify(account)));
  const metadata = { name: manifest.name, namespace };
  return manifestOf(JSON.stringify({ apiVersion: 'v1', kind: 'Pod', ...template, metadata }));
}
