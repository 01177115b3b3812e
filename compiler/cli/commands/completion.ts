import { Argument } from 'commander';
import type { CliCommand } from '../cli-command.ts';

/** `bitesize completion`. */
export const completionCommand: CliCommand = {
  name: 'completion',
  tellsOfOthers: true,
  define: (command, { host, program, finish }) =>
    command
      .description('print the completion script of a shell')
      .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
      .action(async (shell: 'bash' | 'zsh' | 'fish') => {
        const { runCompletion } = await import('../actions/completion.ts');
        finish(runCompletion(host, program, shell));
      }),
};
