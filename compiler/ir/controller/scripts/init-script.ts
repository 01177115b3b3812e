import type {
  AccountsScript,
  GuardScript,
  LdapScript,
  MatrixScript,
  OidcScript,
  SecurityScript,
} from './access-scripts.ts';
import type {
  FirstBuildScript,
  ImageJobsScript,
  JobSecurityScript,
  SeedJobScript,
  VerifyScript,
} from './job-scripts.ts';
import type {
  AgentsScript,
  CredentialsScript,
  KnownHostsScript,
  MailScript,
  SystemScript,
  VariablesScript,
} from './system-scripts.ts';

/** One script of init.groovy.d, as data: one concern each. */
export type InitScript =
  | SecurityScript
  | GuardScript
  | AccountsScript
  | LdapScript
  | OidcScript
  | MatrixScript
  | SystemScript
  | VariablesScript
  | MailScript
  | CredentialsScript
  | KnownHostsScript
  | AgentsScript
  | JobSecurityScript
  | SeedJobScript
  | ImageJobsScript
  | FirstBuildScript
  | VerifyScript;
