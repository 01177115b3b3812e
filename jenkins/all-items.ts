import type { PluginNeed } from '../compiler/plugins/resolved-plugin.ts';
import type { XmlElement } from '../compiler/print/xml-element.ts';
import type { Origin } from '../compiler/text/origin.ts';
import { folder } from './items/folder.ts';
import { freestyle } from './items/freestyle.ts';
import { pipeline } from './items/pipeline.ts';
import { FOLDER_ROOT, xmlJob } from './items/xml-job.ts';
import { otherItems } from './other-items.ts';
import { type DslText, writtenDsl } from './shared/dsl-writer.ts';
import type { AnyItemThing } from './shared/item-thing.ts';
import { NeedCollector } from './shared/need-collector.ts';
import { placeComment } from './shared/place-comment.ts';
import { type NodeOf, thingFamily, thingsByKind } from './shared/thing.ts';
import type { View } from './views/all-views.ts';

const things = [folder, freestyle, pipeline, xmlJob] as const;

/** Something that Job DSL can make on a controller. */
export type Item = NodeOf<typeof things> | NodeOf<ReturnType<typeof otherItems>>;

const items = thingFamily(things, otherItems);
const thingOf = thingsByKind<AnyItemThing>(things, otherItems);

/** Returns the root element of an item's configuration. */
export function itemElement(item: Item): XmlElement {
  return items.xml(item);
}

/** Returns the statements of a Job DSL script that make an item, below a comment that says where it comes from. */
export function itemText(item: Item): DslText {
  return writtenDsl((dsl) =>
    dsl.from(item.origin, () => {
      placeComment(item.writtenAt ?? item.origin, dsl);
      items.dsl(item, dsl);
      if ('queue' in item && item.queue === true) dsl.call('queue', item.name);
    }),
  );
}

/** Says whether an item is a view and not a job or folder. */
export function isView(item: Item): item is View {
  return thingOf(item.kind)?.isView === true;
}

/** Says whether an item is a folder that others are put into. */
export function isFolder(item: Item): boolean {
  return item.kind === 'folder' || (item.kind === 'xml' && item.root.name === FOLDER_ROOT);
}

/** Returns where fragments of XML can go in items of a kind: elements below the root, or empty for the root. */
export function fragmentPlaces(kind: Item['kind']): readonly string[] {
  return thingOf(kind)?.fragmentPlaces ?? [];
}

/**
 * Returns the plugins that jobs, folders and views need: one entry per plugin, least version and reason, with the
 * first node that asks for it, in the order in which they are met. A plugin may be asked for by several entries.
 */
export function pluginNeedsOfItems(all: readonly Item[]): readonly PluginNeed<Origin>[] {
  const collector = new NeedCollector();
  for (const item of all) items.needs([item], collector);
  return collector.needs();
}
