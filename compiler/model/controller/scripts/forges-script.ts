import type { ItemNode } from '../../../../jenkins/shared/node.ts';
import type { Sourced } from '../../../text/sourced.ts';
import type { SecretKey } from '../secret-key.ts';
import type { ScriptBase } from './script-base.ts';

/** Tells the plugins of forges which servers there are. */
export interface ForgesScript extends ScriptBase {
  readonly kind: 'forges';
  readonly github: readonly GithubServer[];
  readonly gitlab: readonly ForgeServer[];
  readonly bitbucket: readonly ForgeServer[];
  readonly gerrit: readonly GerritServer[];
}

/** A GitHub Enterprise server; its credentials belong to the jobs. */
export interface GithubServer extends ItemNode {
  readonly name: Sourced<string>;
  /** URL of its API. */
  readonly api: Sourced<string>;
}

/** A server whose plugin registers webhooks with the credential. */
export interface ForgeServer extends ItemNode {
  readonly name: Sourced<string>;
  readonly url: Sourced<string>;
  readonly credentials?: Sourced<string>;
}

/** A Gerrit server, whose events come by SSH. */
export interface GerritServer extends ItemNode {
  readonly name: Sourced<string>;
  readonly url: Sourced<string>;
  readonly host: Sourced<string>;
  readonly port: Sourced<number>;
  readonly user: Sourced<string>;
  readonly email: Sourced<string>;
  /** The private key, in the Secret of the credential. */
  readonly key: SecretKey;
}
