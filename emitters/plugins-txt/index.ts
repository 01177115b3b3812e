import type { PluginPlan } from '../../compiler/model/controller/controller.ts';
import { pluginCauses } from '../../compiler/model/controller/plugin-causes.ts';
import { type LineMark, TracedText } from '../../compiler/text/traced-text.ts';
import type { Emitter } from '../emitter.ts';
import { lockRow, pluginOrigin } from './lock-row.ts';
import { printPluginsTxt } from './print-plugins-txt.ts';

/** What `jenkins-plugin-cli` installs, and what a reviewer or a mirror needs to know of each file. */
export const pluginsTxt: Emitter<'plugins' | 'controller'> = {
  name: 'plugins-txt',
  description: 'the plugins, each with its version, its reason and its checksum',
  needs: ['plugins', 'controller'],
  emit: ({ plugins, controller }) =>
    controller.role.kind === 'part'
      ? []
      : [
          { path: 'jenkins/plugins.txt', content: printPluginsTxt(plugins), origin: plugins.core.origin },
          { path: 'jenkins/plugins.lock.json', content: printLockFile(plugins), origin: plugins.core.origin },
        ],
};

/**
 * Returns `plugins.lock.json`: each plugin with address, size and checksum (SHA-256, Base64, as in the update
 * centre), one per line and sorted by id, so that a change of one plugin is a change of one line. A plugin outside
 * the catalogue has no checksum.
 */
function printLockFile(plan: PluginPlan): TracedText {
  const { core, line, catalogueDate } = plan;
  const causes = pluginCauses(plan.plugins);
  const head = { lockVersion: 1, core: core.value, line, catalogueDate };
  const lines = ['{', ...Object.entries(head).map(([key, value]) => `  ${json(key)}: ${json(value)},`)];
  const marks: LineMark[] = [{ first: 0, last: lines.length - 1, origin: core.origin }];
  lines.push('  "plugins": [');
  const sorted = [...plan.plugins].sort((a, b) => (a.id < b.id ? -1 : 1));
  sorted.forEach((plugin, index) => {
    marks.push({ first: lines.length, last: lines.length, origin: pluginOrigin(plugin, causes) });
    lines.push(`    ${lockRow(plugin)}${index === sorted.length - 1 ? '' : ','}`);
  });
  lines.push('  ]', '}');
  return new TracedText(`${lines.join('\n')}\n`, marks);
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
