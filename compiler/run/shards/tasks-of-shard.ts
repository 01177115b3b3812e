import { isInShard, type Shard } from './shard.ts';

/** Returns the tasks that a shard does; all of them without one. */
export function tasksOfShard<T>(tasks: readonly T[], shard: Shard | undefined): readonly T[] {
  return shard === undefined ? tasks : tasks.filter((_, place) => isInShard(shard, place));
}
