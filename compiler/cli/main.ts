import { CommanderError } from 'commander';
import type { Host, OutputStream } from '../host/host.ts';
import { systemLimit } from '../host/system-limit.ts';
import { type ExitCode, exitCodes } from '../run/exit-code.ts';
import { colouredLogText, logText } from '../util/log-text.ts';
import { version } from '../version.ts';
import { createProgram, examples } from './program.ts';

/**
 * Runs the command line on a host and returns the exit code. `argv` holds what stands after the command's name.
 * Nothing is thrown: an exception that gets here is a bug of bitesize and gives code 3.
 */
export async function main(argv: readonly string[], given: Host): Promise<ExitCode> {
  const host = withSafeOutput(given);
  let code: ExitCode = exitCodes.fine;
  const finish = (result: ExitCode) => {
    code = result;
  };
  const program = createProgram(host, finish, argv[0]);
  if (argv.length === 0) {
    host.stdout.write(`${examples}\nbitesize --help shows all commands.\n`);
    return exitCodes.fine;
  }
  try {
    await program.parseAsync(spelledOut(argv), { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    const limit = systemLimit(error);
    host.stderr.write(limit === undefined ? bugReport(error, argv) : `error: ${limit}\n`);
    return exitCodes.failure;
  }
  return code;
}

/** A folder behind `--fix` is not its value: what it stands for is written out. */
function spelledOut(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return argv.map((word, place) => (word === '--fix' && (end === -1 || place < end) ? '--fix=safe' : word));
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

/**
 * Returns a host whose streams say nothing that a runner of CI or a terminal would take for a command, wherever the text
 * came from. It stands in one place, before all commands, so that no printer has to think of it.
 */
function withSafeOutput(host: Host): Host {
  return Object.create(host, {
    stdout: { get: () => safeStream(host.stdout) },
    stderr: { get: () => safeStream(host.stderr) },
  });
}

function safeStream({ isTerminal, columns, write }: OutputStream): OutputStream {
  return {
    isTerminal,
    columns,
    write: (text, trust) => {
      if (trust === 'everything') write(text);
      else write(trust === 'colours' ? colouredLogText(text) : logText(text));
    },
  };
}
