import type { ClaimSettings } from '../../../model/controller/controller-deployment.ts';
import {
  controllerComponent,
  type ObjectScope,
} from '../../../model/controller/kubernetes/controller-labels.ts';
import { controllerObject } from '../../../model/controller/kubernetes/controller-object.ts';
import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy, type Origin } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import { canonicalQuantity } from '../../../util/quantity.ts';

const oneNode = sourced('ReadWriteOnce', fromPolicy('One pod at a time uses the volume.'));

/** Returns the claim of the home directory: jobs, history, and the key that credentials are encrypted with. */
export function homeClaim(scope: ObjectScope): KubernetesObject {
  return claim(scope, {
    name: homeClaimName(scope),
    settings: scope.deployment.storage,
    component: controllerComponent,
    origin: fromPolicy('Jobs, history and the key of the credentials outlive the pod of Jenkins.'),
  });
}

/** Returns the claims of the folders that builds keep: one in each namespace where such builds run. */
export function cacheClaims(scope: ObjectScope): readonly KubernetesObject[] {
  const { caches } = scope.deployment;
  if (caches === undefined) return [];
  const { name, claim: settings, access, namespaces, origin } = caches;
  return namespaces.map((namespace) =>
    claim(scope, { name, settings, namespace, access, component: 'caches', origin }),
  );
}

/** Returns the name of the claim of the home directory. */
export function homeClaimName({ deployment: { name } }: ObjectScope): Sourced<string> {
  return name.map((text) => `${text}-home`);
}

/** What a claim is made of. */
export interface ClaimParts {
  readonly name: Sourced<string>;
  readonly settings: ClaimSettings;
  /** Absent for the namespace of the controller. */
  readonly namespace?: Sourced<string>;
  /** Absent for one node. */
  readonly access?: Sourced<string>;
  readonly component: string;
  readonly origin: Origin;
}

/** Returns a claim. */
export function claim(
  scope: ObjectScope,
  { name, settings, namespace = scope.deployment.namespace, access = oneNode, component, origin }: ClaimParts,
): KubernetesObject {
  return controllerObject(scope, {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    name,
    namespace,
    component,
    body: {
      spec: {
        accessModes: [access],
        storageClassName: settings.storageClass,
        resources: { requests: { storage: settings.size.map(canonicalQuantity) } },
      },
    },
    origin,
  });
}
