import type { Command } from 'commander';
import type { Host } from '../host/host.ts';
import type { ExitCode } from '../run/exit-code.ts';

/** What a command runs with. */
export interface CommandContext {
  readonly host: Host;
  /** The whole command line, for commands that tell about the others. */
  readonly program: Command;
  /** Takes the exit code. */
  readonly finish: (code: ExitCode) => void;
}

/** A command: light to load, since all of them are at every start. What it does is loaded when it runs. */
export interface CliCommand {
  readonly name: string;
  /** Describes the command, its arguments and options, and says what runs. */
  readonly define: (command: Command, context: CommandContext) => void;
}
