import { seedJobName } from '../lower/jobs/job-scope.ts';
import type { KnownEqual } from './known-equal.ts';
import type { LiveItem, LiveState } from './live-state.ts';
import { type Marker, markerFrom, markerText } from './marker.ts';
import { type ComparedConfigs, compareConfigs, configTree, markerIn, rootNameOf } from './same.ts';
import { itemKey, type WantedItem } from './wanted.ts';

/** How an item of a server differs from what the specs make, if it does. */
export type LiveDifference =
  /** It is as the specs say. */
  | {
      readonly kind: 'same';
      readonly wanted: WantedItem;
      readonly live: LiveItem;
      readonly marker: Marker | undefined;
    }
  /** It says something else. */
  | {
      readonly kind: 'changed';
      readonly wanted: WantedItem;
      readonly live: LiveItem;
      readonly marker: Marker | undefined;
      readonly configs: ComparedConfigs;
    }
  /** It is there as something of another class, or its configuration is none. */
  | {
      readonly kind: 'other-kind';
      readonly wanted: WantedItem;
      readonly live: LiveItem;
      readonly marker: Marker | undefined;
    }
  /** It is not there. */
  | { readonly kind: 'missing'; readonly wanted: WantedItem }
  /** It is there with the marker of one of the projects, and no spec makes it. */
  | { readonly kind: 'left-over'; readonly live: LiveItem; readonly marker: Marker }
  /** It is there and not ours; `marker` is that of a project that is not at hand, or of another name. */
  | { readonly kind: 'foreign'; readonly live: LiveItem; readonly marker: Marker | undefined };

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
      return marker !== undefined && projects.has(marker.project) && !isTaken(live, marker, known, items)
        ? { kind: 'left-over', live, marker }
        : { kind: 'foreign', live, marker };
    });
  return [...found, ...others];
}

function compareItem(wanted: WantedItem, live: LiveItem, equal: KnownEqual): LiveDifference {
  const known = equal.get(live.xml, wanted.xml);
  if (known !== undefined)
    return {
      kind: 'same',
      wanted,
      live,
      marker: known.marker === undefined ? undefined : markerFrom(known.marker),
    };
  const root = configTree(live.xml);
  const own = configTree(wanted.xml);
  const marker = root && markerIn(root);
  if (root === undefined || own === undefined || live.root !== rootNameOf(wanted.xml))
    return { kind: 'other-kind', wanted, live, marker };
  const configs = compareConfigs(root, own);
  if (!configs.isSame) return { kind: 'changed', wanted, live, marker, configs };
  equal.add(live.xml, wanted.xml, { marker: marker && markerText(marker) });
  return { kind: 'same', wanted, live, marker };
}

/** Returns a state that says of each item whether it is a copy, as it was found out: after moves it cannot be found out any more. */
export function withCopies(state: LiveState, differences: readonly LiveDifference[]): LiveState {
  const projects = new Set(
    differences.flatMap((each) => ('wanted' in each ? [each.wanted.project.name] : [])),
  );
  const copies = new Set(
    differences.flatMap((each) =>
      each.kind === 'foreign' && projects.has(each.marker?.project ?? '') ? [each.live] : [],
    ),
  );
  const items = [...state.items].map(([key, item]) => [key, { ...item, isCopy: copies.has(item) }] as const);
  return { ...state, items: new Map(items) };
}

/**
 * Whether something has the marker of another name: a person copied it, or renamed it, and it belongs to that person. Only what
 * the specs want under that name, and what is not there, can have become it.
 */
function isTaken(
  { kind, name, isCopy }: LiveItem,
  marker: Marker,
  wanted: ReadonlySet<string>,
  items: LiveState['items'],
): boolean {
  if (isCopy !== undefined) return isCopy;
  if (marker.name === undefined || marker.name === name) return false;
  const marked = itemKey({ kind, name: marker.name });
  return items.has(marked) || !wanted.has(marked);
}

/** Returns the marker of a configuration; it is read only where it may have one. */
function markerOfText(xml: string): Marker | undefined {
  if (!xml.includes('Managed by bitesize: ')) return undefined;
  const root = configTree(xml);
  return root && markerIn(root);
}
