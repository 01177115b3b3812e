import type { DocsOptions } from '../actions/docs.ts';
import type { CliCommand } from '../cli-command.ts';

/** `bitesize docs`. */
export const docsCommand: CliCommand = {
  name: 'docs',
  tellsOfOthers: true,
  define: (command, { host, program, finish }) =>
    command
      .description(
        'write the guides, the reference, the diagnostics and the commands as pages that need no network',
      )
      .requiredOption('-o, --out <folder>', 'output folder')
      .action(async (options: DocsOptions) => {
        const { runDocs } = await import('../actions/docs.ts');
        finish(await runDocs(host, program, options));
      }),
};
