import type { ItemBase } from './base.ts';
import type { Builder } from './builders.ts';
import type { LogRotation } from './log-rotation.ts';
import type { Property } from './properties.ts';
import type { Publisher } from './publishers.ts';
import type { Scm } from './scm.ts';
import type { Text, Valued } from './text.ts';
import type { Trigger } from './triggers.ts';
import type { Wrapper } from './wrappers.ts';

/** A freestyle job. Lists run in their order; what is absent keeps Jenkins' own value. */
export interface FreestyleJob extends ItemBase {
  readonly kind: 'freestyle';
  readonly displayName?: Text | undefined;
  /** Label expression of the agents that may run it. */
  readonly label?: Text | undefined;
  readonly logRotation?: LogRotation | undefined;
  /** In seconds. */
  readonly quietPeriod?: Valued<number> | undefined;
  readonly customWorkspace?: Text | undefined;
  readonly authenticationToken?: Text | undefined;
  readonly jdk?: Text | undefined;
  readonly checkoutRetryCount?: Valued<number> | undefined;
  readonly disabled?: Valued<boolean> | undefined;
  readonly concurrentBuild?: Valued<boolean> | undefined;
  readonly keepDependencies?: Valued<boolean> | undefined;
  readonly blockOnUpstream?: Valued<boolean> | undefined;
  readonly blockOnDownstream?: Valued<boolean> | undefined;
  readonly scm?: Scm | undefined;
  readonly properties?: readonly Property[] | undefined;
  readonly triggers?: readonly Trigger[] | undefined;
  readonly wrappers?: readonly Wrapper[] | undefined;
  readonly builders?: readonly Builder[] | undefined;
  readonly publishers?: readonly Publisher[] | undefined;
  /** Settings that are made before the others; only the order of config.xml depends on it. */
  readonly first?: readonly AppendedSetting[] | undefined;
  /** Builds the job once as soon as it is there. */
  readonly queue?: boolean | undefined;
}

/** Settings that have no place in Jenkins' template: the engine appends them in the order of the calls. */
export type AppendedSetting =
  | 'displayName'
  | 'label'
  | 'logRotation'
  | 'quietPeriod'
  | 'customWorkspace'
  | 'scm'
  | 'authenticationToken'
  | 'jdk'
  | 'checkoutRetryCount';
