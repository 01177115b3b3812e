import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import type { Host } from '../host/host.ts';
import type { ExitCode } from '../run/exit-code.ts';

/** What a command runs with. */
export interface CommandContext {
  readonly host: Host;
  /** The command line; whole for commands that tell about the others. */
  readonly program: Command;
  /** Takes the exit code. */
  readonly finish: (code: ExitCode) => void;
}

/** A command: light to load, since all of them are at every start. What it does is loaded when it runs. */
export interface CliCommand {
  readonly name: string;
  /** Whether it looks at the other commands: all that is said about those is made for it, too. */
  readonly tellsOfOthers?: true;
  /** Describes the command, its arguments and options, and says what runs. */
  readonly define: (command: Command, context: CommandContext) => void;
}

/** Returns a number of an option, from 0 on. */
export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}

/** Returns the folder that a command is about: the working folder where none is given. */
export function folderArgument(description: string): Argument {
  return new Argument('[folder]', description).default('', 'this folder');
}

/** Returns `--color`, which several commands have. */
export function colourOption(): Option {
  return new Option('--color <when>', 'colours').choices(['auto', 'always', 'never']).default('auto');
}
