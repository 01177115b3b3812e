import type { ItemBase } from './base.ts';
import type { ItemNode } from './node.ts';
import type { Text, Valued } from './text.ts';
import type { Cron } from './triggers.ts';

/** A folder that makes a pipeline job of every branch. */
export interface MultibranchJob extends ItemBase {
  readonly kind: 'multibranch';
  readonly displayName?: Text | undefined;
  readonly sources: readonly BranchSource[];
  readonly triggers?: readonly Cron[] | undefined;
  readonly orphanedItems?: OrphanedItems | undefined;
  /** Path of the script in the repository; `Jenkinsfile` when absent. */
  readonly scriptPath?: Text | undefined;
}

/** Where the branches are. */
export type BranchSource = GitBranchSource | GithubBranchSource;

/** Branches of a git repository. */
export interface GitBranchSource extends ItemNode {
  readonly kind: 'git';
  /** Unique and never empty: Jenkins knows the source by it. */
  readonly id: Text;
  readonly remote: Text;
  readonly credentials?: Text | undefined;
  /** Patterns separated by spaces; all branches (`*`) when absent. */
  readonly includes?: Text | undefined;
  readonly excludes?: Text | undefined;
}

/** Branches and pull requests of a repository on GitHub. */
export interface GithubBranchSource extends ItemNode {
  readonly kind: 'github';
  /** Unique and never empty: Jenkins knows the source by it. */
  readonly id: Text;
  readonly owner: Text;
  readonly repository: Text;
  readonly scanCredentials?: Text | undefined;
  /** `SAME`, those of the scan, when absent. */
  readonly checkoutCredentials?: Text | undefined;
}

/** How long jobs of branches that are gone are kept. */
export interface OrphanedItems extends ItemNode {
  readonly daysToKeep?: Valued<number> | undefined;
  readonly numToKeep?: Valued<number> | undefined;
}
