import type { Origin } from '../../text/origin.ts';
import type { Traceable } from '../../text/traceable.ts';

/** One Kubernetes object: its manifest, and the file that it is printed to. */
export interface KubernetesObject {
  readonly kind: 'kubernetes-object';
  /** What the API server knows it by. */
  readonly id: ObjectId;
  /** Name of its file inside its folder, such as `50-deployment-web.yaml`; files sort in the order of applying. */
  readonly file: string;
  /** Lines of the comment at the top of the file, without `#`. Empty for none. */
  readonly comments: readonly string[];
  readonly manifest: Traceable;
  readonly origin: Origin;
}

/** What identifies an object in a cluster. */
export interface ObjectId {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Absent for objects of the whole cluster. */
  readonly namespace?: string;
}
