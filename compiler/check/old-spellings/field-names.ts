import { diagnose } from '../../diagnostics/diagnose.ts';
import type { MappingNode } from '../../source/node.ts';
import { entryOf, type OldSpelling, type Respelled, renamedEntry, replaceEntry } from './old-spelling.ts';

interface OldName {
  readonly on: string;
  readonly from: string;
  readonly to: string;
  /** What became of the field under the old name. */
  readonly happened: string;
}

/** Fields that have one certain meaning under another name. */
const oldNames: readonly OldName[] = [
  {
    on: 'Volume',
    from: 'mode',
    to: 'modes',
    happened: 'the plugin refused the file; environment-operator ignored the mode and claimed ReadWriteOnce',
  },
  {
    on: 'Volume',
    from: 'item',
    to: 'items',
    happened: 'the documentation spelled it so; environment-operator ignored it and mounted every key',
  },
  {
    on: 'HealthCheck',
    from: 'cmd',
    to: 'command',
    happened: 'the plugin refused the file; environment-operator ignored the command',
  },
  {
    on: 'BuildDependency',
    from: 'pkg',
    to: 'package',
    happened: 'the plugin took `package`, `pkg` and `name` for the same field, and the last one won',
  },
  {
    on: 'BuildDependency',
    from: 'name',
    to: 'package',
    happened: 'the plugin took `package`, `pkg` and `name` for the same field, and the last one won',
  },
];

/** One spelling for each old name. */
export const oldFieldNames: readonly OldSpelling[] = oldNames.map((old) => ({
  on: old.on,
  keys: [old.from],
  apply: (owner) => respell(owner, old),
}));

/** A field that is there under both names is left to the rules: it is not clear which one counts. */
function respell(owner: MappingNode, { from, to, happened }: OldName): Respelled | undefined {
  const entry = entryOf(owner, from);
  if (entry === undefined || entryOf(owner, to) !== undefined) return undefined;
  const { span } = entry.key;
  const found = diagnose('spelling/field-name', { from, to }, span, {
    help: happened,
    fixes: [{ title: `rename \`${from}\` to \`${to}\``, edits: [{ span, text: to }], safe: true }],
  });
  return { owner: replaceEntry(owner, entry, [renamedEntry(entry, to)]), diagnostics: [found] };
}
