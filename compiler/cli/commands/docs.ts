import type { DocsOptions } from '../actions/docs.ts';
import type { CliCommand } from '../cli-command.ts';
import { outputFolder } from '../output-option.ts';

/** `bitesize docs`. */
export const docsCommand: CliCommand = {
  name: 'docs',
  tellsOfOthers: true,
  define: (command, { host, program, finish }) =>
    command
      .description(
        'write the guides, the reference, the diagnostics, the commands and a playground as pages that need no network',
      )
      .requiredOption('-o, --out <folder>', 'output folder', outputFolder)
      .action(async (options: DocsOptions) => {
        const { runDocs } = await import('../actions/docs.ts');
        finish(await runDocs(host, program, options));
      }),
};
