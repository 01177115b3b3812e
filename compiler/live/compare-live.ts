import { seedJobName } from '../lower/jobs/job-scope.ts';
import type { KnownEqual } from './known-equal.ts';
import type { LiveItem, LiveState } from './live-state.ts';
import { type ComparedConfigs, compareConfigs, configTree, markerIn, rootNameOf } from './same.ts';
import { itemKey, type WantedItem } from './wanted.ts';

/** How an item of a server differs from what the specs make, if it does. */
export type LiveDifference =
  /** It is as the specs say. */
  | {
      readonly kind: 'same';
      readonly wanted: WantedItem;
      readonly live: LiveItem;
      readonly marker: string | undefined;
    }
  /** It says something else. */
  | {
      readonly kind: 'changed';
      readonly wanted: WantedItem;
      readonly live: LiveItem;
      readonly marker: string | undefined;
      readonly configs: ComparedConfigs;
    }
  /** It is there as something of another class, or its configuration is none. */
  | {
      readonly kind: 'other-kind';
      readonly wanted: WantedItem;
      readonly live: LiveItem;
      readonly marker: string | undefined;
    }
  /** It is not there. */
  | { readonly kind: 'missing'; readonly wanted: WantedItem }
  /** It is there with the marker of one of the projects, and no spec makes it. */
  | { readonly kind: 'left-over'; readonly live: LiveItem; readonly marker: string }
  /** It is there and not ours; `marker` is that of a project that is not at hand. */
  | { readonly kind: 'foreign'; readonly live: LiveItem; readonly marker: string | undefined };

/** Returns what there is on either side, that of the specs first, each in its order. */
export function compareLive(
  wanted: readonly WantedItem[],
  { items }: LiveState,
  equal: KnownEqual,
): readonly LiveDifference[] {
  const known = new Set(wanted.map(itemKey));
  const projects = new Set(wanted.map(({ project }) => project.name));
  const found = wanted.map((item): LiveDifference => {
    const live = items.get(itemKey(item));
    return live === undefined ? { kind: 'missing', wanted: item } : compareItem(item, live, equal);
  });
  const others = [...items]
    .filter(([key, { name }]) => !known.has(key) && name !== seedJobName)
    .map(([, live]): LiveDifference => {
      const marker = markerOfText(live.xml);
      return marker !== undefined && projects.has(marker)
        ? { kind: 'left-over', live, marker }
        : { kind: 'foreign', live, marker };
    });
  return [...found, ...others];
}

function compareItem(wanted: WantedItem, live: LiveItem, equal: KnownEqual): LiveDifference {
  const known = equal.get(live.xml, wanted.xml);
  if (known !== undefined) return { kind: 'same', wanted, live, marker: known.marker };
  const root = configTree(live.xml);
  const own = configTree(wanted.xml);
  const marker = root && markerIn(root);
  if (root === undefined || own === undefined || live.root !== rootNameOf(wanted.xml))
    return { kind: 'other-kind', wanted, live, marker };
  const configs = compareConfigs(root, own);
  if (!configs.isSame) return { kind: 'changed', wanted, live, marker, configs };
  equal.add(live.xml, wanted.xml, { marker });
  return { kind: 'same', wanted, live, marker };
}

/** Returns the marker of a configuration; it is read only where it may have one. */
function markerOfText(xml: string): string | undefined {
  if (!xml.includes('Managed by bitesize: ')) return undefined;
  const root = configTree(xml);
  return root && markerIn(root);
}
