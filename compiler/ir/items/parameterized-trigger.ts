import type { ItemNode } from './node.ts';
import type { Text, Valued } from './text.ts';
import type { Threshold } from './threshold.ts';

/** Starts other jobs with parameters. */
export interface ParameterizedTrigger extends ItemNode {
  readonly jobs: readonly Text[];
  readonly condition?:
    | 'ALWAYS'
    | 'SUCCESS'
    | 'UNSTABLE'
    | 'UNSTABLE_OR_BETTER'
    | 'UNSTABLE_OR_WORSE'
    | 'FAILED'
    | undefined;
  readonly triggerWithNoParameters?: Valued<boolean> | undefined;
  /** Hands on the parameters of this build. */
  readonly currentBuild?: Valued<boolean> | undefined;
  readonly predefined?: readonly PredefinedParameter[] | undefined;
  /** Waits for the jobs; only in a build step. */
  readonly block?: TriggerBlock | undefined;
}

/** A parameter with a value that may use variables of this build. */
export interface PredefinedParameter extends ItemNode {
  readonly name: Text;
  readonly value: Text;
}

/** Which results of the started jobs fail the step, fail the build, or make it unstable. */
export interface TriggerBlock extends ItemNode {
  readonly buildStepFailure?: Threshold | undefined;
  readonly failure?: Threshold | undefined;
  readonly unstable?: Threshold | undefined;
}
