import { InvalidArgumentError } from 'commander';
import type { InitOptions } from '../actions/init.ts';
import { type CliCommand, folderArgument } from '../cli-command.ts';

/** `bitesize init`. */
export const initCommand: CliCommand = {
  name: 'init',
  define: (command, { host, finish }) =>
    command
      .description(
        'write the specs of a project, of what is found in its folder, or adopt those of another one',
      )
      .addArgument(folderArgument('where to'))
      .option('--name <name>', 'name of the project (default: the name of the folder)')
      .option('--git <url>', "repository of the source (default: the folder's own remote)")
      .option('--branch <name>', "branch that is built (default: the checkout's own)")
      .option(
        '--runtime <image>',
        'base image of a Dockerfile that is written (default: one for the language)',
      )
      .option('--host <name>', 'host name that the service answers at')
      .option('--port <number>', 'port of the containers (default: what the files say)', port)
      .option('--registry <host>', 'registry that images are pushed to')
      .option('--jobs', "also write jobs of the project's own, such as one at night")
      .option('--from <folder or url>', 'copy the specs of a folder or of a git repository')
      .action(async (folder: string, options: InitOptions) => {
        const { runInit } = await import('../actions/init.ts');
        finish(await runInit(host, folder, options));
      }),
};

function port(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 65535) {
    throw new InvalidArgumentError('It must be a number from 1 to 65535.');
  }
  return number;
}
