/** A script and the programs that it meets. */
export interface ShellScenario {
  /** Run by its `#!` line; as Jenkins does (`sh -xe`) without one. */
  readonly text: string;
  readonly arguments?: readonly string[];
  /** Nothing else is set but HOME, PATH, LANG and WORKSPACE. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Files in the folder where the script starts. */
  readonly files?: Readonly<Record<string, string>>;
  /** What fake programs say; they print nothing and succeed without an answer. */
  readonly answers?: readonly CommandAnswer[];
  /** Further programs to fake. */
  readonly fakes?: readonly string[];
  /** Programs that are run in place of a fake, by name; their calls are not recorded. */
  readonly programs?: Readonly<Record<string, string>>;
}

/** What a fake program does: the first answer that fits. */
export interface CommandAnswer {
  readonly command: string;
  /** The arguments must start with these. */
  readonly arguments?: readonly string[];
  /** A part of the arguments, joined by spaces. */
  readonly match?: string;
  /** How many calls it answers; all without it. */
  readonly times?: number;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly exit?: number;
}

/** What a script did. */
export interface ShellResult {
  /** 127 when it called something that is neither a fake nor a plain tool. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly calls: readonly CommandCall[];
  /** Path to content of what is in the folder afterwards. */
  readonly files: Readonly<Record<string, string>>;
}

/** One call of a fake program. */
export interface CommandCall {
  readonly command: string;
  readonly arguments: readonly string[];
  /** What came in by standard input, when an argument says that it is read (`-`, `--password-stdin`). */
  readonly stdin?: string;
  /** Contents of the files named after `-f` and `--filename`. */
  readonly files?: Readonly<Record<string, string>>;
}
