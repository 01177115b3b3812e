import { Option } from 'commander';
import type { GraphOptions } from '../actions/graph.ts';
import { type CliCommand, folderArgument } from '../cli-command.ts';
import { outputFile } from '../output-option.ts';

/** `bitesize graph`. */
export const graphCommand: CliCommand = {
  name: 'graph',
  define: (command, { host, finish }) =>
    command
      .description("draw a project's pipeline")
      .addArgument(folderArgument('project folder'))
      .addOption(
        new Option('--format <format>', 'the form').choices(['svg', 'mermaid', 'json', 'dot']).default('svg'),
      )
      .option('-o, --out <file>', 'write to a file', outputFile)
      .option('--base <ref>', 'mark what changed since a git ref')
      .action(async (folder: string, options: GraphOptions) => {
        const { runGraph } = await import('../actions/graph.ts');
        finish(await runGraph(host, folder, options));
      }),
};
