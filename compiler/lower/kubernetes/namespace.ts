import type { KubernetesObject } from '../../model/kubernetes/kubernetes-object.ts';
import { projectLabels } from './labels.ts';
import { objectFile } from './namespaced-object.ts';
import type { Scope } from './scope.ts';

/** Returns the Namespace of an environment, where the settings ask for it: elsewhere it is made by somebody else. */
export function namespaceObject(scope: Scope): KubernetesObject | undefined {
  const { create_namespaces: wanted } = scope.project.settings.environments;
  if (!wanted.value) return undefined;
  const name = scope.environment.namespace;
  return {
    kind: 'kubernetes-object',
    id: { apiVersion: 'v1', kind: 'Namespace', name: name.value },
    file: objectFile('v1', 'Namespace', name.value),
    comments: [],
    manifest: { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: projectLabels(scope) } },
    origin: wanted.origin,
  };
}
