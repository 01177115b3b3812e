import type { ItemNode } from './node.ts';
import type { Valued } from './text.ts';

/** How long builds are kept; what is absent is unlimited. */
export interface LogRotation extends ItemNode {
  readonly daysToKeep?: Valued<number> | undefined;
  readonly numToKeep?: Valued<number> | undefined;
  readonly artifactDaysToKeep?: Valued<number> | undefined;
  readonly artifactNumToKeep?: Valued<number> | undefined;
}
