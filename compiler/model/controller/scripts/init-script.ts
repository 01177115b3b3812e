import type { Origin } from '../../../text/origin.ts';
import type { Sourced } from '../../../text/sourced.ts';
import type { SecretKey } from '../secret-key.ts';
import type {
  AccountsScript,
  AddressesScript,
  GuardScript,
  LdapScript,
  MatrixScript,
  OidcScript,
  SecurityScript,
} from './access-scripts.ts';
import type { ForgesScript } from './forges-script.ts';
import type {
  BuildUsersScript,
  ProjectFolderScript,
  ProjectRightsScript,
  SeedsFolderScript,
} from './project-scripts.ts';
import type { ScriptBase } from './script-base.ts';
import type { CascScript, OwnScriptsScript } from './start-file-scripts.ts';
import type {
  AgentsScript,
  CredentialsScript,
  KnownHostsScript,
  MailScript,
  SlackScript,
  SystemScript,
  VariablesScript,
} from './system-scripts.ts';

/** One script of init.groovy.d, as data: one concern each. */
export type InitScript =
  | SecurityScript
  | GuardScript
  | AccountsScript
  | AddressesScript
  | LdapScript
  | OidcScript
  | MatrixScript
  | SystemScript
  | VariablesScript
  | MailScript
  | SlackScript
  | CredentialsScript
  | KnownHostsScript
  | ForgesScript
  | AgentsScript
  | JobDslSecurityScript
  | RunAsScript
  | SeedJobScript
  | ImageJobsScript
  | FirstBuildScript
  | BuildUsersScript
  | SeedsFolderScript
  | ProjectFolderScript
  | ProjectRightsScript
  | CascScript
  | OwnScriptsScript
  | VerifyScript;

/** Keeps the security of Job DSL on: scripts run in the sandbox, or after an administrator approved them. */
interface JobDslSecurityScript extends ScriptBase {
  readonly kind: 'job-dsl-security';
}

/** Lets a job name the user that its builds run as; sandboxed Job DSL needs one. */
interface RunAsScript extends ScriptBase {
  readonly kind: 'run-as';
}

/** Makes the seed job, or brings it up to date. */
interface SeedJobScript extends ScriptBase {
  readonly kind: 'seed-job';
  readonly job: Sourced<string>;
  /** Absent when only the variable SEED_JOBS_REPO of the controller gives it. */
  readonly repository?: Sourced<string>;
  readonly branch: Sourced<string>;
  readonly credentials: Sourced<string>;
  /** Ant pattern of the Job DSL files. */
  readonly targets: Sourced<string>;
  /** Label of the agents that run it. */
  readonly label: Sourced<string>;
  readonly poll: Sourced<string>;
  readonly webhook: Sourced<boolean>;
  /** Whether pushes come from GitHub, whose webhooks have a trigger of their own. */
  readonly github: Sourced<boolean>;
  readonly keepBuilds: Sourced<number>;
  /** Absent where all builds of a folder have a user already. */
  readonly runAs?: SeedUser;
  /** The folder that it stands in; absent for the top level. */
  readonly folder?: Sourced<string>;
}

/** Whom the seed job runs as: an account of its own, or the administrator where accounts come from elsewhere. */
type SeedUser =
  | { readonly kind: 'account'; readonly name: Sourced<string> }
  | {
      readonly kind: 'admin';
      readonly name: SecretKey;
      /** Where the accounts come from. */
      readonly origin: Origin;
    };

/** Applies the Job DSL that is in the image, and removes the jobs that it no longer makes. */
interface ImageJobsScript extends ScriptBase {
  readonly kind: 'image-jobs';
  /** Folder of the image that holds the scripts. */
  readonly folder: Sourced<string>;
  /** Folder of the image from which they read other files. */
  readonly workspace: Sourced<string>;
}

/** Starts the first build of the seed job once start-up is completed. */
interface FirstBuildScript extends ScriptBase {
  readonly kind: 'first-build';
  readonly job: Sourced<string>;
}

/** Checks that all scripts ran and that the controller is closed; only uses core. */
interface VerifyScript extends ScriptBase {
  readonly kind: 'verify';
  /** Names of the scripts that must have run to their end. */
  readonly scripts: readonly Sourced<string>[];
  readonly executors: Sourced<number>;
}
