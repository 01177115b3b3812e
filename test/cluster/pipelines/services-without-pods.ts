import type { ApiClient } from '../api/api-client.ts';
import { type Manifest, objectsIn } from '../api/objects.ts';
import type { CompiledProject } from '../project/compile-project.ts';

interface Workload {
  readonly spec: {
    readonly selector?: Readonly<Record<string, string>>;
    readonly template?: { readonly metadata: { readonly labels: Readonly<Record<string, string>> } };
  };
}

/** Returns whether an object is a Service that others know: not that of a colour, where one looks before switching. */
export function isStable({ kind, name }: Manifest): boolean {
  return kind === 'Service' && !/-(blue|green)$/.test(name);
}

/** Returns the names of Services whose selector fits no pods of a Deployment of its namespace: nobody would answer. */
export async function servicesWithoutPods(
  client: ApiClient,
  { environments }: CompiledProject,
): Promise<readonly string[]> {
  const lonely: string[] = [];
  for (const { namespace, applied } of environments) {
    const stored = [...(await objectsIn(client, namespace)).values()];
    const parsed = stored.map(({ kind, name, text }) => ({
      kind,
      name,
      object: JSON.parse(text) as Workload,
    }));
    const pods = parsed
      .filter(({ kind }) => kind === 'Deployment')
      .map(({ object }) => object.spec.template?.metadata.labels ?? {});
    const wanted = new Set(applied.filter(isStable).map(({ name }) => name));
    for (const { kind, name, object } of parsed) {
      if (kind !== 'Service' || !wanted.has(name)) continue;
      const selector = Object.entries(object.spec.selector ?? {});
      if (!pods.some((labels) => selector.every(([label, value]) => labels[label] === value)))
        lonely.push(name);
    }
  }
  return lonely;
}
