import type { Sourced } from '../../../text/sourced.ts';
import type { MatrixGrant } from './access-scripts.ts';
import type { ScriptBase } from './script-base.ts';

/** Has every build in the folder of a project run as a user of that folder, and every seed job as one of its own. */
export interface BuildUsersScript extends ScriptBase {
  readonly kind: 'build-users';
  /** The folder of the seed jobs. */
  readonly seeds: Sourced<string>;
}

/** Makes the folder of the seed jobs of a shared controller. */
export interface SeedsFolderScript extends ScriptBase {
  readonly kind: 'seeds-folder';
  readonly folder: Sourced<string>;
  /** The cloud that its jobs may use. */
  readonly cloud: Sourced<string>;
  /** What builds in it may do. */
  readonly grants: readonly MatrixGrant[];
}

/** Makes the folder of a project on a shared controller. It is the first of the scripts of the project. */
export interface ProjectFolderScript extends ScriptBase {
  readonly kind: 'project-folder';
  readonly part: Sourced<string>;
  readonly folder: Sourced<string>;
  /** The only cloud that its jobs may use. */
  readonly cloud: Sourced<string>;
  /** Account that its builds run as; absent where accounts come from elsewhere. */
  readonly account?: Sourced<string>;
}

/**
 * Opens the folder of a project to its owners, its seed job and its builds, if all other scripts of the project ran, and
 * closes it otherwise. It is the last of them.
 */
export interface ProjectRightsScript extends ScriptBase {
  readonly kind: 'project-rights';
  readonly part: Sourced<string>;
  readonly folder: Sourced<string>;
  readonly grants: readonly MatrixGrant[];
  /** Names of the scripts that must have run. */
  readonly scripts: readonly string[];
  /** Full name of the seed job. */
  readonly seedJob: Sourced<string>;
}
