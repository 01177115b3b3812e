/** What the exit code of the command says. */
export const exitCodes = {
  /** Nothing is wrong. */
  fine: 0,
  /** A spec has an error. */
  errors: 1,
  /** The command line was wrong. */
  usage: 2,
  /** The output could not be written, or bitesize has a bug. */
  failure: 3,
  /** The specs are valid, and the output on disk differs from what they give. */
  differs: 4,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
