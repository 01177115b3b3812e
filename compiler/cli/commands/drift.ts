import { Option } from 'commander';
import type { DriftOptions } from '../actions/drift.ts';
import { addLiveOptions } from '../add-server-options.ts';
import { type CliCommand, colourOption } from '../cli-command.ts';

/** `bitesize drift`. */
export const driftCommand: CliCommand = {
  name: 'drift',
  define: (command, { host, finish }) =>
    addLiveOptions(
      command
        .description(
          'what a running Jenkins, or a cluster, has that the specs do not say: changed by hand, missing, left over',
        )
        .argument('[project...]', 'project folders, specs or globs: all that is there'),
    )
      .addOption(new Option('--format <format>', 'how').choices(['text', 'json', 'markdown']).default('text'))
      .option('--others', 'list what was not made from specs, too')
      .option('--exit-code', 'exit with 4 when something differs')
      .addOption(colourOption())
      .action(async (folders: string[], options: DriftOptions) => {
        const { runDrift } = await import('../actions/drift.ts');
        finish(await runDrift(host, folders, options));
      }),
};
