import type {
  AccountsScript,
  AddressesScript,
  GuardScript,
  LdapScript,
  MatrixScript,
  OidcScript,
  SecurityScript,
} from './access-scripts.ts';
import type {
  FirstBuildScript,
  ImageJobsScript,
  JobDslSecurityScript,
  RunAsScript,
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
  | AddressesScript
  | LdapScript
  | OidcScript
  | MatrixScript
  | SystemScript
  | VariablesScript
  | MailScript
  | CredentialsScript
  | KnownHostsScript
  | AgentsScript
  | JobDslSecurityScript
  | RunAsScript
  | SeedJobScript
  | ImageJobsScript
  | FirstBuildScript
  | VerifyScript;
