import { type Command, Option } from 'commander';
import { wholeNumber } from './cli-command.ts';

/** What of the command line says what a plan may do. */
export interface PlanLimitOptions {
  readonly disable?: true;
  readonly delete?: true;
  readonly maxRemovals: number;
  readonly trustVisible?: true;
}

/** Adds the options of commands that make a plan. */
export function addPlanOptions(command: Command): Command {
  return command
    .option('--disable', 'disable jobs that were made from specs and that no spec makes any more')
    .option('--delete', 'delete what was made from specs and what no spec makes any more')
    .addOption(
      new Option('--max-removals <number>', 'refuse when more than that would be deleted')
        .argParser(wholeNumber)
        .default(10),
    )
    .option('--trust-visible', 'the user sees all there is, even without Overall/Administer');
}
