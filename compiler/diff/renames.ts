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
      added.filter((to) => sameKind(from, to)).map((to) => ({ from, to, score: likeness(from, to) })),
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

/** A Deployment does not become a Service; a plugin is never another one. */
function sameKind(from: Entity, to: Entity): boolean {
  if (from.kind !== to.kind || from.kind === 'plugin') return false;
  return from.kind !== 'kubernetes-object' || from.name.split('/').at(-2) === to.name.split('/').at(-2);
}

/** Returns how much of two entities is equal, from 0 to 1; the names themselves and all that holds them are equal. */
function likeness(from: Entity, to: Entity): number {
  if (Math.min(from.fields.size, to.fields.size) < MINIMUM_FIELDS) return 0;
  const renamed = renaming(from.name, to.name);
  let equal = 0;
  for (const [path, { value }] of from.fields) {
    const other = to.fields.get(renamed(path)) ?? to.fields.get(path);
    if (other === undefined) continue;
    if (other.value === value || other.value === renamed(value)) equal++;
    else if (value.includes('\n')) equal += equalLines(renamed(value), other.value);
  }
  return equal / Math.max(from.fields.size, to.fields.size);
}

/**
 * Returns a function that replaces the part of a name that differs: `web` by `site`, when `dev/Deployment/web` becomes
 * `dev/Deployment/site` or `web-docker-image` becomes `site-docker-image`.
 */
function renaming(from: string, to: string): (text: string) => string {
  const [old, now] = [words(from), words(to)];
  while (old.length > 1 && now.length > 1 && old[0] === now[0]) {
    old.shift();
    now.shift();
  }
  while (old.length > 1 && now.length > 1 && old.at(-1) === now.at(-1)) {
    old.pop();
    now.pop();
  }
  const [part, other] = [old.join(''), now.join('')];
  return (text) => text.replaceAll(part, other);
}

/** The words of a name with what is between them. */
function words(name: string): string[] {
  return name.split(/(?<=[/.-])|(?=[/.-])/);
}

/** Returns which share of the lines two texts have in common. */
function equalLines(a: string, b: string): number {
  const [lines, others] = [a.split('\n'), b.split('\n')];
  const counts = new Map<string, number>();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  let equal = 0;
  for (const line of lines) {
    const count = counts.get(line) ?? 0;
    if (count === 0) continue;
    counts.set(line, count - 1);
    equal++;
  }
  return equal / Math.max(lines.length, others.length);
}
