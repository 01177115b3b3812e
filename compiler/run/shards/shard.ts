/** One of `of` parts of a run, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Returns the shard of a text such as `2/4`, or undefined when it is none. */
export function parseShard(text: string): Shard | undefined {
  const [, index = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  return index >= 1 && index <= of ? { index, of } : undefined;
}

/**
 * Returns whether a shard does the project at a place (from 0) of the whole run. Neighbours go to different shards:
 * projects of one kind, which tend to have similar names and sizes, are spread evenly.
 */
export function isInShard({ index, of }: Shard, place: number): boolean {
  return place % of === index - 1;
}
