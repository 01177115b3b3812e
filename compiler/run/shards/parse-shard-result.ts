import { parseJson } from '../../util/parse-json.ts';
import { count, digest, fieldsOf, flag, listOf, oneOf, rowOf, type Shape, text } from '../../util/shape.ts';
import { claim, fileDigest, packedDiagnostic } from '../cache/packed-shapes.ts';
import { type PackedFinding, SHARD_FORMAT, type ShardProject, type ShardResult } from './shard-result.ts';

const muted = { muted: fieldsOf({ by: oneOf('comment', 'baseline'), reason: text }) };

const finding: Shape<PackedFinding> = fieldsOf({ diagnostic: packedDiagnostic }, muted);

const output = fieldsOf({
  folder: text,
  counts: fieldsOf({ added: count, changed: count, removed: count, same: count, upToDate: flag }),
  manifest: fileDigest,
});

const project: Shape<ShardProject> = fieldsOf(
  {
    folder: text,
    names: listOf(text),
    findings: listOf(finding),
    claims: listOf(claim),
    failed: flag,
    inputs: listOf(rowOf(text, digest)),
  },
  { output, controller: text },
);

/** Options are plain: nothing that is nested without end. */
const options = ((data: unknown) =>
  typeof data === 'object' &&
  data !== null &&
  !Array.isArray(data) &&
  Object.values(data).every(
    (value) => text(value) || flag(value) || count(value) || listOf(text)(value),
  )) as Shape<Readonly<Record<string, unknown>>>;

const run = fieldsOf(
  {
    kind: oneOf('check', 'compile'),
    options,
    compareOnly: flag,
    folders: listOf(text),
    isFleet: flag,
    fleets: listOf(fieldsOf({ folder: text, files: listOf(text) })),
    findings: listOf(fieldsOf({ diagnostic: packedDiagnostic, folder: text }, muted)),
  },
  { out: text },
);

const format = ((data: unknown) => data === SHARD_FORMAT) as Shape<typeof SHARD_FORMAT>;

const shardResult: Shape<ShardResult> = fieldsOf({
  format,
  tool: text,
  shard: fieldsOf({ index: count, of: count }),
  run,
  projects: listOf(project),
});

/**
 * Returns the result of a shard, or what is wrong with a text that should be one: it comes from another machine. What
 * another version wrote may have another form.
 */
export function parseShardResult(
  json: string,
  tool: string,
  expected: ShardResult['shard'],
): ShardResult | string {
  const data = parseJson(json);
  if (typeof data !== 'object' || data === null || !('format' in data) || !('tool' in data))
    return 'is not the result of a shard';
  if (data.format !== SHARD_FORMAT || !text(data.tool)) return 'is not the result of a shard';
  if (data.tool !== tool) return `was written by another version: ${data.tool}`;
  if (!shardResult(data)) return 'is not the result of a shard, or was changed since it was written';
  const { index, of } = data.shard;
  return index === expected.index && of === expected.of
    ? data
    : `is the result of shard ${index} of ${of}, which its name does not say`;
}
