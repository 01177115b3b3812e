import type { PluginNeed } from '../../../plugins/plugin-need.ts';
import type { Origin } from '../../../text/origin.ts';
import type { Item } from '../item.ts';
import { NeedCollector } from './need-collector.ts';
import { usesOfItem } from './uses-of-item.ts';

/**
 * Returns the plugins that jobs, folders and views need: one entry per plugin, least version and reason, with the
 * first node that asks for it, in the order in which they are met. A plugin may be asked for by several entries.
 */
export function pluginNeedsOfItems(items: readonly Item[]): readonly PluginNeed<Origin>[] {
  const collector = new NeedCollector();
  for (const item of items) usesOfItem(item, collector);
  return collector.needs();
}
