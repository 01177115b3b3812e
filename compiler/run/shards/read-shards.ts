import type { FileSystem } from '../../host/file-system.ts';
import { joinPath } from '../../host/path.ts';
import { parseShardResult } from './parse-shard-result.ts';
import type { ShardResult } from './shard-result.ts';

/** The results of all shards of one run in their order, or why they make no run. */
export type ReadShards =
  | { readonly ok: true; readonly shards: readonly [ShardResult, ...ShardResult[]] }
  | { readonly ok: false; readonly problem: string };

const NAME = /^shard-(\d+)-of-(\d+)\.json$/;

/** Returns the name of a shard's result. */
export function shardFileName({ index, of }: ShardResult['shard']): string {
  return `shard-${index}-of-${of}.json`;
}

/** Reads what the shards left in a folder. All of them must be there, and of one run. */
export function readShards(files: FileSystem, folder: string, tool: string): ReadShards {
  const listed = files.list(folder === '' ? '.' : folder);
  if (!listed.ok) return problem(`cannot read \`${folder}\`: ${listed.failure.reason}`);
  const names = listed.value.map(({ name }) => name).filter((name) => NAME.test(name));
  const sizes = [...new Set(names.map((name) => Number(NAME.exec(name)?.[2])))];
  const [of] = sizes;
  if (of === undefined) return problem(`no shard left a result in \`${folder}\`: \`--results\` says where`);
  if (sizes.length > 1)
    return problem(`\`${folder}\` has results of ${sizes.join(' and of ')} shards: remove the old ones`);
  const shards: ShardResult[] = [];
  const missing: number[] = [];
  for (let index = 1; index <= of; index++) {
    const name = shardFileName({ index, of });
    if (!names.includes(name)) missing.push(index);
    else {
      const shard = readShard(files, joinPath(folder, name), tool, { index, of });
      if (typeof shard === 'string') return problem(shard);
      shards.push(shard);
    }
  }
  if (missing.length > 0) return problem(`of ${of} shards, no result of number ${missing.join(', ')}`);
  const [first, ...others] = shards;
  if (first === undefined) return problem(`\`${folder}\` has no results`);
  const other = others.find(({ run }) => JSON.stringify(run) !== JSON.stringify(first.run));
  if (other !== undefined)
    return problem(
      `shards ${first.shard.index} and ${other.shard.index} are of different runs: their projects or options differ`,
    );
  return { ok: true, shards: [first, ...others] };
}

/** A shard of thousands of projects with findings in each has some ten megabytes. */
const RESULT_BYTES = 256 * 1024 * 1024;

function readShard(
  files: FileSystem,
  path: string,
  tool: string,
  expected: ShardResult['shard'],
): ShardResult | string {
  const status = files.status(path);
  // A result is written by a run of ours, which makes a file; what a link leads to may be of anybody.
  if (status.ok && status.value.kind !== 'file') return `\`${path}\` is no regular file`;
  const read = files.read(path, { limit: RESULT_BYTES, noFollow: true });
  if (!read.ok) return `cannot read \`${path}\`: ${read.failure.reason}`;
  const shard = parseShardResult(new TextDecoder().decode(read.value), tool, expected);
  return typeof shard === 'string' ? `\`${path}\` ${shard}` : shard;
}

function problem(text: string): ReadShards {
  return { ok: false, problem: text };
}
