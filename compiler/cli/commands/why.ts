import { type CliCommand, folderArgument } from '../cli-command.ts';

/** `bitesize why`. */
export const whyCommand: CliCommand = {
  name: 'why',
  define: (command, { host, finish }) =>
    command
      .description('which spec lines are behind an output line, or which output lines behind a spec line')
      .argument('<file:line>', 'such as `jenkins/plugins.txt:12` or `build.bitesize:4`')
      .addArgument(folderArgument('project folder'))
      .action(async (place: string, folder: string) => {
        const { runWhy } = await import('../actions/why.ts');
        finish(await runWhy(host, place, folder));
      }),
};
