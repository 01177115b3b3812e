import type { FileSystem } from '../../host/file-system.ts';
import { joinPath } from '../../host/path.ts';
import { SHARD_FORMAT, type ShardResult } from './shard-result.ts';

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
      const shard = readShard(files, joinPath(folder, name), tool);
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

function readShard(files: FileSystem, path: string, tool: string): ShardResult | string {
  const read = files.read(path);
  if (!read.ok) return `cannot read \`${path}\`: ${read.failure.reason}`;
  const shard = parse(new TextDecoder().decode(read.value));
  if (shard === undefined) return `\`${path}\` is not the result of a shard`;
  return shard.tool === tool ? shard : `\`${path}\` was written by another version: ${shard.tool}`;
}

/** The boundary: what has our format was written by us. */
function parse(text: string): ShardResult | undefined {
  try {
    const data: unknown = JSON.parse(text);
    const isOurs =
      typeof data === 'object' && data !== null && 'format' in data && data.format === SHARD_FORMAT;
    return isOurs ? (data as ShardResult) : undefined;
  } catch {
    return undefined;
  }
}

function problem(text: string): ReadShards {
  return { ok: false, problem: text };
}
