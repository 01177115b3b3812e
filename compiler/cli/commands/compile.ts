import { Option } from 'commander';
import type { CompileRunOptions } from '../../run/run-options.ts';
import { addRunOptions } from '../add-run-options.ts';
import type { CliCommand } from '../cli-command.ts';
import { outputFolder } from '../output-option.ts';

/** `bitesize compile`. */
export const compileCommand: CliCommand = {
  name: 'compile',
  define: (command, { host, finish }) =>
    addRunOptions(command)
      .description('compile specs into a whole Jenkins')
      .argument('[folder...]', 'project folders, specs or globs; `-` is standard input')
      .requiredOption(
        '-o, --out <folder>',
        'output folder, or an archive `NAME.tar`; with several projects each gets a folder in it',
        outputFolder,
      )
      .addOption(
        new Option(
          '--emit <names>',
          'only these targets, separated by commas, checking only what they are made of; `ir` is the model',
        ).argParser(names),
      )
      .option('--check', 'write nothing; exit with 4 when the output is not up to date')
      .action(async (folders: string[], options: CompileRunOptions) => {
        const { runCompile } = await import('../actions/compile.ts');
        finish(await runCompile(host, folders, options));
      }),
};

function names(value: string): readonly string[] {
  return value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
