import type { EnvironmentVariable } from './environment.ts';
import type { ItemNode } from './node.ts';
import type { Text, Valued } from './text.ts';

/** Something that is set up around all build steps of a freestyle job. */
export type Wrapper =
  | SimpleWrapper
  | TimeoutWrapper
  | CredentialsBindingWrapper
  | EnvironmentWrapper
  | BuildNameWrapper
  | SshAgentWrapper;

/** A wrapper without settings. */
export interface SimpleWrapper extends ItemNode {
  readonly kind: 'colorize-output' | 'timestamps' | 'pre-build-cleanup' | 'mask-passwords';
}

/** Aborts the build after a time. */
export interface TimeoutWrapper extends ItemNode {
  readonly kind: 'timeout';
  readonly minutes: Valued<number>;
}

/** Gives secrets to the build steps as variables. */
export interface CredentialsBindingWrapper extends ItemNode {
  readonly kind: 'credentials-binding';
  readonly bindings: readonly CredentialsBinding[];
}

/** One secret. */
export type CredentialsBinding = SingleBinding | UsernamePasswordBinding;

/** A secret in one variable: its text, the path of its file, or `user:password`. */
export interface SingleBinding extends ItemNode {
  readonly kind: 'string' | 'file' | 'username-colon-password';
  readonly variable: Text;
  readonly credentials: Text;
}

/** A user and a password in two variables. */
export interface UsernamePasswordBinding extends ItemNode {
  readonly kind: 'username-password';
  readonly usernameVariable: Text;
  readonly passwordVariable: Text;
  readonly credentials: Text;
}

/** Environment variables for all build steps. */
export interface EnvironmentWrapper extends ItemNode {
  readonly kind: 'environment';
  readonly variables: readonly EnvironmentVariable[];
}

/** Names the build. */
export interface BuildNameWrapper extends ItemNode {
  readonly kind: 'build-name';
  readonly template: Text;
}

/** Runs an ssh-agent with keys; at least one. */
export interface SshAgentWrapper extends ItemNode {
  readonly kind: 'ssh-agent';
  readonly credentials: readonly Text[];
}
