/** Starts of one Jenkins, one after the other: what the first left behind is there when the second begins. */
export interface InitScenario {
  readonly starts: readonly InitStart[];
}

/** What Jenkins finds when it starts. */
export interface InitStart {
  /** The files of init.groovy.d, in the order in which they run. */
  readonly scripts: readonly InitScript[];
  /** Environment variables that `System.getenv` sees; nothing else is set. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Absolute path to content: mounted secrets. No other absolute path can be read. */
  readonly files?: Readonly<Record<string, string>>;
  /** Installed plugins, id to version: classes of others are absent. All are there without it. */
  readonly plugins?: Readonly<Record<string, string>>;
  /** Plugins that failed to load, for `getFailedPlugins()`. */
  readonly failedPlugins?: readonly string[];
  /** Groovy that makes an earlier state by calling Jenkins; its calls are not recorded. */
  readonly before?: string;
}

export interface InitScript {
  readonly name: string;
  readonly text: string;
}

/** What one start did. */
export interface InitResult {
  /** `failed`: Jenkins ends, so the pod restarts. */
  readonly boot: 'up' | 'failed';
  /** The code with which a script ended the process. */
  readonly exit?: number;
  /** What ended the boot. */
  readonly error?: ScriptError;
  readonly scripts: readonly ScriptOutcome[];
  /** All calls of the scripts and of what they gave to the timer, in order. */
  readonly calls: readonly InitCall[];
  /** What the model accepts and a real Jenkins would not like: a GString kept, a build that the queue drops. */
  readonly problems: readonly string[];
  /** Users and every object that there is one of, by class name, with its properties. Equal states mean no change. */
  readonly state: InitState;
  /** What the scripts printed and logged. */
  readonly output: string;
}

/** A tree: stubs are objects with `class` and their properties, or `{ ref }` to what is named elsewhere. */
export type InitState = Readonly<Record<string, unknown>>;

/**
 * How one script ended: `ran`; `logged` (an exception that Jenkins only logs: the next script runs); `ended-scripts`
 * (a LinkageError: Jenkins comes up without the remaining scripts); `ended-boot`; `skipped` (after one of the last two).
 */
export interface ScriptOutcome {
  readonly name: string;
  readonly outcome: 'ran' | 'logged' | 'ended-scripts' | 'ended-boot' | 'skipped';
  readonly error?: ScriptError;
}

export interface ScriptError {
  /** Java class name. */
  readonly type: string;
  readonly message: string;
  readonly line?: number;
}

/** One call: `method` is `new` for a constructor; `on` is a class name, or the name of the item, user or singleton. */
export interface InitCall {
  readonly script: string;
  readonly on: string;
  readonly method: string;
  readonly arguments: readonly unknown[];
}
