import { fromSeveral, type Origin } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import type { Valued } from '../../text/traced-text.ts';

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

interface SshKeyCredential extends CredentialBase {
  readonly kind: 'ssh-key';
  readonly username: CredentialUser;
  readonly privateKey: SecretKey;
  readonly passphrase?: SecretKey;
}

interface LoginCredential extends CredentialBase {
  readonly kind: 'username-password';
  readonly username: CredentialUser;
  readonly password: SecretKey;
}

interface TextCredential extends CredentialBase {
  readonly kind: 'secret-text';
  readonly text: SecretKey;
}

interface FileCredential extends CredentialBase {
  readonly kind: 'file';
  /** Name that the file has in builds. */
  readonly fileName: Sourced<string>;
  readonly content: SecretKey;
}

/** A secret value that the controller reads at start, and what for. */
export interface SecretReference extends SecretKey {
  /** Half a sentence for people who have to make the Secret: `password of the administrator`. */
  readonly purpose: Valued<string>;
  /** Half a sentence: where the value comes from. */
  readonly source: string;
  /** The credential that it is part of. */
  readonly credential?: Sourced<string>;
  /** What kubectl should make it from: a file keeps its line breaks, a text has none. */
  readonly form: 'text' | 'file';
}

/**
 * Where a secret value is at run time: a key of a Kubernetes Secret, which the controller sees as the file
 * `<secret>/<key>`. The value itself is never part of the model.
 */
export interface SecretKey {
  readonly secret: Sourced<string>;
  readonly key: Sourced<string>;
  /** Environment variable that is read when the file is absent, as in the original. */
  readonly variable?: string;
}

/** Returns a key of a Secret that is only read because something else says so, such as the type of a credential. */
export function usedFor(key: Sourced<string>, why: Origin): Sourced<string> {
  return sourced(key.value, fromSeveral([key.origin, why]));
}
