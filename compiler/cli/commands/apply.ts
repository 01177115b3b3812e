import { Option } from 'commander';
import type { ApplyCommandOptions } from '../actions/apply.ts';
import { addPlanOptions } from '../add-plan-options.ts';
import { addServerOptions } from '../add-server-options.ts';
import { type CliCommand, colourOption, wholeNumber } from '../cli-command.ts';
import { outputFolder } from '../output-option.ts';

/** `bitesize apply`. */
export const applyCommand: CliCommand = {
  name: 'apply',
  define: (command, { host, finish }) =>
    addPlanOptions(
      addServerOptions(
        command
          .description(
            'do to a running Jenkins what a plan says, or nothing when something has changed since',
          )
          .argument(
            '[plan...]',
            'a plan that `bitesize plan --out` wrote; or project folders, of which a plan is made, shown and asked about',
          ),
      ),
    )
      .option('--yes', 'do not ask')
      .option('--dry-run', 'only print the requests that would be sent')
      .option('--undo <folder>', 'put back what an apply changed, from its backup')
      .option('--backup <folder>', 'keep what is replaced, deleted or moved in this new folder', outputFolder)
      .addOption(
        new Option('--lock-timeout <seconds>', 'how long another apply is waited for')
          .argParser(wholeNumber)
          .default(120),
      )
      .addOption(colourOption())
      .action(async (names: string[], options: ApplyCommandOptions) => {
        const { runApply } = await import('../actions/apply.ts');
        finish(await runApply(host, names, options));
      }),
};
