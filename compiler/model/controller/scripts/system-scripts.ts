import type { Sourced } from '../../../text/sourced.ts';
import type { Agent } from '../agent.ts';
import type { Credential, SecretKey } from '../secret-key.ts';
import type { ScriptBase } from './script-base.ts';

/** Sets what the whole controller is: no builds on it, its address, its message. */
export interface SystemScript extends ScriptBase {
  readonly kind: 'system';
  readonly url: Sourced<string>;
  readonly adminEmail?: Sourced<string>;
  readonly systemMessage: Sourced<string>;
  /** Executors of the built-in node. */
  readonly executors: Sourced<number>;
  readonly agentPort: Sourced<number>;
  /** Whether pages may only run scripts of Jenkins' own files; absent for a core that does not ask. */
  readonly enforcePolicy?: Sourced<boolean>;
}

/** Sets the environment variables of all builds. */
export interface VariablesScript extends ScriptBase {
  readonly kind: 'variables';
  readonly variables: readonly { readonly name: Sourced<string>; readonly value: Sourced<string> }[];
}

/** Sets the mail server. */
export interface MailScript extends ScriptBase {
  readonly kind: 'mail';
  readonly host: Sourced<string>;
  readonly port: Sourced<number>;
  readonly tls: Sourced<boolean>;
  readonly ssl: Sourced<boolean>;
  readonly replyTo: Sourced<string>;
  readonly suffix: Sourced<string>;
  readonly login?: { readonly username: SecretKey; readonly password: SecretKey };
}

/** Sets the workspace of Slack. */
export interface SlackScript extends ScriptBase {
  readonly kind: 'slack';
  readonly workspace: Sourced<string>;
  readonly credentials: Sourced<string>;
  readonly botUser: Sourced<boolean>;
}

/** Adds or updates the credentials. */
export interface CredentialsScript extends ScriptBase {
  readonly kind: 'credentials';
  /** The folder whose store they are in; absent for that of the whole Jenkins. */
  readonly folder?: Sourced<string>;
  readonly credentials: readonly Credential[];
}

/** Sets the host keys of git servers; any other host is refused. */
export interface KnownHostsScript extends ScriptBase {
  readonly kind: 'known-hosts';
  readonly hosts: readonly Sourced<string>[];
}

/** Sets up the cloud that starts agents as pods. */
export interface AgentsScript extends ScriptBase {
  readonly kind: 'agents';
  readonly cloud: Sourced<string>;
  /** Whether only jobs in folders that name the cloud may use it. */
  readonly isRestricted: boolean;
  /** Namespace of the agents; absent for that of the controller, whatever it is at run time. */
  readonly agentNamespace?: Sourced<string>;
  /** Namespace of the controller, for one that does not know its own. */
  readonly namespace: Sourced<string>;
  readonly service: Sourced<string>;
  readonly agentService: Sourced<string>;
  readonly agentPort: Sourced<number>;
  /** Path of Jenkins in its URL: empty, or starting with `/` and not ending with it. */
  readonly pathPrefix: Sourced<string>;
  /** Label of all agent pods, which the NetworkPolicy selects. */
  readonly podLabel: { readonly key: string; readonly value: Sourced<string> };
  readonly agents: readonly Agent[];
}
