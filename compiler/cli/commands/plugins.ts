import { type CliCommand, folderArgument } from '../cli-command.ts';

/** `bitesize plugins` with its own commands. */
export const pluginsCommand: CliCommand = {
  name: 'plugins',
  define: (plugins, { host, finish }) => {
    plugins.description('the plugins of a controller, and why they are there');
    plugins
      .command('list', { isDefault: true })
      .description('every plugin with its version and reason')
      .addArgument(folderArgument('project folder'))
      .action(async (folder: string) => {
        const { listPlugins, runPlugins } = await import('../actions/plugins.ts');
        finish(await runPlugins(host, folder, listPlugins));
      });
    plugins
      .command('why')
      .description('the shortest ways that lead to a plugin')
      .argument('<id>', 'plugin')
      .addArgument(folderArgument('project folder'))
      .action(async (id: string, folder: string) => {
        const { runPlugins, whyOnePlugin } = await import('../actions/plugins.ts');
        finish(await runPlugins(host, folder, whyOnePlugin(id)));
      });
    plugins
      .command('tree')
      .description('what needs what')
      .addArgument(folderArgument('project folder'))
      .action(async (folder: string) => {
        const { printPluginTree, runPlugins } = await import('../actions/plugins.ts');
        finish(await runPlugins(host, folder, printPluginTree));
      });
    plugins
      .command('update')
      .description('what an update centre would change; nothing is written')
      .addArgument(folderArgument('project folder'))
      .requiredOption('--from <file or url>', 'an update-center.json')
      .action(async (folder: string, { from }: { readonly from: string }) => {
        const { runPluginsUpdate } = await import('../actions/plugins-update.ts');
        finish(await runPluginsUpdate(host, folder, from));
      });
  },
};
