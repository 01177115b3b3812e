import { compileFully } from '../../compile.ts';
import type { Host } from '../../host/host.ts';
import { ltsCatalogueData } from '../../plugins/lts-catalogue.ts';
import { type PluginChange, planPluginUpdate } from '../../plugins/plan-plugin-update.ts';
import { readUpdateCenter } from '../../plugins/read-update-center.ts';
import { nothingToCompile, openProject, specErrors, unreadFile } from '../../read/open-project.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import { assertNever } from '../../util/assert-never.ts';

/** Runs `bitesize plugins update`: what an update centre would change; nothing is written. */
export async function runPluginsUpdate(host: Host, folder: string, from: string): Promise<ExitCode> {
  const project = await openProject(host, folder);
  const { sources, files, diagnostics } = project;
  const unread = unreadFile(diagnostics) ?? nothingToCompile(project);
  if (unread !== undefined) return failed(host, unread, exitCodes.errors);
  const { ir } = await compileFully(sources, {
    unknownFields: 'warn',
    allowPlainSecrets: true,
    emit: [],
    files,
  });
  if (ir === undefined) return failed(host, specErrors, exitCodes.errors);
  const bytes = /^https?:\/\//.test(from) ? await host.readUrl(from) : host.files.read(from);
  if (!bytes.ok) return failed(host, `cannot read \`${from}\`: ${bytes.failure.reason}`, exitCodes.failure);
  const { value: center, problems } = readUpdateCenter(new TextDecoder().decode(bytes.value));
  for (const { path, expected } of problems)
    host.stderr.write(`note: left out: ${path || 'the file'} is not ${expected}\n`);
  const data = ltsCatalogueData(ir.plugins.line);
  if (center === undefined || data === undefined)
    return failed(host, `\`${from}\` is not an update centre`, exitCodes.usage);
  const { plugins, core } = ir.plugins;
  const needs = plugins.flatMap((plugin) => plugin.needs);
  const pins = plugins.flatMap(({ pin }) => (pin === undefined ? [] : [pin]));
  const { changes } = planPluginUpdate(plugins, needs, data, center, { core: core.value, pins });
  host.stdout.write(changes.map((change) => `${describe(change)}\n`).join(''));
  host.stdout.write(
    changes.length === 0
      ? 'Every plugin is up to date.\n'
      : `${changes.length} changes; nothing was written\n`,
  );
  return exitCodes.fine;
}

function describe(change: PluginChange): string {
  switch (change.kind) {
    case 'update':
      return `~ ${change.id} ${change.from} -> ${change.to}${fixes(change.fixes.map(({ id }) => id))}`;
    case 'add':
      return `+ ${change.id} ${change.to} (needed by ${change.chain.at(-2) ?? 'the project'})`;
    case 'remove':
      return `- ${change.id} ${change.from} (nothing needs it)`;
    case 'held':
      return change.by === 'core'
        ? `= ${change.id} ${change.from}: ${change.newest} needs Jenkins ${change.requiredCore}`
        : `= ${change.id} ${change.from}: pinned, ${change.newest} is there`;
    case 'gone':
      return `! ${change.id} ${change.from} is no longer offered`;
    default:
      return assertNever(change);
  }
}

function fixes(warnings: readonly string[]): string {
  return warnings.length === 0 ? '' : ` (fixes ${warnings.join(', ')})`;
}

function failed(host: Host, problem: string, code: ExitCode): ExitCode {
  host.stderr.write(`error: ${problem}\n`);
  return code;
}
