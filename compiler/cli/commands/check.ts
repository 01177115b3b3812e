import type { CheckOptions } from '../actions/check.ts';
import { addRunOptions } from '../add-run-options.ts';
import type { CliCommand } from '../cli-command.ts';

/** `bitesize check`. */
export const checkCommand: CliCommand = {
  name: 'check',
  define: (command, { host, finish }) =>
    addRunOptions(command)
      .description('check specs; only `--fix` changes them')
      .argument('[folder...]', 'project folders, specs or globs; `-` is standard input')
      .option('--fix', 'apply the fixes that keep the meaning, and show the others as diffs')
      .action(async (folders: string[], options: CheckOptions) => {
        const { runCheck } = await import('../actions/check.ts');
        finish(await runCheck(host, folders, options));
      }),
};
