import { InvalidArgumentError, Option } from 'commander';
import type { FleetOptions } from '../actions/fleet.ts';
import { type CliCommand, wholeNumber } from '../cli-command.ts';

/** `bitesize fleet`. */
export const fleetCommand: CliCommand = {
  name: 'fleet',
  define: (command, { host, finish }) =>
    command
      .description('what the Jenkinses of a fleet take, and what another layout would take')
      .argument('[folder...]', 'project folders, the root of a fleet, or globs')
      .option('--as-own', 'compare with a Jenkins for each project')
      .addOption(
        new Option(
          '--as-shared <number>',
          'compare with controllers that serve so many projects each; may be repeated',
        )
          .argParser(addCount)
          .default([], 'none'),
      )
      .option('--json', 'print all numbers as JSON')
      .action(async (folders: string[], options: FleetOptions) => {
        const { runFleet } = await import('../actions/fleet.ts');
        finish(await runFleet(host, folders, options));
      }),
};

function addCount(value: string, before: readonly number[]): readonly number[] {
  const count = wholeNumber(value);
  if (count === 0) throw new InvalidArgumentError('A controller serves at least one project.');
  return [...before, count];
}
