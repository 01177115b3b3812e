import type { Entity } from './entity.ts';

/** How much of two entities must be equal for one to count as the other under a new name. */
const SIMILAR = 0.7;

/** Entities with fewer fields look alike by chance. */
const MINIMUM_FIELDS = 4;

/** So many pairs are no rename but another project; comparing them all would only cost time. */
const MAXIMUM_PAIRS = 250_000;

/**
 * Returns which removed entity became which added one: the most similar pair first, each entity once. The name of
 * the entity itself does not count where it stands in a field.
 */
export function renames(removed: readonly Entity[], added: readonly Entity[]): ReadonlyMap<Entity, Entity> {
  if (removed.length * added.length > MAXIMUM_PAIRS) return new Map();
  const pairs = removed
    .flatMap((from) =>
      added.filter((to) => to.kind === from.kind).map((to) => ({ from, to, score: similarity(from, to) })),
    )
    .filter(({ score }) => score >= SIMILAR)
    .sort((a, b) => b.score - a.score);
  const result = new Map<Entity, Entity>();
  const taken = new Set<Entity>();
  for (const { from, to } of pairs) {
    if (result.has(from) || taken.has(to)) continue;
    result.set(from, to);
    taken.add(to);
  }
  return result;
}

function similarity(from: Entity, to: Entity): number {
  const total = Math.max(from.fields.size, to.fields.size);
  if (Math.min(from.fields.size, to.fields.size) < MINIMUM_FIELDS) return 0;
  let equal = 0;
  for (const [path, { value }] of from.fields) {
    const other = to.fields.get(path.replaceAll(from.name, to.name)) ?? to.fields.get(path);
    if (
      other !== undefined &&
      (other.value === value || other.value === value.replaceAll(from.name, to.name))
    )
      equal++;
  }
  return equal / total;
}
