import { Option } from 'commander';
import type { LspOptions } from '../actions/lsp.ts';
import type { CliCommand } from '../cli-command.ts';

/** `bitesize lsp`. */
export const lspCommand: CliCommand = {
  name: 'lsp',
  define: (command, { host, finish }) =>
    command
      .description('help an editor: a server of the Language Server Protocol on standard input and output')
      .addOption(
        new Option('--unknown-fields <severity>', 'what a field that no engine knows is')
          .choices(['error', 'warn'])
          .default('error'),
      )
      .option('--allow-plain-secrets', 'a secret in plain text is a warning, not an error')
      .option('--allow-placeholders', 'say nothing about values that only an example can have')
      .option('--stdio', 'talk over standard input and output, which is the only way; some editors say so')
      .action(async (options: LspOptions) => {
        const { runLsp } = await import('../actions/lsp.ts');
        finish(await runLsp(host, options));
      }),
};
