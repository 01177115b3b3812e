import type { ItemBase } from './base.ts';
import type { LogRotation } from './log-rotation.ts';
import type { ItemNode } from './node.ts';
import type { Property } from './properties.ts';
import type { Scm } from './scm.ts';
import type { Text, Valued } from './text.ts';
import type { Trigger } from './triggers.ts';

/** A pipeline job. */
export interface PipelineJob extends ItemBase {
  readonly kind: 'pipeline';
  readonly displayName?: Text | undefined;
  readonly logRotation?: LogRotation | undefined;
  /** In seconds. */
  readonly quietPeriod?: Valued<number> | undefined;
  readonly authenticationToken?: Text | undefined;
  readonly disabled?: Valued<boolean> | undefined;
  readonly properties?: readonly Exclude<Property, { kind: 'weight' }>[] | undefined;
  readonly triggers?: readonly Trigger[] | undefined;
  readonly definition: Definition;
  /** Builds the job once as soon as it is there. */
  readonly queue?: boolean | undefined;
}

/** Where the script of a pipeline is. */
export type Definition = CpsDefinition | CpsScmDefinition;

/** The script stands in the job. */
export interface CpsDefinition extends ItemNode {
  readonly kind: 'cps';
  readonly script: Text;
  readonly sandbox: boolean;
}

/** The script stands in a repository. */
export interface CpsScmDefinition extends ItemNode {
  readonly kind: 'cps-scm';
  readonly scm: Scm;
  readonly scriptPath: Text;
  readonly lightweight: Valued<boolean>;
}
