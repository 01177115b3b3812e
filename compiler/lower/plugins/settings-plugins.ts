import type { Jenkins, Plugin } from '../../../schema/generated/located.ts';
import type { PluginNeed, PluginPin } from '../../plugins/plugin-need.ts';
import type { Origin } from '../../text/origin.ts';
import { spanOf } from '../../text/span-of.ts';

/** Returns the plugins that the settings name: of their own, for files of Job DSL and for fragments of XML. */
export function settingsNeeds(settings: Jenkins): readonly PluginNeed<Origin>[] {
  const own = settings.plugins.map((plugin) => need(plugin, `asked for by ${fileOf(plugin)}`));
  const dsl = settings.job_dsl.flatMap(({ file, plugins }) =>
    plugins.map((plugin) => need(plugin, `used by ${file.value}`)),
  );
  const xml = settings.job_xml.flatMap(({ job, plugins }) =>
    plugins.map((plugin) => need(plugin, `used by the job ${job.value}`)),
  );
  return [...own, ...dsl, ...xml];
}

/** Returns the versions that the settings fix. */
export function settingsPins({ plugins, job_dsl, job_xml }: Jenkins): readonly PluginPin<Origin>[] {
  const all = [plugins, ...job_dsl.map((file) => file.plugins), ...job_xml.map((xml) => xml.plugins)];
  return all
    .flat()
    .flatMap(({ id, version }) =>
      version === undefined ? [] : [{ id: id.value, version: version.value, origin: version.origin }],
    );
}

function need({ id, why, $ }: Plugin, reason: string): PluginNeed<Origin> {
  return { id: id.value, reason: why?.value ?? reason, origin: $.origin };
}

function fileOf({ $ }: Plugin): string {
  return spanOf($.origin)?.file.name ?? 'the settings';
}
