import type { Origin } from '../../../text/origin.ts';
import type { Sourced } from '../../../text/sourced.ts';
import type { SecretKey } from '../secret-key.ts';
import type { ScriptBase } from './script-base.ts';

/** Closes the controller with what core alone offers, before any other script runs. */
export interface SecurityScript extends ScriptBase {
  readonly kind: 'security';
  /** Whether Jenkins' own user database is the realm for good, or only until a plugin's realm takes over. */
  readonly ownRealm: Sourced<boolean>;
  /** Whether logged-in users may do everything for good, or only until the matrix takes over. */
  readonly loggedInStrategy: Sourced<boolean>;
  readonly anonymousRead: Sourced<boolean>;
}

/** Stops Jenkins after start-up if the last script did not pass, whatever kept it from running. */
export interface GuardScript extends ScriptBase {
  readonly kind: 'guard';
}

/** Makes the accounts of Jenkins' own user database. */
export interface AccountsScript extends ScriptBase {
  readonly kind: 'accounts';
  readonly admin: AdminAccount;
  readonly users: readonly UserAccount[];
  /** Account that the seed job runs as; it gets a random password that nobody knows. */
  readonly seedUser?: Sourced<string>;
}

/** The administrator; name and password are secrets. */
export interface AdminAccount {
  readonly name: SecretKey;
  readonly password: SecretKey;
}

/** A further user of the own database. */
export interface UserAccount {
  readonly name: Sourced<string>;
  readonly fullName: Sourced<string>;
  readonly password: SecretKey;
  readonly origin: Origin;
}

/** Sets the mail addresses of users. */
export interface AddressesScript extends ScriptBase {
  readonly kind: 'addresses';
  readonly addresses: readonly { readonly user: Sourced<string>; readonly email: Sourced<string> }[];
}

/** Makes a directory server the realm. */
export interface LdapScript extends ScriptBase {
  readonly kind: 'ldap';
  readonly server: Sourced<string>;
  readonly rootDn: Sourced<string>;
  readonly userSearchBase: Sourced<string>;
  readonly userSearch: Sourced<string>;
  readonly groupSearchBase: Sourced<string>;
  /** Empty means the plugin's own filter. */
  readonly groupSearch: Sourced<string>;
  /** Both absent for an anonymous bind. */
  readonly managerDn?: Sourced<string>;
  readonly managerPassword?: SecretKey;
}

/** Makes an OpenID Connect provider the realm. */
export interface OidcScript extends ScriptBase {
  readonly kind: 'oidc';
  readonly wellKnownUrl: Sourced<string>;
  readonly clientId: Sourced<string>;
  readonly clientSecret: SecretKey;
  readonly scopes: Sourced<string>;
  readonly userNameField: Sourced<string>;
  readonly fullNameField: Sourced<string>;
  readonly emailField: Sourced<string>;
  readonly groupsField: Sourced<string>;
}

/** Decides permissions by a matrix of users and groups. */
export interface MatrixScript extends ScriptBase {
  readonly kind: 'matrix';
  /** Whether folders may grant more to others. */
  readonly perFolder: boolean;
  readonly admin: SecretKey;
  readonly grants: readonly MatrixGrant[];
}

/** One permission of one user or group. */
export interface MatrixGrant {
  readonly type: 'user' | 'group';
  readonly name: Sourced<string>;
  /** Id of the permission, such as `hudson.model.Item.Build`. */
  readonly permission: Sourced<string>;
}
