import type { Origin } from '../text/origin.ts';

/**
 * A name that a project takes outside itself, in the cluster, in the registry or on the network. Two projects that take
 * the same one get in each other's way, which no project can see alone.
 */
export interface OutsideName {
  readonly kind: 'host' | 'image' | 'namespace' | 'controller';
  /** The name in the form in which names are compared. */
  readonly key: string;
  /** What takes it, as a message calls it, such as `service \`web\` of environment \`Production\``. */
  readonly what: string;
  readonly origin: Origin;
}
