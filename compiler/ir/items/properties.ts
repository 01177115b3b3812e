import type { EnvironmentVariable } from './environment.ts';
import type { ItemNode } from './node.ts';
import type { Parameter } from './parameters.ts';
import type { Text, Valued } from './text.ts';

/** A property of a job. A job has at most one of each kind; the order of the list is the order in config.xml. */
export type Property =
  | ParametersProperty
  | EnvironmentProperty
  | GithubProjectProperty
  | BlockOnProperty
  | AuthorizationProperty
  | WeightProperty
  | DeliveryPipelineProperty
  | ThrottleProperty
  | NotificationsProperty;

/** The parameters of the job. */
export interface ParametersProperty extends ItemNode {
  readonly kind: 'parameters';
  readonly parameters: readonly Parameter[];
}

/** Environment variables of the whole job, by the EnvInject plugin. */
export interface EnvironmentProperty extends ItemNode {
  readonly kind: 'environment';
  readonly variables: readonly EnvironmentVariable[];
  readonly keepBuildVariables?: Valued<boolean> | undefined;
  readonly keepSystemVariables?: Valued<boolean> | undefined;
  readonly overrideBuildParameters?: Valued<boolean> | undefined;
}

/** The project's page on GitHub. */
export interface GithubProjectProperty extends ItemNode {
  readonly kind: 'github-project';
  readonly url: Text;
}

/** Waits while jobs that match run; regular expressions of names. */
export interface BlockOnProperty extends ItemNode {
  readonly kind: 'block-on';
  readonly jobs: readonly Text[];
}

/** Who may do what with the job. */
export interface AuthorizationProperty extends ItemNode {
  readonly kind: 'authorization';
  readonly permissions: readonly Permission[];
}

/** One permission, such as `hudson.model.Item.Read`, of one user or group. */
export interface Permission extends ItemNode {
  readonly permission: Text;
  readonly who: Text;
}

/** How many executors a build takes. */
export interface WeightProperty extends ItemNode {
  readonly kind: 'weight';
  readonly weight: Valued<number>;
}

/** Where the job stands in a delivery pipeline view. */
export interface DeliveryPipelineProperty extends ItemNode {
  readonly kind: 'delivery-pipeline';
  readonly stage: Text;
  readonly task?: Text | undefined;
}

/** How many builds run at once. */
export interface ThrottleProperty extends ItemNode {
  readonly kind: 'throttle';
  readonly perNode?: Valued<number> | undefined;
  readonly total?: Valued<number> | undefined;
  readonly categories?: readonly Text[] | undefined;
}

/** Calls web hooks. */
export interface NotificationsProperty extends ItemNode {
  readonly kind: 'notifications';
  readonly endpoints: readonly NotificationEndpoint[];
}

/** One web hook. */
export interface NotificationEndpoint extends ItemNode {
  readonly url: Text;
  readonly event?: 'all' | 'started' | 'completed' | 'finalized' | undefined;
  /** In milliseconds. */
  readonly timeout?: Valued<number> | undefined;
}
