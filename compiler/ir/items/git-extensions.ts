import type { ItemNode } from './node.ts';
import type { Text, Valued } from './text.ts';

/** A behaviour of the git checkout. */
export type GitExtension =
  | GitSimpleExtension
  | GitRelativeTargetDirectory
  | GitLocalBranch
  | GitCloneOptions
  | GitSubmoduleOptions
  | GitMergeOptions;

/** A behaviour without settings. */
export interface GitSimpleExtension extends ItemNode {
  readonly kind: GitSimpleExtensionKind;
}

/** Behaviours without settings. */
export type GitSimpleExtensionKind =
  | 'clean-after-checkout'
  | 'clean-before-checkout'
  | 'disable-remote-poll'
  | 'ignore-notify-commit'
  | 'per-build-tag'
  | 'prune-branches'
  | 'wipe-out-workspace';

/** Checks out into a folder of the workspace. */
export interface GitRelativeTargetDirectory extends ItemNode {
  readonly kind: 'relative-target-directory';
  readonly directory: Text;
}

/** Checks out a local branch instead of a detached head; without a name git chooses the remote branch's. */
export interface GitLocalBranch extends ItemNode {
  readonly kind: 'local-branch';
  readonly branch?: Text | undefined;
}

/** How the repository is cloned. */
export interface GitCloneOptions extends ItemNode {
  readonly kind: 'clone-options';
  readonly shallow?: Valued<boolean> | undefined;
  /** Commits of a shallow clone. */
  readonly depth?: Valued<number> | undefined;
  readonly noTags?: Valued<boolean> | undefined;
  readonly honorRefspec?: Valued<boolean> | undefined;
  /** Folder of a repository to borrow objects from. */
  readonly reference?: Text | undefined;
  /** In minutes. */
  readonly timeout?: Valued<number> | undefined;
}

/** How submodules are checked out. */
export interface GitSubmoduleOptions extends ItemNode {
  readonly kind: 'submodule-options';
  readonly disable?: Valued<boolean> | undefined;
  readonly recursive?: Valued<boolean> | undefined;
  readonly tracking?: Valued<boolean> | undefined;
  readonly parentCredentials?: Valued<boolean> | undefined;
  /** Folder of a repository to borrow objects from. */
  readonly reference?: Text | undefined;
  /** In minutes. */
  readonly timeout?: Valued<number> | undefined;
}

/** Merges another branch before the build. */
export interface GitMergeOptions extends ItemNode {
  readonly kind: 'merge-options';
  readonly remote: Text;
  readonly branch: Text;
}
