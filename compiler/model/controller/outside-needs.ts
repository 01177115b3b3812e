import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { Valued } from '../../text/traced-text.ts';

/** What other servers have to be told or asked for, so that jobs hear from them and may come to them. */
export interface OutsideNeeds {
  readonly hooks: readonly ForgeHook[];
  readonly tokens: readonly NeededToken[];
}

/** A webhook of a repository whose forge has an address of its own in Jenkins. */
interface ForgeHook {
  readonly repository: Sourced<string>;
  /** Address below that of Jenkins. */
  readonly path: Valued<string>;
  readonly events: string;
  /** Whether the plugin makes it. */
  readonly byJenkins: boolean;
  readonly origin: Origin;
}

/** What a credential must be allowed, and for what. */
interface NeededToken {
  readonly credentials: Sourced<string>;
  readonly usedBy: Valued<string>;
  readonly rights: Valued<string>;
  readonly origin: Origin;
}
