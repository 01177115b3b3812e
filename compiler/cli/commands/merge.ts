import type { ReportOptions } from '../../run/run-options.ts';
import { addReportOptions } from '../add-run-options.ts';
import type { CliCommand } from '../cli-command.ts';

/** `bitesize merge`. */
export const mergeCommand: CliCommand = {
  name: 'merge',
  define: (command, { host, finish }) =>
    addReportOptions(command)
      .description('report what the shards of a run found as one run')
      .argument('<folder>', 'where the shards left their results')
      .action(async (folder: string, options: ReportOptions) => {
        const { runMerge } = await import('../actions/merge.ts');
        finish(await runMerge(host, folder, options));
      }),
};
