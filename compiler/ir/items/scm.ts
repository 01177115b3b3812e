import type { GitExtension } from './git-extensions.ts';
import type { ItemNode } from './node.ts';
import type { Text } from './text.ts';

/** Where a job gets its sources. */
export type Scm = GitScm;

/** A git checkout. At least one remote; without a branch Jenkins builds every branch (`**`). */
export interface GitScm extends ItemNode {
  readonly kind: 'git';
  readonly remotes: readonly GitRemote[];
  readonly branches?: readonly Text[] | undefined;
  readonly extensions?: readonly GitExtension[] | undefined;
  readonly browser?: GitBrowser | undefined;
  /** Changes outside the filter start no build. Lists of regular expressions for paths. */
  readonly pathFilter?: GitPathFilter | undefined;
}

/** One remote repository. Empty texts count as absent, as the engine has it. */
export interface GitRemote extends ItemNode {
  readonly url: Text;
  readonly name?: Text | undefined;
  readonly refspec?: Text | undefined;
  /** Identifier of a credential in Jenkins. */
  readonly credentials?: Text | undefined;
}

/** Which changed paths start a build. */
export interface GitPathFilter extends ItemNode {
  readonly included: readonly Text[];
  readonly excluded: readonly Text[];
}

/** A web view of the repository. */
export interface GitBrowser extends ItemNode {
  readonly kind: 'git-web';
  readonly url: Text;
}
