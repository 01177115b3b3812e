import type { EnvironmentVariable } from './environment.ts';
import type { ItemNode } from './node.ts';
import type { ParameterizedTrigger } from './parameterized-trigger.ts';
import type { Text, Valued } from './text.ts';

/** A build step of a freestyle job. */
export type Builder =
  | EnvironmentBuilder
  | ShellBuilder
  | GradleBuilder
  | SystemGroovyBuilder
  | GroovyBuilder
  | MavenBuilder
  | TriggerBuilder
  | CopyArtifactsBuilder;

/** Environment variables for the steps that follow. */
export interface EnvironmentBuilder extends ItemNode {
  readonly kind: 'environment';
  readonly variables: readonly EnvironmentVariable[];
}

/** A shell script. */
export interface ShellBuilder extends ItemNode {
  readonly kind: 'shell';
  readonly script: Text;
}

/** A run of Gradle. */
export interface GradleBuilder extends ItemNode {
  readonly kind: 'gradle';
  readonly tasks?: Text | undefined;
  readonly switches?: Text | undefined;
  /** The engine's own default is true. */
  readonly useWrapper?: Valued<boolean> | undefined;
  readonly rootBuildScriptDir?: Text | undefined;
  readonly buildFile?: Text | undefined;
  readonly gradleName?: Text | undefined;
}

/** A Groovy script inside the controller; needs approval of an administrator. */
export interface SystemGroovyBuilder extends ItemNode {
  readonly kind: 'system-groovy';
  readonly script: Text;
}

/** A Groovy script in a process of its own. */
export interface GroovyBuilder extends ItemNode {
  readonly kind: 'groovy';
  readonly script: Text;
}

/** A run of Maven. */
export interface MavenBuilder extends ItemNode {
  readonly kind: 'maven';
  readonly goals: Text;
}

/** Starts other jobs with parameters. */
export interface TriggerBuilder extends ItemNode {
  readonly kind: 'trigger';
  readonly triggers: readonly ParameterizedTrigger[];
}

/** Copies artifacts of another job into the workspace. */
export interface CopyArtifactsBuilder extends ItemNode {
  readonly kind: 'copy-artifacts';
  readonly job: Text;
  readonly include: readonly Text[];
  readonly from: BuildSelector;
}

/** Which build of the other job. */
export type BuildSelector =
  | { readonly kind: 'workspace' }
  | { readonly kind: 'latest-successful'; readonly stable?: Valued<boolean> | undefined };
