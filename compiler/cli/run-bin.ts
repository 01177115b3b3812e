import type { Host } from '../host/host.ts';
import { systemLimit } from '../host/system-limit.ts';
import { type ExitCode, exitCodes } from '../run/exit-code.ts';

/** The code of the command. */
export interface CommandCode {
  readonly main: (argv: readonly string[], host: Host) => Promise<ExitCode>;
  readonly createNodeHost: (resources: URL) => Host;
  /** Settles when the system has all output. */
  readonly outputTaken: () => Promise<void>;
}

/**
 * Runs the command of this process. `load` is called here, so that an error while the code is loaded ends like all
 * others; `resources` is the folder that holds what ships with bitesize. The process ends when the command
 * is over.
 */
export async function runBin(load: () => CommandCode | Promise<CommandCode>, resources: URL): Promise<void> {
  process.once('uncaughtException', end);
  try {
    const { main, createNodeHost, outputTaken } = await load();
    process.exitCode = await main(process.argv.slice(2), createNodeHost(resources));
    await outputTaken();
    // Left to itself, Node would first take apart all that it has made.
    process.exit();
  } catch (error) {
    end(error);
  }
}

/** Says in one line why the process ends: what Node prints is a piece of our bundle, and its code 1 means errors in specs. */
function end(error: unknown): never {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  try {
    process.stderr.write(`error: ${systemLimit(error) ?? `this is a bug in bitesize: ${what}`}\n`);
  } catch {
    // There is nobody left to tell.
  }
  process.exit(exitCodes.failure);
}
