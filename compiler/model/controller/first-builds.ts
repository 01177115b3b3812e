import type { Sourced } from '../../text/sourced.ts';
import type { Valued } from '../../text/traced-text.ts';

/** What people have to know until the first builds run: what is checked out, and what starts what. */
export interface FirstBuilds {
  /** Every repository that jobs check out, once for each credential and user, in the order of the specs. */
  readonly checkouts: readonly Checkout[];
  /** The variables of builds that take the text of a credential. */
  readonly bindings: readonly Binding[];
  /** When component jobs look for changes; empty for never. */
  readonly poll: Sourced<string>;
  readonly webhook: Sourced<boolean>;
  /** When `service-manage` runs by itself; empty for never. */
  readonly serviceManage: Sourced<string>;
  /** Names of the components that have a repository. */
  readonly components: readonly Sourced<string>[];
  /** Names of the applications. */
  readonly applications: readonly Sourced<string>[];
  /** Names of the applications that no component starts the image job of. */
  readonly startedByHand: readonly Sourced<string>[];
  /** Names of the components whose pull requests are built. */
  readonly requests: readonly Sourced<string>[];
  /** Names of the environments that only pull requests are deployed to. */
  readonly previews: readonly Sourced<string>[];
  /** Names of the environments that wait for an approval. */
  readonly manual: readonly Sourced<string>[];
  /** Who may approve; empty for everybody who may build the job. */
  readonly approvers: readonly Sourced<string>[];
}

/** A repository that is checked out with a credential. */
export interface Checkout {
  readonly job: 'seed' | 'component' | 'test';
  readonly git: Sourced<string>;
  readonly credentials: Sourced<string>;
  /** Whether its forge calls an address of its own in place of that of the git plugin. */
  readonly hasForge?: boolean;
  /** What checks it out, such as `component web`. */
  readonly usedBy: Valued<string>;
}

/** A variable of a build that takes the text of a credential. */
interface Binding {
  readonly credentials: Sourced<string>;
  readonly usedBy: Valued<string>;
}
