import type { GroovyProblem } from '../groovy/compile-groovy.ts';

/** A pipeline and the world that it meets. */
export interface PipelineScenario {
  /** Scripted or declarative. */
  readonly text: string;
  /** Environment variables of the build. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, unknown>>;
  /** What `currentBuild` says, and the build's own number. */
  readonly build?: BuildFacts;
  /** What steps do that do not simply succeed: the first one that fits. */
  readonly answers?: readonly StepAnswer[];
  /** Further step names, of plugins that the runner does not know. */
  readonly extraSteps?: readonly string[];
}

/** What a build says of itself. */
export interface BuildFacts {
  readonly number?: number;
  readonly projectName?: string;
  /** Classes of what started it, such as `hudson.model.Cause$UserIdCause`. */
  readonly causes?: readonly string[];
  /** Variables that an older build has set globally. */
  readonly buildVariables?: Readonly<Record<string, string>>;
  readonly previousBuildInProgress?: BuildFacts;
  readonly previousSuccessfulBuild?: BuildFacts;
}

/** What one step does. */
export interface StepAnswer {
  readonly step: string;
  /** A part of the step's arguments, as text; any call fits without it. */
  readonly match?: string;
  /** How many calls it answers; all without it. */
  readonly times?: number;
  /** Exit code of a shell step. */
  readonly exit?: number;
  /** What a shell step with `returnStdout` returns. */
  readonly stdout?: string;
  /** What the step returns: input, readFile, fileExists, checkout and others. */
  readonly returns?: unknown;
  /** The step fails with this message. */
  readonly error?: string;
  /** The step is interrupted: input aborted, a build stopped; for `timeout`, the time is up at the next step inside. */
  readonly abort?: boolean;
  /** Result of the build that the `build` step starts. */
  readonly result?: BuildResult;
}

export type BuildResult = 'SUCCESS' | 'UNSTABLE' | 'FAILURE' | 'NOT_BUILT' | 'ABORTED';

/** What a run of a pipeline did. */
export interface PipelineResult {
  readonly result: BuildResult;
  /** What ended it. */
  readonly error?: { readonly type: string; readonly message: string; readonly line?: number };
  readonly compileErrors?: readonly GroovyProblem[];
  /** Every step in order; steps with a body come before what is in them. */
  readonly calls: readonly StepCall[];
  readonly displayName: string;
  readonly description: string | null;
  /** What the Groovy sandbox would refuse; line 0 for what only showed while running. Must be empty. */
  readonly refused: readonly GroovyProblem[];
  /** Lines with a GString. */
  readonly gstrings: readonly number[];
}

/** One call of a step. An argument without a name is under its parameter's: `script` of sh, `message` of echo. */
export interface StepCall {
  readonly step: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The blocks around it, outermost first: `node(generic)`, `stage(Deploy)`, `branch(a)`, `post(always)`. */
  readonly path: readonly string[];
  /** Only of shell steps: all variables, with those of withEnv and withCredentials. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Only of declarative stages: `when` was not met. */
  readonly skipped?: boolean;
}

/** How two runs of a pipeline ended, after one of the orders in which their events can come. */
export interface TwoRuns {
  /** The older one, then the newer one. */
  readonly runs: readonly Pick<PipelineResult, 'result' | 'error'>[];
  /** The calls of both, in the order in which they came. */
  readonly calls: readonly { readonly run: number; readonly call: StepCall }[];
  /** After how many events of the older one the newer one moved, and after how many of its own that one moved on. */
  readonly events: readonly [number, number];
}
