import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Fix } from '../../diagnostics/diagnostic.ts';
import type { Entry, MappingNode } from '../../source/node.ts';
import { columnOf, entrySpan, isBlockEntry, ownsItsLines, reindented, removeLines } from './edits.ts';
import { entryOf, type OldSpelling, type Respelled } from './old-spelling.ts';

/**
 * Settings of third-party resources that the corpus has both in `options` and beside it, as of November 2026, and
 * two that it has only beside it. No field of a service is called so.
 */
const optionNames = new Set(
  (
    'allocatedstorage allow_destroy allow_modify bucket_encryption bucket_region data_size dbinstanceclass ' +
    'desired_capacity diskSizeGB domain_name engine_version instance_type instanceSizeName iops multiaz node_count ' +
    'nodetype region resources shards volume_size volume_type zookeeperConnect'
  ).split(' '),
);

/**
 * Settings of a third-party resource beside its `options`. An error, although the meaning is clear: the resource
 * runs with other settings until now, and applying these may replace a live database.
 */
export const optionsBeside: OldSpelling = { on: 'Service', keys: [...optionNames], apply: respell };

function respell(owner: MappingNode): Respelled | undefined {
  if (entryOf(owner, 'type') === undefined) return undefined;
  const stray = owner.entries.filter(({ key }) => optionNames.has(key.text));
  if (stray.length === 0) return undefined;
  const fixes = moveUnderOptions(owner, stray);
  const diagnostics: Diagnostic[] = stray.map(({ key }, index) =>
    diagnose('spelling/options-beside', { field: key.text }, key.span, {
      help: 'move it under `options`; environment-operator ignored it here',
      fixes: index === 0 ? fixes : [],
    }),
  );
  const entries = owner.entries.filter((entry) => !stray.includes(entry));
  return { owner: { ...owner, entries }, diagnostics };
}

/** One fix for all of them, so that they stay in order. */
function moveUnderOptions(owner: MappingNode, stray: readonly Entry[]): Fix[] {
  const title = 'move the settings under `options`';
  const [first, ...others] = stray;
  if (first === undefined || !stray.every(ownsItsLines)) return [];
  const options = entryOf(owner, 'options');
  const indent = columnOf(first.key.span) + 2;
  const lines = (at: number) => stray.map((entry) => reindented(entry, at)).join(`\n${' '.repeat(at)}`);
  if (options === undefined) {
    const text = `options:\n${' '.repeat(indent)}${lines(indent)}`;
    return [{ title, edits: [{ span: entrySpan(first), text }, ...others.map(removeLines)], safe: true }];
  }
  const set = options.value.kind === 'mapping' ? options.value.entries[0] : undefined;
  if (set === undefined || !ownsItsLines(set) || !isBlockEntry(options)) return [];
  const depth = columnOf(set.key.span);
  const { file, start } = set.key.span;
  const insert = { span: { file, start, end: start }, text: `${lines(depth)}\n${' '.repeat(depth)}` };
  return [{ title, edits: [insert, ...stray.map(removeLines)], safe: true }];
}
