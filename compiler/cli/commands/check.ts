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
      .option(
        '--fix [which]',
        'apply fixes: those that keep the meaning, with `--fix=all` the others, too, with `--fix=CODE,...` those of these findings',
      )
      .action(async (folders: string[], options: CheckOptions) => {
        const { runCheck } = await import('../actions/check.ts');
        finish(await runCheck(host, folders, options));
      }),
};
