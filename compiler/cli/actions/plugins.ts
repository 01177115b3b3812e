import type { Host } from '../../host/host.ts';
import type { PluginPlan } from '../../model/controller/controller.ts';
import { type PluginTreeNode, pluginTree, whyPlugin } from '../../plugins/plugin-tree.ts';
import { compileTarget, openTarget } from '../../read/fleet/open-target.ts';
import { nothingToCompile, specErrors, unreadFile } from '../../read/open-project.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import { suggestion } from '../../util/suggestion.ts';

/** Prints something about the plugins of a project; the exit code says whether it could. */
type PluginsPrinter = (host: Host, plan: PluginPlan) => ExitCode;

/** Runs `bitesize plugins list`: every plugin with its version and why it is there. */
export const listPlugins: PluginsPrinter = (host, { plugins, core, catalogueDate }) => {
  const width = Math.max(0, ...plugins.map(({ id, version }) => id.length + version.length + 1));
  const lines = plugins.map(({ id, version, root, needs, chain }) => {
    const why = root
      ? [...new Set(needs.map(({ reason }) => reason))].join('; ')
      : `needed by ${chain.slice(0, -1).at(-1)}`;
    return `${`${id}:${version}`.padEnd(width)}  ${why}\n`;
  });
  host.stdout.write(
    `${lines.join('')}${plugins.length} plugins for Jenkins ${core.value}, facts of ${catalogueDate}\n`,
  );
  return exitCodes.fine;
};

/** Runs `bitesize plugins tree`: what needs what. */
export const printPluginTree: PluginsPrinter = (host, { plugins }) => {
  host.stdout.write(
    pluginTree(plugins)
      .map((node) => branch(node, '', ''))
      .join(''),
  );
  return exitCodes.fine;
};

/** Returns a printer for `bitesize plugins why <id>`: the shortest way from each root to a plugin. */
export function whyOnePlugin(id: string): PluginsPrinter {
  return (host, { plugins }) => {
    const found = plugins.find((plugin) => plugin.id === id);
    if (found === undefined) {
      const near = suggestion(
        id,
        plugins.map((plugin) => plugin.id),
      );
      const hint = near === undefined ? '' : `\n(Did you mean ${near}?)`;
      host.stderr.write(`error: the controller has no plugin \`${id}\`${hint}\n`);
      return exitCodes.usage;
    }
    host.stdout.write(`${id}:${found.version}\n`);
    for (const { reason } of found.needs) host.stdout.write(`  ${reason}\n`);
    for (const { root, steps } of whyPlugin(plugins, id)) {
      if (steps.length === 0) continue;
      const way = steps.map(
        (step) => ` -> ${step.id}${step.minimum === '' ? '' : ` (at least ${step.minimum})`}`,
      );
      host.stdout.write(`  ${root}${way.join('')}\n`);
    }
    return exitCodes.fine;
  };
}

/** Compiles a project and prints something about its plugins. */
export async function runPlugins(host: Host, folder: string, print: PluginsPrinter): Promise<ExitCode> {
  const { files: named, fleet } = await openTarget(host, folder);
  const [target, another] = named;
  if (target === undefined || another !== undefined) {
    const controllers = fleet?.controllers.map(({ spec }) => `\`${spec.name.value}\``).join(', ');
    const problem =
      another === undefined
        ? `the fleet has no controllers: name the folder of a project`
        : `the fleet has several controllers (${controllers}): name the folder of a project`;
    host.stderr.write(`error: ${problem}\n`);
    return exitCodes.usage;
  }
  const unread =
    unreadFile(target.diagnostics) ?? (target.served === undefined ? nothingToCompile(target) : undefined);
  if (unread !== undefined) {
    host.stderr.write(`error: ${unread}\n`);
    return exitCodes.errors;
  }
  const { ir, diagnostics } = await compileTarget(target, {
    unknownFields: 'warn',
    allowPlainSecrets: true,
    emit: [],
  });
  // Of a controller there is always one, whatever is wrong with its projects.
  const isWhole = target.served === undefined || !diagnostics.some(({ severity }) => severity === 'error');
  if (ir !== undefined && isWhole && fleet?.isSound !== false) return print(host, ir.plugins);
  host.stderr.write(`error: ${specErrors}\n`);
  return exitCodes.errors;
}

function branch(node: PluginTreeNode, lead: string, inner: string): string {
  const repeated = node.repeated ? ' (see above)' : '';
  const children = node.children.map((child, index) => {
    const last = index === node.children.length - 1;
    return branch(child, `${inner}${last ? '`-- ' : '|-- '}`, `${inner}${last ? '    ' : '|   '}`);
  });
  return `${lead}${node.id}:${node.version}${repeated}\n${children.join('')}`;
}
