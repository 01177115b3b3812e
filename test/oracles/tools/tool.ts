/** An outside program that judges the output. */
export interface Tool {
  readonly name: string;
  /** What it is for, in a few words. */
  readonly purpose: string;
  /** The oracles cannot run without it. The tests of an optional tool are skipped, and the run says so. */
  readonly required: boolean;
  /** Where `find` looks, and what a person would install. */
  readonly advice: string;
  /** Returns the path of the program (or jar), or undefined. Quick: called by every test process. */
  find(): string | undefined;
  /** Installs it by the machine's package manager; returns undefined, or why it could not. */
  install(): Promise<string | undefined>;
}
