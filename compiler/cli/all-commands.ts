import type { CliCommand } from './cli-command.ts';
import { applyCommand } from './commands/apply.ts';
import { checkCommand } from './commands/check.ts';
import { compileCommand } from './commands/compile.ts';
import { completionCommand } from './commands/completion.ts';
import { convertCommand } from './commands/convert.ts';
import { diffCommand } from './commands/diff.ts';
import { docsCommand } from './commands/docs.ts';
import { driftCommand } from './commands/drift.ts';
import { explainCommand } from './commands/explain.ts';
import { fleetCommand } from './commands/fleet.ts';
import { graphCommand } from './commands/graph.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { lspCommand } from './commands/lsp.ts';
import { mergeCommand } from './commands/merge.ts';
import { planCommand } from './commands/plan.ts';
import { pluginsCommand } from './commands/plugins.ts';
import { schemaCommand } from './commands/schema.ts';
import { whyCommand } from './commands/why.ts';

/** All commands, in the order in which help shows them. */
export const allCommands: readonly CliCommand[] = [
  checkCommand,
  compileCommand,
  mergeCommand,
  explainCommand,
  diffCommand,
  driftCommand,
  planCommand,
  applyCommand,
  whyCommand,
  graphCommand,
  fleetCommand,
  pluginsCommand,
  docsCommand,
  schemaCommand,
  initCommand,
  importCommand,
  convertCommand,
  lspCommand,
  completionCommand,
];
