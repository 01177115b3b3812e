import { CommanderError } from 'commander';
import type { Host } from '../host/host.ts';
import { type ExitCode, exitCodes } from '../run/exit-code.ts';
import { version } from '../version.ts';
import { createProgram, examples } from './program.ts';

/**
 * Runs the command line on a host and returns the exit code. `argv` holds what stands after the command's name.
 * Nothing is thrown: an exception that gets here is a bug of bitesize and gives code 3.
 */
export async function main(argv: readonly string[], host: Host): Promise<ExitCode> {
  let code: ExitCode = exitCodes.fine;
  const program = createProgram(host, (result) => {
    code = result;
  });
  if (argv.length === 0) {
    host.stdout.write(`${examples}\nbitesize --help shows all commands.\n`);
    return exitCodes.fine;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    host.stderr.write(bugReport(error, argv));
    return exitCodes.failure;
  }
  return code;
}

function bugReport(error: unknown, argv: readonly string[]): string {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    'error: this is a bug in bitesize, not in your specs',
    'Please report it with the lines below and, if you can, the specs.',
    `  bitesize ${version} ${argv.join(' ')}`,
    ...what.split('\n').map((line) => `  ${line}`),
    '',
  ].join('\n');
}
