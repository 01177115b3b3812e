import { Option } from 'commander';
import type { PlanCommandOptions } from '../actions/plan.ts';
import { addPlanOptions } from '../add-plan-options.ts';
import { addLiveOptions } from '../add-server-options.ts';
import { type CliCommand, colourOption } from '../cli-command.ts';
import { outputFile } from '../output-option.ts';

/** `bitesize plan`. */
export const planCommand: CliCommand = {
  name: 'plan',
  define: (command, { host, finish }) =>
    addPlanOptions(
      addLiveOptions(
        command
          .description('what `apply` would do to a running Jenkins, and applying the manifests to a cluster')
          .argument('[project...]', 'project folders, specs or globs: all that is there'),
      ),
    )
      .option('--out <file>', 'write the plan for `bitesize apply`, which does that or refuses', outputFile)
      .addOption(new Option('--format <format>', 'how').choices(['text', 'json', 'markdown']).default('text'))
      .option('--exit-code', 'exit with 4 when there is something to do')
      .addOption(colourOption())
      .action(async (folders: string[], options: PlanCommandOptions) => {
        const { runPlan } = await import('../actions/plan.ts');
        finish(await runPlan(host, folders, options));
      }),
};
