import type { Entity } from '../diff/entity.ts';
import { renames } from '../diff/renames.ts';
import type { LiveDifference } from './compare-live.ts';
import type { EntityMaker } from './live-entity.ts';
import type { LiveItem, LiveState } from './live-state.ts';
import { configTree, plainConfig, rootNameOf } from './same.ts';
import { itemKey, type WantedItem } from './wanted.ts';

/** An item that is there under another name, or in another folder. */
export interface ItemMove {
  readonly live: LiveItem;
  readonly to: WantedItem;
}

/** How much of what is in two folders must be called alike for one to count as the other under a new name. */
const SIMILAR = 0.7;

/**
 * Returns which folders of ours that no spec makes any more became which ones that are not there: those whose jobs are
 * called alike. What is in a folder moves along, so a folder inside one that moves is left out.
 */
export function findFolderMoves(
  differences: readonly LiveDifference[],
  wanted: readonly WantedItem[],
  { items }: LiveState,
): readonly ItemMove[] {
  const old = differences.flatMap((each) =>
    each.kind === 'left-over' && isFolder(each.live) ? [each.live] : [],
  );
  const now = missing(differences, items).filter(isFolder);
  const [there, made] = [[...items.values()], wanted];
  const moves: ItemMove[] = [];
  for (const live of old) {
    if (moves.some((move) => isInside(live.name, move.live.name))) continue;
    const names = innerNames(there, live.name);
    const [best] = now
      .filter(({ name }) => !moves.some(({ to }) => to.name === name || isInside(name, to.name)))
      // A folder cannot go into itself.
      .filter(({ name }) => !isInside(name, live.name))
      .map((to) => ({ to, score: likeness(names, innerNames(made, to.name)) }))
      .filter(({ score }) => score >= SIMILAR)
      .sort((a, b) => b.score - a.score);
    if (best !== undefined) moves.push({ live, to: best.to });
  }
  return moves;
}

/** Returns which jobs of ours that no spec makes any more became which ones that are not there. */
export function findJobMoves(
  differences: readonly LiveDifference[],
  { items }: LiveState,
  maker: EntityMaker,
): readonly ItemMove[] {
  const old = differences.flatMap((each) =>
    each.kind === 'left-over' && each.live.kind === 'job' ? [each.live] : [],
  );
  const now = missing(differences, items).filter(({ kind }) => kind === 'job');
  const moves: ItemMove[] = [];
  // A job of another class cannot become it.
  for (const root of new Set(old.map((live) => live.root))) {
    const before = entities(
      old.filter((live) => live.root === root),
      maker,
    );
    const after = entities(
      now.filter(({ xml }) => rootNameOf(xml) === root),
      maker,
    );
    for (const [from, to] of renames([...before.keys()], [...after.keys()])) {
      const [live, item] = [before.get(from), after.get(to)];
      if (live !== undefined && item !== undefined) moves.push({ live, to: item });
    }
  }
  return moves;
}

/** What is not there, but for what Jenkins takes for something else that is: it cannot become that. */
function missing(differences: readonly LiveDifference[], items: LiveState['items']): readonly WantedItem[] {
  const taken = new Set([...items.keys()].map((key) => key.toLowerCase()));
  return differences.flatMap((each) =>
    each.kind === 'missing' && !taken.has(itemKey(each.wanted).toLowerCase()) ? [each.wanted] : [],
  );
}

/** Returns a state in which items have their new names, and what is in folders as well. */
export function movedState(state: LiveState, moves: readonly ItemMove[]): LiveState {
  if (moves.length === 0) return state;
  const items = [...state.items.values()].map((item) => ({ ...item, name: movedName(item.name, moves) }));
  return { ...state, items: new Map(items.map((item) => [itemKey(item), item])) };
}

function movedName(name: string, moves: readonly ItemMove[]): string {
  const move = moves.find(({ live }) => name === live.name || isInside(name, live.name));
  return move === undefined ? name : `${move.to.name}${name.slice(move.live.name.length)}`;
}

function entities<T extends LiveItem | WantedItem>(
  items: readonly T[],
  maker: EntityMaker,
): ReadonlyMap<Entity, T> {
  return new Map(
    items.flatMap((item) => {
      const root = configTree(item.xml);
      return root === undefined ? [] : [[maker.live(item.kind, item.name, plainConfig(root)), item] as const];
    }),
  );
}

function innerNames(
  items: readonly { readonly kind: string; readonly name: string }[],
  folder: string,
): ReadonlySet<string> {
  return new Set(
    items
      .filter(({ kind, name }) => kind !== 'view' && isInside(name, folder))
      .map(({ name }) => name.slice(folder.length)),
  );
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size === 0 ? 0 : [...a].filter((name) => b.has(name)).length / Math.max(a.size, b.size);
}

function isFolder({ kind }: { readonly kind: string }): boolean {
  return kind === 'folder';
}

/** Returns whether a name is that of something in a folder, at any depth. */
export function isInside(name: string, folder: string): boolean {
  return name.startsWith(`${folder}/`);
}
