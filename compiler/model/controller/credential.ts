import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { SecretKey } from './secret-key.ts';

/** A credential of Jenkins; its secret values are read from files when Jenkins starts. */
export type Credential = SshKeyCredential | LoginCredential | TextCredential | FileCredential;

/** What every credential has. */
interface CredentialBase {
  readonly id: Sourced<string>;
  readonly description: Sourced<string>;
  readonly scope: Sourced<'GLOBAL' | 'SYSTEM'>;
  readonly origin: Origin;
}

/** A user name that is no secret, or one from a Secret. */
export type CredentialUser =
  | { readonly kind: 'plain'; readonly name: Sourced<string> }
  | { readonly kind: 'secret'; readonly name: SecretKey };

export interface SshKeyCredential extends CredentialBase {
  readonly kind: 'ssh-key';
  readonly username: CredentialUser;
  readonly privateKey: SecretKey;
  readonly passphrase?: SecretKey;
}

export interface LoginCredential extends CredentialBase {
  readonly kind: 'username-password';
  readonly username: CredentialUser;
  readonly password: SecretKey;
}

export interface TextCredential extends CredentialBase {
  readonly kind: 'secret-text';
  readonly text: SecretKey;
}

export interface FileCredential extends CredentialBase {
  readonly kind: 'file';
  /** Name that the file has in builds. */
  readonly fileName: Sourced<string>;
  readonly content: SecretKey;
}
