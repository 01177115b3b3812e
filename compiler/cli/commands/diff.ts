import { Option } from 'commander';
import type { DiffOptions } from '../actions/diff.ts';
import { type CliCommand, colourOption, wholeNumber } from '../cli-command.ts';

/** `bitesize diff`. */
export const diffCommand: CliCommand = {
  name: 'diff',
  define: (command, { host, finish }) =>
    command
      .description('what changes in Jenkins and in the cluster, from a git ref or another folder')
      .argument(
        '[folder...]',
        'project folders, specs or globs with `--base`, or an old and a new folder, also in a tar archive',
      )
      .option('--base <ref>', 'the git ref to compare the working tree with')
      .addOption(new Option('--format <format>', 'how').choices(['text', 'json', 'markdown']).default('text'))
      .option('--unified', 'the differences of the files as well')
      .option('--exit-code', 'exit with 4 when something changes')
      .addOption(
        new Option('--max-removals <number>', 'fail when more things than that would be removed')
          .argParser(wholeNumber)
          .default(10),
      )
      .addOption(colourOption())
      .action(async (folders: string[], options: DiffOptions) => {
        const { runDiff } = await import('../actions/diff.ts');
        finish(await runDiff(host, folders, options));
      }),
};
