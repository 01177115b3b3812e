import type { CliCommand } from '../cli-command.ts';

/** `bitesize explain`. */
export const explainCommand: CliCommand = {
  name: 'explain',
  define: (command, { host, finish }) =>
    command
      .description('show what a finding means; without a code, list all')
      .argument('[code]', 'such as `schema/unknown-field`')
      .action(async (code: string | undefined) => {
        const { runExplain } = await import('../actions/explain.ts');
        finish(runExplain(host, code));
      }),
};
