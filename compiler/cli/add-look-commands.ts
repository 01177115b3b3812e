import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Host } from '../host/host.ts';
import type { ExitCode } from '../run/exit-code.ts';
import type { DiffOptions } from './actions/diff.ts';
import type { GraphOptions } from './actions/graph.ts';

/** Adds the commands that look at what a project becomes: `diff`, `why`, `graph` and `plugins`. */
export function addLookCommands(program: Command, host: Host, finish: (code: ExitCode) => void): void {
  program
    .command('diff')
    .description('what changes in Jenkins and in the cluster, from a git ref or another folder')
    .argument('[folder...]', 'project folders, specs or globs with `--base`, or an old and a new folder')
    .option('--base <ref>', 'the git ref to compare the working tree with')
    .addOption(new Option('--format <format>', 'how').choices(['text', 'json', 'markdown']).default('text'))
    .option('--unified', 'the differences of the files as well')
    .option('--exit-code', 'exit with 4 when something changes')
    .addOption(
      new Option('--max-removals <number>', 'fail when more things than that would be removed')
        .argParser(wholeNumber)
        .default(10),
    )
    .addOption(new Option('--color <when>', 'colours').choices(['auto', 'always', 'never']).default('auto'))
    .action(async (folders: string[], options: DiffOptions) => {
      const { runDiff } = await import('./actions/diff.ts');
      finish(await runDiff(host, folders, options));
    });

  program
    .command('why')
    .description('which spec lines are behind an output line, or which output lines behind a spec line')
    .argument('<file:line>', 'such as `jenkins/plugins.txt:12` or `build.bitesize:4`')
    .argument('[folder]', 'project folder', '')
    .action(async (place: string, folder: string) => {
      const { runWhy } = await import('./actions/why.ts');
      finish(await runWhy(host, place, folder));
    });

  program
    .command('graph')
    .description("draw a project's pipeline")
    .argument('[folder]', 'project folder', '')
    .addOption(
      new Option('--format <format>', 'the form').choices(['svg', 'mermaid', 'json', 'dot']).default('svg'),
    )
    .option('-o, --out <file>', 'write to a file')
    .option('--base <ref>', 'mark what changed since a git ref')
    .action(async (folder: string, options: GraphOptions) => {
      const { runGraph } = await import('./actions/graph.ts');
      finish(await runGraph(host, folder, options));
    });
  addPluginsCommands(program, host, finish);
}

function addPluginsCommands(program: Command, host: Host, finish: (code: ExitCode) => void): void {
  const plugins = program
    .command('plugins')
    .description('the plugins of a controller, and why they are there');
  plugins
    .command('list', { isDefault: true })
    .description('every plugin with its version and reason')
    .argument('[folder]', 'project folder', '')
    .action(async (folder: string) => {
      const { listPlugins, runPlugins } = await import('./actions/plugins.ts');
      finish(await runPlugins(host, folder, listPlugins));
    });
  plugins
    .command('why')
    .description('the shortest ways that lead to a plugin')
    .argument('<id>', 'plugin')
    .argument('[folder]', 'project folder', '')
    .action(async (id: string, folder: string) => {
      const { runPlugins, whyOnePlugin } = await import('./actions/plugins.ts');
      finish(await runPlugins(host, folder, whyOnePlugin(id)));
    });
  plugins
    .command('tree')
    .description('what needs what')
    .argument('[folder]', 'project folder', '')
    .action(async (folder: string) => {
      const { printPluginTree, runPlugins } = await import('./actions/plugins.ts');
      finish(await runPlugins(host, folder, printPluginTree));
    });
  plugins
    .command('update')
    .description('what an update centre would change; nothing is written')
    .argument('[folder]', 'project folder', '')
    .requiredOption('--from <file or url>', 'an update-center.json')
    .action(async (folder: string, { from }: { readonly from: string }) => {
      const { runPluginsUpdate } = await import('./actions/plugins-update.ts');
      finish(await runPluginsUpdate(host, folder, from));
    });
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}
